// The text engine over foreign bytes with the built-in rules. The first byte chooses the file; the
// rest is its text. What the engine says must lie within the text, and must be said by the
// reference engine too.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/base/check.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

/// Beyond this the reference engine is too slow.
constexpr std::size_t kLongestCompared = 4096;

struct Engines {
  Engines() {
    for (const Rule& rule : EmbeddedRules().rules) rules.push_back(&rule);
    picking = MakeTextEngine(rules, EmbeddedRules().keyword_database, 1).value();
    plain = MakeReferenceTextEngine(rules).value();
  }

  std::vector<const Rule*> rules;
  std::unique_ptr<Engine> picking;
  std::unique_ptr<Engine> plain;
};

void CheckRanges(std::string_view text, const EngineOutput& output) {
  for (const Match& match : output.matches) {
    CHECK(match.range.begin <= match.range.end && match.range.end <= text.size());
    for (ByteRange secret : match.secrets) {
      CHECK(secret.begin <= secret.end && secret.end <= text.size());
    }
  }
}

/// The reference also decodes what no picked keyword stands in, so it may say more, never less.
void CheckSaidByBoth(const EngineOutput& picked, const EngineOutput& plain) {
  for (const Match& match : picked.matches) {
    bool said = false;
    for (const Match& other : plain.matches) {
      said = said || (match.rule == other.rule && match.range == other.range &&
                      match.secret == other.secret);
    }
    CHECK(said);
  }
}

}  // namespace
}  // namespace gonogo

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gonogo;
  static const Engines engines;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const FileKind kind = FileKinds()[data[0] % FileKinds().size()].kind;
  const SourceFile file{"folder/file", kind, FileRole::kProduct};
  EngineOutput picked;
  picked.explain = true;
  engines.picking->ScanFile({file, text}, 0, picked);
  CheckRanges(text, picked);
  if (text.size() > kLongestCompared) return 0;
  EngineOutput plain;
  engines.plain->ScanFile({file, text}, 0, plain);
  CheckSaidByBoth(picked, plain);
  return 0;
}
