#include "analyzer/engines/text/sample_place.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/code_around.h"
#include "analyzer/engines/text/assignment/example_place.h"
#include "analyzer/engines/text/assignment/manual.h"
#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/engines/text/assignment/recording.h"
#include "analyzer/engines/text/assignment/refusal.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/assignment/value_shape.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

/// `rest` begins behind the attribute and ends in the item that it stands before: in a module with
/// a body, which is the last of its file, in a function or in a constant.
bool EndsInItem(std::string_view rest) {
  const std::size_t end = rest.find_first_of("{;");
  if (end == rest.npos) return rest.contains("const ") || rest.contains("static ");
  if (rest[end] == ';') return false;
  const std::string_view head = rest.substr(0, end);
  if (!head.contains("fn ")) return head.contains("mod ");
  int depth = 0;
  for (const char c : rest.substr(end)) {
    depth += (c == '{') - (c == '}');
    if (depth == 0) return false;  // the body has ended before
  }
  return true;
}

bool IsInInlineTests(std::string_view before) {
  constexpr std::string_view kMark = "#[cfg(test)]";
  for (std::size_t at = before.find(kMark); at != before.npos; at = before.find(kMark, at + 1)) {
    if (EndsInItem(before.substr(at + kMark.size()))) return true;
  }
  return false;
}

/// Between the last blank or quote and the secret: `postgres://shop:`.
std::string_view TokenBefore(std::string_view line) {
  const std::size_t begin = line.find_last_of(" \t\"'`");
  return begin == line.npos ? line : line.substr(begin + 1);
}

bool HoldsEscape(std::string_view value) {
  const auto hex = [](char c) {
    return IsDigit(c) || (LowerCase(c) >= 'a' && LowerCase(c) <= 'f');
  };
  for (std::size_t at = value.find('%'); at != value.npos; at = value.find('%', at + 1)) {
    if (at + 2 < value.size() && hex(value[at + 1]) && hex(value[at + 2])) return true;
  }
  return false;
}

/// `ConnectionUriTest.java`, `parse_dsn_test.go`: what such tests are given are forms.
bool IsTestOfForms(std::string_view path) {
  constexpr std::string_view kSubjects[] = {"url",    "uri",     "dsn",   "pars",
                                            "encod",  "decod",   "escap", "connectionstring",
                                            "redact", "sanitiz", "mask",  "connection_string"};
  return HoldsAny(LowerCase(path.substr(path.rfind('/') + 1)), kSubjects);
}

/// `assertThat(uri.getPassword()).isEqualTo(...)`: the lines below ask for the parts.
bool AsksForParts(std::string_view rest_of_test) {
  constexpr std::string_view kParts[] = {"getpassword(", ".password", "[\"password\"]",
                                         "['password']", "userinfo",  "getauthority",
                                         "getusername(", ".username", "[:password]"};
  return HoldsAny(LowerCase(rest_of_test), kParts);
}

bool IsAddress(std::string_view token) { return token.contains("://"); }

bool IsHeader(std::string_view line) {
  const std::string lower = LowerCase(line);
  return lower.ends_with("basic ") || lower.ends_with("bearer ");
}

/// `assert_eq!(` and `headers.get("authorization"),` above the line of the secret.
bool GoesOnInAssertion(std::string_view lines_before) {
  return IsAssertion(lines_before) && !lines_before.contains(';');
}

std::string_view ReasonInTest(std::string_view text, ByteRange secret, std::string_view path) {
  const std::string_view value = text.substr(secret.begin, secret.end - secret.begin);
  const std::string_view line = LineBefore(text, secret.begin);
  const bool address = IsAddress(TokenBefore(line));
  const std::string_view rest = RestOfTest(text, secret.end);
  const std::string_view lines = LinesBefore(text, secret.begin);
  if ((address || IsHeader(line)) && (IsAssertion(line) || GoesOnInAssertion(lines)))
    return "what a test expects";
  if (HidesSecrets(rest)) return "what a test wants hidden";
  if (address && (IsTestOfForms(path) || HoldsEscape(value) || AsksForParts(rest)))
    return "an address that a test takes apart";
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  if (name.contains("parser") || IsTestOfWriting(path)) return "what a test takes apart";
  const bool refused = NamesNobody(line) || AnnouncesRefusal(lines) ||
                       NamesRefusal(BeginOfTest(text, secret.begin)) || ExpectsRefusal(rest);
  return refused ? "it is refused, in a test" : "";
}

/// What describes a call or a schema, with samples of what it takes.
bool IsDescription(FileKind kind) { return kind == FileKind::kYaml || kind == FileKind::kJson; }

bool IsWord(std::string_view token) {
  return !token.empty() && std::ranges::all_of(token, IsLetter);
}

/// `"If you have a mail server: 'host=...;password=`, `"mail server: 'host=`: a text for people
/// begins where the literal begins.
bool IsToldInText(std::string_view line) {
  const std::size_t open = line.find_first_of("\"`");
  if (open == line.npos) return false;
  std::string_view rest = line.substr(open + 1);
  const bool sentence =
      rest.find_first_not_of(' ') != rest.npos && IsUpper(rest[rest.find_first_not_of(' ')]);
  for (std::size_t words = 0; !rest.empty(); ++words) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const std::size_t end = rest.find(' ');
    if (end == rest.npos) return false;
    std::string_view token = rest.substr(0, end);
    if (sentence && words >= 3) return true;
    if (words >= 1 && token.ends_with(':') && IsWord(token.substr(0, end - 1)))
      return !LowerCase(token).contains("authorization");
    if (!IsWord(token)) return false;
    rest.remove_prefix(end);
  }
  return false;
}

