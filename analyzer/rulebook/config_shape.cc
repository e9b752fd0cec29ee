#include "analyzer/rulebook/config_shape.h"

namespace gonogo {
namespace {

std::vector<std::string_view> GateWords() { return {"low", "medium", "high", "none"}; }
std::vector<std::string_view> StateWords() { return {"off", "on", "low", "medium", "high"}; }

constexpr Shape kText{.type = ShapeType::kText};
constexpr Shape kTexts{.type = ShapeType::kOneOrMore, .item = &kText};
constexpr Shape kGate{.type = ShapeType::kWord, .what = "gate", .words = GateWords};
constexpr Shape kState{.type = ShapeType::kWord, .what = "state", .words = StateWords};

constexpr ShapeKey kPathsKeys[] = {
    {"exclude", &kTexts, false,
     "Globs in .gitignore syntax, anchored at the root, of what is not looked at."},
};
constexpr Shape kPaths{.type = ShapeType::kMap, .keys = kPathsKeys};

constexpr ShapeKey kRulesKeys[] = {
    {"enable", &kTexts, false, "Ids of rules to turn on."},
    {"disable", &kTexts, false, "Ids of rules to turn off."},
};
constexpr Shape kRules{.type = ShapeType::kMap, .keys = kRulesKeys, .others = &kState};

constexpr ShapeKey kIgnoreKeys[] = {
    {"path", &kText, true, "A glob in .gitignore syntax, anchored at the root."},
    {"key", &kText, false, "A key inside the file; not supported yet."},
    {"rule", &kText, true, "The id of the rule whose findings are suppressed."},
    {"reason", &kText, true, "Why; it is shown in reports."},
};
constexpr Shape kIgnore{.type = ShapeType::kMap, .keys = kIgnoreKeys};
constexpr Shape kIgnores{.type = ShapeType::kOneOrMore, .item = &kIgnore};

constexpr ShapeKey kConfigKeys[] = {
    {"paths", &kPaths, false, "Which files are looked at."},
    {"rules", &kRules, false, "Rules turned on and off, or id: off, on, low, medium or high."},
    {"gate", &kGate, false, "The least severity that fails a run; medium unless said otherwise."},
    {"max_file_size", &kText, false,
     "Larger files are not read: bytes, or a number with KB, MB, KiB or MiB."},
    {"ignore", &kIgnores, false, "Suppressions for formats without comments."},
    {"rules_dirs", &kTexts, false, "Folders with rules of your own."},
};

}  // namespace

constexpr Shape kConfigShape{.type = ShapeType::kMap, .keys = kConfigKeys};

std::string ConfigSchema() { return JsonSchema(kConfigShape, ".gonogo.yaml"); }

}  // namespace gonogo
