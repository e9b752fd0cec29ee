#include "analyzer/engines/text/literals.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

constexpr std::string_view kSuppression = "gonogo:ignore";

/// Shorter forms would be met in every other base64 text.
constexpr std::size_t kLeastForm = 4;

struct Form {
  std::string text;
  bool caseless = false;
  EncodedUse use;
};

std::string UpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

void AddBase64Forms(std::string_view bytes, std::vector<Form>& forms) {
  constexpr std::uint8_t kFirstWhole[] = {0, 2, 3};  // by the number of bytes before, modulo 3
  for (std::size_t before = 0; before < 3; ++before) {
    const std::string encoded = Base64Encode(std::string(before, '\0') + std::string(bytes));
    const std::uint8_t phase = kFirstWhole[before];
    const std::size_t end = (before + bytes.size()) * 8 / 6;
    if (end < phase + kLeastForm) continue;
    Form form{encoded.substr(phase, end - phase), false, {Codec::kBase64, phase}};
    std::string url_safe = form.text;
    std::ranges::replace(url_safe, '+', '-');
    std::ranges::replace(url_safe, '/', '_');
    if (url_safe != form.text) forms.push_back({url_safe, false, form.use});
    forms.push_back(std::move(form));
  }
}

/// The form with its hex digits in upper case: all of it, or what follows a percent sign.
std::string UpperDigits(const Form& form) {
  if (form.use.codec == Codec::kHex) return UpperCase(form.text);
  std::string text = form.text;
  for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
    text.replace(at, 3, UpperCase(text.substr(at, 3)));
  }
  return text;
}

void AddHexForm(std::string_view bytes, std::vector<Form>& forms) {
  forms.push_back({HexEncode(bytes), true, {Codec::kHex, 0}});
}

void AddPercentForm(std::string_view bytes, std::vector<Form>& forms) {
  std::string percent = PercentEncode(bytes);
  if (percent != bytes) forms.push_back({std::move(percent), true, {Codec::kPercent, 0}});
}

std::vector<Form> FormsOf(std::string_view keyword) {
  std::vector<Form> once;
  AddBase64Forms(keyword, once);
  AddHexForm(keyword, once);
  AddPercentForm(keyword, once);
  std::vector<Form> forms = once;
  for (const Form& inner : once) {
    // The digits of hex may be written in either case, which a second encoding tells apart.
    std::vector<std::string> texts = {inner.text};
    if (inner.caseless) texts.push_back(UpperDigits(inner));
    for (const std::string& text : texts) {
      AddBase64Forms(text, forms);
      AddHexForm(text, forms);
      AddPercentForm(text, forms);
    }
  }
  return forms;
}

bool CanSpeakOf(const ClauseOfRule& clause, KindGroup group) {
  const auto kinds = clause.alternative->files.kinds;
  return kinds.empty() ||
         std::ranges::any_of(kinds, [&](FileKind kind) { return GroupOf(kind) == group; });
}

/// Caseless literals are kept in lower case.
using EncodedTable = std::map<std::pair<std::string, bool>, std::vector<EncodedUse>>;

void AddEncoded(const TextClause& clause, EncodedTable& table) {
  for (std::string_view keyword : clause.keywords) {
    for (const std::string& spelling : SpellingsOf(keyword, clause.regex)) {
      for (Form& form : FormsOf(spelling)) {
        if (form.text.size() < kLeastForm) continue;
        std::string text = form.caseless ? LowerKeyword(form.text) : std::move(form.text);
        table[{std::move(text), form.caseless}].push_back(form.use);
      }
    }
  }
}

}  // namespace

std::string_view NameOf(Codec codec) {
  switch (codec) {
    case Codec::kBase64:
      return "base64";
    case Codec::kHex:
      return "hex";
    case Codec::kPercent:
      return "percent-encoding";
  }
  return "";
}

KindGroup GroupOf(FileKind kind) {
  return kind == FileKind::kC || kind == FileKind::kCpp ? KindGroup::kC : KindGroup::kOther;
}

