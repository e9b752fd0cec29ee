// FlagFilter: from a compile command, which may be hostile, to the arguments that Clang's driver is
// given. An allow-list: what is not known to change only how a text is parsed is dropped. Nothing
// is run, opened or written here; even whether a response file may be read is the caller's answer.
//
//   const FilteredFlags flags = FilterFlags({.arguments = {"ccache", "g++", "-Iinc", "-o", "x.o"},
//                                            .file = "x.cc"});
//   // flags.arguments: -xc++ -Iinc
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct FlagRequest {
  std::vector<std::string> arguments;  // the compiler first; an inferred command may have none
  std::string file;                    // as the command spells it; its name decides the language
  /// Content of a response file that may be read; none: it is ignored.
  std::function<std::optional<std::string>(const std::string& path)> response_file;
  /// Whether a folder may be used as the root of all system headers.
  std::function<bool(const std::string& path)> may_be_sysroot;
};

enum class UnitLanguage : unsigned char { kC, kCxx };

struct FilteredFlags {
  UnitLanguage language = UnitLanguage::kC;
  std::vector<std::string> arguments;  // for the driver, without its name and without the file
  std::vector<std::string> dropped;    // as they stood, for tests and explanations
};

FilteredFlags FilterFlags(const FlagRequest& request);

}  // namespace gonogo
