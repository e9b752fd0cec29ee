#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "analyzer/engines/text/regex_options.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/rulebook/rule_book.h"
#include "analyzer/rulebook/rule_draft.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view View(re2::StringPiece piece) { return {piece.data(), piece.size()}; }

/// A clause that captures a secret, with its regexes compiled when a keyword is met first.
class SecretClause {
 public:
  SecretClause(const Rule& rule, const TextClause& clause) : rule_(&rule), clause_(&clause) {}

  std::string_view rule_id() const { return rule_->id; }

  /// `lower` is `text` in lower case.
  bool Reports(std::string_view text, std::string_view lower) {
    const bool picked =
        std::any_of(clause_->keywords.begin(), clause_->keywords.end(), [&](std::string_view word) {
          return lower.find(LowerKeyword(word)) != std::string_view::npos;
        });
    if (!picked) return false;
    if (!regex_) regex_ = Compile(clause_->regex);
    const auto group = regex_->NamedCapturingGroups().find(std::string(clause_->secret));
    if (!regex_->ok() || group == regex_->NamedCapturingGroups().end()) return false;
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(group->second) + 1);
    for (std::size_t at = 0; at <= text.size();) {
      const int count = static_cast<int>(groups.size());
      if (!regex_->Match(Piece(text), at, text.size(), RE2::UNANCHORED, groups.data(), count))
        return false;
      const std::string_view match = View(groups[0]);
      if (Accepts(text, match, View(groups.back()))) return true;
      at = static_cast<std::size_t>(match.data() - text.data()) +
           std::max<std::size_t>(1, match.size());
    }
    return false;
  }

 private:
  static std::unique_ptr<RE2> Compile(std::string_view regex) {
    return std::make_unique<RE2>(RulePattern(regex), RuleRegexOptions());
  }

  bool Accepts(std::string_view text, std::string_view match, std::string_view secret) const {
    if (secret.empty() || match.find("<<fake:") != std::string_view::npos) return false;
    if (secret.size() < clause_->min_length || Entropy(secret) < clause_->entropy) return false;
    if (clause_->placeholders && !PlaceholderReason(secret).empty()) return false;
    for (const std::string_view allowed : clause_->allow) {
      if (RE2::FullMatch(Piece(secret), *Compile(allowed))) return false;
    }
    if (!clause_->unless.empty() &&
        RE2::PartialMatch(Piece(UnlessText(text, match)), *Compile(clause_->unless)))
      return false;
    const SecretFormat* format = FindSecretFormat(clause_->validator);
    return !format || !format->validate || format->validate(secret).proof != Proof::kRefuted;
  }

  /// Examples are short, so a block of one is taken as all of it.
  std::string_view UnlessText(std::string_view text, std::string_view match) const {
    if (clause_->unless_span != TextSpan::kLine) return text;
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    const std::size_t before = text.rfind('\n', begin);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(start, text.find('\n', begin + match.size()) - start);
  }

  const Rule* rule_;
  const TextClause* clause_;
  std::unique_ptr<RE2> regex_;
};

void AddClauses(const Rule& rule, std::vector<SecretClause>& clauses) {
  for (const MatchAlternative& alternative : rule.match) {
    if (alternative.type == ClauseType::kText && !alternative.text.secret.empty())
      clauses.emplace_back(rule, alternative.text);
  }
}

/// The scalar nodes that hold the texts of examples.
void AddExampleTexts(const YamlNode& tree, std::vector<const YamlNode*>& texts) {
  for (const std::string_view key : {"bad", "ok", "todo_bad", "todo_ok"}) {
    for (const YamlNode* example : ItemsOf(tree.Find(key))) {
      if (example->type == YamlType::kScalar) texts.push_back(example);
      for (const YamlEntry& entry : example->entries) {
        if (entry.value.type == YamlType::kScalar) texts.push_back(&entry.value);
      }
    }
  }
}

}  // namespace

void CheckRawSecrets(std::vector<RuleDraft>& drafts, std::span<const Rule* const> known) {
  std::vector<SecretClause> clauses;
  for (const Rule* rule : known) AddClauses(*rule, clauses);
  for (const RuleDraft& draft : drafts) {
    if (draft.rule) AddClauses(*draft.rule, clauses);
  }
  for (RuleDraft& draft : drafts) {
    std::vector<const YamlNode*> texts;
    AddExampleTexts(draft.tree, texts);
    for (const YamlNode* node : texts) {
      const std::string lower = LowerKeyword(node->text);
      for (SecretClause& clause : clauses) {
        if (!clause.Reports(node->text, lower)) continue;
        draft.mistakes.Add(node->place, fmt::format("the example holds what rule \"{}\" reports as "
                                                    "a secret; write <<fake:NAME>> instead",
                                                    clause.rule_id()));
        break;
      }
    }
  }
}

}  // namespace gonogo
