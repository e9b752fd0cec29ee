// Rule: one kind of defect (or of evidence) as data. A rule is read from YAML by rulebook/, at
// build time for the built-in ones, and is plain views ever after: the built-in rules are constant
// tables inside the program, the user's live in a RuleStorage. Engines look at the clause only,
// reports at the rest.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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

enum class ClauseType : std::uint8_t { kText, kAssignment };

struct MatchAlternative {
  FileFilter files;
  ClauseType type = ClauseType::kText;
  TextClause text;
  AssignmentClause assignment;
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
  std::span<const Grade> grades;               // at least one
  std::span<const std::string_view> over;      // rules that are silent where this one speaks
  std::span<const std::string_view> formerly;  // older ids that suppressions may still use
  std::string_view group;
  bool general = false;  // knows no format: any other rule that sees the same secret speaks
  std::span<const Example> bad, ok, todo_bad, todo_ok;
  std::string_view source;  // path of the rule file, "rules/secrets/github-token.yaml"
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
};

}  // namespace gonogo
