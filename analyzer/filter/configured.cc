#include "analyzer/filter/configured.h"

#include <fmt/format.h>

#include <vector>

#include "analyzer/walk/gitignore.h"

namespace gonogo {
namespace {

std::size_t Hide(const ConfiguredIgnore& ignore, std::vector<Finding>& findings) {
  const GitIgnore glob(ignore.path_glob);
  std::size_t hidden = 0;
  for (Finding& finding : findings) {
    if (finding.disposition != Disposition::kNew || finding.rule != ignore.rule) continue;
    if (!glob.Covers(finding.path)) continue;
    finding.disposition = Disposition::kSuppressed;
    finding.justification = ignore.reason;
    ++hidden;
  }
  return hidden;
}

}  // namespace

void ApplyConfiguredIgnores(std::span<const ConfiguredIgnore> ignores, Run& run) {
  for (const ConfiguredIgnore& ignore : ignores) {
    const std::size_t hidden = Hide(ignore, run.findings);
    run.notices.push_back(
        {"configured-ignore", Coverage::kInformation, "", 0,
         fmt::format("{}: '{}' is ignored in \"{}\": {} findings hidden ({})", ignore.where,
                     ignore.rule->id, ignore.path_glob, hidden, ignore.reason)});
  }
}

}  // namespace gonogo
