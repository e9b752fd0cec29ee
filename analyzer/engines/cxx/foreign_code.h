// ForeignCode: headers of others, in which no rule has a word, by the largest folders of such. What
// their functions do is nobody's question, and template libraries are mostly bodies.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/triage.h"

namespace gonogo {

class ForeignCode {
 public:
  /// Both live on.
  ForeignCode(std::span<const CodeNote> notes, const Triage& triage);

  /// As ParseRequest::foreign, of what the unit reads; ascending. From one thread.
  std::vector<std::string> ReadBy(std::size_t index) const;

 private:
  std::vector<std::string> Find() const;

  std::span<const CodeNote> notes_;
  const Triage& triage_;
  /// By file; empty: not foreign. Found at the first question: most runs parse nothing.
  mutable std::optional<std::vector<std::string>> where_;
};

}  // namespace gonogo
