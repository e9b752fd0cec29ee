// Rule: one kind of defect (or of evidence) as data. A rule is read from YAML by rulebook/, at
// build time for the built-in ones, and is plain views ever after: the built-in rules are constant
// tables inside the program, the user's live in a RuleStorage. Engines look at the clause only,
// reports at the rest.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzer/model/config_clause.h"
#include "analyzer/model/file_kind.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// Ordered: a greater value is worse.
enum class Severity : std::uint8_t { kEvidence, kLow, kMedium, kHigh };
/// Ordered: a greater value is better.
enum class Precision : std::uint8_t { kLow, kMedium, kHigh, kVeryHigh };

std::string_view NameOf(Severity severity);    // "evidence", "low", "medium", "high"
std::string_view NameOf(Precision precision);  // "low", "medium", "high", "very-high"

/// One outcome of a clause and what is said about it. A rule with one outcome has one grade with an
/// empty name.
struct Grade {
  std::string_view name;  // "certain", "possible"; empty for the only one
  Severity severity = Severity::kMedium;
  Precision precision = Precision::kMedium;
  std::string_view message;  // with {captures}; lower case, no final full stop
};

/// Which files a clause looks at. Empty lists mean: any.
struct FileFilter {
  std::span<const FileKind> kinds;
  std::span<const FileRole>
      roles;  // default, written out by the reader: all but lock-file, minified
  std::span<const std::string_view>
      paths;  // globs, .gitignore syntax, on the path relative to the root
};

/// How much text around a keyword the regex sees. kLine: the line, at most 4 KiB before and after
/// the keyword. kBlock: 8 lines before to 128 lines after, at most 16 KiB. kFile: all of it.
enum class TextSpan : std::uint8_t { kLine, kBlock, kFile };

/// `text:`. A keyword in the raw bytes picks a window, the regex decides on the window and
/// captures.
struct TextClause {
  std::span<const std::string_view>
      keywords;  // at least one stands in every match; matched without case
  TextSpan span = TextSpan::kLine;
  std::string_view regex;   // RE2; named groups are the captures
  std::string_view unless;  // RE2; where it matches in the span `unless_span`, there is no finding
  TextSpan unless_span = TextSpan::kLine;
  std::string_view require;      // RE2; must match somewhere in the file
  std::string_view at;           // capture at which the finding is placed; empty: the whole match
  std::string_view secret;       // capture that is a secret: redacted everywhere; empty: none
  double entropy = 0;            // least Shannon entropy of the secret, bits per character
  std::uint32_t min_length = 0;  // of the secret, characters
  std::span<const std::string_view>
      allow;  // RE2, full match on the secret (or the match): no finding
  bool placeholders =
      true;  // recognise `changeme`, `${VAR}`, `<token>`, `xxxx`, documented examples
  std::string_view validator;  // name in the table of secret formats; empty: none
  bool decode = false;         // also search base64, hex and URL-encoded text
};

/// What the value of a secret's name is made by: people choose passwords, chance makes keys.
enum class ValueSort : std::uint8_t { kPassword, kKey };

/// `assignment:`. A literal that is given to a name which means a secret. The reader fills `text`
/// of the alternative with what picks the names: their spellings, and a regex of them.
struct AssignmentClause {
  std::span<const std::string_view> names;  // lower-case words: "password", "api key"
  ValueSort value = ValueSort::kPassword;
};

/// What one argument of a call pattern asks for.
enum class ArgumentSort : std::uint8_t {
  kAny,      // _
  kObject,   // $: the object that the clause follows
  kBound,    // bound: anything but a constant that is 0, negative or null
  kNone,     // none: a constant that is 0, negative or null
  kNames,    // NAME | NAME: an enumerator, constant or macro of one of these names, or true, false
  kNumber,   // 42
  kText,     // "text": a literal that is equal
  kRegex,    // /regex/: RE2 that matches somewhere in a literal
  kType,     // type(T | U)
  kCalls,    // calls(f | g): a function or lambda whose body reaches a call of one of these
  kEnds,     // ends(f | g): one whose body calls one of these each time it runs
  kFixed,    // fixed: one that does and answers the same each time
  kLiteral,  // literal: a string literal that is not empty
};