/// A page shows it: the last `<code` or `<pre` before it is open.
bool IsInShownCode(std::string_view text, std::uint64_t at) {
  constexpr std::uint64_t kFar = 400;
  const std::string_view before = text.substr(at > kFar ? at - kFar : 0, std::min(at, kFar));
  const std::size_t code = before.rfind("<code");
  const std::size_t pre = before.rfind("<pre");
  const auto open = [&](std::size_t begin, std::string_view end) {
    return begin != before.npos && before.find(end, begin) == before.npos;
  };
  const std::size_t listing = before.rfind("<programlisting");
  return open(code, "</code") || open(pre, "</pre") || open(listing, "</programlisting");
}

/// A call of a domain that nobody has: the next lines, or this one, name where it is sent to.
bool IsSentToExample(std::string_view text, ByteRange secret) {
  constexpr std::uint64_t kFar = 160;
  constexpr std::string_view kDomains[] = {"example.com", "example.org", "example.net"};
  std::string_view rest = text.substr(std::min<std::size_t>(secret.end, text.size()), kFar);
  const std::string_view before = LineBefore(text, secret.begin);
  if (!before.contains("curl") && !before.contains(" -H ")) return false;
  return HoldsAny(rest, kDomains) || HoldsAny(before, kDomains);
}

}  // namespace

std::string_view TokenReasonInTest(std::string_view text, ByteRange token, std::string_view path) {
  constexpr std::string_view kCalls[] = {"pars", "decod", "unverified", "extract", "contains"};
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  const std::string_view line = LineBefore(text, token.begin);
  if (name.contains("parser") || HoldsAny(LowerCase(line), kCalls))
    return "what a test takes apart";
  if (IsAssertion(line)) return "what a test expects";
  const std::string_view begin = BeginOfTest(text, token.begin);
  if (NamesForms(begin)) return "what a test takes apart";
  const bool refused = AnnouncesRefusal(LinesBefore(text, token.begin)) || NamesRefusal(begin) ||
                       RestOfTest(text, token.end).contains(" 401");
  return refused ? "it is refused, in a test" : "";
}

bool IsOfAddressInComment(std::string_view text, std::uint64_t at) {
  const std::string_view line = LineBefore(text, at);
  const std::string_view token = TokenBefore(line);
  return IsAddress(token) && token.contains("token=") && IsCommentedLine(line);
}

bool IsNamedForTests(std::string_view text, std::uint64_t at) {
  const std::string_view line = LineBefore(text, at);
  return line.contains("TEST_") || line.contains("_TEST");
}

bool IsExampleOfDescription(std::string_view text, ByteRange secret, const SourceFile& file) {
  return IsDescription(file.kind) && IsExamplePlace({text, secret, file.kind, file.path});
}

bool IsSaidToBeNone(std::string_view text, ByteRange secret) {
  std::string_view rest = text.substr(std::min<std::size_t>(secret.end, text.size()), 120);
  rest = rest.substr(0, rest.find('\n'));
  return SaysItIsNotReal(LinesBefore(text, secret.begin), rest);
}

FileRole RoleAt(std::string_view text, std::uint64_t at, const SourceFile& file) {
  constexpr std::string_view kMocks[] = {".mock.",  ".mocks.", "__mocks__/",
                                         "/mocks/", "/mock.",  "/mocks."};
  if (HoldsAny(file.path, kMocks)) return FileRole::kTest;
  if (file.role == FileRole::kProduct && IsInShownCode(text, at)) return FileRole::kDocumentation;
  if (file.kind != FileKind::kRust || file.role != FileRole::kProduct) return file.role;
  return IsInInlineTests(text.substr(0, at)) ? FileRole::kTest : file.role;
}

FileRole RoleOfLiteral(std::string_view text, ByteRange secret, const SourceFile& file) {
  const std::string_view value = text.substr(secret.begin, secret.end - secret.begin);
  if (IsPipeline(file.path) && !LooksRandom(MeasureValue(value))) return FileRole::kTest;
  return RoleAt(text, secret.begin, file);
}

std::string_view SampleReason(std::string_view text, ByteRange secret, const SourceFile& file,
                              FileRole role) {
  const bool code = SyntaxOf(file.kind) == Syntax::kCode && file.kind != FileKind::kJson;
  const std::string_view value = text.substr(secret.begin, secret.end - secret.begin);
  if (role == FileRole::kDocumentation && HoldsEscape(value) &&
      IsAddress(TokenBefore(LineBefore(text, secret.begin))))
    return "an address that shows an encoding";
  if (code && role == FileRole::kProduct && IsToldInText(LineBefore(text, secret.begin)))
    return "an example";
  const bool config = IsConfigKind(file.kind) && SyntaxOf(file.kind) != Syntax::kShell;
  const bool setting = config || file.kind == FileKind::kUnknown || file.kind == FileKind::kSql;
  if ((code || setting) && IsCommentedLine(LineBefore(text, secret.begin)))
    return "it stands in a comment";
  if (IsRecording(text, file.kind)) return "a recording holds it";
  if (code && IsNamedArgument(text, secret)) return "a reference or an expression";
  if (code && LineBefore(text, secret.begin).contains("```")) return "an example";
  if ((code || IsDescription(file.kind)) && IsExamplePlace({text, secret, file.kind, file.path}))
    return "an example";
  if (IsInDocumentation(text, secret.begin, file.kind)) return "it shows how code is used";
  if (IsTranslation(file.path, file.kind)) return "a translation";
  if (role == FileRole::kProduct && IsSentToExample(text, secret)) return "an example";
  return role == FileRole::kTest ? ReasonInTest(text, secret, file.path) : "";
}

}  // namespace gonogo
