#include "analyzer/rulebook/cxx_clause_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/base/edit_distance.h"
#include "analyzer/rulebook/call_pattern.h"
#include "analyzer/rulebook/clause_reader.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

/// A shorter word stands in nearly every file.
constexpr std::size_t kShortestWord = 3;

/// Captures that are called so are secrets, which then must be said.
constexpr std::string_view kSecretNames[] = {"secret", "token", "password", "passphrase"};

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};
constexpr Unit kUnits[] = {{"ns", 1},
                           {"us", 1'000},
                           {"ms", 1'000'000},
                           {"s", 1'000'000'000},
                           {"min", 60'000'000'000},
                           {"h", 3'600'000'000'000}};

/// 0 where there is no such unit.
std::int64_t NanosecondsOf(std::string_view unit) {
  const auto found = std::ranges::find(kUnits, unit, &Unit::name);
  return found == std::end(kUnits) ? 0 : found->nanoseconds;
}

struct SortName {
  std::string_view name;
  TextSort sort;
};
constexpr SortName kTextSorts[] = {{"sql", TextSort::kSql},
                                   {"command", TextSort::kCommand},
                                   {"path", TextSort::kPath},
                                   {"html", TextSort::kHtml}};

struct FaultName {
  std::string_view name;
  LoopFault fault;
};
constexpr FaultName kFaults[] = {{"endless", LoopFault::kEndless},
                                 {"unpaced", LoopFault::kUnpaced},
                                 {"constant-pace", LoopFault::kConstantPace},
                                 {"without-jitter", LoopFault::kWithoutJitter},
                                 {"hopeless", LoopFault::kHopeless}};

bool IsWord(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return IsLetter(c) || IsDigit(c) || c == '_'; });
}

/// Whether a pattern may be a store in this place.
enum class Stores : std::uint8_t { kAllowed, kRefused };

class CxxClauseReader {
 public:
  CxxClauseReader(RuleStorage& storage, MistakeList& mistakes)
      : storage_(storage), mistakes_(mistakes) {}

  CxxClause Read(const YamlNode& node) {
    CxxClause clause;
    const YamlNode* const typestate = node.Find("typestate");
    const YamlNode* const call = node.Find("call");
    const YamlNode* const matcher = node.Find("matcher");
    const YamlNode* const taint = node.Find("taint");
    const YamlNode* const loop = node.Find("loop");
    const int count =
        (typestate ? 1 : 0) + (call ? 1 : 0) + (taint ? 1 : 0) + (loop ? 1 : 0) + (matcher ? 1 : 0);
    if (count != 1) {
      mistakes_.Add(node.place,
                    "\"cxx\" has one of the keys \"typestate\", \"call\", \"taint\", \"loop\" and "
                    "\"matcher\"");
    }
    if (typestate) {
      clause.sort = CxxClauseSort::kTypestate;
      clause.typestate = ReadTypestate(*typestate);
    } else if (call) {
      clause.sort = CxxClauseSort::kCall;
      clause.call = ReadCall(*call);
    } else if (taint) {
      clause.sort = CxxClauseSort::kTaint;
      clause.taint = ReadTaint(*taint);
    } else if (loop) {
      clause.sort = CxxClauseSort::kLoop;
      clause.loop = ReadLoop(*loop);
    } else if (matcher) {
      clause.matcher = ReadMatcher(*matcher);
    }
    return clause;
  }

 private:
  TypestateClause ReadTypestate(const YamlNode& node) {
    TypestateClause clause;
    clause.object = Text(node, "object");
    clause.types = ReadTexts(node.Find("types"), storage_);
    clause.made_by = Patterns(node.Find("made_by"), Stores::kRefused);
    clause.bound_by = Groups(node.Find("bound_by"));
    clause.unbound_by = Patterns(node.Find("unbound_by"), Stores::kAllowed);
    clause.reset_by = Patterns(node.Find("reset_by"), Stores::kAllowed);
    clause.copied_by = Patterns(node.Find("copied_by"), Stores::kRefused);
    clause.used_by = Patterns(node.Find("used_by"), Stores::kAllowed);
    clause.same_as = Patterns(node.Find("same_as"), Stores::kRefused);
    clause.beside = Patterns(node.Find("beside"), Stores::kAllowed);
    clause.carriers = ReadTexts(node.Find("carriers"), storage_);
    CheckTypes(node.Find("carriers"));
    clause.starts_bounded = TextOf(node.Find("starts")) == "bounded";
    clause.unit = NanosecondsOf(TextOf(node.Find("unit")));
    clause.huge = Duration(node.Find("huge"));
    CheckTypes(node.Find("types"));
    CheckTypestate(node, clause);
    return clause;
  }

  /// What can never find anything, or finds every use, was meant otherwise.
  void CheckTypestate(const YamlNode& node, const TypestateClause& clause) {
    if (node.type != YamlType::kMap) return;
    if (!node.Find("types") && !node.Find("made_by"))
      mistakes_.Add(node.place, "missing \"made_by\" or \"types\": nothing says which objects");
    const bool has_bound = node.Find("bound_by") != nullptr;
    const bool has_unbound = node.Find("unbound_by") != nullptr;
    if (!clause.starts_bounded && !has_bound) {
      mistakes_.Add(node.place,
                    "missing \"bound_by\": each use would be found; \"call\" finds calls as such");
    } else if (clause.starts_bounded && !has_unbound && !IsTakenAway(clause.bound_by)) {
      mistakes_.Add(node.Find("starts")->place,
                    "nothing takes the bound away: neither \"unbound_by\" nor a \"bound\" in "
                    "\"bound_by\"");
    }
  }

  /// True where some pattern that is given `none` unbounds.
  static bool IsTakenAway(std::span<const PatternGroup> groups) {
    return std::ranges::any_of(groups, [](const PatternGroup& group) {
      return std::ranges::any_of(group.patterns, [](const CallPattern& pattern) {
        return std::ranges::any_of(pattern.arguments, [](const ArgumentPattern& argument) {
          return argument.sort == ArgumentSort::kBound && !argument.negated;
        });
      });
    });
  }

  CallClause ReadCall(const YamlNode& node) {
    CallClause clause;
    clause.of = Patterns(node.Find("of"), Stores::kAllowed);
    clause.unless = Patterns(node.Find("unless"), Stores::kAllowed);
    clause.secret = Text(node, "secret");
    CheckSecret(node, clause);
    return clause;
  }

  void CheckSecret(const YamlNode& node, const CallClause& clause) {
    std::vector<std::string_view> captures;
    for (const CallPattern& pattern : clause.of) {
      for (const ArgumentPattern& argument : pattern.arguments) {
        if (!argument.capture.empty()) captures.push_back(argument.capture);
      }
    }
    const auto has = [&](std::string_view name) {
      return std::ranges::find(captures, name) != captures.end();
    };
    if (!clause.secret.empty() && !has(clause.secret)) {
      mistakes_.Add(node.Find("secret")->place,
                    fmt::format("\"secret\" names no capture of \"of\": \"{}\"{}", clause.secret,
                                DidYouMean(clause.secret, captures)));
    }
    for (const std::string_view name : kSecretNames) {
      if (!has(name) || !clause.secret.empty()) continue;
      mistakes_.Add(
          node.Find("of")->place,
          fmt::format(
              "capture \"{0}\" looks like a secret; say \"secret: {0}\" so that it is redacted",
              name));
    }
  }

  TaintClause ReadTaint(const YamlNode& node) {
    TaintClause clause;
    const std::string_view into = TextOf(node.Find("into"));
    const auto sort = std::ranges::find(kTextSorts, into, &SortName::name);
    if (sort != std::end(kTextSorts)) clause.into = sort->sort;
    clause.sinks = Patterns(node.Find("sinks"), Stores::kRefused);
    clause.sources = Patterns(node.Find("sources"), Stores::kRefused);
    clause.inputs = Patterns(node.Find("inputs"), Stores::kRefused);
    clause.escapes = Patterns(node.Find("escapes"), Stores::kRefused);
    for (const CallPattern& sink : clause.sinks) {
      const bool has = std::ranges::any_of(sink.arguments, [](const ArgumentPattern& argument) {
        return argument.sort == ArgumentSort::kObject;
      });
      if (!has && !sink.name.empty())
        mistakes_.Add(
            node.Find("sinks")->place,
            fmt::format("\"{}\" does not say with $ which argument is the text", sink.text));
    }
    if (clause.into != TextSort::kSql && clause.sources.empty())
      mistakes_.Add(node.place, "missing \"sources\": only what comes from outside is found");
    return clause;
  }

  LoopClause ReadLoop(const YamlNode& node) {
    LoopClause clause;
    const std::string_view find = TextOf(node.Find("find"));
    const auto fault = std::ranges::find(kFaults, find, &FaultName::name);
    if (fault != std::end(kFaults)) clause.find = fault->fault;
    clause.like = Text(node, "like");
    clause.calls = Patterns(node.Find("calls"), Stores::kRefused);
    clause.connects = Patterns(node.Find("connects"), Stores::kRefused);
    clause.waits = Patterns(node.Find("waits"), Stores::kRefused);
    clause.clocks = Patterns(node.Find("clocks"), Stores::kRefused);
    clause.randoms = Patterns(node.Find("randoms"), Stores::kRefused);
    clause.resumes = ReadTexts(node.Find("resumes"), storage_);
    clause.hopeless = ReadTexts(node.Find("hopeless"), storage_);
    const bool has_calls = !clause.calls.empty() || !clause.connects.empty();
    if (clause.like.empty() && !has_calls) {
      mistakes_.Add(node.place,
                    "missing \"calls\", \"connects\" or \"like\": nothing is tried again");
    } else if (!clause.like.empty() && node.entries.size() > 2) {
      mistakes_.Add(
          node.Find("like")->place,
          "beside \"like\" there is only \"find\": the lists are those of the other rule");
    }
    return clause;
  }

  MatcherClause ReadMatcher(const YamlNode& node) {
    MatcherClause clause;
    clause.expression = Text(node, "expression");
    clause.words = ReadTexts(node.Find("words"), storage_);
    for (const YamlNode* item : ItemsOf(node.Find("words"))) CheckWord(*item);
    if (!clause.expression.empty()) CheckBrackets(*node.Find("expression"), clause.expression);
    return clause;
  }

  void CheckWord(const YamlNode& node) {
    const std::string_view word = TextOf(&node);
    if (word.empty()) return;
    if (!IsWord(word)) {
      mistakes_.Add(node.place, fmt::format("\"{}\" is no identifier", word));
    } else if (word.size() < kShortestWord) {
      mistakes_.Add(node.place,
                    fmt::format("word \"{}\" is shorter than {} bytes", word, kShortestWord));
    }
  }

  /// The worker has Clang's own parser; what it would say first is said here, where the rule is
  /// read.
  void CheckBrackets(const YamlNode& node, std::string_view expression) {
    std::size_t open = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < expression.size(); ++i) {
      const char c = expression[i];
      if (in_text && c == '\\') {
        ++i;
      } else if (c == '"') {
        in_text = !in_text;
      } else if (!in_text && c == '(') {
        ++open;
      } else if (!in_text && c == ')' && open-- == 0) {
        return mistakes_.Add(PlaceIn(node, i), "\")\" without its \"(\"");
      }
    }
    if (in_text) mistakes_.Add(node.place, "a text in the expression does not end");
    if (!in_text && open > 0) mistakes_.Add(node.place, "\"(\" without its \")\"");
  }

  std::string_view Text(const YamlNode& node, std::string_view key) {
    return storage_.Keep(std::string(TextOf(node.Find(key))));
  }

  void CheckTypes(const YamlNode* node) {
    for (const YamlNode* item : ItemsOf(node)) {
      const std::string_view type = TextOf(item);
      if (type.empty() || IsQualifiedName(type)) continue;
      mistakes_.Add(item->place,
                    fmt::format("\"{}\" is no type: a qualified name without template arguments, "
                                "pointers and const",
                                type));
    }
  }

  /// A duration such as 5min, in nanoseconds.
  std::int64_t Duration(const YamlNode* node) {
    const std::string_view text = TextOf(node);
    if (text.empty()) return 0;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::int64_t unit = NanosecondsOf({end, text.data() + text.size()});
    if (error == std::errc() && number > 0 && unit > 0 && number <= INT64_MAX / unit)
      return number * unit;
    mistakes_.Add(node->place,
                  fmt::format("\"{}\" is no duration, such as 500ms, 30s or 5min", text));
    return 0;
  }

  std::span<const CallPattern> Patterns(const YamlNode* node, Stores stores) {
    std::vector<CallPattern> patterns;
    for (const YamlNode* item : ItemsOf(node)) {
      const std::string_view text = TextOf(item);
      if (text.empty()) continue;
      auto pattern = ParseCallPattern(text, storage_);
      if (!pattern) {
        mistakes_.Add(PlaceIn(*item, pattern.error().offset), pattern.error().message);
        patterns.push_back(Torso(text));
      } else if (pattern->sort == PatternSort::kStore && stores == Stores::kRefused) {
        mistakes_.Add(item->place, "a store neither makes nor copies an object");
      } else {
        patterns.push_back(*pattern);
      }
    }
    return storage_.Keep(std::move(patterns));
  }

  /// What messages may ask of a pattern that cannot be read, lest they be called wrong too.
  CallPattern Torso(std::string_view text) {
    std::vector<ArgumentPattern> arguments;
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
      const std::string_view name = text.substr(at + 1, text.find('}', at) - at - 1);
      if (!IsWord(name)) continue;
      arguments.emplace_back().capture = storage_.Keep(std::string(name));
    }
    CallPattern pattern;
    pattern.arguments = storage_.Keep(std::move(arguments));
    return pattern;
  }

  std::span<const PatternGroup> Groups(const YamlNode* node) {
    std::vector<PatternGroup> groups;
    for (const YamlNode* item : ItemsOf(node)) {
      const YamlNode* const all = item->Find("all");
      const auto patterns = Patterns(all ? all : item, Stores::kAllowed);
      if (!patterns.empty()) groups.push_back({.all = all != nullptr, .patterns = patterns});
    }
    return storage_.Keep(std::move(groups));
  }

  RuleStorage& storage_;
  MistakeList& mistakes_;
};

}  // namespace

const CxxClause* ReadCxxClause(const YamlNode& node, RuleStorage& storage, MistakeList& mistakes) {
  CxxClause& clause = storage.NewClause();
  clause = CxxClauseReader(storage, mistakes).Read(node);
  return &clause;
}

std::vector<std::string_view> BindNames(std::string_view expression) {
  constexpr std::string_view kBind = ".bind(";
  std::vector<std::string_view> names;
  for (std::size_t at = expression.find(kBind); at != expression.npos;
       at = expression.find(kBind, at + 1)) {
    const std::size_t open = expression.find_first_not_of(" \t\n", at + kBind.size());
    if (open == expression.npos || expression[open] != '"') continue;
    const std::size_t close = expression.find('"', open + 1);
    if (close == expression.npos) break;
    names.push_back(expression.substr(open + 1, close - open - 1));
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

}  // namespace gonogo
