#include "analyzer/cli/load_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "analyzer/cli/output.h"
#include "analyzer/rulebook/rule_reader.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

bool IsRuleFile(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::string Suggestions(const RuleBook& book, std::string_view id) {
  std::string text;
  for (const std::string_view similar : book.Similar(id)) {
    text += fmt::format("{}\"{}\"", text.empty() ? "; did you mean " : " or ", similar);
  }
  return text;
}

}  // namespace

Result<const Rule*> FindRule(const RuleBook& book, const std::string& id) {
  if (const Rule* rule = book.Find(id)) return rule;
  return Fail(fmt::format("there is no rule \"{}\"{}", id, Suggestions(book, id)));
}

Result<std::vector<std::string>> RuleFilesAt(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(path, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error) && IsRuleFile(at->path())) files.push_back(at->path().string());
  }
  if (error) return Fail(fmt::format("cannot list \"{}\": {}", path, error.message()));
  std::ranges::sort(files);
  return files;
}

Result<RuleBook> LoadRuleBook(const std::vector<std::string>& folders) {
  RuleBook book;
  for (const std::string& folder : folders) {
    const std::vector<std::string> files = TRY(RuleFilesAt(folder));
    RuleReader reader;
    for (const std::string& file : files) {
      const std::string text = TRY(ReadFile(file));
      reader.Read(file, text);
    }
    RuleSet set = std::move(reader).Finish(book.rules(), book.checklist());
    if (!set.mistakes.empty()) return Fail(DescribeAll(set.mistakes, "rule files"));
    book.Add(set.rules, std::move(set.storage));
  }
  return book;
}

}  // namespace gonogo
