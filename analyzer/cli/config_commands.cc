#include <fmt/format.h>

#include "analyzer/cli/commands.h"
#include "analyzer/cli/output.h"
#include "analyzer/cli/settings.h"

namespace gonogo {
namespace {

std::string GateWord(const Setup& setup) {
  return setup.gate_is_off ? "none" : std::string(NameOf(setup.settings.gate));
}

std::string Shown(const Setup& setup) {
  const PipelineSettings& settings = setup.settings;
  std::string text =
      fmt::format("root: {}\nconfig: {}\ngate: {}\nmax_file_size: {}\nthreads: {}\n", settings.root,
                  setup.config.path.empty() ? "(none)" : setup.config.path, GateWord(setup),
                  settings.max_file_size, settings.threads);
  for (const std::string& glob : settings.exclude) text += fmt::format("exclude: {}\n", glob);
  for (const Rule* rule : settings.disabled_rules) text += fmt::format("off: {}\n", rule->id);
  for (const RuleSeverity& row : settings.severities)
    text += fmt::format("severity: {}: {}\n", row.rule->id, NameOf(row.severity));
  for (const Notice& notice : settings.notices) {
    text += fmt::format("{}:{}: {}\n", notice.path, notice.line, notice.message);
  }
  return text;
}

Result<int> Written(std::string_view text) {
  const auto written = WriteOut(text);
  if (!written) return std::unexpected(written.error());
  return 0;
}

}  // namespace

Result<int> RunConfigShow(const Options& options) {
  const Setup setup = TRY(PrepareRun(options));
  return Written(Shown(setup));
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
