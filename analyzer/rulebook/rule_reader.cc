#include "analyzer/rulebook/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/base/edit_distance.h"
#include "analyzer/rulebook/clause_reader.h"
#include "analyzer/rulebook/clause_terms.h"
#include "analyzer/rulebook/example_reader.h"
#include "analyzer/rulebook/fact_reader.h"
#include "analyzer/rulebook/rule_draft.h"
#include "analyzer/rulebook/rule_shapes.h"
#include "analyzer/rulebook/rule_storage.h"

namespace gonogo {
namespace {

/// Lower-case words and numbers, joined by single hyphens.
bool IsKebabCase(std::string_view text) {
  if (text.empty() || !IsLower(text.front()) || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; });
}

void CheckKebabCase(const YamlNode* node, std::string_view key, MistakeList& mistakes) {
  const std::string_view text = TextOf(node);
  if (text.empty() || IsKebabCase(text)) return;
  mistakes.Add(node->place, fmt::format("{} \"{}\" is not kebab-case", key, text));
}

bool IsItemId(std::string_view id) {
  if (id.size() < 2 || id[0] < 'A' || id[0] > 'Z') return false;
  return std::all_of(id.begin() + 1, id.end(), IsDigit);
}

Severity SeverityFromWord(std::string_view word) {
  for (const Severity severity : {Severity::kEvidence, Severity::kLow, Severity::kHigh}) {
    if (word == NameOf(severity)) return severity;
  }
  return Severity::kMedium;
}

Precision PrecisionFromWord(std::string_view word) {
  for (const Precision precision : {Precision::kLow, Precision::kHigh, Precision::kVeryHigh}) {
    if (word == NameOf(precision)) return precision;
  }
  return Precision::kMedium;
}

/// The captures that every alternative binds, sorted; nullopt where that cannot be said, because
/// there is no alternative or a clause is wrong, which was reported.
std::optional<std::vector<std::string>> CommonCaptures(std::span<const MatchAlternative> match) {
  std::optional<std::vector<std::string>> common;
  for (const MatchAlternative& alternative : match) {
    const auto captures = CapturesOf(alternative);
    if (!captures) return std::nullopt;
    std::vector<std::string> both;
    if (common) {
      std::set_intersection(common->begin(), common->end(), captures->begin(), captures->end(),
                            std::back_inserter(both));
    }
    common = common ? both : *captures;
  }
  return common;
}

/// The outcomes that some alternative tells apart, each once.
std::vector<std::string_view> AllOutcomes(std::span<const MatchAlternative> match) {
  std::vector<std::string_view> all;
  for (const MatchAlternative& alternative : match) {
    for (const std::string_view outcome : OutcomesOf(alternative)) {
      if (std::ranges::find(all, outcome) == all.end()) all.push_back(outcome);
    }
  }
  return all;
}

/// The path of an example that is a plain text: what a file of the first kind is usually called. Of
/// C and C++ alike it is a C++ file: most C is that too, and not the other way round.
std::string_view UsualPathOf(const Rule& rule) {
  if (!rule.match.empty() && rule.match[0].type == ClauseType::kConfig &&
      !rule.match[0].config->of.empty()) {
    return UsualPath(rule.match[0].config->of[0].shape);
  }
  if (rule.match.empty() || rule.match[0].files.kinds.empty()) return UsualPath(FileKind::kText);
  const bool cxx = rule.match[0].type == ClauseType::kCxx && rule.match[0].files.kinds.size() > 1;
  return UsualPath(cxx ? FileKind::kCpp : rule.match[0].files.kinds[0]);
}

/// Reads one rule file; what is wrong in form was reported before.
class RuleFileReader {
 public:
  RuleFileReader(RuleDraft& draft, RuleStorage& storage)
      : tree_(draft.tree), mistakes_(draft.mistakes), rule_(*draft.rule), storage_(storage) {}

  void Read() {
    ReadWords();
    rule_.match = ReadMatch(tree_.Find("match"), storage_, mistakes_);
    captures_ = CommonCaptures(rule_.match);
    if (const YamlNode* fact = tree_.Find("fact")) ReadFact(*fact, rule_, storage_, mistakes_);
    ReadGrades();
    CheckFix();
    ReadAllExamples();
  }

