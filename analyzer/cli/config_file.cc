#include "analyzer/cli/config_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "analyzer/rulebook/config_shape.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

constexpr std::string_view kConfigName = ".gonogo.yaml";

std::optional<Severity> SeverityFromWord(std::string_view word) {
  for (const Severity severity : {Severity::kLow, Severity::kMedium, Severity::kHigh}) {
    if (word == NameOf(severity)) return severity;
  }
  return std::nullopt;
}

std::string_view GateName(const std::optional<Severity>& gate) {
  return gate ? NameOf(*gate) : "none";
}

/// Fills a Config from a tree; what is wrong in form was reported before.
class ConfigReader {
 public:
  ConfigReader(Config& config, const YamlNode& tree, MistakeList& mistakes)
      : config_(config), tree_(tree), mistakes_(mistakes) {}

  void Read() {
    ReadPaths();
    ReadRules();
    ReadGate();
    ReadMaxFileSize();
    for (const YamlNode* node : ItemsOf(tree_.Find("ignore"))) ReadIgnore(*node);
    config_.rules_dirs = Texts(tree_.Find("rules_dirs"));
  }

 private:
  static std::vector<Placed<std::string>> Texts(const YamlNode* node) {
    std::vector<Placed<std::string>> texts;
    for (const YamlNode* item : ItemsOf(node)) {
      if (!TextOf(item).empty()) texts.push_back({std::string(TextOf(item)), item->place});
    }
    return texts;
  }

  void ReadPaths() {
    const YamlNode* paths = tree_.Find("paths");
    if (paths) config_.exclude = Texts(paths->Find("exclude"));
    for (const Placed<std::string>& glob : config_.exclude) CheckGlob(glob.value, glob.place);
  }

  void CheckGlob(std::string_view glob, Place place) {
    if (glob.starts_with('!')) {
      mistakes_.Add(
          place,
          fmt::format("\"{}\" begins with \"!\"; a glob here cannot take back another", glob));
    } else if (glob.starts_with('#')) {
      mistakes_.Add(place, fmt::format("\"{}\" is a comment in .gitignore syntax; write \"\\{}\"",
                                       glob, glob));
    }
  }

  void ReadRules() {
    const YamlNode* rules = tree_.Find("rules");
    if (!rules) return;
    for (const YamlEntry& entry : rules->entries) {
      if (entry.key == "enable" || entry.key == "disable") {
        for (const Placed<std::string>& id : Texts(&entry.value)) {
          AddSetting(
              {.rule = id.value, .on = entry.key == "enable", .severity = {}, .place = id.place});
        }
      } else {
        const std::string_view state = TextOf(&entry.value);
        AddSetting({.rule = entry.key,
                    .on = state != "off",
                    .severity = SeverityFromWord(state),
                    .place = entry.place});
      }
    }
  }

  void AddSetting(RuleSetting setting) {
    const auto [first, fresh] = setting_lines_.emplace(setting.rule, setting.place.line);
    if (!fresh) {
      mistakes_.Add(setting.place, fmt::format("rule \"{}\" is set already, in line {}",
                                               setting.rule, first->second));
    }
    config_.rules.push_back(std::move(setting));
  }

  void ReadGate() {
    const YamlNode* gate = tree_.Find("gate");
    if (!TextOf(gate).empty()) config_.gate = {SeverityFromWord(TextOf(gate)), gate->place};
  }

  void ReadMaxFileSize() {
    const YamlNode* node = tree_.Find("max_file_size");
    if (TextOf(node).empty()) return;
    if (const auto size = ParseSize(TextOf(node))) {
      config_.max_file_size = {*size, node->place};
    } else {
      mistakes_.Add(
          node->place,
          fmt::format("\"{}\" is no size; write bytes, or a number with KB, MB, KiB or MiB",
                      TextOf(node)));
    }
  }

  void ReadIgnore(const YamlNode& node) {
    if (const YamlNode* key = node.Find("key")) {
      mistakes_.Add(
          key->place,
          "\"key\" is not supported yet; without it the suppression holds for the whole file");
    }
    CheckGlob(TextOf(node.Find("path")), node.place);
    config_.ignore.push_back({.path = std::string(TextOf(node.Find("path"))),
                              .rule = std::string(TextOf(node.Find("rule"))),
                              .reason = std::string(TextOf(node.Find("reason"))),
                              .place = node.place});
  }

  Config& config_;
  const YamlNode& tree_;
  MistakeList& mistakes_;
  std::map<std::string, std::uint32_t> setting_lines_;
};

Notice Untrusted(const Config& config, Place place, const std::string& what) {
  return {.id = "untrusted-config",
          .coverage = Coverage::kInformation,
          .path = config.path,
          .line = place.line,
          .message = what + "; use --trust-tree if you trust this tree"};
}

/// "none" lets the most pass.
int Height(const std::optional<Severity>& gate) { return gate ? static_cast<int>(*gate) : 100; }

/// True where some grade of the rule is worse than the severity it is set to.
bool Lowers(const RuleSetting& setting, const Rule& rule) {
  return std::any_of(rule.grades.begin(), rule.grades.end(),
                     [&](const Grade& grade) { return grade.severity > *setting.severity; });
}

