#include "analyzer/engines/text/assignment_matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/engines/text/assignment/chosen_value.h"
#include "analyzer/engines/text/assignment/code_around.h"
#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/assignment/enclosing.h"
#include "analyzer/engines/text/assignment/judgement.h"
#include "analyzer/engines/text/assignment/manual.h"
#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/engines/text/assignment/recording.h"
#include "analyzer/engines/text/assignment/refusal.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/assignment/value_shape.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/held_words.h"
#include "analyzer/engines/text/sample_place.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kAround = 240;  // bytes before and after that are looked at for neighbours

/// `keyboard`, `tokens`, `passed`: the word goes on, so that the hit is in another one.
bool GoesOn(std::string_view text, ByteRange hit) {
  return hit.end < text.size() && IsLower(text[hit.end]) && IsLower(text[hit.end - 1]);
}

std::string_view Around(std::string_view text, ByteRange range) {
  const std::size_t begin = range.begin > kAround ? range.begin - kAround : 0;
  return text.substr(begin, range.end + kAround - begin);
}

/// `User:42`, `uid=joe,dc=shop`, a mail address: which one of many, and nothing that opens it.
bool IsWhose(std::string_view decoded) {
  const std::size_t colon = decoded.find(':');
  const bool numbered = colon != decoded.npos && colon > 0 && colon + 1 < decoded.size() &&
                        IsUpper(decoded.front()) &&
                        std::ranges::all_of(decoded.substr(0, colon), IsLetter) &&
                        std::ranges::all_of(decoded.substr(colon + 1), IsDigit);
  const std::size_t at = decoded.find('@');
  const bool mail = at != decoded.npos && at > 0 && decoded.find('.', at) != decoded.npos &&
                    decoded.find_first_of(":/ ") == decoded.npos;
  return numbered || mail || (decoded.contains("dc=") && decoded.contains(','));
}

/// What looks like chance in Base64 may be words: the signs ask for what was encoded.
ValueShape ShapeOf(std::string_view value) {
  constexpr std::size_t kShortestEncoded = 12;
  const ValueShape shape = MeasureValue(value);
  if (value.size() < kShortestEncoded || !shape.base64) return shape;
  std::string decoded = Base64Decode(value).value_or("");
  while (decoded.ends_with('\n')) decoded.pop_back();
  const bool text =
      !decoded.empty() && std::ranges::all_of(decoded, [](char c) { return c >= ' ' && c <= '~'; });
  return text ? MeasureValue(decoded) : shape;
}

/// What the value says of itself once it is decoded.
std::string_view DecodedReason(std::string_view value) {
  if (value.starts_with("eyJ") && std::ranges::count(value, '.') >= 2)
    return ProveJwt(value).proof == Proof::kRefuted ? "no working token" : "";
  if (value.contains(".eyJ")) return "no working token";
  std::string decoded = Base64Decode(value).value_or("");
  while (decoded.ends_with('\n')) decoded.pop_back();
  const bool text = decoded.size() >= 4 &&
                    std::ranges::all_of(decoded, [](char c) { return c >= ' ' && c <= '~'; });
  if (!text) return "";
  if (IsStockDefault(decoded)) return "a stock default in base64";
  if (IsWhose(decoded)) return "an identifier in base64";
  return PlaceholderReason(decoded).empty() ? "" : "a placeholder in base64";
}

/// `"for example `password` or `oidc`"`: two words of a description, not one behind the other.
bool IsOfDescription(std::string_view text, const GivenValue& value) {
  const Assignment& given = value.assignment;
  const bool backtick = given.value.begin > 0 && text[given.value.begin - 1] == '`';
  const bool data = SyntaxOf(value.kind) != Syntax::kCode || value.kind == FileKind::kJson;
  const auto end = static_cast<std::size_t>(given.name.data() - text.data()) + given.name.size();
  const bool told = end < text.size() && text[end] == '`';
  return backtick && (data || told) && given.form == AssignmentForm::kDefault;
}

