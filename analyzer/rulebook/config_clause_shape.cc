#include "analyzer/rulebook/config_clause_shape.h"

#include "analyzer/model/config_words.h"

namespace gonogo {

// Tests hold conditions, and conditions tests.
extern const Shape kConfigTestShape;
extern const Shape kConfigConditionsShape;

namespace {

std::vector<std::string_view> UnitWords() {
  std::vector<std::string_view> words;
  for (const ConfigUnitRow& row : ConfigUnits()) words.push_back(row.name);
  return words;
}

std::vector<std::string_view> IsWords() {
  std::vector<std::string_view> words = {"missing", "present", "empty", "filled"};
  for (const ConfigSenseRow& row : ConfigSenses()) words.push_back(row.name);
  return words;
}

std::vector<std::string_view> CaptureWords() {
  std::vector<std::string_view> words;
  for (const ConfigCaptureSortRow& row : ConfigCaptureSorts()) words.push_back(row.name);
  return words;
}

std::vector<std::string_view> ErrorWords() { return {"syntax", "duplicate-keys"}; }

constexpr Shape kText{.type = ShapeType::kText};
constexpr Shape kTexts{.type = ShapeType::kOneOrMore, .item = &kText};
constexpr Shape kUnit{.type = ShapeType::kWord, .what = "unit", .words = UnitWords};
constexpr Shape kIs{.type = ShapeType::kWord, .what = "word", .words = IsWords};
constexpr Shape kCaptureWord{.type = ShapeType::kWord, .what = "word", .words = CaptureWords};
constexpr Shape kErrors{.type = ShapeType::kWord, .what = "word", .words = ErrorWords};
constexpr Shape kTests{.type = ShapeType::kList, .item = &kConfigTestShape};
constexpr Shape kConditionsList{.type = ShapeType::kList, .item = &kConfigConditionsShape};

constexpr ShapeKey kTestKeys[] = {
    {"is", &kIs, false, "A word for what the value is."},
    {"equals", &kTexts, false, "A text, or several of which it is one."},
    {"matches", &kText, false, "RE2 that matches somewhere in the value."},
    {"below", &kText, false, "The value, read as a number in `unit`, is less."},
    {"at_most", &kText, false, "The value is less or equal."},
    {"above", &kText, false, "The value is greater."},
    {"at_least", &kText, false, "The value is greater or equal."},
    {"unit", &kUnit, false, "How the text of the value is a number."},
    {"runs", &kText, false, "RE2 that matches a command of the script, its words with one blank."},
    {"without", &kText, false, "RE2 that the command which `runs` matches does not match."},
    {"same_as", &kText, false,
     "A path, from what the rule is about, at which the same text stands."},
    {"part_of", &kText, false,
     "A path, from what the rule is about, at which a text stands that contains the value."},
    {"has", &kConfigConditionsShape, false, "Conditions below the value."},
    {"not", &kConfigTestShape, false, "A test that does not hold."},
    {"any_of", &kTests, false, "Tests of which one holds."},
    {"every", &kConfigTestShape, false, "A test that holds for all that the path leads to."},
    {"none", &kConfigTestShape, false, "A test that holds for nothing that the path leads to."},
    {"count", &kConfigTestShape, false,
     "How many there are: a number, or below, at_most, above, at_least with a test beside."},
    {"default", &kText, false, "What the format takes where nothing stands."},
};
constexpr Shape kTestItem{.type = ShapeType::kTextOrMap, .keys = kTestKeys};

constexpr ShapeKey kConditionKeys[] = {
    {"any_of", &kConditionsList, false, "Conditions of which one holds."},
    {"not", &kConfigConditionsShape, false, "Conditions that do not all hold."},
    {"surely", &kConfigConditionsShape, false,
     "Conditions that hold for certain; where that is not known, they do not."},
    {"compare", &kTexts, false, "Comparisons of captures, such as timeout > period."},
};
constexpr Shape kConditions{
    .type = ShapeType::kMap, .keys = kConditionKeys, .others = &kConfigTestShape};

constexpr ShapeKey kCaptureKeys[] = {
    {"path", &kText, true, "Where the text stands."},
    {"default", &kText, false, "What the format takes where nothing stands."},
    {"unit", &kUnit, false, "How the text is a number, for `compare`."},
    {"as", &kCaptureWord, false, "What is taken of it; the text unless said otherwise."},
};
constexpr Shape kCapture{.type = ShapeType::kTextOrMap, .keys = kCaptureKeys};
constexpr Shape kCaptures{.type = ShapeType::kMap, .others = &kCapture};

constexpr ShapeKey kConfigKeys[] = {
    {"of", &kTexts, true,
     "What is configured: kubernetes, a kind such as Deployment, pod, serving-pod, compose, "
     "github-workflow, terraform, nginx ..."},
    {"each", &kTexts, false, "Paths to what the rule is about; the object itself without it."},
    {"capture", &kCaptures, false, "Texts for messages, facts and `compare`, by name."},
    {"when", &kConfigConditionsShape, false, "Conditions that say which of them are meant."},
    {"find", &kConfigConditionsShape, false, "Conditions that say what is wrong."},
    {"unless", &kConfigConditionsShape, false, "Conditions under which nothing is wrong."},
    {"at", &kText, false,
     "Where the finding stands; without it, at the field of `find`, or where that is missing."},
    {"write", &kText, false, "What to write there, with {captures}."},
    {"errors", &kErrors, false, "Find what cannot be read, instead of objects."},
};

}  // namespace

constexpr Shape kConfigTestShape{
    .type = ShapeType::kOneOrMore, .item = &kTestItem, .definition = "test"};
constexpr Shape kConfigConditionsShape{
    .type = ShapeType::kOneOrMore, .item = &kConditions, .definition = "conditions"};
constexpr Shape kConfigClauseShape{.type = ShapeType::kMap, .keys = kConfigKeys};

}  // namespace gonogo
