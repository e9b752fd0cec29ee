#include "tests/engines/cxx/flow/mini_unit.h"

#include "tests/engines/cxx/flow/mini_parser.h"

namespace gonogo {

std::vector<std::unique_ptr<CxxUnit>> MiniUnits(std::string_view text) {
  return MiniParser(text).Units();
}

}  // namespace gonogo