struct ArgumentPattern {
  ArgumentSort sort = ArgumentSort::kAny;
  bool negated = false;                     // !form
  bool some = false;                        // any(form): at whatever place
  std::span<const std::string_view> names;  // kNames, kType, kCalls, kEnds
  std::int64_t number = 0;
  std::string_view text;     // kText, kRegex
  std::string_view capture;  // {capture}=form; the source text of the argument
};

enum class PatternSort : std::uint8_t { kCall, kStore };

/// A call, a construction or a store, as rules write it:
/// curl_easy_setopt($, CURLOPT_TIMEOUT | CURLOPT_TIMEOUT_MS, bound)
struct CallPattern {
  PatternSort sort = PatternSort::kCall;
  std::string_view name;  // qualified; of a construction, the class; of a store, the field; "*":
                          // of any call whose function has no body in the program
  std::span<const ArgumentPattern> arguments;  // of a store, the one value
  bool open = false;                           // ends in "...": further arguments may follow
  bool on_object = false;  // no argument is `$`: the object is what the method is called on, what
                           // is constructed or returned, or the struct of the field
  std::string_view text;   // as it was written, for messages and docs
};

/// Patterns of which one is enough, or (all) of which all are needed.
struct PatternGroup {
  bool all = false;
  std::span<const CallPattern> patterns;
};

/// `typestate:` An object that must be bounded before it is used. Outcomes: certain, possible,
/// bounded, huge.
struct TypestateClause {
  std::string_view object;                  // the noun of messages: "transfer"
  std::span<const std::string_view> types;  // of the object, for those whose making is not seen
  std::span<const CallPattern> made_by;
  std::span<const PatternGroup> bound_by;
  std::span<const CallPattern> unbound_by;
  std::span<const CallPattern> reset_by;
  std::span<const CallPattern> copied_by;
  std::span<const CallPattern> used_by;
  std::span<const CallPattern> same_as;  // whose result is the object itself: a layer, a wrapper
  std::span<const CallPattern> beside;   // near which, in a function or class, uses are bounded
  std::span<const std::string_view> carriers;  // types of arguments that may bring the bound along
  bool starts_bounded = false;
  std::int64_t unit = 0;  // of a plain number that bounds, nanoseconds; 0: not a time
  std::int64_t huge = 0;  // nanoseconds; a constant bound above it is "huge"; 0: none is
};

/// `call:` Calls that match, with constants followed through variables, fields and parameters.
/// Outcomes: certain, possible.
struct CallClause {
  std::span<const CallPattern> of;
  std::span<const CallPattern> unless;  // not where the same object also meets one of these
  std::string_view secret;              // capture that is a secret: redacted everywhere
};

/// `matcher:` a Clang AST matcher expression, as clang-query takes it. Bind names are captures.
struct MatcherClause {
  std::string_view expression;
  std::span<const std::string_view> words;  // a unit is parsed only where one of them stands
};

/// What kind of text is put together.
enum class TextSort : std::uint8_t { kSql, kCommand, kPath, kHtml };

/// `taint:` Texts that reach a sink with a piece in them that is neither the program's own nor made
/// safe. Outcomes: certain, possible.
struct TaintClause {
  TextSort into = TextSort::kSql;
  std::span<const CallPattern> sinks;    // `$` is the text
  std::span<const CallPattern> sources;  // what comes from outside: `$`, or the result
  std::span<const CallPattern> inputs;   // what the user of the program gives: `$`, or the result
  std::span<const CallPattern> escapes;  // what is safe: `$`, or the result
};

/// What is wrong with the way in which a loop tries again.
enum class LoopFault : std::uint8_t {
  kEndless,        // nothing ends it but success
  kUnpaced,        // it does not wait
  kConstantPace,   // it always waits as long
  kWithoutJitter,  // it waits longer and longer, in step with all others
  kHopeless,       // it tries again after an error that cannot pass
};

/// `loop:` Loops whose back edge follows the failure of a call. Outcomes: certain, possible; of
/// kEndless, bounded too.
struct LoopClause {
  LoopFault find = LoopFault::kEndless;
  std::span<const CallPattern> calls;          // what is tried again
  std::span<const CallPattern> connects;       // of those, what sets up a connection
  std::span<const CallPattern> waits;          // `$` is how long
  std::span<const CallPattern> clocks;         // what tells the time
  std::span<const CallPattern> randoms;        // what tells something at random
  std::span<const std::string_view> resumes;   // names of errors that are no failure: EINTR
  std::span<const std::string_view> hopeless;  // names and numbers of errors that cannot pass
  std::string_view like;                       // the rule whose lists these are
};

