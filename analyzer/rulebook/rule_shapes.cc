#include "analyzer/rulebook/rule_shapes.h"

#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/model/rule.h"
#include "analyzer/rulebook/config_clause_shape.h"
#include "analyzer/rulebook/cxx_clause_shape.h"

namespace gonogo {

std::vector<std::string_view> SeverityWords() {
  return {NameOf(Severity::kEvidence), NameOf(Severity::kLow), NameOf(Severity::kMedium),
          NameOf(Severity::kHigh)};
}

namespace {

std::vector<std::string_view> PrecisionWords() {
  return {NameOf(Precision::kLow), NameOf(Precision::kMedium), NameOf(Precision::kHigh),
          NameOf(Precision::kVeryHigh)};
}

std::vector<std::string_view> KindWords() {
  std::vector<std::string_view> words;
  for (const FileKindInfo& info : FileKinds()) words.push_back(info.name);
  return words;
}

std::vector<std::string_view> RoleWords() {
  std::vector<std::string_view> words;
  for (const FileRole role : FileRoles()) words.push_back(NameOf(role));
  return words;
}

std::vector<std::string_view> SpanWords() { return {"line", "block", "file"}; }

std::vector<std::string_view> ValueWords() { return {"password", "key"}; }

std::vector<std::string_view> FormatWords() {
  std::vector<std::string_view> words;
  for (const SecretFormat& format : SecretFormats()) words.push_back(format.name);
  return words;
}

constexpr Shape kText{.type = ShapeType::kText};
constexpr Shape kFlag{.type = ShapeType::kFlag};
constexpr Shape kTexts{.type = ShapeType::kOneOrMore, .item = &kText};
constexpr Shape kSeverity{.type = ShapeType::kWord, .what = "severity", .words = SeverityWords};
constexpr Shape kPrecision{.type = ShapeType::kWord, .what = "precision", .words = PrecisionWords};
constexpr Shape kKind{.type = ShapeType::kWord, .what = "kind", .words = KindWords};
constexpr Shape kKinds{.type = ShapeType::kOneOrMore, .item = &kKind};
constexpr Shape kRole{.type = ShapeType::kWord, .what = "role", .words = RoleWords};
constexpr Shape kRoles{.type = ShapeType::kOneOrMore, .item = &kRole};
constexpr Shape kSpan{.type = ShapeType::kWord, .what = "span", .words = SpanWords};
constexpr Shape kFormat{.type = ShapeType::kWord, .what = "secret format", .words = FormatWords};
constexpr Shape kValueSort{.type = ShapeType::kWord, .what = "value", .words = ValueWords};
constexpr Shape kBits{.type = ShapeType::kNumber, .least = 0, .most = 8};
constexpr Shape kLength{.type = ShapeType::kInteger, .least = 1, .most = 10000};
constexpr Shape kCweNumber{.type = ShapeType::kInteger, .least = 1, .most = 99999};
constexpr Shape kCweNumbers{.type = ShapeType::kOneOrMore, .item = &kCweNumber};

constexpr ShapeKey kFilesKeys[] = {
    {"kind", &kKinds, false, "Languages or formats that the clause looks at; without it, any."},
    {"role", &kRoles, false,
     "What the files are there for; without it, all but lock-file and minified."},
    {"path", &kTexts, false, "Globs in .gitignore syntax on the path relative to the root."},
};
constexpr Shape kFiles{.type = ShapeType::kMap, .keys = kFilesKeys};

constexpr ShapeKey kTextClauseKeys[] = {
    {"keywords", &kTexts, true,
     "Words of which every match holds at least one; matched without case, 3 bytes or more."},
    {"span", &kSpan, false,
     "How much text around a keyword the regex sees; line unless said otherwise."},
    {"regex", &kText, true, "RE2 over raw bytes; named groups are the captures of messages."},
    {"unless", &kText, false, "RE2; where it matches too, there is no finding."},
    {"unless_span", &kSpan, false, "Where `unless` is looked for; line unless said otherwise."},
    {"require", &kText, false, "RE2 that must match somewhere in the file."},
    {"at", &kText, false, "The group at which the finding is placed; without it, the whole match."},
    {"secret", &kText, false, "The group that is a secret: it is redacted everywhere."},
    {"entropy", &kBits, false, "The least Shannon entropy of the secret, in bits per character."},
    {"min_length", &kLength, false, "The least length of the secret."},
    {"allow", &kTexts, false, "RE2 that match a whole secret (or match) which is no finding."},
    {"placeholders", &kFlag, false,
     "Whether placeholders are recognised; true unless said otherwise."},
    {"validate", &kFormat, false, "The secret format whose validator has the last word."},
    {"decode", &kFlag, false, "Also search base64, hex and URL-encoded text."},
};
constexpr Shape kTextClause{.type = ShapeType::kMap, .keys = kTextClauseKeys};

constexpr ShapeKey kAssignmentClauseKeys[] = {
    {"names", &kTexts, true,
     "Names that mean a secret: lower-case words with blanks between, such as api key."},
    {"value", &kValueSort, true,
     "Who makes the value: people (password), or chance (key), so that words are none."},
};
constexpr Shape kAssignmentClause{.type = ShapeType::kMap, .keys = kAssignmentClauseKeys};

constexpr ShapeKey kFactsClauseKeys[] = {
    {"sql", &kText, true,
     "A SELECT that yields path, line, perhaps column, end_line, end_column, grade, together, and "
     "captures."},
    {"of_part", &kFlag, false,
     "Asked where only a part of the tree is checked, and then alone; the other clauses need the "
     "whole."},
};
constexpr Shape kFactsClause{.type = ShapeType::kMap, .keys = kFactsClauseKeys};

constexpr ShapeKey kFactKeys[] = {
    {"kind", &kText, true, "The table of facts that each match is a row of."},
    {"where", &kText, false,
     "A table of facts; in a tree that has no row of it nobody asks for this one, and no C or C++ "
     "file is parsed for its sake."},
};
constexpr Shape kFact{.type = ShapeType::kTextOrMap, .keys = kFactKeys, .others = &kText};

constexpr ShapeKey kMeasureKeys[] = {
    {"sql", &kText, true,
     "A query over the facts with one row; its column total is 0 for silence."},
    {"says", &kText, true, "What is told with the verdict, with {columns}."},
};
constexpr Shape kMeasure{.type = ShapeType::kMap, .keys = kMeasureKeys};
constexpr Shape kMeasures{.type = ShapeType::kOneOrMore, .item = &kMeasure};

constexpr ShapeKey kAlternativeKeys[] = {
    {"files", &kFiles, false, "Which files the clause looks at."},
    {"text", &kTextClause, false, "Keywords and regexes over the bytes of a file."},
    {"assignment", &kAssignmentClause, false,
     "Literals that are given to a name, in the notations of the file's kind."},
    {"config", &kConfigClauseShape, false,
     "Fields of configurations, by path: what is missing, and what has a wrong value."},
    {"cxx", &kCxxClauseShape, false,
     "Objects, calls and expressions of C and C++ programs, as the compiler sees them."},
    {"facts", &kFactsClause, false, "A query over what rules with `fact` state of the whole tree."},
};
constexpr Shape kAlternative{.type = ShapeType::kMap, .keys = kAlternativeKeys};
constexpr Shape kAlternatives{.type = ShapeType::kOneOrMore, .item = &kAlternative};

// `precision` is required by the reader but where the severity is evidence.
constexpr ShapeKey kGradeKeys[] = {
    {"severity", &kSeverity, true, "How bad it is; evidence speaks for a checklist item."},
    {"precision", &kPrecision, false, "How many of the findings are true."},
    {"message", &kText, true, "What is wrong, with {captures}; lower case, no full stop."},
};
constexpr Shape kGrade{.type = ShapeType::kMap, .keys = kGradeKeys};
constexpr Shape kGrades{.type = ShapeType::kMap, .others = &kGrade};

constexpr ShapeKey kExampleKeys[] = {
    {"find", &kTexts, false, "Lines that must be found, path:line, where no mark can stand."},
};
constexpr Shape kExample{.type = ShapeType::kTextOrMap, .keys = kExampleKeys, .others = &kText};
constexpr Shape kExamples{.type = ShapeType::kOneOrMore, .item = &kExample};

constexpr ShapeKey kRuleKeys[] = {
    {"id", &kText, true, "Name in kebab-case that reads well after \"allow\"."},
    {"item", &kText, true, "The row of the checklist, such as C1."},
    {"concept", &kText, true, "The kind of defect, one word for all rules that find it."},
    {"why", &kText, true, "What happens where this is not repaired."},
    {"fix", &kText, false,
     "What to do; only a rule that states a fact and finds nothing has none."},
    {"cwe", &kCweNumbers, false, "Numbers in the Common Weakness Enumeration."},
    {"references", &kTexts, false,
     "https addresses of the provider's or library's own documentation."},
    {"match", &kAlternatives, true, "Alternatives, each with files and a clause."},
    {"severity", &kSeverity, false, "How bad it is; for a rule with one outcome."},
    {"precision", &kPrecision, false,
     "How many of the findings are true; for a rule with one outcome."},
    {"message", &kText, false, "What is wrong, with {captures}; for a rule with one outcome."},
    {"grades", &kGrades, false, "Outcomes by name, each with severity, precision and message."},
    {"fact", &kFact, false,
     "What each match states, as a row of a table of facts; without grades it is no finding. Other "
     "keys than kind say columns that no capture fills."},
    {"over", &kTexts, false, "Rules that are silent where this one speaks."},
    {"formerly", &kTexts, false, "Older ids that suppressions may still use."},
    {"group", &kText, false, "Findings of one cause that are told as one."},
    {"general", &kFlag, false,
     "It knows no format of the secret: any other rule that sees the same one speaks instead."},
    {"bad", &kExamples, true,
     "Texts with findings; each line to be found ends in a comment `<- finding`."},
    {"ok", &kExamples, true, "Texts without findings."},
    {"todo_bad", &kExamples, false, "Findings that are missed so far."},
    {"todo_ok", &kExamples, false, "Texts that are found though nothing is wrong, so far."},
};

constexpr ShapeKey kChecklistItemKeys[] = {
    {"id", &kText, true, "A letter and a number, such as A2."},
    {"title", &kText, true, "A few words."},
    {"asks", &kText, true, "What the item asks, a sentence or two."},
    {"against", &kTexts, false, "Concepts whose open findings mean NO-GO."},
    {"evidence", &kTexts, false,
     "Concepts of evidence that speak for the item, one per part of it."},
    {"questions", &kTexts, false, "What only people can answer."},
    {"decided_by", &kKinds, false, "Kinds of files that decide the item."},
    {"understood", &kKinds, false,
     "Of those, the kinds that the rules read in full for this item."},
    {"missing", &kTexts, false, "What cannot be seen yet."},
    {"measures", &kMeasures, false, "Numbers that the facts say about the item."},
};

}  // namespace

constexpr Shape kRuleShape{.type = ShapeType::kMap, .keys = kRuleKeys};
constexpr Shape kChecklistItemShape{.type = ShapeType::kMap, .keys = kChecklistItemKeys};

std::string RuleSchema() { return JsonSchema(kRuleShape, "gonogo rule"); }

}  // namespace gonogo
