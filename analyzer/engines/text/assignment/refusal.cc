#include "analyzer/engines/text/assignment/refusal.h"

#include <algorithm>
#include <span>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

/// Whether one of the words, all in lower case, stands in the text in whatever case.
bool HoldsOneOf(std::string_view text, std::span<const std::string_view> words) {
  return HoldsAny(LowerCase(text), words);
}

constexpr std::size_t kFar = 350;

/// How a test, or a group of them, begins in the frameworks in use.
bool BeginsTest(std::string_view line) {
  constexpr std::string_view kBegins[] = {
      "it(",       "it \"",          "it '",       "test(",      "test \"",  "test '",
      "func Test", "def test",       "async def ", "@Test",      "[Fact",    "[Test",
      "[Theory",   "describe",       "context ",   "scenario ",  "specify ", "public function test",
      "#[test]",   "#[tokio::test]", "t.Run(",     "it.effect(", "should("};
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return std::ranges::any_of(kBegins,
                             [&](std::string_view begin) { return line.starts_with(begin); });
}

/// `public void testLogin() {`, `async fn error_bad_key() {`.
bool IsMethodOfTest(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  constexpr std::string_view kBegins[] = {"public void ", "void ", "public async Task ", "fun ",
                                          "async fn ",    "fn ",   "public function "};
  return line.contains('(') && std::ranges::any_of(kBegins, [&](std::string_view begin) {
           return line.starts_with(begin);
         });
}

bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

/// `401`, and no part of a greater number or a name.
bool HoldsStatus(std::string_view text) {
  constexpr std::string_view kStatuses[] = {"400", "401", "403", "422"};
  return std::ranges::any_of(kStatuses, [&](std::string_view status) {
    for (std::size_t at = text.find(status); at != text.npos; at = text.find(status, at + 1)) {
      const std::size_t end = at + status.size();
      const bool begins = at == 0 || !IsWordByte(text[at - 1]);
      if (begins && (end == text.size() || !IsWordByte(text[end]))) return true;
    }
    return false;
  });
}

/// A line that says what something is equal to.
bool IsComparison(std::string_view line) {
  constexpr std::string_view kWords[] = {"equal", ".tobe", ".to eq",       "contain",
                                         "==",    ".is(",  "shouldreturn", "shouldbe("};
  return HoldsOneOf(line, kWords);
}

}  // namespace

std::string_view RestOfTest(std::string_view text, std::uint64_t at) {
  std::string_view rest = text.substr(std::min<std::uint64_t>(at, text.size()), kFar);
  for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n', end + 1)) {
    if (BeginsTest(rest.substr(end + 1))) return rest.substr(0, end);
  }
  return rest;
}

bool ExpectsRefusal(std::string_view rest_of_test) {
  constexpr std::string_view kWords[] = {"unauthorized",
                                         "unauthorised",
                                         "forbidden",
                                         "badrequest",
                                         "bad_request",
                                         "assertthrows",
                                         "assertraises",
                                         "raise_error",
                                         "tothrow",
                                         "pytest.raises",
                                         "invalid",
                                         "incorrect",
                                         "wrong",
                                         "denied",
                                         "assertnull(",
                                         "not_to be_valid",
                                         "unprocessable",
                                         "too short",
                                         "too weak",
                                         "should fail",
                                         "rejects.",
                                         "expectexception",
                                         "rejectedwith",
                                         "isnull()",
                                         "haserrors",
                                         "badcredentials",
                                         "errinvalid",
                                         "is_err()",
                                         "unwrap_err",
                                         "assert_raise",
                                         "sessionhaserrors",
                                         "assert_not ",
                                         "refute ",
                                         "must be ",
                                         "at least",
                                         "not match",
                                         "not valid",
                                         "passwordweak",
                                         "weakpassword",
                                         "assertfalse(",
                                         "n't match",
                                         "errorcontains(",
                                         "require.error(",
                                         "assert.error(",
                                         "shouldn't",
                                         "shouldn\xe2\x80\x99t",
                                         "n\xe2\x80\x99t match"};
  const std::string lower = LowerCase(rest_of_test);
  return HoldsStatus(lower) ||
         std::ranges::any_of(kWords, [&](std::string_view word) { return lower.contains(word); });
}