/// `initial_id_token: 746869732073686f756c64...`: a text that a test wrote as hex digits.
bool IsTextInHex(std::string_view value) {
  if (value.size() < 10 || value.size() % 2 != 0) return false;
  const auto digit = [](char c) { return IsDigit(c) ? c - '0' : LowerCase(c) - 'a' + 10; };
  if (value.find_first_not_of("0123456789abcdefABCDEF") != value.npos) return false;
  for (std::size_t at = 0; at < value.size(); at += 2) {
    const int byte = digit(value[at]) * 16 + digit(value[at + 1]);
    if (byte != '\n' && (byte < ' ' || byte > '~')) return false;
  }
  return true;
}

/// `SIGNING_KEY=53E66E1D...`: which key of a ring, in the capitals in which GnuPG tells it.
bool IsFingerprint(const Assignment& given) {
  const std::string_view value = given.text;
  if (value.size() != 16 && value.size() != 40) return false;
  if (value.find_first_not_of("0123456789ABCDEF") != value.npos) return false;
  return LowerCase(given.name).ends_with("key");
}

/// `#token.secret=VGhpc0...`: what stands in Base64 in a line that is switched off says that it is
/// a secret.
bool SaysSecretInComment(std::string_view line, std::string_view value) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == line.npos || (line[first] != '#' && line[first] != '/')) return false;
  const std::string decoded = LowerCase(Base64Decode(value).value_or(""));
  return decoded.contains("secret") || decoded.contains("password");
}

/// `*seed*,d57c...`: a salt, and the digits of what was made with it.
bool EndsInHash(std::string_view value) {
  constexpr std::size_t kLengths[] = {32, 40, 64, 128};
  const std::size_t sign = value.find_last_of(",:$*");
  if (sign == value.npos) return false;
  const std::string_view digits = value.substr(sign + 1);
  return std::ranges::find(kLengths, digits.size()) != std::end(kLengths) &&
         digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
}

/// `password: "...", hashedPassword: true`: the next entry says what this one is.
bool SaysItIsHashed(std::string_view text, const Assignment& given) {
  constexpr std::size_t kFar = 80;
  const std::string_view rest =
      text.substr(std::min<std::size_t>(given.value.end, text.size()), kFar);
  const std::string next = LowerCase(rest);
  // rootpw --iscrypted, as the installers of Linux take it
  if (LineBefore(text, given.value.begin).contains("iscrypted")) return true;
  return next.contains("hashedpassword") || next.contains("hashed: true") ||
         next.contains("\"hashed\": true");
}

/// What a database keeps of a password: the hex digits of a hash, or something long beside a salt.
bool IsHashOfPassword(std::string_view text, const GivenValue& value) {
  const std::string_view digits = value.assignment.text;
  const bool number = digits.starts_with("0x") &&
                      digits.find_first_not_of("0123456789abcdefABCDEF", 2) == digits.npos;
  if (value.sort == ValueSort::kPassword && number) return true;
  if (value.sort == ValueSort::kPassword && EndsInHash(digits)) return true;
  if (value.sort == ValueSort::kPassword && SaysItIsHashed(text, value.assignment)) return true;
  if (value.sort != ValueSort::kPassword || value.shape.length < 28) return false;
  constexpr std::size_t kLengths[] = {32, 40, 56, 64, 96, 128};
  const bool length = std::ranges::find(kLengths, value.shape.length) != std::end(kLengths);
  const bool setting = IsConfigKind(value.kind) && value.kind != FileKind::kXml;
  if (value.shape.hex && (length || !setting)) return true;
  const std::string around = LowerCase(Around(text, value.assignment.value));
  return around.contains("salt");
}

