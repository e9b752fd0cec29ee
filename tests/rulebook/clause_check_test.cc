#include "analyzer/rulebook/clause_check.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

TEST_CASE("keywords are proved to stand in every match") {
  struct Row {
    std::string regex;
    std::vector<std::string> keywords;
    bool proved;
  };
  const std::vector<Row> rows = {
      {"ghp_[0-9A-Za-z]{36}", {"ghp_"}, true},
      {"ghp_[0-9A-Za-z]{36}", {"gho_"}, false},
      {"(?:ghp|gho|ghs)_[0-9A-Za-z]{36}", {"ghp_", "gho_", "ghs_"}, true},
      {"(?:ghp|gho|ghs)_[0-9A-Za-z]{36}", {"ghp_", "gho_"}, false},
      {"gh[pos]_[0-9A-Za-z]{36}", {"ghp_", "gho_", "ghs_"}, true},
      {"(?i)API[_-]?KEY\\s*=", {"api_key", "api-key", "apikey"}, true},
      {"(?i)API[_-]?KEY\\s*=", {"api_key", "api-key"}, false},
      {"(?i)pass(?:word|wd)?\\s*=", {"pass"}, true},
      {"(?i)(?:password|passwd|pwd|secret|token)\\s*[:=]",
       {"pass", "pwd", "secret", "token"},
       true},
      {"(?:AKIA|ASIA)[A-Z2-7]{16}", {"akia", "asia"}, true},
      {"-----BEGIN (?:RSA )?PRIVATE KEY-----", {"private key"}, true},
      {"[0-9a-f]{40}", {"abc"}, false},
      {"key|[0-9]+", {"key"}, false},
      {"(?:key)?[0-9]+", {"key"}, false},
      {"a.*", {"abc"}, false},
      {"\\bxox[abprs]-[0-9A-Za-z-]{10,72}", {"xox"}, true},
      {"https?://[^/:@\\s]+:[^/:@\\s]+@", {"://"}, true},
      {"postgres(?:ql)?://\\S+", {"postgres"}, true},
  };
  for (const Row& row : rows) {
    INFO(row.regex);
    CHECK(ProveKeywords(row.regex, row.keywords).proved == row.proved);
  }
}

TEST_CASE("a failed proof names what may stand instead") {
  const KeywordProof proof = ProveKeywords("(?:ghp|gho)_[a-z]{36}", {"ghp_"});
  CHECK(proof.others == std::vector<std::string>{"gho_"});
}

TEST_CASE("group names are sorted, and none where the regex is wrong") {
  CHECK(GroupNames("(?P<b>x)(?P<a>y)(z)") == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(GroupNames("(x").has_value());
}

}  // namespace
}  // namespace gonogo
