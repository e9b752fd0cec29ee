#include "analyzer/cli/settings.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <utility>

#include "analyzer/base/parallel_for.h"
#include "analyzer/cli/load_rules.h"
#include "analyzer/cli/output.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLargestConfig = 1 << 20;  // bytes

std::string Today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

Result<Config> Parsed(const std::string& path, const std::string& text) {
  ConfigReading reading = ReadConfig(path, text);
  if (!reading.mistakes.empty()) return Fail(DescribeAll(reading.mistakes, "the config"));
  return std::move(reading.config);
}

/// The deepest folder that holds all targets: where the search for a config begins.
std::string CommonTarget(const std::vector<std::string>& targets) {
  std::string common = targets.front();
  for (const std::string& target : targets) {
    while (!common.empty() && target != common && !target.starts_with(common + "/")) {
      const std::size_t slash = common.rfind('/');
      common.resize(slash == std::string::npos ? 0 : slash);
    }
  }
  return common;
}

Result<Config> LoadConfig(const Options& options, const Setup& setup) {
  if (!options.config_file.empty()) {
    const std::string text = TRY(ReadFile(options.config_file));
    return Parsed(options.config_file, text);
  }
  if (options.isolated) return Config{};
  const auto path = FindConfig(*setup.tree, CommonTarget(setup.scope.targets));
  if (!path) return Config{};
  std::string text;
  const auto read = setup.tree->Read(*path, kLargestConfig, text);
  if (!read) return Fail(fmt::format("cannot read \"{}\": {}", *path, read.error().reason));
  if (text.size() > kLargestConfig) return Fail(fmt::format("\"{}\" is larger than 1 MiB", *path));
  return Parsed(*path, text);
}

std::vector<std::string> RuleFolders(const Options& options, const Setup& setup) {
  std::vector<std::string> folders;
  const std::size_t slash = setup.config.path.rfind('/');
  const std::string beside =
      slash == std::string::npos ? "" : setup.config.path.substr(0, slash + 1);
  const std::string base = options.config_file.empty() ? setup.scope.root + "/" : "";
  for (const auto& folder : setup.config.rules_dirs)
    folders.push_back(base + beside + folder.value);
  folders.insert(folders.end(), options.rules_dirs.begin(), options.rules_dirs.end());
  return folders;
}

/// The config's gate counts where the command line sets none.
bool GateIsOff(const Options& options, const Config& config) {
  if (options.gate) return false;
  return options.fail_on_none || (config.gate && !config.gate->value);
}

Severity GateOf(const Options& options, const Config& config) {
  if (options.gate) return *options.gate;
  return config.gate ? config.gate->value.value_or(kDefaultGate) : kDefaultGate;
}

/// The rules that the config names exist: CheckConfigRules has said so.
PipelineSettings SettingsOf(const Options& options, const Setup& setup) {
  const Config& config = setup.config;
  const RuleBook& book = setup.book;
  PipelineSettings settings;
  settings.root = setup.scope.root;
  settings.targets = setup.scope.targets;
  settings.ignore_files = !options.no_ignore;
  for (const auto& glob : config.exclude) settings.exclude.push_back(glob.value);
  for (const RuleSetting& rule : config.rules) {
    if (!rule.on) settings.disabled_rules.push_back(book.Find(rule.rule));
    if (rule.severity) settings.severities.push_back({book.Find(rule.rule), *rule.severity});
  }
  for (const ConfigIgnore& ignore : config.ignore) {
    settings.ignores.push_back(
        {ignore.path, book.Find(ignore.rule), ignore.reason, config.Where(ignore.place)});
  }
  if (config.max_file_size) settings.max_file_size = config.max_file_size->value;
  if (options.max_file_size) settings.max_file_size = *options.max_file_size;
  settings.threads = options.threads == 0 ? DefaultThreadCount() : options.threads;
  settings.explain_rejected = options.explain_rejected;
  settings.explain_triage = options.explain_triage;
  settings.compile_db = options.compile_db;
  settings.cache_dir = options.cache_dir;
  settings.cache = !options.no_cache;
  if (options.unit_seconds) settings.unit_seconds = *options.unit_seconds;
  settings.today = Today();
  settings.gate = GateOf(options, config);
  return settings;
}

}  // namespace

Result<Setup> PrepareRun(const Options& options) {
  Scope scope = TRY(ResolveScope(options.paths));
  std::unique_ptr<FileSystem> tree = TRY(OpenTree(scope.root));
  Setup setup;
  setup.scope = std::move(scope);
  setup.tree = std::move(tree);
  setup.config = TRY(LoadConfig(options, setup));
  const bool trusted = options.trust_tree || !options.config_file.empty();
  std::vector<Notice> notices;
  ApplyTrust(setup.config, trusted, notices);
  setup.book = TRY(LoadRuleBook(RuleFolders(options, setup)));
  const std::vector<Mistake> mistakes = CheckConfigRules(setup.config, setup.book);
  if (!mistakes.empty()) return Fail(DescribeAll(mistakes, "the config"));
  for (const Narrowing& narrowing : NarrowingsOf(setup.config, &setup.book)) {
    notices.push_back({"narrowed-by-config", Coverage::kInformation, setup.config.path,
                       narrowing.place.line, narrowing.text});
  }
  setup.settings = SettingsOf(options, setup);
  setup.settings.notices = std::move(notices);
  setup.gate_is_off = GateIsOff(options, setup.config);
  return setup;
}

}  // namespace gonogo
