#include "analyzer/engines/text/regex_options.h"

namespace gonogo {

RE2::Options RuleRegexOptions() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);
  // A token regex such as [0-9A-Za-z]{10,128} needs some 300 KB as an automaton. 8 MiB leave room
  // for the worst one seen; the memory is taken only as far as states are met.
  options.set_max_mem(8 << 20);
  return options;
}

std::string RulePattern(std::string_view regex) { return "(?m)" + std::string(regex); }

}  // namespace gonogo