/// `root_password=eAMx...`: what crypt(3) makes of a password by DES, in the files of installers.
bool IsDesHash(std::string_view text, const GivenValue& value, std::string_view path) {
  constexpr std::string_view kFiles[] = {"sysidcfg", "kickstart", "preseed", "passwd", "shadow"};
  constexpr std::string_view kAlphabet =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const std::string_view hash = value.assignment.text;
  if (value.sort != ValueSort::kPassword || hash.size() != 13) return false;
  if (hash.find_first_not_of(kAlphabet) != hash.npos || !LooksRandom(value.shape)) return false;
  return HoldsAny(LowerCase(path), kFiles) ||
         LowerCase(Around(text, value.assignment.value)).contains("crypt");
}

/// `<password>TBRF...==</password>` in what Jenkins keeps: whole blocks of a cipher, in Base64.
bool IsEncryptedByJenkins(std::string_view text, const GivenValue& value) {
  constexpr std::size_t kBlock = 16;
  if (value.kind != FileKind::kXml || value.assignment.text.size() < 24) return false;
  const std::string_view head = text.substr(0, 4096);
  if (!head.contains("hudson.") && !head.contains("jenkins") && !head.contains("cloudbees"))
    return false;
  const std::string bytes = Base64Decode(value.assignment.text).value_or("");
  return !bytes.empty() && bytes.size() % kBlock == 0;
}

/// `DB_PASSWORD: database_password` in a chart: under which name it is kept.
bool IsKeyOfChart(const GivenValue& value, std::string_view path) {
  return value.kind == FileKind::kYaml && value.shape.digits == 0 &&
         value.assignment.text.contains('_') && path.contains("helm") &&
         !IsSecretOfSomething(value.assignment.text);
}

/// A password of a test of hashes: Base64 of as many bytes as a digest has.
bool IsDigestInBase64(const GivenValue& value) {
  const std::string_view text = value.assignment.text;
  if (value.sort != ValueSort::kPassword || IsConfigKind(value.kind) || !text.ends_with('='))
    return false;
  constexpr std::size_t kBytes[] = {16, 20, 32, 64};
  const std::string bytes = Base64Decode(text).value_or("");
  return std::ranges::find(kBytes, bytes.size()) != std::end(kBytes);
}

/// `CAIaAwoBMA==`: Base64 of fields as Protocol Buffers write them, all of them whole.
bool IsEncodedMessage(std::string_view value) {
  if (value.size() % 4 != 0) return false;
  const std::string bytes = Base64Decode(value).value_or("");
  if (bytes.size() < 4 || bytes.size() > 128) return false;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto tag = static_cast<unsigned char>(bytes[at++]);
    const bool field = tag >= 8 && tag < 0x80 && tag / 8 <= 8;
    if (!field || at == bytes.size() || (tag % 8 != 0 && tag % 8 != 2)) return false;
    const auto next = static_cast<unsigned char>(bytes[at++]);
    if (tag % 8 == 2) at += next;
  }
  return at == bytes.size();
}

/// Characters by their numbers: of other scripts, or bytes.
bool IsEscaped(std::string_view source) {
  if (source.starts_with("\\u") || source.starts_with("\\x") || source.starts_with("\\U"))
    return true;
  for (std::size_t at = source.find('\\'); at != source.npos; at = source.find('\\', at + 1)) {
    const std::string_view number = source.substr(at + 1, 3);
    if (number.size() == 3 && std::ranges::all_of(number, IsDigit)) return true;
    const std::string_view letter = source.substr(at + 1, 5);
    if (letter.size() == 5 && letter.front() == 'u' &&
        letter.find_first_not_of("0123456789abcdefABCDEF", 1) == letter.npos)
      return true;
  }
  return false;
}

/// The value goes on in a hole that somebody fills: `sk_live_<your key>`, `<<NAME>>`.
bool HasHole(std::string_view text, const Assignment& given) {
  const std::string_view rest = text.substr(std::min<std::size_t>(given.value.end, text.size()));
  const bool cut = !given.quoted && rest.starts_with('<') && !rest.starts_with("</");
  return cut || given.text.contains(">>") || given.text.contains("<<");
}

