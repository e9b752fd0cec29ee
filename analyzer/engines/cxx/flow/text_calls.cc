#include "analyzer/engines/cxx/flow/text_calls.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr auto kSame = std::to_array<std::string_view>(
    {"str",        "substr",        "toUtf8",        "toLatin1", "toLocal8Bit",   "toStdString",
     "trimmed",    "simplified",    "toLower",       "toUpper",  "left",          "right",
     "mid",        "data",          "constData",     "strdup",   "g_strdup",      "xstrdup",
     "strndup",    "g_strndup",     "c_str",         "string",   "toStdU8String", "fromUtf8",
     "fromLatin1", "fromStdString", "fromLocal8Bit", "trim",     "Trim",          "to_lower",
     "to_upper",   "tolower",       "ToLower",       "lower",    "view",          "chopped",
     "first",      "last",          "cat",           "release"});

constexpr auto kNumbers = std::to_array<std::string_view>(
    {"to_string", "number", "itoa", "ltoa", "to_wstring", "toInt", "size", "toLongLong",
     "IntToString", "Int64ToString", "NumberToString", "tostr_int"});

struct Formatter {
  std::string_view name;  // qualified, or the last part alone
  TextCall call;
};

constexpr TextCall Formats(FormatStyle style, std::size_t format = 0, bool list = false) {
  return {TextCallSort::kFormats, style, format, false, list};
}

constexpr auto kFormatters = std::to_array<Formatter>({
    {"fmt::format", Formats(FormatStyle::kBraces)},
    {"std::format", Formats(FormatStyle::kBraces)},
    {"fmt::sprintf", Formats(FormatStyle::kPrintf)},
    {"absl::StrFormat", Formats(FormatStyle::kPrintf)},
    {"absl::Substitute", Formats(FormatStyle::kDollar)},
    {"folly::sformat", Formats(FormatStyle::kBraces)},
    {"folly::stringPrintf", Formats(FormatStyle::kPrintf)},
    {"Poco::format", Formats(FormatStyle::kPrintf)},
    {"sqlite3_mprintf", Formats(FormatStyle::kSqlite)},
    {"sqlite3_vmprintf", Formats(FormatStyle::kSqlite, 0, true)},
    {"g_strdup_printf", Formats(FormatStyle::kPrintf)},
    {"g_strdup_vprintf", Formats(FormatStyle::kPrintf, 0, true)},
    {"QString::asprintf", Formats(FormatStyle::kPrintf)},
    {"QString::vasprintf", Formats(FormatStyle::kPrintf, 0, true)},
    {"QString::sprintf", Formats(FormatStyle::kPrintf)},
    {"wxString::Format", Formats(FormatStyle::kPrintf)},
    {"StringPrintf", Formats(FormatStyle::kPrintf)},
    {"StringFormat", Formats(FormatStyle::kPrintf)},
    {"strprintf", Formats(FormatStyle::kPrintf)},
    {"xasprintf", Formats(FormatStyle::kPrintf)},
    {"pg_psprintf", Formats(FormatStyle::kPrintf)},
    {"psprintf", Formats(FormatStyle::kPrintf)},
});

struct Writer {
  std::string_view name;
  TextWrite write;
};

constexpr TextWrite Prints(std::size_t format, FormatStyle style = FormatStyle::kPrintf,
                           bool list = false) {
  return {0, true, style, list, format, true};
}

constexpr TextWrite Copies(std::size_t from, std::size_t into = 0) {
  return {into, false, FormatStyle::kPrintf, false, from, false};
}

constexpr auto kWriters = std::to_array<Writer>({
    {"sprintf", Prints(1)},
    {"snprintf", Prints(2)},
    {"asprintf", Prints(1)},
    {"g_snprintf", Prints(2)},
    {"_snprintf", Prints(2)},
    {"sprintf_s", Prints(2)},
    {"swprintf", Prints(2)},
    {"vsprintf", Prints(1, FormatStyle::kPrintf, true)},
    {"vsnprintf", Prints(2, FormatStyle::kPrintf, true)},
    {"vasprintf", Prints(1, FormatStyle::kPrintf, true)},
    {"g_vsnprintf", Prints(2, FormatStyle::kPrintf, true)},
    {"__builtin_snprintf", Prints(2)},
    {"__builtin_sprintf", Prints(1)},
    {"__builtin_vsnprintf", Prints(2, FormatStyle::kPrintf, true)},
    {"sqlite3_snprintf", {1, true, FormatStyle::kSqlite, false, 2, true}},
    {"fmt::format_to", Prints(1, FormatStyle::kBraces)},
    {"std::format_to", Prints(1, FormatStyle::kBraces)},
    {"absl::StrAppend", {0, false, FormatStyle::kPrintf, false, 1, true}},
    {"absl::StrAppendFormat", Prints(1)},
    {"absl::SubstituteAndAppend", Prints(1, FormatStyle::kDollar)},
    {"g_string_append", Copies(1)},
    {"g_string_append_printf", Prints(1)},
    {"g_string_printf", Prints(1)},
    {"appendPQExpBuffer", Prints(1)},
    {"appendPQExpBufferStr", Copies(1)},
    {"printfPQExpBuffer", Prints(1)},
    {"appendStringInfo", Prints(1)},
    {"appendStringInfoString", Copies(1)},
    {"strcpy", Copies(1)},
    {"strcat", Copies(1)},
    {"strncpy", Copies(1)},
    {"strncat", Copies(1)},
    {"strlcpy", Copies(1)},
    {"strlcat", Copies(1)},
    {"stpcpy", Copies(1)},
    {"memcpy", Copies(1)},
    {"memmove", Copies(1)},
    {"strcpy_s", Copies(2)},
    {"strcat_s", Copies(2)},
    {"std::getline", Copies(0, 1)},
    {"wcscpy", Copies(1)},
});