 private:
  std::string_view Text(std::string_view key) {
    return storage_.Keep(std::string(TextOf(tree_.Find(key))));
  }

  void ReadWords() {
    rule_.id = Text("id");
    rule_.item = Text("item");
    rule_.concept_name = Text("concept");
    rule_.why = Text("why");
    rule_.fix = Text("fix");
    rule_.group = Text("group");
    rule_.general = FlagOf(tree_.Find("general")).value_or(false);
    rule_.over = ReadTexts(tree_.Find("over"), storage_);
    rule_.formerly = ReadTexts(tree_.Find("formerly"), storage_);
    rule_.references = ReadTexts(tree_.Find("references"), storage_);
    ReadCwe();
    CheckWords();
  }

  void ReadCwe() {
    std::vector<std::uint32_t> numbers;
    for (const YamlNode* item : ItemsOf(tree_.Find("cwe"))) {
      numbers.push_back(
          static_cast<std::uint32_t>(std::clamp(NumberOf(item).value_or(0), 0.0, 1e6)));
    }
    rule_.cwe = storage_.Keep(std::move(numbers));
  }

  void CheckWords() {
    for (const std::string_view key : {"id", "concept", "group"})
      CheckKebabCase(tree_.Find(key), key, mistakes_);
    for (const YamlNode* id : ItemsOf(tree_.Find("formerly"))) CheckKebabCase(id, "id", mistakes_);
    for (const YamlNode* item : ItemsOf(tree_.Find("references"))) {
      const std::string_view address = TextOf(item);
      const bool blank = address.find(' ') != std::string_view::npos;
      if (!address.empty() && (!address.starts_with("https://") || address.size() < 12 || blank)) {
        mistakes_.Add(item->place, fmt::format("\"{}\" is no https address", address));
      }
    }
  }

  void ReadGrades() {
    std::vector<Grade> grades;
    const YamlNode* table = tree_.Find("grades");
    const bool flat = tree_.Find("severity") || tree_.Find("precision") || tree_.Find("message");
    if (!table && !flat && tree_.Find("fact")) return;
    if (table && flat) {
      mistakes_.Add(table->place,
                    "either \"grades\" or \"severity\", \"precision\" and \"message\", not both");
    }
    if (!table) {
      CheckFlatGrade();
      grades.push_back(ReadGrade("", tree_));
    } else {
      for (const YamlEntry& entry : table->entries) {
        CheckOutcome(entry);
        grades.push_back(ReadGrade(storage_.Keep(entry.key), entry.value));
      }
      if (table->type == YamlType::kMap && grades.empty())
        mistakes_.Add(table->place, "\"grades\" names none");
    }
    rule_.grades = storage_.Keep(std::move(grades));
  }

  /// A grade that no outcome leads to would never be said.
  void CheckOutcome(const YamlEntry& entry) {
    if (!IsKebabCase(entry.key)) {
      mistakes_.Add(entry.place, fmt::format("grade \"{}\" is not kebab-case", entry.key));
      return;
    }
    if (rule_.match.empty() || std::ranges::any_of(rule_.match, TellsGrades)) return;
    const std::vector<std::string_view> outcomes = AllOutcomes(rule_.match);
    if (outcomes.empty()) {
      mistakes_.Add(entry.place,
                    fmt::format("grade \"{}\": the clause has one outcome, without a name; write "
                                "\"severity\", \"precision\" and \"message\"",
                                entry.key));
    } else if (std::ranges::find(outcomes, entry.key) == outcomes.end()) {
      const std::string similar = DidYouMean(entry.key, outcomes);
      mistakes_.Add(
          entry.place,
          fmt::format(
              "the clause has no outcome \"{}\"{}", entry.key,
              similar.empty() ? fmt::format("; it has {}", fmt::join(outcomes, ", ")) : similar));
    }
  }