/// `"Unknown token: 9caf"`: the end of a sentence that says what became of it.
bool IsTold(std::string_view before) {
  constexpr std::string_view kEnds[] = {"unknown ", "invalid ", "expired ", "bad ",
                                        "wrong ",   "encoded ", "hashed "};
  const std::string lower =
      LowerCase(before.substr(before.size() - std::min<std::size_t>(before.size(), 8)));
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return lower.ends_with(end); });
}

/// `password: v  # replace it`: the rest of the line says what is to be done with the value.
bool IsToBeReplaced(std::string_view text, const Assignment& given) {
  constexpr std::uint64_t kFar = 120;
  std::string_view rest = text.substr(std::min<std::size_t>(given.value.end, text.size()), kFar);
  rest = rest.substr(0, rest.find('\n'));
  const std::size_t comment = std::min(rest.find(" #"), rest.find(" //"));
  if (comment == rest.npos) return false;
  const std::string says = LowerCase(rest.substr(comment));
  constexpr std::string_view kWords[] = {"replace",  "change this", "change it",  "change me",
                                         "your own", "example",     "placeholder"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return says.contains(word); });
}

/// `# e.g. password: v`, and what stands below "it must look like this:". Manuals say so of what
/// works, too.
bool IsGivenAsExample(std::string_view text, const Assignment& given, FileKind kind) {
  if (SyntaxOf(kind) == Syntax::kText) return false;
  const std::string_view before =
      LineBefore(text, static_cast<std::uint64_t>(given.name.data() - text.data()));
  if (before.contains("e.g. ")) return true;
  const std::string around = LowerCase(Around(text, {given.value.begin, given.value.begin}));
  const std::string_view above =
      std::string_view(around).substr(0, std::min<std::size_t>(given.value.begin, kAround));
  return above.contains("look like this") || above.contains("looks like this");
}

std::string_view Behind(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size()), 16);
}

/// `os.environ["MYSQL_PWD"] = db_password`: code, in which a plain word is a variable.
bool IsVariableOfCode(std::string_view text, const Assignment& given) {
  if (given.quoted) return false;
  const std::string_view rest =
      Behind(text, static_cast<std::size_t>(given.name.data() - text.data()) + given.name.size());
  return rest.starts_with("\"]") || rest.starts_with("']");
}

/// `putUserPassword("shop", password)`, `['password', 'is_admin', 'twofactor']`: the first of
/// several, where one alone would be given to the name.
bool IsOneOfSeveral(std::string_view text, const Assignment& given, const ValueShape& shape) {
  std::string_view rest = Behind(text, given.value.end);
  if (!given.quoted || rest.size() < 2 || rest[1] != ',') return false;
  if (given.form == AssignmentForm::kSetter) return WordsOf(given.name).size() >= 3;
  // ['--password', 'server-name', 'server-port']: the options that there are.
  if (given.form == AssignmentForm::kOption)
    return IsMadeOfWords(shape) && given.text.contains('-');
  rest.remove_prefix(2);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  // destroy('API_KEY', '5bba...', owner): one identifier beside another.
  if (shape.uuid && given.form == AssignmentForm::kArgument) return true;
  const bool list = !rest.empty() && rest.front() == text[given.value.end];
  return list && given.form == AssignmentForm::kArgument && shape.digits <= 1 &&
         given.text.find_first_of("_-") != given.text.npos && shape.upper == 0 && shape.blanks == 0;
}