enum class CxxClauseSort : std::uint8_t { kMatcher, kTypestate, kCall, kTaint, kLoop };

/// `cxx:`
struct CxxClause {
  CxxClauseSort sort = CxxClauseSort::kMatcher;
  MatcherClause matcher;
  TypestateClause typestate;
  CallClause call;
  TaintClause taint;
  LoopClause loop;
};

/// `facts:` SQL over the facts, read-only. The columns path and line place a finding; the others
/// are captures; a column `grade` chooses the grade.
struct FactsClause {
  std::string_view sql;
  bool of_part = false;  // asked where a part of the tree is checked, instead of the whole
};

enum class ClauseType : std::uint8_t { kText, kAssignment, kConfig, kCxx, kFacts };

struct MatchAlternative {
  FileFilter files;
  ClauseType type = ClauseType::kText;
  TextClause text;
  AssignmentClause assignment;
  const ConfigClause* config = nullptr;  // where type is kConfig
  const CxxClause* cxx = nullptr;        // where type is kCxx
  const FactsClause* facts = nullptr;    // where type is kFacts
};

/// One file of an example. Lines to be found are `find`; marks are already cut out of `text`.
struct ExampleFile {
  std::string_view path;                // relative; decides kind and role
  std::string_view text;                // with <<fake:NAME>> not yet filled
  std::span<const std::uint32_t> find;  // 1-based lines, ascending
};

struct Example {
  std::span<const ExampleFile> files;
  std::uint32_t line = 0;  // where it stands in the rule file
};

/// A column of a fact whose text the rule itself says.
struct FactValue {
  std::string_view column;
  std::string_view text;
};

struct Rule {
  std::string_view id;
  std::string_view item;  // "C1"
  std::string_view concept_name;
  std::string_view why;
  std::string_view fix;
  std::span<const std::uint32_t> cwe;
  std::span<const std::string_view>
      references;  // URLs of the provider's or library's own documentation
  std::span<const MatchAlternative> match;
  std::span<const Grade> grades;                // at least one, but where `fact` is set
  std::string_view fact = {};                   // kind of fact that each match states; with grades,
                                                // each match is a finding as well
  std::string_view fact_where = {};             // kind of fact without which this one says nothing
  std::span<const FactValue> fact_values = {};  // what no capture says
  std::span<const std::string_view> over;       // rules that are silent where this one speaks
  std::span<const std::string_view> formerly;   // older ids that suppressions may still use
  std::string_view group;  // its findings of a tree that say the same are told as one
  bool general = false;    // knows no format: any other rule that sees the same secret speaks
  std::span<const Example> bad, ok, todo_bad, todo_ok;
  std::string_view source;  // path of the rule file, "rules/secrets/github-token.yaml"
};

/// A number that the facts say about an item: "12 of 17 outbound calls are bounded".
struct Measure {
  std::string_view sql;   // over the facts; its one row has columns, of which `total` is 0 where
                          // there is nothing to say
  std::string_view says;  // with {columns}
};

/// One row of the production-readiness checklist, from rules/checklist/ITEM.yaml.
struct ChecklistItem {
  std::string_view id;                        // "A2"
  std::string_view title;                     // "timeouts and retries"
  std::string_view asks;                      // what the item asks, a sentence or two
  std::span<const std::string_view> against;  // concepts whose open findings mean NO-GO
  std::span<const std::string_view>
      evidence;  // concepts of evidence rules that speak for it, one per part of the item
  std::span<const std::string_view> questions;  // only people can answer them
  std::span<const FileKind> decided_by;         // kinds of files that decide it
  std::span<const FileKind>
      understood;  // of those, the kinds that gonogo's rules read in full for this item
  std::span<const std::string_view> missing;  // what gonogo cannot see yet, said in INCOMPLETE
  std::span<const Measure> measures;          // told with the verdict
};

}  // namespace gonogo