bool IsOfFailingRow(std::string_view rest_of_test) {
  constexpr std::string_view kMarks[] = {"fails:true",      "wanterr:true",     "expecterr:true",
                                         "expectfail:true", "expecterror:true", "shouldfail:true",
                                         "haserror:true",   "iserr:true",       "valid:false",
                                         "wantok:false",    "want:false",       "shoulderror:true",
                                         "expired:true",    "revoked:true"};
  std::string row = LowerCase(rest_of_test.substr(0, rest_of_test.find('}')));
  std::erase_if(row, [](char c) { return c == ' ' || c == '\t' || c == '"' || c == '\''; });
  return HoldsAny(row, kMarks);
}

bool SaysWhereItIsFrom(std::string_view lines_before) {
  const std::size_t comment = lines_before.find("//");
  const std::size_t hash = lines_before.find("# ");
  if (comment == lines_before.npos && hash == lines_before.npos) return false;
  const std::string lower = LowerCase(lines_before.substr(std::min(comment, hash)));
  const bool from = lower.contains("from") || lower.contains("see ") || lower.contains("example");
  constexpr std::string_view kSources[] = {"https://", "rfc", " docs", "documentation", " spec"};
  return from && HoldsAny(lower, kSources);
}

std::string_view LinesBefore(std::string_view text, std::uint64_t at) {
  constexpr std::uint64_t kFarBefore = 200;
  constexpr std::uint64_t kLongestLine = 4096;  // a longer one was written by no one
  at = std::min<std::uint64_t>(at, text.size());
  const std::uint64_t near = std::min(at, kLongestLine);
  const std::string_view before = text.substr(at - near, near);
  const std::size_t end = before.rfind('\n');
  if (end == before.npos || end == 0) return "";
  std::size_t begin = before.rfind('\n', end - 1);
  if (begin != before.npos && begin > 0) begin = before.rfind('\n', begin - 1);
  begin = begin == before.npos ? 0 : begin + 1;
  begin = std::max(begin, end - std::min<std::uint64_t>(end, kFarBefore));
  return before.substr(begin, end - begin);
}

std::string_view BeginOfTest(std::string_view text, std::uint64_t at) {
  constexpr std::uint64_t kFarBefore = 600;
  std::string_view before = text.substr(0, std::min<std::uint64_t>(at, text.size()));
  if (before.size() > kFarBefore) before.remove_prefix(before.size() - kFarBefore);
  while (!before.empty()) {
    const std::size_t begin = before.rfind('\n');
    const std::string_view line = before.substr(begin == before.npos ? 0 : begin + 1);
    if (BeginsTest(line) || IsMethodOfTest(line)) return line;
    if (begin == before.npos) break;
    before = before.substr(0, begin);
  }
  return "";
}

bool NamesRefusal(std::string_view begin_of_test) {
  constexpr std::string_view kSecrets[] = {"pass", "credential", "key", "token", "login", "auth"};
  constexpr std::string_view kRefused[] = {
      "mismatch", "wrong",   "invalid",  "incorrect", "reject",      "denied", "refus",
      "unauthor", "bad_key", "bad_pass", "bad_token", "badpassword", "weak"};
  constexpr std::string_view kFails[] = {"should fail", "should_fail", "shouldfail", "fails with"};
  const std::string lower = LowerCase(begin_of_test);
  const auto holds = [&](std::string_view word) { return lower.contains(word); };
  if (std::ranges::any_of(kFails, holds)) return true;
  return std::ranges::any_of(kSecrets, holds) && std::ranges::any_of(kRefused, holds);
}

bool AnnouncesRefusal(std::string_view lines_before) {
  constexpr std::string_view kWords[] = {
      "wrong",     "invalid",   "incorrect",     "weak",          "mismatch",    "n't match",
      "not match", "at least",  "not valid",     "refuse",        "refusal",     "reject",
      "denied",    "non-exist", "nonexist",      "fails",         "not complex", "disallow",
      "blocklist", "blacklist", "denylist",      "revoked",       "too short",   "not secure",
      "too long",  "too easy",  "not long enou", "different pass"};
  const std::string lower = LowerCase(lines_before);
  if (std::ranges::any_of(kWords, [&](std::string_view word) { return lower.contains(word); }))
    return true;
  // `self.assertFalse(resolver.login(user,` goes on in the line of the secret.
  const std::string_view last = std::string_view(lower).substr(lower.rfind('\n') + 1);
  const bool goes_on = !last.empty() && std::string_view(",({[").contains(last.back());
  return goes_on && (last.contains("assertfalse(") || last.contains("assertraises(") ||
                     last.contains("assertthrows("));
}

