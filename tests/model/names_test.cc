#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "analyzer/model/file_kind.h"
#include "analyzer/model/run.h"
#include "analyzer/model/source_file.h"

namespace gonogo {
namespace {

TEST_CASE("every kind has a name of its own and is found by it") {
  std::set<std::string_view> names;
  for (const FileKindInfo& info : FileKinds()) {
    INFO(info.name);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.title.empty());
    CHECK(&InfoOf(info.kind) == &info);
    REQUIRE(FileKindFromName(info.name).has_value());
    CHECK(*FileKindFromName(info.name) == info.kind);
    CHECK(info.comments.block_open.empty() == info.comments.block_close.empty());
    CHECK(info.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
  }
  CHECK(names.size() > 80);
  CHECK_FALSE(FileKindFromName("Python").has_value());
  CHECK_FALSE(FileKindFromName("").has_value());
}

TEST_CASE("every role is found by its name") {
  CHECK(FileRoles().size() == 8);
  for (const FileRole role : FileRoles()) {
    REQUIRE(FileRoleFromName(NameOf(role)).has_value());
    CHECK(*FileRoleFromName(NameOf(role)) == role);
  }
  CHECK_FALSE(FileRoleFromName("tests").has_value());
}

TEST_CASE("words of severities, precisions and verdicts") {
  CHECK(NameOf(Severity::kEvidence) == "evidence");
  CHECK(NameOf(Severity::kHigh) == "high");
  CHECK(NameOf(Precision::kVeryHigh) == "very-high");
  CHECK(NameOf(Precision::kLow) == "low");
  CHECK(NameOf(Verdict::kNotApplicable) == "N/A");
  CHECK(NameOf(Verdict::kNoGo) == "NO-GO");
  CHECK(NameOf(Verdict::kIncomplete) == "INCOMPLETE");
}

}  // namespace
}  // namespace gonogo
