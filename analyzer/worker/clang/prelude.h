// Prelude: the standard C++ headers that many units share, parsed once for all units with the same
// flags. It knows the system's headers and nothing of the scanned tree, so no unit can change what
// another one is given.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <clang/Frontend/CompilerInvocation.h>

#include "analyzer/worker/clang/embedded_files.h"
#include "analyzer/worker/clang/unit_files.h"
#include "analyzer/worker/flag_filter.h"

namespace gonogo {

struct Prelude {
  std::string bytes;                      // a precompiled header
  std::vector<std::string> dependencies;  // absolute paths of what was read
  std::vector<std::string> typedefs;      // at the top, of tags: FILE, mbstate_t
};

class Preludes {
 public:
  /// `headers` as ParseRequest::prelude. Null where there is none for such a unit, or it does not
  /// compile with these flags. It lives until the next call.
  const Prelude* For(const FilteredFlags& flags, std::span<const std::string> headers,
                     const EmbeddedFiles& embedded);

 private:
  std::map<std::string, std::unique_ptr<Prelude>> known_;  // by flags and headers
};

/// Has a unit begin with it. `prelude` outlives `files`.
void UsePrelude(const Prelude& prelude, UnitFiles& files, clang::CompilerInvocation& invocation);

}  // namespace gonogo