std::string NarrowingOf(const RuleSetting& setting, const RuleBook* book) {
  if (!setting.on) return fmt::format("turns off rule \"{}\"", setting.rule);
  const Rule* rule = book ? book->Find(setting.rule) : nullptr;
  if (!setting.severity || (rule && !Lowers(setting, *rule))) return "";
  return fmt::format("{} rule \"{}\" to {}", rule ? "lowers" : "sets", setting.rule,
                     NameOf(*setting.severity));
}

struct Unit {
  std::string_view name;
  std::uint64_t bytes;
};
constexpr Unit kUnits[] = {
    {"", 1},           {"b", 1},         {"kb", 1'000},         {"k", 1'000},
    {"mb", 1'000'000}, {"m", 1'000'000}, {"gb", 1'000'000'000}, {"kib", 1 << 10},
    {"mib", 1 << 20},  {"gib", 1 << 30}};

}  // namespace

ConfigReading ReadConfig(std::string_view path, std::string_view text) {
  MistakeList mistakes{std::string(path)};
  ConfigReading reading;
  reading.config.path = path;
  const YamlNode tree = ParseStrictYaml(text, mistakes);
  // A file that says nothing is a config that changes nothing.
  const bool says_something = tree.type != YamlType::kNull;
  if (mistakes.empty() && says_something) CheckShape(tree, kConfigShape, mistakes);
  ConfigReader(reading.config, tree, mistakes).Read();
  reading.mistakes = std::move(mistakes).Take();
  return reading;
}

std::optional<std::string> FindConfig(const FileSystem& tree, std::string_view target) {
  const auto status = tree.Status(std::string(target));
  const bool directory = target.empty() || (status && status->type == EntryType::kDirectory);
  std::string_view folder = target;
  for (bool inside = directory;; inside = true) {
    if (inside) {
      const std::string path =
          folder.empty() ? std::string(kConfigName) : fmt::format("{}/{}", folder, kConfigName);
      if (tree.Status(path)) return path;
    }
    if (folder.empty()) return std::nullopt;
    const std::size_t slash = folder.rfind('/');
    folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash);
  }
}

void ApplyTrust(Config& config, bool trusted, std::vector<Notice>& notices) {
  if (trusted) return;
  if (config.gate && Height(config.gate->value) > Height(kDefaultGate)) {
    notices.push_back(Untrusted(config, config.gate->place,
                                fmt::format("gate \"{}\" is not used, it would let more pass",
                                            GateName(config.gate->value))));
    config.gate.reset();
  }
  if (config.max_file_size && config.max_file_size->value > kDefaultMaxFileSize) {
    notices.push_back(
        Untrusted(config, config.max_file_size->place,
                  fmt::format("max_file_size above {} is not used", kDefaultMaxFileSize)));
    config.max_file_size.reset();
  }
  for (const Placed<std::string>& folder : config.rules_dirs) {
    notices.push_back(
        Untrusted(config, folder.place, fmt::format("rules in \"{}\" are not used", folder.value)));
  }
  config.rules_dirs.clear();
}

std::vector<Mistake> CheckConfigRules(const Config& config, const RuleBook& book) {
  MistakeList mistakes(config.path);
  const auto check = [&](const std::string& id, Place place) {
    if (id.empty() || mistakes.full() || book.Find(id)) return;
    const auto similar = book.Similar(id);
    mistakes.Add(
        place,
        fmt::format("unknown rule \"{}\"{}", id,
                    similar.empty() ? "" : fmt::format("; did you mean \"{}\"?", similar[0])));
  };
  for (const RuleSetting& setting : config.rules) check(setting.rule, setting.place);
  for (const ConfigIgnore& ignore : config.ignore) check(ignore.rule, ignore.place);
  return std::move(mistakes).Take();
}

std::string Config::Where(Place place) const { return fmt::format("{}:{}", path, place.line); }

std::vector<Narrowing> NarrowingsOf(const Config& config, const RuleBook* book) {
  std::vector<Narrowing> narrowings;
  const auto add = [&](Place place, std::string text) {
    if (!text.empty()) narrowings.push_back({place, std::move(text)});
  };
  for (const Placed<std::string>& glob : config.exclude)
    add(glob.place, fmt::format("excludes \"{}\"", glob.value));
  for (const RuleSetting& setting : config.rules) add(setting.place, NarrowingOf(setting, book));
  if (config.gate && Height(config.gate->value) > Height(kDefaultGate)) {
    add(config.gate->place, fmt::format("raises the gate to {}", GateName(config.gate->value)));
  }
  if (config.max_file_size && config.max_file_size->value < kDefaultMaxFileSize) {
    add(config.max_file_size->place,
        fmt::format("leaves out files above {} bytes", config.max_file_size->value));
  }
  for (const ConfigIgnore& ignore : config.ignore) {
    add(ignore.place,
        fmt::format("ignores rule \"{}\" in \"{}\": {}", ignore.rule, ignore.path, ignore.reason));
  }
  std::ranges::sort(narrowings, {}, [](const Narrowing& narrowing) {
    return std::tuple(narrowing.place.line, narrowing.place.column,
                      std::string_view(narrowing.text));
  });
  return narrowings;
}

std::optional<std::uint64_t> ParseSize(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number == 0) return std::nullopt;
  std::string unit(end, text.data() + text.size());
  unit.erase(0, unit.find_first_not_of(' '));
  for (char& c : unit) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const Unit& known : kUnits) {
    if (unit != known.name) continue;
    if (number > UINT64_MAX / known.bytes) return std::nullopt;
    return number * known.bytes;
  }
  return std::nullopt;
}

}  // namespace gonogo