  void CheckFlatGrade() {
    const bool told_apart = std::ranges::any_of(rule_.match, [](const MatchAlternative& row) {
      return row.type == ClauseType::kCxx && !OutcomesOf(row).empty();
    });
    if (std::ranges::any_of(rule_.match, TellsGrades)) {
      mistakes_.Add(tree_.place, "missing key \"grades\"; a result has a column \"grade\"");
      return;
    }
    if (told_apart) {
      mistakes_.Add(tree_.place, fmt::format("missing key \"grades\"; the clause tells {} apart",
                                             fmt::join(AllOutcomes(rule_.match), ", ")));
      return;
    }
    std::vector<std::string> missing;
    for (const std::string_view key : {"severity", "message"}) {
      if (!tree_.Find(key)) missing.push_back(fmt::format("\"{}\"", key));
    }
    if (missing.empty() || tree_.type != YamlType::kMap) return;
    mistakes_.Add(tree_.place,
                  fmt::format("missing {} {} (or \"grades\")", missing.size() == 1 ? "key" : "keys",
                              fmt::join(missing, ", ")));
  }

  /// A rule that only states a fact has nothing to repair.
  void CheckFix() {
    if (tree_.type != YamlType::kMap || tree_.Find("fix")) return;
    if (!tree_.Find("fact") || !rule_.grades.empty())
      mistakes_.Add(tree_.place, "missing key \"fix\"");
  }

  Grade ReadGrade(std::string_view name, const YamlNode& node) {
    Grade grade;
    grade.name = name;
    grade.severity = SeverityFromWord(TextOf(node.Find("severity")));
    grade.precision = PrecisionFromWord(TextOf(node.Find("precision")));
    const YamlNode* message = node.Find("message");
    grade.message = storage_.Keep(std::string(TextOf(message)));
    if (!node.Find("precision") && node.Find("severity") && grade.severity != Severity::kEvidence) {
      mistakes_.Add(node.Find("severity")->place, "missing key \"precision\"");
    }
    if (message && message->type == YamlType::kScalar) CheckMessage(*message, grade.message);
    return grade;
  }

  void CheckMessage(const YamlNode& node, std::string_view message) {
    if (message.ends_with('.'))
      mistakes_.Add(node.place, "\"message\" ends in a full stop; reports add it");
    if (message.find('\n') != std::string_view::npos)
      mistakes_.Add(node.place, "\"message\" is one line");
    for (std::size_t at = message.find_first_of("{}"); at != std::string_view::npos;) {
      const std::size_t end = message.find_first_of("{}", at + 1);
      if (message[at] == '}' || end == std::string_view::npos || message[end] == '{') {
        mistakes_.Add(node.place, "\"message\" has a brace without its partner");
        return;
      }
      CheckCapture(node, message.substr(at + 1, end - at - 1));
      at = message.find_first_of("{}", end + 1);
    }
  }

  void CheckCapture(const YamlNode& node, std::string_view name) {
    if (!captures_ || std::binary_search(captures_->begin(), captures_->end(), name)) return;
    const std::vector<std::string_view> options(captures_->begin(), captures_->end());
    const std::vector<std::string_view> similar = SimilarWords(name, options, 1);
    const bool regexes = std::ranges::none_of(rule_.match, [](const MatchAlternative& row) {
      return row.type == ClauseType::kCxx || row.type == ClauseType::kFacts ||
             row.type == ClauseType::kConfig;
    });
    std::string hint = regexes ? "; captures are groups that every regex of \"match\" names"
                               : fmt::format("; it has {}", fmt::join(options, ", "));
    if (!similar.empty()) hint = fmt::format("; did you mean {{{}}}?", similar[0]);
    mistakes_.Add(node.place, fmt::format("unknown capture {{{}}}{}", name, hint));
  }

  void ReadAllExamples() {
    const std::string_view path = UsualPathOf(rule_);
    const auto read = [&](std::string_view key, bool marked) {
      return ReadExamples(tree_.Find(key), {.marked = marked, .usual_path = path}, storage_,
                          mistakes_);
    };
    rule_.bad = read("bad", true);
    rule_.ok = read("ok", false);
    rule_.todo_bad = read("todo_bad", true);
    rule_.todo_ok = read("todo_ok", false);
  }

