// ProjectLinks: where the project's own pages are. Every URL of gonogo in a report comes from here.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

inline constexpr std::string_view kProjectUrl = "https://github.com/gonogo-dev/gonogo";

/// The folder docs/, with the slash.
inline std::string DocsUrl() { return std::string(kProjectUrl) + "/blob/main/docs/"; }

/// The page of a rule, docs/rules/ID.md.
inline std::string RulePageUrl(std::string_view rule_id) {
  return DocsUrl() + "rules/" + std::string(rule_id) + ".md";
}

inline std::string ChecklistPageUrl() { return DocsUrl() + "checklist.md"; }

}  // namespace gonogo