std::vector<ClauseOfRule> ClausesOf(std::span<const Rule* const> rules) {
  std::vector<ClauseOfRule> clauses;
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      const bool is_text =
          alternative.type == ClauseType::kText || alternative.type == ClauseType::kAssignment;
      if (is_text) clauses.push_back({rule, &alternative});
    }
  }
  return clauses;
}

bool MindsCase(std::string_view keyword, std::string_view regex) {
  if (regex.contains("(?i")) return false;
  std::string plain;
  std::ranges::copy_if(regex, std::back_inserter(plain), [](char c) { return c != '\\'; });
  const std::string lower = LowerKeyword(plain);
  const std::string wanted = LowerKeyword(keyword);
  bool found = false;
  for (std::size_t at = lower.find(wanted); at != lower.npos; at = lower.find(wanted, at + 1)) {
    if (!std::string_view(plain).substr(at).starts_with(keyword)) return false;
    found = true;
  }
  return found;
}

std::vector<std::string> SpellingsOf(std::string_view keyword, std::string_view regex) {
  std::vector<std::string> spellings = {std::string(keyword)};
  if (regex.contains("(?i")) {
    const std::string lower = LowerKeyword(keyword);
    spellings.push_back(lower);
    spellings.push_back(UpperCase(keyword));
    spellings.push_back(UpperCase(lower.substr(0, 1)) + lower.substr(lower.empty() ? 0 : 1));
  }
  std::ranges::sort(spellings);
  spellings.erase(std::ranges::unique(spellings).begin(), spellings.end());
  return spellings;
}

std::vector<Literal> KeywordLiteralsOf(std::span<const Rule* const> rules, KindGroup group) {
  std::vector<Literal> literals;
  const std::vector<std::string> keywords = KeywordsOf(rules);
  for (const std::string& keyword : keywords) {
    Literal& literal = literals.emplace_back();
    literal.suppression = keyword == kSuppression;
    literal.caseless = literal.suppression;
  }
  const std::vector<ClauseOfRule> clauses = ClausesOf(rules);
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const TextClause& clause = clauses[i].alternative->text;
    if (!CanSpeakOf(clauses[i], group)) continue;
    for (std::string_view keyword : clause.keywords) {
      const auto at = std::ranges::lower_bound(keywords, LowerKeyword(keyword)) - keywords.begin();
      Literal& literal = literals[static_cast<std::size_t>(at)];
      if (literal.text.empty()) literal.text = keyword;
      literal.caseless =
          literal.caseless || literal.text != keyword || !MindsCase(keyword, clause.regex);
      literal.decodes = literal.decodes || clause.decode;
      auto& users = literal.clauses;
      if (users.empty() || users.back() != i) users.push_back(i);
    }
  }
  for (std::size_t i = 0; i < literals.size(); ++i) {
    if (literals[i].caseless) literals[i].text = keywords[i];
  }
  std::erase_if(literals, [](const Literal& literal) { return literal.text.empty(); });
  return literals;
}

std::vector<Literal> LiteralsOf(std::span<const Rule* const> rules, KindGroup group,
                                std::span<const WantedText> wanted) {
  std::vector<Literal> literals = KeywordLiteralsOf(rules, group);
  EncodedTable table;
  for (const ClauseOfRule& clause : ClausesOf(rules)) {
    if (clause.alternative->text.decode && CanSpeakOf(clause, group))
      AddEncoded(clause.alternative->text, table);
  }
  for (auto& [key, uses] : table) {
    std::ranges::sort(uses);
    uses.erase(std::ranges::unique(uses).begin(), uses.end());
    Literal& literal = literals.emplace_back();
    literal.text = key.first;
    literal.caseless = key.second;
    literal.encoded = std::move(uses);
  }
  if (group != KindGroup::kC) return literals;
  for (const WantedText& one : wanted) {
    Literal& literal = literals.emplace_back();
    literal.text = one.text;
    literal.wanted = true;
    literal.at = one.at;
  }
  return literals;
}

}  // namespace gonogo