  const YamlNode& tree_;
  MistakeList& mistakes_;
  Rule& rule_;
  RuleStorage& storage_;
  std::optional<std::vector<std::string>> captures_;
};

void ReadItem(RuleDraft& draft, RuleStorage& storage) {
  const auto text = [&](std::string_view key) {
    return storage.Keep(std::string(TextOf(draft.tree.Find(key))));
  };
  const auto texts = [&](std::string_view key) { return ReadTexts(draft.tree.Find(key), storage); };
  ChecklistItem& item = *draft.item;
  item.id = text("id");
  item.title = text("title");
  item.asks = text("asks");
  item.against = texts("against");
  item.evidence = texts("evidence");
  item.questions = texts("questions");
  item.missing = texts("missing");
  item.measures = ReadMeasures(draft.tree.Find("measures"), storage, draft.mistakes);
  item.decided_by = ReadKinds(draft.tree.Find("decided_by"), storage);
  item.understood = ReadKinds(draft.tree.Find("understood"), storage);
  if (!item.id.empty() && !IsItemId(item.id)) {
    draft.mistakes.Add(draft.tree.Find("id")->place,
                       fmt::format("\"{}\" is not a letter and a number, such as A2", item.id));
  }
  for (const std::string_view key : {"against", "evidence"}) {
    for (const YamlNode* name : ItemsOf(draft.tree.Find(key)))
      CheckKebabCase(name, "concept", draft.mistakes);
  }
  for (const YamlNode* name : ItemsOf(draft.tree.Find("understood"))) {
    const auto kind = FileKindFromName(TextOf(name));
    if (!kind ||
        std::find(item.decided_by.begin(), item.decided_by.end(), *kind) != item.decided_by.end())
      continue;
    draft.mistakes.Add(name->place,
                       fmt::format("kind \"{}\" is not in \"decided_by\"", TextOf(name)));
  }
}

/// The folder that the file is in counts, not those above it, which may be anybody's.
bool IsChecklistPath(std::string_view path) {
  const std::string_view folder = path.substr(0, path.rfind('/') + 1);
  return folder == "checklist/" || folder.ends_with("/checklist/");
}

}  // namespace

struct RuleReader::State {
  RuleStoragePtr storage{new RuleStorage};
  std::vector<RuleDraft> drafts;
};

RuleReader::RuleReader() : state_(std::make_unique<State>()) {}
RuleReader::~RuleReader() = default;

void RuleReader::Read(std::string_view path, std::string_view text) {
  RuleDraft draft{.tree = {}, .mistakes = MistakeList(std::string(path))};
  draft.tree = ParseStrictYaml(text, draft.mistakes);
  const bool is_item = IsChecklistPath(path);
  // After a syntax error the tree is a torso: what it lacks would only be noise.
  if (draft.mistakes.empty())
    CheckShape(draft.tree, is_item ? kChecklistItemShape : kRuleShape, draft.mistakes);
  if (is_item) {
    draft.item = &state_->storage->NewItem();
    ReadItem(draft, *state_->storage);
  } else {
    draft.rule = &state_->storage->NewRule();
    draft.rule->source = state_->storage->Keep(std::string(path));
    RuleFileReader(draft, *state_->storage).Read();
  }
  state_->drafts.push_back(std::move(draft));
}

RuleSet RuleReader::Finish(std::span<const Rule* const> known,
                           std::span<const ChecklistItem> items) && {
  RuleSet set;
  std::vector<CxxClause*> clauses;
  for (CxxClause& clause : state_->storage->clauses()) clauses.push_back(&clause);
  CheckRuleSet(state_->drafts, known, items, clauses);
  CheckRawSecrets(state_->drafts, known);
  for (RuleDraft& draft : state_->drafts) {
    if (draft.rule) set.rules.push_back(draft.rule);
    if (draft.item) set.checklist.push_back(draft.item);
    for (Mistake& mistake : std::move(draft.mistakes).Take())
      set.mistakes.push_back(std::move(mistake));
  }
  // Equal ids are mistakes, but even then the order does not depend on that of the files.
  std::ranges::sort(set.rules, {},
                    [](const Rule* rule) { return std::pair(rule->id, rule->source); });
  std::ranges::sort(set.checklist, {},
                    [](const ChecklistItem* item) { return std::pair(item->id, item->title); });
  std::sort(set.mistakes.begin(), set.mistakes.end());
  set.storage = std::move(state_->storage);
  return set;
}

}  // namespace gonogo
