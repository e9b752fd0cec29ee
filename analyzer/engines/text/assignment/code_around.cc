#include "analyzer/engines/text/assignment/code_around.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/surroundings.h"

namespace gonogo {
namespace {

/// `cgi->delete('password', 'matchpassword')`: calls that are told names, and no values.
bool IsToldNames(std::string_view before) {
  constexpr std::string_view kVerbs[] = {
      "delete", "remove", "except",  "only",   "unset",   "forget",  "omit",
      "pick",   "pluck",  "without", "permit", "exclude", "require", "hidden",
      "fields", "rename", "list.of", "set.of", "aslist",  "listof",  "setof"};
  while (!before.empty() && std::string_view("'\" [(").contains(before.back()))
    before.remove_suffix(1);
  const std::string lower =
      LowerCase(before.substr(before.size() - std::min<std::size_t>(before.size(), 8)));
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) { return lower.ends_with(verb); });
}

/// `authenticate_with_password(id, body.get('cur-password'))`: the name under which it is kept.
bool IsLookedUp(std::string_view before) {
  constexpr std::string_view kLooks[] = {".get(",   "getenv(",  "param(", "params[", "input(",
                                         ".fetch(", "request[", "_post[", "->get("};
  while (!before.empty() && (before.back() == '"' || before.back() == '\''))
    before.remove_suffix(1);
  const std::string lower =
      LowerCase(before.substr(before.size() - std::min<std::size_t>(before.size(), 8)));
  return std::ranges::any_of(kLooks, [&](std::string_view look) { return lower.ends_with(look); });
}

/// `t_s("Password", "list of servers")`: a text to translate, and where it is shown.
bool IsTranslated(std::string_view before) {
  constexpr std::string_view kCalls[] = {"t_s(",     "t_f(", "tr(",   " _(",       "(_(",
                                         "gettext(", "$t(",  "i18n(", "translate("};
  while (!before.empty() && (before.back() == '"' || before.back() == '\''))
    before.remove_suffix(1);
  return std::ranges::any_of(kCalls, [&](std::string_view call) { return before.ends_with(call); });
}

/// `"topSekr3t" * 16`: how long it gets is what matters.
bool IsRepeatedByFactor(std::string_view rest) {
  if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return false;
  rest.remove_prefix(1);
  const std::size_t star = rest.find_first_not_of(' ');
  if (star == rest.npos || rest[star] != '*') return false;
  rest.remove_prefix(star + 1);
  const std::size_t digit = rest.find_first_not_of(' ');
  return digit != rest.npos && IsDigit(rest[digit]);
}

/// Languages in which "$name" between double quotes is the value of a variable.
bool FillsInVariables(FileKind kind) {
  return kind == FileKind::kPhp || kind == FileKind::kPerl || kind == FileKind::kPowerShell ||
         kind == FileKind::kKotlin || kind == FileKind::kGroovy || kind == FileKind::kDart ||
         kind == FileKind::kShell;
}

/// `"login-$id"`: part of it is known only when the program runs.
bool IsFilledByVariable(std::string_view text, ByteRange value, FileKind kind) {
  if (!FillsInVariables(kind) || value.begin == 0 || text[value.begin - 1] != '"') return false;
  const std::string_view inside = text.substr(value.begin, value.end - value.begin);
  for (std::size_t at = inside.find('$'); at != inside.npos; at = inside.find('$', at + 1)) {
    const bool escaped = at > 0 && inside[at - 1] == '\\';
    if (!escaped && at + 1 < inside.size() && (IsLetter(inside[at + 1]) || inside[at + 1] == '_'))
      return true;
  }
  return false;
}

std::string Letters(std::string_view text) {
  std::string letters = LowerCase(text);
  std::erase_if(letters, [](char c) { return !IsLower(c); });
  return letters;
}

/// "Bind Password: bindpassword": the words before the name are part of it.
bool RepeatsLabel(std::string_view before, const Assignment& given) {
  const std::string value = Letters(given.text);
  if (value.size() < 6 || value.size() != given.text.size()) return false;
  return Letters(std::string(before) + std::string(given.name)).ends_with(value);
}

}  // namespace

std::string_view CodeAroundReason(std::string_view text, const Assignment& given, FileKind kind) {
  const auto name = static_cast<std::uint64_t>(given.name.data() - text.data());
  const std::string_view before = LineBefore(text, name);
  const std::string_view rest =
      text.substr(std::min<std::size_t>(given.value.end, text.size()), 16);
  const bool call =
      given.form == AssignmentForm::kArgument || given.form == AssignmentForm::kSetter;
  if (call && IsToldNames(before)) return "one of a list of names";
  if (call && IsTranslated(before)) return "a translation";
  if (call && given.quoted && IsLookedUp(LineBefore(text, given.value.begin)))
    return "a reference or an expression";
  if (given.quoted && IsRepeatedByFactor(rest)) return "repeated by a factor";
  if (given.quoted && IsFilledByVariable(text, given.value, kind))
    return "a reference or an expression";
  // UPDATE users SET password=crypted WHERE user=...: a column, or a variable of the statement.
  const bool statement = rest.starts_with(" WHERE ") || rest.starts_with(" AND ");
  if (!given.quoted && statement) return "a reference or an expression";
  // `shop:token:47ab...`: under which key a store keeps it.
  const std::string_view behind = text.substr(name + given.name.size(), 2);
  const bool part = before.ends_with(':') && behind.size() == 2 && behind[0] == ':';
  if (part && behind[1] != ' ' && !given.quoted) return "a key of a store";
  const bool prose = kind == FileKind::kMarkdown || kind == FileKind::kRestructuredText ||
                     kind == FileKind::kText || kind == FileKind::kUnknown;
  return prose && RepeatsLabel(before, given) ? "repeats its name" : "";
}

bool IsForAssets(std::string_view text, const Assignment& given) {
  constexpr std::string_view kCommands[] = {
      "collectstatic", "compilemessages", "manage.py compress", "assets:precompile",
      "npm run build", "yarn build",      "pnpm build"};
  std::string_view rest = text.substr(std::min<std::size_t>(given.value.end, text.size()), 160);
  // To where the next command begins.
  rest = rest.substr(0, std::min({rest.find("&&"), rest.find(';'), rest.find('|')}));
  rest = rest.substr(0, rest.find("\n\n"));
  const std::size_t end = rest.find('\n');
  const bool goes_on = end != rest.npos && end > 0 && rest[end - 1] == '\\';
  if (!goes_on) rest = rest.substr(0, end);
  return std::ranges::any_of(kCommands,
                             [&](std::string_view command) { return rest.contains(command); });
}

bool IsNamedArgument(std::string_view text, ByteRange value) {
  const std::string_view name = text.substr(value.begin, value.end - value.begin);
  const auto of_name = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '.'; };
  if (name.empty() || !std::ranges::all_of(name, of_name)) return false;
  const std::string_view rest = text.substr(value.end, 1);
  if (rest != ")" && rest != ",") return false;
  const std::string_view before = LineBefore(text, value.begin);
  return before.ends_with('=') && std::ranges::count(before, '"') % 2 == 0 &&
         std::ranges::count(before, '\'') % 2 == 0;
}

}  // namespace gonogo
