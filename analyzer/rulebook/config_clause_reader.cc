#include "analyzer/rulebook/config_clause_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/base/edit_distance.h"
#include "analyzer/model/config_words.h"
#include "analyzer/rulebook/config_test_reader.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

/// What the engine captures itself.
constexpr std::string_view kOwnCaptures[] = {"field", "value", "reason"};

bool IsKind(std::string_view text) { return !text.empty() && IsUpper(text.front()); }

bool IsCaptureName(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return IsLower(c) || IsDigit(c) || c == '_'; }) &&
         !IsDigit(name.front());
}

class ConfigClauseReader {
 public:
  ConfigClauseReader(const YamlNode& node, RuleStorage& storage, MistakeList& mistakes)
      : node_(node), storage_(storage), mistakes_(mistakes) {}

  ConfigClause Read() {
    clause_.of = ReadTargets();
    ReadCaptures();
    ConfigTestReader tests(clause_.captures, storage_, mistakes_);
    clause_.each = ReadPaths(node_.Find("each"), tests);
    clause_.when = tests.ReadConditions(node_.Find("when"));
    clause_.find = tests.ReadConditions(node_.Find("find"));
    clause_.unless = tests.ReadConditions(node_.Find("unless"));
    if (const YamlNode* const at = node_.Find("at")) {
      clause_.has_at = true;
      clause_.at = tests.ReadPath(TextOf(at), *at, at->place);
    }
    clause_.write = Kept(TextOf(node_.Find("write")));
    const std::string_view errors = TextOf(node_.Find("errors"));
    if (errors == "syntax") clause_.errors = ConfigErrors::kSyntax;
    if (errors == "duplicate-keys") clause_.errors = ConfigErrors::kDuplicateKeys;
    CheckErrors();
    CheckWrite();
    return clause_;
  }

 private:
  std::string_view Kept(std::string_view text) { return storage_.Keep(std::string(text)); }

  std::span<const ConfigTarget> ReadTargets() {
    std::vector<ConfigTarget> targets;
    for (const YamlNode* item : ItemsOf(node_.Find("of"))) targets.push_back(ReadTarget(*item));
    return storage_.Keep(std::move(targets));
  }

  ConfigTarget ReadTarget(const YamlNode& node) {
    const std::string_view word = TextOf(&node);
    ConfigTarget target{.shape = ConfigShape::kKubernetes};
    if (word == "pod" || word == "serving-pod") {
      target.sort = word == "pod" ? ConfigTargetSort::kPod : ConfigTargetSort::kServingPod;
      return target;
    }
    if (IsKind(word)) {
      const std::size_t dot = std::min(word.find('.'), word.size());
      target.sort = ConfigTargetSort::kKind;
      target.kind = Kept(word.substr(0, dot));
      target.group = Kept(word.substr(std::min(dot + 1, word.size())));
      return target;
    }
    if (const auto shape = ConfigShapeFromName(word)) {
      target.shape = *shape;
      return target;
    }
    std::vector<std::string_view> names = {"pod", "serving-pod"};
    for (const ConfigShape shape : ConfigShapes()) names.push_back(NameOf(shape));
    if (!word.empty()) {
      mistakes_.Add(node.place,
                    fmt::format("unknown configuration \"{}\"{}", word, DidYouMean(word, names)));
    }
    return target;
  }

  std::span<const ConfigPath> ReadPaths(const YamlNode* node, ConfigTestReader& tests) {
    std::vector<ConfigPath> paths;
    for (const YamlNode* item : ItemsOf(node)) {
      if (TextOf(item).empty()) continue;
      paths.push_back(tests.ReadPath(TextOf(item), *item, item->place));
      const ConfigFrom from = paths.back().from;
      if (from != ConfigFrom::kHere && from != ConfigFrom::kRoot)
        mistakes_.Add(item->place, "\"each\" goes down from the object");
    }
    return storage_.Keep(std::move(paths));
  }

  void ReadCaptures() {
    std::vector<ConfigCapture> captures;
    if (const YamlNode* const map = node_.Find("capture")) {
      for (const YamlEntry& entry : map->entries) captures.push_back(ReadCapture(entry));
    }
    clause_.captures = storage_.Keep(std::move(captures));
  }

  ConfigCapture ReadCapture(const YamlEntry& entry) {
    ConfigCapture capture{.name = Kept(entry.key)};
    if (!IsCaptureName(entry.key))
      mistakes_.Add(entry.place, fmt::format("capture \"{}\" is not snake_case", entry.key));
    if (std::ranges::find(kOwnCaptures, entry.key) != std::end(kOwnCaptures))
      mistakes_.Add(entry.place, fmt::format("\"{}\" is captured by the engine", entry.key));
    const bool is_map = entry.value.type == YamlType::kMap;
    const YamlNode* const path = is_map ? entry.value.Find("path") : &entry.value;
    if (!TextOf(path).empty()) {
      capture.path =
          ConfigTestReader({}, storage_, mistakes_).ReadPath(TextOf(path), *path, path->place);
    }
    if (const YamlNode* const assumed = entry.value.Find("default")) {
      capture.assumes = true;
      capture.assumed = Kept(TextOf(assumed));
    }
    for (const ConfigUnitRow& row : ConfigUnits()) {
      if (row.name == TextOf(entry.value.Find("unit"))) capture.unit = row.unit;
    }
    for (const ConfigCaptureSortRow& row : ConfigCaptureSorts()) {
      if (row.name == TextOf(entry.value.Find("as"))) capture.sort = row.sort;
    }
    return capture;
  }

  /// What of the clause makes no sense beside `errors`.
  void CheckErrors() {
    if (clause_.errors == ConfigErrors::kNone) return;
    for (const std::string_view key :
         {"each", "capture", "when", "find", "unless", "at", "write"}) {
      if (!node_.Find(key)) continue;
      mistakes_.Add(node_.Find(key)->place,
                    fmt::format("\"{}\" has no meaning beside \"errors\"", key));
    }
  }

  void CheckWrite() {
    for (std::size_t at = clause_.write.find('{'); at != clause_.write.npos;
         at = clause_.write.find('{', at + 1)) {
      const std::string_view name =
          clause_.write.substr(at + 1, clause_.write.find('}', at) - at - 1);
      const bool known =
          std::ranges::find(clause_.captures, name, &ConfigCapture::name) != clause_.captures.end();
      if (!known && IsCaptureName(name))
        mistakes_.Add(node_.Find("write")->place, fmt::format("unknown capture {{{}}}", name));
    }
  }

  const YamlNode& node_;
  RuleStorage& storage_;
  MistakeList& mistakes_;
  ConfigClause clause_;
};

}  // namespace

const ConfigClause* ReadConfigClause(const YamlNode& node, RuleStorage& storage,
                                     MistakeList& mistakes) {
  const ConfigClause clause = ConfigClauseReader(node, storage, mistakes).Read();
  return storage.Keep(std::vector{clause}).data();
}

}  // namespace gonogo