bool HidesSecrets(std::string_view rest_of_test) {
  constexpr std::size_t kFarBehind = 200;
  constexpr std::string_view kMarks[] = {":***",
                                         "\"***",
                                         "'***",
                                         "=***",
                                         "//***",
                                         "redacted",
                                         "redacts",
                                         "masked",
                                         "masks the",
                                         "not.contain",
                                         "does_not_contain",
                                         "doesnotcontain",
                                         "not_to include"};
  return HoldsOneOf(rest_of_test.substr(0, kFarBehind), kMarks);
}

bool NamesNobody(std::string_view line) {
  constexpr std::string_view kNobody[] = {"notexist",  "nonexist",    "doesnotexist",
                                          "not_exist", "unknownuser", "unknown_user"};
  return HoldsOneOf(line, kNobody);
}

bool NamesForms(std::string_view begin_of_test) {
  constexpr std::string_view kVerbs[] = {
      "hash",       "digest",     "encode",  "encoding", "decode",    "decoding",
      "parses",     "parsing",    "parser",  "testpars", "test_pars", "mask",
      "redact",     "sanitiz",    "escap",   "crypt",    "cipher",    "censor",
      "serializ",   "serialis",   "obfusc",  "leak",     "notlog",    "roundtrip",
      "round_trip", "round-trip", "not log", "not_log",  "scrub",     "marshal"};
  return HoldsOneOf(begin_of_test, kVerbs);
}

bool SaysItIsNotReal(std::string_view lines_before, std::string_view rest_of_line) {
  constexpr std::string_view kWords[] = {"not real", "not a real", "isn't real",  "isn't a real",
                                         "fake ",    "dummy ",     "made up",     "made-up",
                                         "revoked",  "not valid",  "invalidated", "deactivated"};
  constexpr std::string_view kComments[] = {"//", "#", "/*", "--", "* "};
  const auto says = [&](std::string_view text) {
    const auto comment =
        std::ranges::find_if(kComments, [&](std::string_view mark) { return text.contains(mark); });
    if (comment == std::end(kComments)) return false;
    const std::string lower = LowerCase(text.substr(text.find(*comment)));
    return std::ranges::any_of(kWords, [&](std::string_view word) { return lower.contains(word); });
  };
  return says(lines_before.substr(lines_before.rfind('\n') + 1)) || says(rest_of_line);
}

bool IsAssertion(std::string_view line) {
  constexpr std::string_view kWords[] = {"assert",  "equal",       "expect(",  "should",
                                         ".tobe",   "contain",     "require.", ".to eq",
                                         "verify(", "is_expected", "strcmp("};
  return HoldsOneOf(line, kWords);
}

bool IsComparedWith(std::string_view line) {
  constexpr std::string_view kCalls[] = {"containsentry(",
                                         "hasentry(",
                                         "toequal(",
                                         "isequalto(",
                                         "tohaveproperty(",
                                         "jsonpath(",
                                         "assertequal",
                                         "assert_equal",
                                         "tomatchobject(",
                                         "assertsame(",
                                         "tohavebeencalledwith("};
  return HoldsOneOf(line, kCalls);
}

bool ComparesWhatIsGiven(std::string_view rest_of_test, std::string_view name) {
  constexpr std::string_view kCalls[] = {"assertEquals(", "assert.Equal(t, ", "assertSame("};
  return std::ranges::any_of(kCalls, [&](std::string_view call) {
    const std::size_t at = rest_of_test.find(call);
    if (at == rest_of_test.npos) return false;
    std::string_view line = rest_of_test.substr(at + call.size());
    line = line.substr(0, line.find('\n'));
    return line.starts_with(std::string(name) + ", ") &&
           (line.contains(".get") || line.contains(".Get"));
  });
}

bool IsExpectedBelow(std::string_view rest_of_test, std::string_view value) {
  for (std::size_t at = rest_of_test.find(value); at != rest_of_test.npos;
       at = rest_of_test.find(value, at + 1)) {
    const std::size_t begin = rest_of_test.rfind('\n', at) + 1;
    const std::size_t end = std::min(rest_of_test.find('\n', at), rest_of_test.size());
    const std::string_view line = rest_of_test.substr(begin, end - begin);
    if (begin > 0 && IsAssertion(line) && IsComparison(line)) return true;
  }
  return false;
}

}  // namespace gonogo
