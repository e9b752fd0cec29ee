#include "analyzer/report/wording.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/code_point.h"

namespace gonogo {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

std::string Capitalised(std::string word) {
  if (!word.empty()) word[0] = Upper(word[0]);
  return word;
}

std::vector<std::string> Split(std::string_view text, std::string_view separators) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (separators.contains(c)) {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Words that have a spelling of their own in titles.
constexpr std::string_view kSpellings[] = {
    "API",        "AWS",     "CI",       "CORS",    "CPU",    "CSRF",   "DB",    "DNS",
    "GCP",        "GitHub",  "GitLab",   "HTTP",    "HTTPS",  "ID",     "IP",    "JSON",
    "JWT",        "MongoDB", "MySQL",    "npm",     "OAuth",  "OpenAI", "PEM",   "PostgreSQL",
    "PyPI",       "SARIF",   "SendGrid", "SMTP",    "SQL",    "SSH",    "SSL",   "TLS",
    "TTL",        "TTY",     "URI",      "URL",     "XML",    "XSS",    "YAML",  "DSN",
    "RSA",        "KMS",     "Redis",    "Slack",   "Stripe", "Google", "Azure", "Docker",
    "Kubernetes", "Twilio",  "Telegram", "Discord", "Flask",  "Django",
};

std::string Spelled(const std::string& word) {
  for (const std::string_view spelling : kSpellings) {
    const bool same = std::ranges::equal(spelling, word, {}, Upper, Upper);
    if (same) return std::string(spelling);
  }
  return word;
}

// "requests.get", "tlsVerify", "max_age": code, not a word of the sentence.
bool LooksLikeCode(std::string_view word) {
  return std::ranges::any_of(
      word, [](char c) { return !IsLower(c) && c != '-' && c != ',' && c != '\''; });
}

std::size_t Columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = CodePointAt(text, offset);
    columns += static_cast<std::size_t>(DisplayWidth(point.value));
    offset += point.length;
  }
  return columns;
}

}  // namespace

std::string Sentence(std::string_view message) {
  std::string text = ValidUtf8(message);
  while (!text.empty() && IsBlank(text.back())) text.pop_back();
  if (text.empty()) return text;
  const std::string_view first = std::string_view(text).substr(0, text.find(' '));
  if (!LooksLikeCode(first)) text[0] = Upper(text[0]);
  if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) text += '.';
  return text;
}

std::string TitleOf(std::string_view id) {
  std::string title;
  for (const std::string& word : Split(id, "-/")) {
    if (!title.empty()) title += ' ';
    title += Spelled(word);
  }
  return title.starts_with("npm") ? title : Capitalised(std::move(title));
}

std::string PascalCase(std::string_view id) {
  std::string name;
  for (std::string& word : Split(id, "-/_. ")) name += Capitalised(std::move(word));
  return name;
}

std::string DistinctName(std::string_view id, std::string_view kind) {
  const bool one_word = id.find_first_of("-/_. ") == std::string_view::npos;
  return (one_word ? std::string(kind) : "") + PascalCase(id);
}

std::string Count(std::uint64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string ByteCount(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  const auto value = static_cast<double>(bytes);
  if (bytes < 1000 * 1000) return fmt::format("{:.1f} KB", value / 1e3);
  if (bytes < 1000 * 1000 * 1000) return fmt::format("{:.1f} MB", value / 1e6);
  return fmt::format("{:.1f} GB", value / 1e9);
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const std::string& word : Split(text, " \t\r\n")) {
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line;
}

std::string Wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string wrapped(indent);
  std::size_t column = 0;
  for (const std::string& word : Split(text, " \t\r\n")) {
    const std::size_t needed = Columns(word);
    if (column > 0 && column + 1 + needed > width) {
      wrapped += "\n" + std::string(indent);
      column = 0;
    }
    if (column > 0) wrapped += ' ';
    wrapped += word;
    column += needed + (column > 0 ? 1 : 0);
  }
  return wrapped + "\n";
}

}  // namespace gonogo
