#include "analyzer/filter/suppression_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace gonogo {
namespace {

constexpr std::string_view kWord = "gonogo:ignore";
constexpr std::string_view kBlanks = " \t\r\n\v\f";
// Rules in one suppression; more are a mistake. Keeps hostile lines cheap.
constexpr std::size_t kMostRules = 32;

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// What stands before and behind the dashes.
struct Halves {
  std::string_view head;
  std::optional<std::string_view> reason;
};

bool IsBlankAt(std::string_view text, std::size_t at) {
  return at >= text.size() || kBlanks.contains(text[at]);
}

Halves Split(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!IsBlankAt(text, i - 1)) continue;
    for (const std::string_view dash : {"--", "—"}) {
      if (text.substr(i).starts_with(dash) && IsBlankAt(text, i + dash.size())) {
        return {text.substr(0, i), Trimmed(text.substr(i + dash.size()))};
      }
    }
  }
  return {text, std::nullopt};
}

bool IsNumber(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int Number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

int DaysOf(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8);
  if (!IsNumber(year) || !IsNumber(month) || !IsNumber(day)) return false;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return Number(day) >= 1 && Number(day) <= DaysOf(Number(year), Number(month));
}

bool IsRuleName(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
  });
}

/// Reads the words of the head: names separated by commas, then perhaps a date.
class HeadReader {
 public:
  HeadReader(std::string_view head, SuppressionText& into) : rest_(Trimmed(head)), into_(into) {}

  void Read() {
    while (!rest_.empty() && into_.mistake.empty()) {
      const std::string_view word = TakeWord();
      if (word.starts_with("until=")) {
        ReadDate(word.substr(6));
      } else {
        ReadRule(word);
      }
    }
    if (into_.mistake.empty() && into_.rules.empty()) into_.mistake = "it names no rule";
    if (into_.mistake.empty() && comma_) into_.mistake = "a rule is missing behind the last comma";
  }

 private:
  std::string_view TakeWord() {
    const std::size_t end = std::min(rest_.find_first_of(", \t\r\n\v\f"), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    rest_ = Trimmed(rest_.substr(end));
    return word;
  }

  bool TakeComma() {
    if (!rest_.starts_with(',')) return false;
    rest_ = Trimmed(rest_.substr(1));
    return true;
  }

  void ReadDate(std::string_view date) {
    if (!into_.until.empty()) into_.mistake = "it has two dates";
    if (!IsDate(date)) into_.mistake = "its date is none: until=YYYY-MM-DD is expected";
    into_.until = date;
  }

  void ReadRule(std::string_view word) {
    if (!IsRuleName(word)) {
      into_.mistake = "rules are expected, separated by commas";
    } else if (!into_.rules.empty() && !comma_) {
      into_.mistake =
          "the reason must stand behind \" -- \", and several rules are separated by commas";
    } else if (into_.rules.size() == kMostRules) {
      into_.mistake = fmt::format("it names more than {} rules", kMostRules);
    } else if (std::ranges::find(into_.rules, word) == into_.rules.end()) {
      into_.rules.push_back(word);
    }
    comma_ = TakeComma();
  }

  std::string_view rest_;
  SuppressionText& into_;
  bool comma_ = false;
};

}  // namespace

SuppressionText ReadSuppression(std::string_view text) {
  SuppressionText read;
  const std::string_view body = text.substr(std::min(kWord.size(), text.size()));
  if (!text.starts_with(kWord)) {
    read.mistake = "\"gonogo:ignore\" is written in lower case";
  } else if (!IsBlankAt(body, 0)) {
    read.mistake = "a blank is expected behind \"gonogo:ignore\"";
  } else {
    const Halves halves = Split(body);
    HeadReader(halves.head, read).Read();
    if (read.mistake.empty() && halves.reason.value_or("").empty()) {
      read.mistake = "it gives no reason";
    }
    read.reason = halves.reason.value_or("");
  }
  return read;
}

}  // namespace gonogo