/// What rules the value out; empty where nothing does.
std::string_view WhyNone(std::string_view text, const GivenValue& value, std::string_view path) {
  const Assignment& given = value.assignment;
  if (const std::string_view reason = NoSecretReason(value); !reason.empty()) return reason;
  if (const std::string_view reason = DecodedReason(given.text); !reason.empty()) return reason;
  if (SaysSecretInComment(LineBefore(text, given.value.begin), given.text))
    return "a placeholder in base64";
  if (IsHashOfPassword(text, value) || IsDesHash(text, value, path)) return "a hash";
  if (IsEncryptedByJenkins(text, value)) return "a hash, or encrypted";
  if (IsKeyOfChart(value, path)) return "names a secret";
  if (value.sort == ValueSort::kKey && IsTextInHex(given.text)) return "a text in hex digits";
  if (IsFingerprint(given)) return "the fingerprint of a key";
  if (IsOfDescription(text, value)) return "the words of a text";
  if (IsEscaped(text.substr(given.value.begin, given.value.end - given.value.begin)))
    return "escaped characters";
  if (HasHole(text, given)) return "template";
  // What looks random works until somebody does as the comment says.
  if (!LooksRandom(value.shape) && IsToBeReplaced(text, given))
    return "a placeholder by its comment";
  if (IsGivenAsExample(text, given, value.kind)) return "an example";
  if (IsSaidToBeNone(text, given.value)) return "a comment says that it is none";
  if (IsTold(LineBefore(text, static_cast<std::uint64_t>(given.name.data() - text.data()))))
    return "the words of a text";
  if (IsVariableOfCode(text, given)) return "a reference or an expression";
  if (!LooksRandom(value.shape) && IsForAssets(text, given)) return "a key for the build of pages";
  if (IsOneOfSeveral(text, given, value.shape)) return "one of several arguments";
  if (const auto reason = CodeAroundReason(text, given, value.kind); !reason.empty()) return reason;
  const ValuePlace place{text, given.value, value.kind, path};
  if (const std::string_view reason = PlaceReason(place); !reason.empty()) return reason;
  return LooksRandom(value.shape) || value.shape.digits > 0 ? "" : TextPlaceReason(place);
}

const Grade* GradeOf(const Rule& rule, Confidence confidence) {
  const std::string_view wanted = confidence == Confidence::kLikely ? "likely" : "possible";
  for (const Grade& grade : rule.grades) {
    if (grade.name == wanted) return &grade;
  }
  return rule.grades.empty() ? nullptr : &rule.grades.front();
}

void Reject(const ClauseOfRule& clause, ByteRange value, std::string reason, EngineOutput& output) {
  if (output.explain) output.rejections.push_back({clause.rule, value, std::move(reason), {value}});
}

/// `shop-api-tls`, `/etc/shop/key.pem`: pieces that people type, none of them long with digits in
/// it.
bool IsNameOfThing(std::string_view text) {
  constexpr std::size_t kLongestNumbered = 8;
  std::size_t pieces = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("-./_");
    const std::string_view piece = text.substr(0, end);
    const bool digits = std::ranges::any_of(piece, IsDigit);
    if (!std::ranges::all_of(piece, [](char c) { return IsLower(c) || IsDigit(c); })) return false;
    if (digits && piece.size() > kLongestNumbered) return false;
    ++pieces;
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return pieces > 1;
}

/// Not reported, and yet perhaps a secret: it is hidden in what is shown around other findings. Not
/// so the name of a thing under a name that asks for one: joins ask for it.
void HideWeak(const Assignment& given, const ValueShape& shape, NameAnswer answer,
              EngineOutput& output) {
  if (answer == NameAnswer::kNearMiss && IsNameOfThing(given.text)) return;
  if (LooksRandom(shape) || (shape.digits > 0 && shape.letters > 0))
    output.hidden.push_back(given.value);
}

std::string TooFewSigns(const Judgement& judgement) {
  std::string text = fmt::format("too few signs ({:.1f})", judgement.score);
  for (const Sign* sign : judgement.signs)
    text += fmt::format("; {} {:+.1f}", sign->text, sign->weight);
  return text;
}

/// Of a value that everybody takes two places say nothing of each other.
bool CanBeJoined(const Assignment& given) {
  return given.text.size() >= 6 && !IsCommonWord(LowerCase(given.text)) &&
         !IsStockDefault(given.text);
}

Match MatchOf(const ClauseOfRule& clause, const Assignment& given, const Judgement& judgement,
              FileRole role) {
  Match match;
  match.rule = clause.rule;
  match.grade = GradeOf(*clause.rule, judgement.confidence);
  match.range = given.value;
  match.secrets = {given.value};
  match.secret = given.text;
  match.captures = {{"name", std::string(given.name)}, {"value", given.text}};
  match.score = judgement.score;
  match.role = role;
  for (const Sign* sign : judgement.signs) {
    if (sign->weight > 0) match.signs.emplace_back(sign->text);
  }
  return match;
}

