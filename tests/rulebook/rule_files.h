// Rule files for tests: a rule that is right, from which tests take and change parts.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/rulebook/rule_reader.h"

namespace gonogo {

inline constexpr std::string_view kGoodRule = R"(id: demo-token
item: C1
concept: secret-in-code
why: >
  Anyone who reads the code
  can use it.
fix: Revoke it and read it from the environment.
cwe: [798]
references: https://example.com/tokens
match:
  - files: {kind: [python, javascript]}
    text:
      keywords: [Demo_]
      regex: '\b(?P<token>demo_[a-z0-9]{20})\b'
      secret: token
severity: high
precision: very-high
message: "demo token {token} in code"
bad:
  - |
    token = "<<fake:github-token>>"  # <- finding
ok:
  - |
    token = os.environ["TOKEN"]
)";

/// kGoodRule with one part replaced; the part must be in it.
inline std::string GoodRuleWith(std::string_view part, std::string_view by) {
  std::string text(kGoodRule);
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return "the part is not in the rule: " + std::string(part);
  return text.replace(at, part.size(), by);
}

/// All mistakes, "file:line:column: message" a line.
inline std::string DescribeAll(const RuleSet& set) {
  std::string all;
  for (const Mistake& mistake : set.mistakes) all += Describe(mistake) + "\n";
  return all;
}

inline RuleSet ReadOne(std::string_view text, std::string_view path = "r.yaml") {
  RuleReader reader;
  reader.Read(path, text);
  return std::move(reader).Finish();
}

}  // namespace gonogo
