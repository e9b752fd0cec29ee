#include "analyzer/engines/cxx/far_files.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/flow/usr_name.h"
#include "analyzer/engines/cxx/word_scan.h"

namespace gonogo {

bool FarFiles::Add(std::span<const FarText> far, std::size_t files, Triage& triage,
                   const ReadIndexed& read) {
  std::vector<std::string> handed, inputs, givers;
  for (const FarText& text : far) {
    if (!known_.insert(text).second) continue;
    if (text.sort == FarSort::kGives) {
      givers.emplace_back(LastNameOf(text.name));
    } else {
      (text.outside ? handed : inputs).push_back(text.name);
    }
  }
  if (handed.empty() && inputs.empty() && givers.empty()) return false;
  std::ranges::sort(givers);
  givers.erase(std::ranges::unique(givers).begin(), givers.end());
  const WordScan calls(givers);
  bool found = false;
  for (std::size_t index = 0; index < files; ++index) {
    const bool opens = triage.Opens(index);
    if (!triage.IsLeft(index) || (handed.empty() && !opens)) continue;
    std::string text;
    if (!read(index, text)) continue;
    std::string through;
    if (const auto takes = DefinedIn(text, handed); !takes.empty()) {
      through = handed[takes.front()];
    } else if (opens) {
      const std::vector<std::size_t> reads = DefinedIn(text, inputs);
      const std::vector<std::uint32_t> asks = calls.ScanCode(text);
      if (!reads.empty()) through = inputs[reads.front()];
      if (reads.empty() && !asks.empty()) through = givers[asks.front()];
    }
    if (through.empty()) continue;
    triage.AddFlow(index, through);
    found = true;
  }
  return found;
}

}  // namespace gonogo