/// Left to what the rest of the tree says of the same value.
void Weaken(Match& match, std::string reason) {
  match.score = WeakScore(match.score);
  match.signs = {std::move(reason)};
}

}  // namespace

void MatchAssignment(const SearchedText& searched, ByteRange hit, const ClauseOfRule& clause,
                     EngineOutput& output) {
  const std::string_view text = searched.text;
  const SourceFile& file = *searched.file;
  // A page is sent to everybody: what it holds was given away with it.
  if (file.kind == FileKind::kHtml || file.kind == FileKind::kCss) return;
  if (IsAllowListOfScanner(file.path)) return;
  if (GoesOn(text, hit)) return;
  const ByteRange identifier = IdentifierAt(text, hit, file.kind);
  const std::optional<Assignment> given = ReadAssignment(text, identifier, file.kind);
  if (!given) return;
  const AssignmentClause& wanted = clause.alternative->assignment;
  const NameJudgement name = JudgeName(given->name, wanted.names);
  if (name.answer == NameAnswer::kUnrelated) return;
  const ValueShape shape = ShapeOf(given->text);
  HideWeak(*given, shape, name.answer, output);
  if (name.answer == NameAnswer::kNearMiss)
    return Reject(clause, given->value, fmt::format("\"{}\" turns the name's meaning", name.word),
                  output);
  const FileRole role = RoleAt(text, identifier.begin, file);
  const bool key = wanted.value == ValueSort::kKey;
  const GivenValue value{*given,
                         shape,
                         wanted.value,
                         file.kind,
                         role,
                         key ? ParentName(text, identifier.begin, file.kind) : "",
                         key && IsOfCluster(text, identifier.begin)};
  if (const std::string_view reason = WhyNone(text, value, file.path); !reason.empty())
    return Reject(clause, given->value, std::string(reason), output);
  const bool test = role == FileRole::kTest;
  if (key && IsRecording(text, file.kind))
    return Reject(clause, given->value, "a recording holds it", output);
  if ((test || file.path.ends_with(".ldif")) && IsDigestInBase64(value))
    return Reject(clause, given->value, "a hash", output);
  if (test && key && name.name.ends_with("token") && IsEncodedMessage(given->text))
    return Reject(clause, given->value, "an encoded message", output);
  const Evidence evidence{value,
                          name.name,
                          role,
                          Around(text, {hit.begin, given->value.end}),
                          LineBefore(text, identifier.begin),
                          IsPipeline(file.path),
                          IsInBlockComment(text, identifier.begin, file.kind),
                          IsInDocumentation(text, identifier.begin, file.kind),
                          role == FileRole::kDocumentation && IsInFence(text, identifier.begin),
                          test ? LinesBefore(text, identifier.begin) : "",
                          test ? RestOfTest(text, given->value.end) : "",
                          test ? BeginOfTest(text, identifier.begin) : "",
                          test && IsTestOfWriting(file.path),
                          test && IsInExpected(text, identifier.begin)};
  const Judgement judgement = Judge(evidence);
  std::string weakness(WeakKeyReason(value));
  if (weakness.empty() && judgement.confidence == Confidence::kNone)
    weakness = TooFewSigns(judgement);
  if (!weakness.empty() && !CanBeJoined(*given))
    return Reject(clause, given->value, std::move(weakness), output);
  output.matches.push_back(
      MatchOf(clause, *given, judgement, RoleOfLiteral(text, given->value, file)));
  output.matches.back().worded =
      test && key && !IsConfigKind(file.kind) && shape.digits == 0 && !LooksRandom(shape);
  if (!weakness.empty()) Weaken(output.matches.back(), std::move(weakness));
}

}  // namespace gonogo
