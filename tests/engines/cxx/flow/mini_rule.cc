#include "tests/engines/cxx/flow/mini_rule.h"

#include <algorithm>
#include <stdexcept>

namespace gonogo {
namespace {

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Parts between separators that stand outside of brackets.
std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '(') ++depth;
    if (i < text.size() && text[i] == ')') --depth;
    if (i < text.size() && (text[i] != separator || depth > 0)) continue;
    if (const std::string_view part = Trimmed(text.substr(begin, i - begin)); !part.empty()) {
      parts.push_back(part);
    }
    begin = i + 1;
  }
  return parts;
}

bool Unwrap(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name) || !text.ends_with(')')) return false;
  text.remove_prefix(name.size());
  text.remove_suffix(1);
  return true;
}

}  // namespace

MiniRule::MiniRule(const Typestate& clause) {
  clause_.sort = CxxClauseSort::kTypestate;
  TypestateClause& typestate = clause_.typestate;
  typestate.object = "transfer";
  for (const std::string& type : clause.types) types_.push_back(Keep(type));
  typestate.types = types_;
  typestate.made_by = Patterns(clause.made_by);
  if (!clause.bound_by.empty()) {
    groups_.push_back({.all = false, .patterns = Patterns(clause.bound_by)});
  }
  for (const Texts& all : clause.all_of) {
    groups_.push_back({.all = true, .patterns = Patterns(all)});
  }
  typestate.bound_by = groups_;
  typestate.unbound_by = Patterns(clause.unbound_by);
  typestate.reset_by = Patterns(clause.reset_by);
  typestate.copied_by = Patterns(clause.copied_by);
  typestate.used_by = Patterns(clause.used_by);
  typestate.starts_bounded = clause.starts_bounded;
  typestate.unit = clause.unit;
  typestate.huge = clause.huge;
  for (const std::string_view name : {"certain", "possible", "bounded", "huge"}) {
    grades_.push_back({.name = name, .message = "{handle}"});
  }
  Finish();
}

MiniRule::MiniRule(const Loop& clause) {
  clause_.sort = CxxClauseSort::kLoop;
  clause_.loop.find = clause.find;
  clause_.loop.calls = Patterns(clause.calls);
  clause_.loop.connects = Patterns(clause.connects);
  clause_.loop.waits = Patterns(clause.waits);
  clause_.loop.clocks = Patterns(clause.clocks);
  clause_.loop.randoms = Patterns(clause.randoms);
  clause_.loop.resumes = names_.emplace_back(clause.resumes);
  clause_.loop.hopeless = names_.emplace_back(clause.hopeless);
  for (const std::string_view name : {"certain", "possible", "bounded"}) {
    grades_.push_back({.name = name, .message = "{call}"});
  }
  Finish();
}

MiniRule::MiniRule(const Texts& of, const Texts& unless) {
  clause_.sort = CxxClauseSort::kCall;
  clause_.call.of = Patterns(of);
  clause_.call.unless = Patterns(unless);
  for (const std::string_view name : {"certain", "possible"}) {
    grades_.push_back({.name = name, .message = "{callee}"});
  }
  Finish();
}

void MiniRule::Finish() {
  MatchAlternative alternative;
  alternative.type = ClauseType::kCxx;
  alternative.cxx = &clause_;
  alternatives_.push_back(alternative);
  rule_.id = "mini";
  rule_.match = alternatives_;
  rule_.grades = grades_;
}

std::string_view MiniRule::Keep(std::string_view text) { return texts_.emplace_back(text); }

std::span<const CallPattern> MiniRule::Patterns(const Texts& texts) {
  std::vector<CallPattern> patterns;
  for (const std::string& text : texts) patterns.push_back(Pattern(Keep(text)));
  return patterns_.emplace_back(std::move(patterns));
}

