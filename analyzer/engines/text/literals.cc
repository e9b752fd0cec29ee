#include "analyzer/engines/text/literals.h"

#include <algorithm>
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

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

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
    Form form{encoded.substr(phase, end - phase), false, {Encoding::kBase64, phase}};
    std::string url_safe = form.text;
    std::ranges::replace(url_safe, '+', '-');
    std::ranges::replace(url_safe, '/', '_');
    if (url_safe != form.text) forms.push_back({url_safe, false, form.use});
    forms.push_back(std::move(form));
  }
}

/// Encoded twice, the outer way last. Hex may be written in either case, which base64 around it
/// tells apart.
void AddNestedForms(std::string_view keyword, const std::vector<Form>& base64,
                    std::vector<Form>& forms) {
  const std::string hex = HexEncode(keyword);
  AddBase64Forms(hex, forms);
  if (UpperCase(hex) != hex) AddBase64Forms(UpperCase(hex), forms);
  for (const Form& inner : base64) {
    AddBase64Forms(inner.text, forms);
    forms.push_back({HexEncode(inner.text), true, {Encoding::kHex, 0}});
    const std::string percent = PercentEncode(inner.text);
    if (percent != inner.text) forms.push_back({percent, true, {Encoding::kPercent, 0}});
  }
}

std::vector<Form> FormsOf(std::string_view keyword) {
  std::vector<Form> base64;
  AddBase64Forms(keyword, base64);
  std::vector<Form> forms = base64;
  AddNestedForms(keyword, base64, forms);
  forms.push_back({HexEncode(keyword), true, {Encoding::kHex, 0}});
  const std::string percent = PercentEncode(keyword);
  if (percent != keyword) {
    forms.push_back({percent, true, {Encoding::kPercent, 0}});
    AddBase64Forms(percent, forms);
  }
  return forms;
}

/// Caseless literals are kept in lower case.
using EncodedTable = std::map<std::pair<std::string, bool>, std::vector<EncodedUse>>;

void AddEncoded(const TextClause& clause, EncodedTable& table) {
  for (std::string_view keyword : clause.keywords) {
    for (const std::string& spelling : SpellingsOf(keyword, clause.regex)) {
      for (Form& form : FormsOf(spelling)) {
        if (form.text.size() < kLeastForm) continue;
        std::string text = form.caseless ? LowerCase(form.text) : std::move(form.text);
        table[{std::move(text), form.caseless}].push_back(form.use);
      }
    }
  }
}

}  // namespace

std::string_view NameOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::kBase64:
      return "base64";
    case Encoding::kHex:
      return "hex";
    case Encoding::kPercent:
      return "percent-encoding";
  }
  return "";
}

std::vector<ClauseOfRule> ClausesOf(std::span<const Rule* const> rules) {
  std::vector<ClauseOfRule> clauses;
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.type == ClauseType::kText) clauses.push_back({rule, &alternative});
    }
  }
  return clauses;
}

std::vector<std::string> SpellingsOf(std::string_view keyword, std::string_view regex) {
  std::vector<std::string> spellings = {std::string(keyword)};
  if (regex.contains("(?i")) {
    const std::string lower = LowerCase(keyword);
    spellings.push_back(lower);
    spellings.push_back(UpperCase(keyword));
    spellings.push_back(UpperCase(lower.substr(0, 1)) + lower.substr(lower.empty() ? 0 : 1));
  }
  std::ranges::sort(spellings);
  spellings.erase(std::ranges::unique(spellings).begin(), spellings.end());
  return spellings;
}

std::vector<Literal> LiteralsOf(std::span<const Rule* const> rules) {
  std::vector<Literal> literals;
  for (std::string& keyword : KeywordsOf(rules)) {
    const bool suppression = keyword == kSuppression;
    literals.push_back({std::move(keyword), true, {}, {}, suppression});
  }
  EncodedTable table;
  const std::vector<ClauseOfRule> clauses = ClausesOf(rules);
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const TextClause& clause = clauses[i].alternative->text;
    for (std::string_view keyword : clause.keywords) {
      auto& users =
          std::ranges::lower_bound(literals, LowerCase(keyword), {}, &Literal::text)->clauses;
      if (users.empty() || users.back() != i) users.push_back(i);
    }
    if (clause.decode) AddEncoded(clause, table);
  }
  for (auto& [key, uses] : table) {
    std::ranges::sort(uses);
    uses.erase(std::ranges::unique(uses).begin(), uses.end());
    literals.push_back({key.first, key.second, {}, std::move(uses), false});
  }
  return literals;
}

}  // namespace gonogo
