// RunBuilder: small Runs for the tests of reports. It owns the rules, so it must outlive the Run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/model/run.h"

namespace gonogo {

/// A rule about a token in the source (item C1), one about a missing time limit with grades that
/// differ (A2).
const Rule& TokenRule();
const Rule& TransferRule();
/// A rule that only gives evidence (B4).
const Rule& ProbeRule();
std::span<const ChecklistItem> TestItems();

inline TextPosition At(std::uint32_t line, std::uint32_t column) {
  return {.offset = 0, .line = line, .byte_column = column, .utf16_column = column};
}

class RunBuilder {
 public:
  RunBuilder();

  /// A finding of `rule`'s grade on one line: columns begin to end, end exclusive.
  Finding& Add(const Rule& rule, std::size_t grade, std::string path, std::uint32_t line,
               std::uint32_t begin, std::uint32_t end, std::string message);
  void Decide(std::size_t item, Verdict verdict, std::string reason);

  Run run;
};

}  // namespace gonogo