constexpr auto kAppends = std::to_array<std::string_view>(
    {"operator+=", "append", "push_back", "insert", "assign", "operator=", "operator<<", "replace",
     "prepend", "Append", "add", "Add", "write", "AppendString", "setUrl"});

/// A function of the project's own that prints into what it is given first: utstring_printf.
bool PrintsInto(const CxxEvent& event, std::string_view name) {
  return name.ends_with("printf") && event.arguments.size() >= 2 &&
         event.arguments[0].kind != CxxValueKind::kText &&
         event.arguments[0].type.find("FILE") == std::string::npos &&
         event.arguments[1].kind == CxxValueKind::kText && name != "fprintf" && name != "dprintf";
}

template <std::size_t N>
bool Contains(std::string_view name, const std::array<std::string_view, N>& parts) {
  const std::string lower = LowerCase(name);
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

FormatStyle StyleOf(std::string_view format) {
  return format.find('%') == std::string_view::npos ? FormatStyle::kBraces : FormatStyle::kPrintf;
}

/// A function of the project's own that formats: its name says so and an argument is a format.
std::optional<std::size_t> FormatArgument(const CxxEvent& event) {
  if (!Contains(LastNameOf(event.callee),
                std::to_array<std::string_view>({"printf", "format", "strf"})))
    return std::nullopt;
  for (std::size_t i = 0; i < event.arguments.size(); ++i) {
    const CxxValue& argument = event.arguments[i];
    if (argument.kind == CxxValueKind::kText &&
        argument.text.find_first_of("%{") != std::string::npos)
      return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextCall> TextCallOf(const CxxEvent& event) {
  if (event.kind != CxxEventKind::kCall) return std::nullopt;
  const std::string_view own = LastNameOf(event.callee);
  for (const Formatter& formatter : kFormatters) {
    if (formatter.name == event.callee || formatter.name == own) return formatter.call;
  }
  if (event.callee == "QString::arg" || event.callee == "QLatin1String::arg")
    return TextCall{TextCallSort::kFormats, FormatStyle::kQt, 0, true, false};
  if (own == "operator+" || own == "StrCat" || own == "operator%" || own == "concat" ||
      own == "StrJoin" || own == "operator|")
    return TextCall{.sort = TextCallSort::kJoins};
  if (IsOneOf(own, kNumbers)) return TextCall{.sort = TextCallSort::kNumber};
  if (IsOneOf(own, kSame)) return TextCall{.sort = TextCallSort::kSame};
  const std::optional<std::size_t> format = FormatArgument(event);
  if (!format) return std::nullopt;
  return TextCall{TextCallSort::kFormats, StyleOf(event.arguments[*format].text), *format, false,
                  false};
}

bool Replaces(const CxxEvent& event) {
  constexpr auto kWhole = std::to_array<std::string_view>(
      {"sprintf", "snprintf", "asprintf", "g_snprintf", "_snprintf", "vsprintf", "vsnprintf",
       "vasprintf", "g_vsnprintf", "__builtin_snprintf", "__builtin_sprintf", "sqlite3_snprintf",
       "g_string_printf", "printfPQExpBuffer", "strcpy", "strlcpy", "std::getline"});
  return event.kind == CxxEventKind::kCall && std::ranges::count(kWhole, event.callee) > 0;
}

bool Empties(const CxxEvent& event) {
  if (event.kind != CxxEventKind::kCall || event.self.kind != CxxValueKind::kObject) return false;
  const std::string_view own = LastNameOf(event.callee);
  const bool stream = event.self.type.ends_with("stream");
  if (own == "str") return stream && event.arguments.size() == 1;
  if (own == "clear") return !stream && event.arguments.empty();
  return (own == "operator=" || own == "assign") && !event.arguments.empty();
}

std::optional<TextWrite> TextWriteOf(const CxxEvent& event) {
  if (event.kind != CxxEventKind::kCall) return std::nullopt;
  const std::string_view own = LastNameOf(event.callee);
  for (const Writer& writer : kWriters) {
    if (writer.name != event.callee && writer.name != own) continue;
    TextWrite write = writer.write;
    // Of a buffer whose size the template knows, the size is not given.
    const bool sized = own.ends_with("_s") && write.from == 2 && event.arguments.size() >= 2;
    const bool by_template = sized && TextTypeOf(event.arguments[1].type) == TextType::kText;
    if (by_template) write.from = 1;
    if (write.from < event.arguments.size()) return write;
  }
  const bool of_object = event.self.kind != CxxValueKind::kUnknown;
  if (own == "operator<<" && !of_object && event.arguments.size() == 2) return Copies(1);
  // A project's own: ssnprintf, xsnprintf.
  const bool sized = own.ends_with("snprintf");
  if (!of_object && (sized || own.ends_with("_sprintf")) && event.arguments.size() > 2)
    return sized ? Prints(2) : Prints(1);
  if (!of_object && PrintsInto(event, own)) return Prints(1);
  if (!of_object || !IsOneOf(own, kAppends)) return std::nullopt;
  return TextWrite{.from = 0, .all = true};
}

TextType TextTypeOf(std::string_view type) {
  if (type.empty() || type == "void" || type == "auto") return TextType::kUnknown;
  constexpr auto kCharacters =
      std::to_array<std::string_view>({"char", "wchar_t", "char16_t", "char8_t"});
  constexpr auto kNumberWords = std::to_array<std::string_view>(
      {"int", "long", "short", "unsigned", "bool", "float", "double", "signed", "__int128",
       "std::chrono", "absl::Duration", "absl::Time"});
  if (IsOneOf(type, kCharacters)) return TextType::kText;
  if (type == "unsigned char" || type == "signed char") return TextType::kText;
  for (const std::string_view word : kNumberWords) {
    if (type.starts_with(word)) return TextType::kNumber;
  }
  constexpr auto kTexts = std::to_array<std::string_view>(
      {"string", "cstring", "bytearray", "variant", "json", "value", "ustring", "text", "cord",
       "stringpiece", "path", "any", "url", "uri"});
  const std::string own = LowerCase(LastNameOf(type));
  for (const std::string_view text : kTexts) {
    if (own.find(text) != std::string::npos) return TextType::kText;
  }
  return TextType::kOther;
}

bool SaysSafe(std::string_view callee) {
  return Contains(LastNameOf(callee), std::to_array<std::string_view>(
                                          {"escape", "quote", "saniti", "sqlsafe", "encode", "hash",
                                           "hex", "base64", "md5", "sha1", "sha256", "uuid", "guid",
                                           "timestamp", "strftime", "inet_nto", "esc_"})) ||
         LastNameOf(callee) == "esc";
}

bool SaysTest(std::string_view callee) {
  return Contains(LastNameOf(callee),
                  std::to_array<std::string_view>(
                      {"valid", "check", "verif", "allow", "permit", "white", "legal", "safe",
                       "isalnum", "isalpha", "isdigit", "regex_match", "fullmatch",
                       "find_first_not_of", "strspn", "strstr", "isnum"}));
}

bool SaysLookUp(std::string_view callee) {
  return Contains(LastNameOf(callee), std::to_array<std::string_view>(
                                          {"contains", "count", "find", "exists", "match", "has"}));
}

bool SaysInput(std::string_view callee) {
  // `text()` is what stands in a field of a form.
  return LastNameOf(callee) == "text" ||
         Contains(LastNameOf(callee),
                  std::to_array<std::string_view>({"param", "argument", "header", "cookie",
                                                   "request", "payload", "namevalue", "valuefrom",
                                                   "toplaintext", "currenttext"}));
}

bool SaysSchemaName(std::string_view callee) {
  return Contains(LastNameOf(callee), std::to_array<std::string_view>(
                                          {"tablename", "table_name", "dbname", "db_name", "getdb",
                                           "schema", "columnname", "column_name", "fieldname"}));
}

bool SaysState(std::string_view name) {
  return Contains(LastNameOf(name),
                  std::to_array<std::string_view>({"state", "status", "type", "kind", "role",
                                                   "mode", "flag", "level", "version", "id"}));
}

bool SaysTime(std::string_view name) {
  return Contains(LastNameOf(name),
                  std::to_array<std::string_view>({"date", "time", "stamp", "now", "today"}));
}

bool SaysPartOfStatement(std::string_view name) {
  return Contains(LastNameOf(name),
                  std::to_array<std::string_view>({"sql", "table", "column", "alias", "schema"}));
}

bool SaysSetting(std::string_view name) {
  return Contains(name, std::to_array<std::string_view>({"config", "setting", "option", "opts",
                                                         "prefs", "conf_", "cfg", "conf."})) ||
         LowerCase(LastNameOf(name)) == "conf" || LowerCase(LastNameOf(name)) == "opt";
}

}  // namespace gonogo
