#include "analyzer/engines/cxx/open_uses.h"

#include <algorithm>
#include <vector>

#include "analyzer/engines/cxx/word_scan.h"

namespace gonogo {
namespace {

/// The methods of all words that are asked for, each once.
std::vector<std::string> MethodsOf(std::span<const Triage::OpenUse> uses,
                                   std::span<const ClauseWord> words) {
  std::vector<std::string> methods;
  for (const Triage::OpenUse& use : uses) {
    const std::vector<std::string>& calls = words[use.word].calls;
    methods.insert(methods.end(), calls.begin(), calls.end());
  }
  std::ranges::sort(methods);
  methods.erase(std::ranges::unique(methods).begin(), methods.end());
  return methods;
}

}  // namespace

void SettleOpenUses(Triage& triage, std::span<const ClauseWord> words, const ReadIndexed& read) {
  const std::vector<Triage::OpenUse> uses = triage.OpenUses();
  if (uses.empty()) return;
  const WordScan scan(MethodsOf(uses, words));
  for (auto of_unit = uses.begin(); of_unit != uses.end();) {
    const auto end = std::find_if(
        of_unit, uses.end(), [&](const Triage::OpenUse& use) { return use.unit != of_unit->unit; });
    std::string text;
    std::vector<std::string_view> called;
    const bool known = read(of_unit->unit, text);
    for (const std::uint32_t number : scan.ScanCode(text)) called.push_back(scan.words()[number]);
    const auto is_called = [&](const Triage::OpenUse& use) {
      return !known || std::ranges::any_of(words[use.word].calls, [&](std::string_view method) {
        return std::ranges::find(called, method) != called.end();
      });
    };
    const auto use = std::find_if(of_unit, end, is_called);
    if (use != end) triage.AddUse(*use);
    of_unit = end;
  }
}

}  // namespace gonogo
