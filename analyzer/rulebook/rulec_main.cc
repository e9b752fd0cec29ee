// gonogo-rulec: the rule compiler of the build. It reads rules/ once, by the same reader that reads
// the user's rules at run time, and writes what is embedded in the program.
//
//   gonogo-rulec compile OUT_DIR FILES...   embedded_rules.cc, keywords.hsdb, rule.schema.json,
//   config.schema.json gonogo-rulec check FILES...             prints all mistakes; 1 where there
//   are any gonogo-rulec schema rule|config         prints a JSON schema
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/engines/cxx/code_literals.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/rulebook/config_shape.h"
#include "analyzer/rulebook/rule_reader.h"
#include "analyzer/rulebook/rule_shapes.h"
#include "analyzer/rulebook/table_writer.h"

namespace gonogo {
namespace {

struct RuleFile {
  std::string path;
  std::string text;
};

Result<std::vector<RuleFile>> ReadFiles(const std::vector<std::string>& paths) {
  std::vector<RuleFile> files;
  for (const std::string& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return Fail(fmt::format("cannot read \"{}\"", path));
    files.push_back({path, std::move(text).str()});
  }
  std::sort(files.begin(), files.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  return files;
}

/// FNV-1a: it tells rule sets apart for caches, against accidents, not against an opponent.
std::string HashOf(const std::vector<RuleFile>& files) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = (hash ^ bytes.size()) * 0x100000001b3;
  };
  for (const RuleFile& file : files) {
    add(file.path);
    add(file.text);
  }
  return fmt::format("{:016x}", hash);
}

RuleSet ReadRules(const std::vector<RuleFile>& files) {
  RuleReader reader;
  for (const RuleFile& file : files) reader.Read(file.path, file.text);
  return std::move(reader).Finish();
}

/// True where there are none.
bool PrintMistakes(const RuleSet& set) {
  for (const Mistake& mistake : set.mistakes) fmt::print(stderr, "{}\n", Describe(mistake));
  return set.mistakes.empty();
}

Result<void> WriteFile(const std::string& path, std::string_view bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) return Fail(fmt::format("cannot write \"{}\"", path));
  return {};
}

Result<bool> Compile(const std::string& out, const std::vector<std::string>& paths) {
  const std::vector<RuleFile> files = TRY(ReadFiles(paths));
  const RuleSet set = ReadRules(files);
  if (!PrintMistakes(set)) return false;
  EmbeddedTexts texts;
  texts.keyword_database = TRY(CompileKeywords(set.rules, CodeLiteralsOf(set.rules)));
  texts.rule_schema = RuleSchema();
  texts.config_schema = ConfigSchema();
  texts.rule_set_hash = HashOf(files);
  const std::string tables = WriteTables(set.rules, set.checklist, texts);
  for (const auto& [name, bytes] :
       {std::pair<const char*, const std::string*>{"keywords.hsdb", &texts.keyword_database},
        {"rule.schema.json", &texts.rule_schema},
        {"config.schema.json", &texts.config_schema},
        {"embedded_rules.cc", &tables}}) {
    if (Result<void> written = WriteFile(out + "/" + name, *bytes); !written) {
      return std::unexpected(std::move(written).error());
    }
  }
  return true;
}

Result<bool> Check(const std::vector<std::string>& paths) {
  const std::vector<RuleFile> files = TRY(ReadFiles(paths));
  return PrintMistakes(ReadRules(files));
}

Result<bool> RunCommand(const std::vector<std::string>& words) {
  const std::string command = words.empty() ? "" : words[0];
  if (command == "compile" && words.size() >= 2)
    return Compile(words[1], {words.begin() + 2, words.end()});
  if (command == "check") return Check({words.begin() + 1, words.end()});
  if (command == "schema" && words.size() == 2 && (words[1] == "rule" || words[1] == "config")) {
    fmt::print("{}", words[1] == "rule" ? RuleSchema() : ConfigSchema());
    return true;
  }
  return Fail("usage: gonogo-rulec compile OUT_DIR FILES... | check FILES... | schema rule|config");
}

}  // namespace
}  // namespace gonogo

int main(int argc, char** argv) {
  const auto good = gonogo::RunCommand({argv + 1, argv + argc});
  if (!good) {
    fmt::print(stderr, "gonogo-rulec: {}\n", good.error().message);
    return 2;
  }
  return *good ? 0 : 1;
}
