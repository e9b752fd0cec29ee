#include "analyzer/classify/text_shape.h"

#include <algorithm>
#include <array>

#include "analyzer/classify/line_cursor.h"
#include "analyzer/classify/lower_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kHead = 8192;

bool IsSpace(char c) { return IsBlank(c) || c == '\n' || c == '\f' || c == '\v'; }

// Skips white space and comments as JSON5 has them.
std::string_view SkipJsonSpace(std::string_view text) {
  for (;;) {
    text = SkipSpace(text);
    std::string_view end;
    if (text.starts_with("//")) {
      end = "\n";
    } else if (text.starts_with("/*")) {
      end = "*/";
    } else {
      return text;
    }
    const std::size_t at = text.find(end, 2);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

// Cuts a quoted string off; false where there is none, or no end of it in the head.
bool TakeString(std::string_view& text) {
  if (text.empty() || text.front() != '"') return false;
  for (std::size_t at = 1; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      text.remove_prefix(at + 1);
      return true;
    }
  }
  return false;
}

bool BeginsJsonValue(std::string_view text) {
  if (text.empty()) return true;  // the head ends here
  if (IsDigit(text.front()) ||
      std::string_view("{[\"-").find(text.front()) != std::string_view::npos) {
    return true;
  }
  return text.starts_with("true") || text.starts_with("false") || text.starts_with("null");
}

bool LooksLikeJsonArray(std::string_view rest) {
  if (rest.starts_with(']')) return SkipSpace(rest.substr(1)).empty();
  if (!BeginsJsonValue(rest)) return false;
  if (!TakeString(rest)) return rest.empty() || !IsDigit(rest.front()) || rest.size() > 1;
  rest = SkipJsonSpace(rest);
  return rest.empty() || rest.front() == ',' || rest.front() == ']';
}

bool IsKeyChar(char c) {
  return IsWordChar(c) || c == '.' || c == '-' || c == '/' || c == '"' || c == '\'';
}

// "key:", "key: value", "- key: value", "- item".
bool IsYamlLine(std::string_view line, bool& has_key) {
  while (line.starts_with("- ")) line.remove_prefix(2);
  if (line == "-") return true;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (!std::ranges::all_of(line.substr(0, colon), IsKeyChar)) return false;
  has_key = true;
  return colon + 1 == line.size() || line[colon + 1] == ' ';
}

bool IsWordThenBrace(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  line.remove_prefix(word.size());
  if (line.empty() || IsWordChar(line.front())) return false;
  return line.back() == '{' || line.find("{ ") != std::string_view::npos;
}

constexpr std::array<std::string_view, 6> kNginxBlocks = {"server", "upstream", "location",
                                                          "http",   "events",   "stream"};
constexpr std::array<std::string_view, 9> kNginxDirectives = {
    "proxy_pass ",           "proxy_set_header ", "add_header ",
    "ssl_protocols ",        "fastcgi_param ",    "ssl_certificate ",
    "client_max_body_size ", "limit_req_zone ",   "listen "};

bool IsNginxLine(std::string_view line) {
  if (std::ranges::any_of(kNginxBlocks,
                          [&](std::string_view word) { return IsWordThenBrace(line, word); })) {
    return true;
  }
  return line.back() == ';' && std::ranges::any_of(kNginxDirectives, [&](std::string_view word) {
           return line.starts_with(word);
         });
}

constexpr std::array<std::string_view, 16> kApacheStarts = {
    "<virtualhost", "<directory", "<ifmodule",   "<location",      "<proxy",       "<files",
    "<limit",       "<ifdefine",  "loadmodule ", "rewriteengine ", "rewriterule ", "documentroot ",
    "sslengine ",   "proxypass ", "servername ", "<ifversion"};

bool IsApacheLine(std::string_view line) {
  return std::ranges::any_of(
      kApacheStarts, [&](std::string_view start) { return StartsWithIgnoringCase(line, start); });
}

bool IsSection(std::string_view line, std::string_view word, bool named) {
  if (!line.starts_with(word)) return false;
  const std::string_view rest = SkipSpace(line.substr(word.size()));
  if (!named) return rest.empty() || rest.front() == '#';
  return !rest.empty() && line.size() > word.size() && IsBlank(line[word.size()]) &&
         rest.find_first_of("=:;{") == std::string_view::npos;
}

template <class Test>
bool AnyLine(std::string_view text, Test test) {
  LineCursor lines(text.substr(0, kHead));
  std::string_view line;
  while (lines.Next(line)) {
    if (!line.empty() && test(line)) return true;
  }
  return false;
}

}  // namespace

std::string_view SkipSpace(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  return text;
}

bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t at = 0; at < prefix.size(); ++at) {
    if (LowerCase(text[at]) != prefix[at]) return false;
  }
  return true;
}

bool LooksLikeJson(std::string_view text) {
  std::string_view rest = SkipJsonSpace(text.substr(0, kHead));
  if (rest.starts_with('[')) return LooksLikeJsonArray(SkipJsonSpace(rest.substr(1)));
  if (!rest.starts_with('{')) return false;
  rest = SkipJsonSpace(rest.substr(1));
  if (rest.starts_with('}')) return SkipSpace(rest.substr(1)).empty();
  if (!TakeString(rest)) return false;
  rest = SkipJsonSpace(rest);
  return rest.starts_with(':') && BeginsJsonValue(SkipJsonSpace(rest.substr(1)));
}

bool LooksLikeXml(std::string_view text) {
  const std::string_view rest = SkipSpace(text.substr(0, kHead));
  if (rest.size() < 2 || rest.front() != '<') return false;
  if (rest.starts_with("<?xml") || rest.starts_with("<!--")) return true;
  if (StartsWithIgnoringCase(rest, "<!doctype")) return true;
  const char next = rest[1];
  return IsWordChar(next) && !IsDigit(next) && rest.find('>') != std::string_view::npos &&
         rest.find("</") != std::string_view::npos;
}

bool LooksLikeYaml(std::string_view text) {
  constexpr int kLinesLookedAt = 12;
  LineCursor lines(text.substr(0, kHead));
  std::string_view line;
  bool has_key = false;
  int seen = 0;
  while (seen < kLinesLookedAt && lines.Next(line)) {
    if (line.empty() || line.front() == '#' || line == "---") continue;
    if (lines.indented() && has_key) continue;
    if (lines.indented() || !IsYamlLine(line, has_key)) return false;
    ++seen;
  }
  return has_key;
}

bool LooksLikeIni(std::string_view text) {
  LineCursor lines(text.substr(0, kHead));
  std::string_view line;
  while (lines.Next(line)) {
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    return line.front() == '[' && line.size() > 2 && line.find(']') != std::string_view::npos &&
           (IsWordChar(line[1]) || line[1] == '.' || line[1] == ' ') && !LooksLikeJson(text);
  }
  return false;
}

bool LooksLikeNginx(std::string_view text) { return AnyLine(text, IsNginxLine); }

bool LooksLikeApache(std::string_view text) { return AnyLine(text, IsApacheLine); }

bool LooksLikeHaproxy(std::string_view text) {
  bool general = false;
  bool proxy = false;
  return AnyLine(text, [&](std::string_view line) {
    general |= IsSection(line, "global", false) || IsSection(line, "defaults", false);
    proxy |= IsSection(line, "frontend", true) || IsSection(line, "backend", true) ||
             IsSection(line, "listen", true);
    return general && proxy;
  });
}

bool HasPem(std::string_view text) {
  return text.substr(0, kHead).find("-----BEGIN ") != std::string_view::npos;
}

}  // namespace gonogo