CallPattern MiniRule::Pattern(std::string_view text) {
  CallPattern pattern;
  pattern.text = Keep(text);
  std::vector<ArgumentPattern> arguments;
  const std::size_t open = text.find('(');
  const std::size_t equals = text.find('=');
  if (equals < open) {
    pattern.sort = PatternSort::kStore;
    pattern.name = Keep(Trimmed(text.substr(0, equals)));
    arguments.push_back(Argument(Trimmed(text.substr(equals + 1))));
  } else {
    if (open == std::string_view::npos || !text.ends_with(')')) {
      throw std::runtime_error("no pattern: " + std::string(text));
    }
    pattern.name = Keep(Trimmed(text.substr(0, open)));
    for (std::string_view part : SplitAt(text.substr(open + 1, text.size() - open - 2), ',')) {
      if (part == "...") {
        pattern.open = true;
      } else {
        arguments.push_back(Argument(part));
      }
    }
  }
  pattern.on_object = std::ranges::none_of(arguments, [](const ArgumentPattern& argument) {
    return argument.sort == ArgumentSort::kObject;
  });
  pattern.arguments = arguments_.emplace_back(std::move(arguments));
  return pattern;
}

ArgumentPattern MiniRule::Argument(std::string_view text) {
  ArgumentPattern form;
  if (Unwrap(text, "any(")) form.some = true;
  if (text.starts_with('{')) {
    const std::size_t end = text.find('}');
    form.capture = Keep(text.substr(1, end - 1));
    text = Trimmed(text.substr(end + 1));
    if (text.empty()) return form;
    text.remove_prefix(1);
  }
  if (text.starts_with('!')) {
    form.negated = true;
    text.remove_prefix(1);
  }
  const bool number = !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
  if (text == "$") {
    form.sort = ArgumentSort::kObject;
  } else if (text == "bound") {
    form.sort = ArgumentSort::kBound;
  } else if (text == "none") {
    form.sort = ArgumentSort::kNone;
  } else if (text == "literal") {
    form.sort = ArgumentSort::kLiteral;
  } else if (text == "_") {
    form.sort = ArgumentSort::kAny;
  } else if (number) {
    form.sort = ArgumentSort::kNumber;
    form.number = std::stoll(std::string(text));
  } else if (text.starts_with('"')) {
    form.sort = ArgumentSort::kText;
    form.text = Keep(text.substr(1, text.size() - 2));
  } else if (text.starts_with('/')) {
    form.sort = ArgumentSort::kRegex;
    form.text = Keep(text.substr(1, text.size() - 2));
  } else if (Unwrap(text, "type(")) {
    form.sort = ArgumentSort::kType;
    form.names = Names(text);
  } else if (Unwrap(text, "calls(")) {
    form.sort = ArgumentSort::kCalls;
    form.names = Names(text);
  } else if (Unwrap(text, "ends(")) {
    form.sort = ArgumentSort::kEnds;
    form.names = Names(text);
  } else if (text == "fixed") {
    form.sort = ArgumentSort::kFixed;
  } else {
    form.sort = ArgumentSort::kNames;
    form.names = Names(text);
  }
  return form;
}

std::span<const std::string_view> MiniRule::Names(std::string_view text) {
  std::vector<std::string_view> names;
  for (const std::string_view name : SplitAt(text, '|')) names.push_back(Keep(name));
  return names_.emplace_back(std::move(names));
}

MiniRule::Typestate CurlTransfer() {
  return {.types = {"CURL"},
          .made_by = {"curl_easy_init()"},
          .bound_by = {"curl_easy_setopt($, CURLOPT_TIMEOUT | CURLOPT_TIMEOUT_MS, {bound}=bound)",
                       "curl_easy_setopt($, CURLOPT_XFERINFOFUNCTION, calls(time | clock))"},
          .unbound_by = {},
          .reset_by = {"curl_easy_reset($)"},
          .copied_by = {"curl_easy_duphandle($)"},
          .used_by = {"curl_easy_perform($)", "curl_multi_add_handle(_, $)"},
          .all_of = {{"curl_easy_setopt($, CURLOPT_LOW_SPEED_TIME, bound)",
                      "curl_easy_setopt($, CURLOPT_LOW_SPEED_LIMIT, bound)"}},
          .unit = 1'000'000'000,
          .huge = 300'000'000'000};
}

}  // namespace gonogo
