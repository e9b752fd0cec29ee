#include "analyzer/engines/cxx/flow/trial_code.h"

#include <algorithm>
#include <string_view>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::string_view kFolders[] = {
    "test",     "tests",  "testing", "unittest", "unittests", "unit_test", "unit_tests", "example",
    "examples", "sample", "samples", "demo",     "demos",     "benchmark", "benchmarks"};

bool IsTrialFolder(std::string_view name) {
  return std::ranges::any_of(kFolders, [&](std::string_view folder) {
    return std::ranges::equal(name, folder, [](char a, char b) { return LowerCase(a) == b; });
  });
}

bool IsTrialFile(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with("_tests") ||
         stem.ends_with("_unittest");
}

}  // namespace

bool IsTrialCode(const CxxProgram& program, FunctionId function) {
  std::string_view path = program.PathOf(function, program.function(function).function->place);
  for (std::size_t at; (at = path.find('/')) != std::string_view::npos;) {
    if (IsTrialFolder(path.substr(0, at))) return true;
    path.remove_prefix(at + 1);
  }
  return IsTrialFile(path);
}

bool CountsFor(const CxxProgram& program, FunctionId giver, FunctionId taker) {
  return giver == taker || !IsTrialCode(program, giver) || IsTrialCode(program, taker);
}

}  // namespace gonogo
