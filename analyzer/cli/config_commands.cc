#include <fmt/format.h>

#include <utility>

#include "analyzer/cli/commands.h"
#include "analyzer/cli/output.h"
#include "analyzer/cli/settings.h"
#include "analyzer/report/json_text.h"

namespace gonogo {
namespace {

/// A string as YAML and JSON write it.
std::string Quoted(const std::string& text) { return JsonBytes(Json(text), false); }

/// "key: value  # where it comes from", as a line of a config file.
class Listing {
 public:
  explicit Listing(const Setup& setup) : setup_(setup) {}

  std::string Text(const Options& options) {
    AddComments(options);
    AddValue("gate", setup_.gate_is_off ? "none" : std::string(NameOf(setup_.settings.gate)),
             options.gate || options.fail_on_none ? "--fail-on" : PlaceOf(setup_.config.gate));
    AddValue("max_file_size", fmt::format("{}", setup_.settings.max_file_size),
             options.max_file_size ? "--max-file-size" : PlaceOf(setup_.config.max_file_size));
    AddPaths();
    AddRules();
    AddIgnores();
    AddRuleFolders();
    return std::move(text_);
  }

 private:
  void AddComments(const Options& options) {
    const std::string config = setup_.config.path.empty() ? "none" : setup_.config.path;
    const std::string_view why = !options.config_file.empty() ? "--config"
                                 : options.isolated           ? "--isolated"
                                                              : "found upward from the target";
    text_ += fmt::format("# root: {}\n# config: {} ({})\n# threads: {} ({})\n",
                         setup_.settings.root, config, why, setup_.settings.threads,
                         options.threads == 0 ? "one per core" : "--threads");
    for (const Notice& notice : setup_.settings.notices)
      text_ += fmt::format("# {}:{}: {}\n", notice.path, notice.line, notice.message);
  }

  void AddPaths() {
    if (setup_.config.exclude.empty()) return;
    text_ += "paths:\n  exclude:\n";
    for (const auto& glob : setup_.config.exclude)
      text_ += fmt::format("    - {}  # {}\n", Quoted(glob.value), setup_.config.Where(glob.place));
  }

  void AddRules() {
    if (setup_.config.rules.empty()) return;
    text_ += "rules:\n";
    for (const RuleSetting& rule : setup_.config.rules) {
      const std::string_view state = rule.severity ? NameOf(*rule.severity)
                                     : rule.on     ? "on"
                                                   : "off";
      text_ += fmt::format("  {}: {}  # {}\n", rule.rule, state, setup_.config.Where(rule.place));
    }
  }

  void AddIgnores() {
    if (setup_.config.ignore.empty()) return;
    text_ += "ignore:\n";
    for (const ConfigIgnore& ignore : setup_.config.ignore) {
      text_ += fmt::format("  - {{path: {}, rule: {}, reason: {}}}  # {}\n", Quoted(ignore.path),
                           ignore.rule, Quoted(ignore.reason), setup_.config.Where(ignore.place));
    }
  }

  void AddRuleFolders() {
    if (setup_.config.rules_dirs.empty()) return;
    text_ += "rules_dirs:\n";
    for (const auto& folder : setup_.config.rules_dirs)
      text_ +=
          fmt::format("  - {}  # {}\n", Quoted(folder.value), setup_.config.Where(folder.place));
  }

  void AddValue(std::string_view key, const std::string& value, const std::string& from) {
    text_ += fmt::format("{}: {}  # {}\n", key, value, from);
  }

  template <class T>
  std::string PlaceOf(const std::optional<Placed<T>>& value) const {
    return value ? setup_.config.Where(value->place) : "default";
  }

  const Setup& setup_;
  std::string text_;
};

Result<int> Written(std::string_view text) {
  const auto written = WriteOut(text);
  if (!written) return std::unexpected(written.error());
  return 0;
}

}  // namespace

Result<int> RunConfigShow(const Options& options) {
  const Setup setup = TRY(PrepareRun(options));
  return Written(Listing(setup).Text(options));
}

Result<int> RunConfigVerify(const Options& options) {
  const Setup setup = TRY(PrepareRun(options));
  if (setup.config.path.empty()) return Written("there is no config\n");
  return Written(fmt::format("\"{}\" is right\n", setup.config.path));
}

Result<int> RunConfigSchema(const Options& options) {
  return Written(options.schema_of_rules ? EmbeddedRules().rule_schema
                                         : EmbeddedRules().config_schema);
}

}  // namespace gonogo
