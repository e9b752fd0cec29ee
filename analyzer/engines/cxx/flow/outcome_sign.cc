#include "analyzer/engines/cxx/flow/outcome_sign.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 24> kGood = {
    "ok",          "okay",        "success",  "succeeded", "successful",  "connected",
    "open",        "opened",      "good",     "valid",     "established", "ready",
    "alive",       "online",      "complete", "completed", "finished",    "authenticated",
    "initialized", "initialised", "active",   "done",      "loggedin",    "isopen"};
constexpr std::array<std::string_view, 24> kBad = {
    "error",   "errors",  "err",     "fail",         "failed", "failure",   "bad",   "invalid",
    "null",    "closed",  "offline", "disconnected", "broken", "dead",      "down",  "busy",
    "refused", "timeout", "lost",    "empty",        "errno",  "exception", "retry", "retryable"};

template <std::size_t size>
bool HasOne(const std::vector<std::string>& words, const std::array<std::string_view, size>& of) {
  return std::ranges::any_of(
      words, [&](const std::string& word) { return std::ranges::count(of, word) > 0; });
}

bool Is(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::count(words, word) > 0;
}

/// `==` with this number.
OutcomeSign SignOfEqual(OutcomeSign part, std::int64_t number, bool named) {
  if (number == 0) return Opposite(part);
  if (number < 0) return OutcomeSign::kFailure;
  if (number >= 200 && number < 300) return OutcomeSign::kSuccess;
  if (number >= 300 && number < 600) return OutcomeSign::kFailure;
  // 1, or how much there is; an error that is asked for has a name.
  if (part == OutcomeSign::kFailure) return named ? part : OutcomeSign::kSuccess;
  return part;
}

OutcomeSign SignOfOrder(std::string_view operation, OutcomeSign part, std::int64_t number) {
  const bool less = operation.starts_with("<");
  if (number == 199 || number == 200) return less ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
  if (number >= 300 && number <= 500) return less ? OutcomeSign::kSuccess : OutcomeSign::kFailure;
  if (number > 1 || number < -1) return part == OutcomeSign::kNone ? part : OutcomeSign::kRaw;
  // A number above 0 is what was hoped for, unless it is compared as an error code is.
  if (operation == ">" && number == 0 && part == OutcomeSign::kFailure) return part;
  return less ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
}

}  // namespace

std::vector<std::string> WordsOfName(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = IsLetter(c);
    const bool hump = IsUpper(c) && i > 0 && IsLower(name[i - 1]);
    if ((!letter || hump) && !words.back().empty()) words.emplace_back();
    if (letter) words.back() += static_cast<char>(IsUpper(c) ? c - 'A' + 'a' : c);
  }
  return words;
}

bool HasWordOf(std::string_view name, std::span<const std::string_view> words) {
  return std::ranges::any_of(WordsOfName(name), [&](const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  });
}

OutcomeSign Opposite(OutcomeSign sign) {
  if (sign == OutcomeSign::kSuccess) return OutcomeSign::kFailure;
  return sign == OutcomeSign::kFailure ? OutcomeSign::kSuccess : sign;
}

OutcomeSign SignOfName(std::string_view name) {
  const std::vector<std::string> words = WordsOfName(name);
  const bool good = HasOne(words, kGood);
  const bool bad = HasOne(words, kBad);
  const bool denies = Is(words, "no") || Is(words, "not") || Is(words, "none") || Is(words, "non");
  if (good) return denies ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
  if (bad) return denies ? OutcomeSign::kSuccess : OutcomeSign::kFailure;
  return OutcomeSign::kRaw;
}

OutcomeSign SignOfType(std::string_view type) {
  constexpr std::array<std::string_view, 11> kNumbers = {"int",
                                                         "long",
                                                         "short",
                                                         "unsigned int",
                                                         "unsigned long",
                                                         "ssize_t",
                                                         "long long",
                                                         "unsigned long long",
                                                         "unsigned short",
                                                         "signed char",
                                                         "unsigned char"};
  if (type == "void") return OutcomeSign::kSuccess;  // types are without stars: a pointer
  if (type.empty()) return OutcomeSign::kRaw;
  if (std::ranges::count(kNumbers, type) > 0) return OutcomeSign::kFailure;
  const std::vector<std::string> words = WordsOfName(LastNameOf(type));
  const std::string& last =
      words.back().empty() && words.size() > 1 ? words[words.size() - 2] : words.back();
  constexpr std::array<std::string_view, 8> kCodes = {"code", "status",   "err",       "error",
                                                      "rc",   "curlcode", "condition", "errc"};
  // CURLcode and CURLMcode are one word to whoever splits at humps.
  const bool code = std::ranges::count(kCodes, last) > 0 || type.ends_with("code");
  return code ? OutcomeSign::kFailure : OutcomeSign::kSuccess;
}

bool IsComparisonOperation(std::string_view operation) {
  constexpr std::array<std::string_view, 6> kAll = {"==", "!=", "<", ">", "<=", ">="};
  return std::ranges::count(kAll, operation) > 0;
}

std::string_view Mirrored(std::string_view operation) {
  if (operation == "<") return ">";
  if (operation == ">") return "<";
  if (operation == "<=") return ">=";
  return operation == ">=" ? "<=" : operation;
}

OutcomeSign SignOfComparison(std::string_view operation, OutcomeSign part,
                             const CxxValue& constant) {
  if (part == OutcomeSign::kNone) return part;
  const bool null = constant.kind == CxxValueKind::kNull;
  const bool number = constant.kind == CxxValueKind::kInteger;
  if (operation == "!=") return Opposite(SignOfComparison("==", part, constant));
  if (operation == "==") {
    const OutcomeSign named = constant.name.empty() ? OutcomeSign::kRaw : SignOfName(constant.name);
    const bool truth =
        constant.type == "bool" || constant.name == "TRUE" || constant.name == "FALSE";
    if (named != OutcomeSign::kRaw && !null && constant.name != "NULL") return named;
    if (null) return Opposite(part == OutcomeSign::kRaw ? OutcomeSign::kSuccess : part);
    if (!number) return OutcomeSign::kRaw;
    if (truth) return constant.integer != 0 ? part : Opposite(part);
    return SignOfEqual(part, constant.integer, !constant.name.empty());
  }
  return number ? SignOfOrder(operation, part, constant.integer) : OutcomeSign::kRaw;
}

}  // namespace gonogo
