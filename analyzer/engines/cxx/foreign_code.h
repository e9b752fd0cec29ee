// ForeignCode: headers of others, in which no rule has a word, by the largest folders of such. What
// their functions do is nobody's question, and template libraries are mostly bodies.
#pragma once

#include <cstddef>
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

  /// As ParseRequest::foreign, of what the unit reads; ascending.
  std::vector<std::string> ReadBy(std::size_t index) const;

 private:
  const Triage& triage_;
  std::vector<std::string> where_;  // by file; empty: not foreign
};

}  // namespace gonogo
