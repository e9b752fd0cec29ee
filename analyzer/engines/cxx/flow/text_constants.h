// TextConstants: the texts of the program's own that a text is made of, wherever they come from:
// callers, fields that another class fills, helpers. It answers what a text surely does not have:
// a connection string that is put together by the program and has `connect_timeout` nowhere.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/engines/cxx/flow/text_pieces.h"

namespace gonogo {

class TextConstants {
 public:
  TextConstants(const CxxProgram& program, const ValueSources& sources, PatternMatcher& matcher,
                LiveCode& live)
      : program_(program), sources_(sources), pieces_(program, sources, matcher, live, {}) {}

  /// Empty where the program puts nothing of its own into it.
  std::vector<std::string> Of(const CxxValue& value, FunctionId function);

 private:
  struct Open {
    CxxValue value;
    FunctionId function;
    unsigned depth;
  };

  void Follow(const TextPiece& piece, unsigned depth);
  void Add(const CxxValue& value, FunctionId function, unsigned depth);
  /// Pointers into a buffer, through which it is written as well.
  void AddPointers(const CxxValue& value, FunctionId function, unsigned depth);
  void FindPointers();

  const CxxProgram& program_;
  const ValueSources& sources_;
  TextPieces pieces_;
  std::vector<Open> open_;
  std::set<std::string> seen_;
  /// By the field, or by the function's local, that a local was made to point to.
  std::map<std::string, std::vector<std::pair<FunctionId, const CxxValue*>>> pointers_;
  bool looked_for_pointers_ = false;
};

}  // namespace gonogo
