#include "analyzer/cli/options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "analyzer/report/report.h"

namespace gonogo {
namespace {

constexpr std::string_view kAbout =
    "Is this service ready for production? gonogo reads code and configs and answers with "
    "evidence.\n"
    "Exit codes: 0 nothing at or above the gate, 1 findings (or NO-GO), 2 the run failed or, with\n"
    "--strict, something was not read.";

const std::map<std::string, ColorChoice> kColors = {
    {"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}};

std::string FormatHelp() {
  std::string help = "report as FORMAT or FORMAT=FILE, several times; formats:";
  for (const ReportFormat& format : ReportFormats()) help += " " + std::string(format.name);
  return help;
}

FormatRequest ParseFormat(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return {text, ""};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void CheckFormat(const FormatRequest& request) {
  if (FindReportFormat(request.format) == nullptr) {
    throw CLI::ValidationError("--format", "there is no format \"" + request.format + "\"");
  }
}

void SetGate(Options& options, const std::string& word) {
  static constexpr std::pair<std::string_view, Severity> kGates[] = {
      {"low", Severity::kLow}, {"medium", Severity::kMedium}, {"high", Severity::kHigh}};
  options.fail_on_none = word == "none";
  for (const auto& [name, severity] : kGates) {
    if (word == name) options.gate = severity;
  }
}

void AddRuleFlags(CLI::App& app, Options& options) {
  app.add_option("--rules", options.rules_dirs,
                 "folder with rules to add, or to replace built-in ones by id")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void AddTrustFlags(CLI::App& app, Options& options) {
  app.add_option("--config", options.config_file,
                 "config file instead of the .gonogo.yaml of the tree; trusted")
      ->type_name("FILE");
  app.add_flag("--trust-tree", options.trust_tree,
               "let the tree's own config add rules, lower the gate and lower severities");
  app.add_flag("--isolated", options.isolated, "ignore every .gonogo.yaml");
}

void AddReportFlags(CLI::App& app, Options& options) {
  app.add_option_function<std::vector<std::string>>(
         "--format,-f",
         [&options](const std::vector<std::string>& values) {
           for (const std::string& value : values) {
             options.formats.push_back(ParseFormat(value));
             CheckFormat(options.formats.back());
           }
         },
         FormatHelp())
      ->type_name("FORMAT[=FILE]")
      ->allow_extra_args(false);  // else it would take the paths behind it
  app.add_option("--sarif-profile", options.sarif_profile,
                 "full, or what GitHub code scanning takes as it is")
      ->check(CLI::IsMember({"full", "github"}));
  app.add_option("--color", options.color, "auto, always or never")
      ->transform(CLI::CheckedTransformer(kColors));
  app.add_flag("--explain-rejected", options.explain_rejected,
               "list each candidate that was not reported, and why");
  app.add_flag("--verbose,-v", options.verbose, "list every file that was not read, and evidence");
}

void AddRunFlags(CLI::App& app, Options& options) {
  app.add_option("--threads,-j", options.threads, "threads; the default is one per CPU")
      ->check(CLI::Range(1U, 256U));
  app.add_option("--max-file-size", options.max_file_size,
                 "largest file to read, in bytes or with KB, MB")
      ->transform(CLI::AsSizeValue(true));
  app.add_option_function<std::string>(
         "--fail-on", [&options](const std::string& word) { SetGate(options, word); },
         "lowest severity that makes the run exit 1: low, medium (default), high, none")
      ->check(CLI::IsMember({"low", "medium", "high", "none"}));
  app.add_flag("--strict", options.strict, "exit 2 where a file was not read, or only partly");
  app.add_flag("--no-ignore", options.no_ignore, "also read what .gitignore leaves out");
}

void AddCodeFlags(CLI::App& app, Options& options) {
  app.add_option(
         "--compile-db", options.compile_db,
         "compile_commands.json of the C and C++ code, or its folder; trusted. Those in the "
         "tree's build folders are found by themselves")
      ->type_name("PATH");
  app.add_flag("--explain-triage", options.explain_triage,
               "say of each C and C++ file why it was parsed or not");
  app.add_option("--cache-dir", options.cache_dir,
                 "where parsed C and C++ units are kept; the default is in the user's cache folder")
      ->type_name("DIR");
  app.add_option("--unit-timeout", options.unit_seconds,
                 "seconds of CPU time that parsing one C or C++ unit may take; the default is 30")
      ->type_name("SECONDS")
      ->check(CLI::Range(1U, 3600U));
  app.add_flag("--no-cache", options.no_cache, "keep nothing, and use nothing that was kept");
}

CLI::App* AddCheckLike(CLI::App& app, Options& options, Command command, const std::string& name,
                       const std::string& about) {
  CLI::App* verb = app.add_subcommand(name, about);
  verb->add_option("paths", options.paths,
                   "files or folders; the current folder where none is given");
  AddReportFlags(*verb, options);
  AddRunFlags(*verb, options);
  AddTrustFlags(*verb, options);
  AddRuleFlags(*verb, options);
  AddCodeFlags(*verb, options);
  verb->callback([&options, command] { options.command = command; });
  return verb;
}

CLI::App* AddVerb(CLI::App& parent, Options& options, Command command, const std::string& name,
                  const std::string& about) {
  CLI::App* verb = parent.add_subcommand(name, about);
  verb->callback([&options, command] { options.command = command; });
  return verb;
}

void AddRulesVerbs(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand("rules", "list, show and test rules")->require_subcommand(1);
  CLI::App* list = AddVerb(*rules, options, Command::kRulesList, "list", "one line a rule");
  AddRuleFlags(*list, options);
  CLI::App* show =
      AddVerb(*rules, options, Command::kRulesShow, "show", "all of one rule, as markdown");
  show->add_option("id", options.id, "the rule")->required();
  AddRuleFlags(*show, options);
  CLI::App* test =
      AddVerb(*rules, options, Command::kRulesTest, "test",
              "run each rule's own examples: built-in rules, or the rule files below PATH");
  test->add_option("path", options.paths, "a rule file or a folder of them");
}

void AddConfigVerbs(CLI::App& app, Options& options) {
  CLI::App* config =
      app.add_subcommand("config", "show, verify and describe .gonogo.yaml")->require_subcommand(1);
  CLI::App* show = AddVerb(*config, options, Command::kConfigShow, "show",
                           "the settings in force, and where each comes from");
  CLI::App* verify = AddVerb(*config, options, Command::kConfigVerify, "verify",
                             "say every mistake in the config");
  for (CLI::App* verb : {show, verify}) {
    verb->add_option("paths", options.paths, "the tree; the current folder where none is given");
    AddRunFlags(*verb, options);
    AddTrustFlags(*verb, options);
    AddRuleFlags(*verb, options);
  }
  CLI::App* schema =
      AddVerb(*config, options, Command::kConfigSchema, "schema", "JSON schema for editors");
  schema->add_flag("--of-rules", options.schema_of_rules, "the schema of rule files instead");
}

void AddVerbs(CLI::App& app, Options& options) {
  AddCheckLike(app, options, Command::kCheck, "check",
               "find what stands against production in files or folders");
  AddCheckLike(app, options, Command::kChecklist, "checklist",
               "decide each item of the production-readiness checklist");
  AddRulesVerbs(app, options);
  CLI::App* explain = AddVerb(app, options, Command::kExplain, "explain",
                              "why a rule exists, how to fix, examples");
  explain->add_option("id", options.id, "the rule, or an item of the checklist")->required();
  AddRuleFlags(*explain, options);
  AddConfigVerbs(app, options);
  CLI::App* docs =
      AddVerb(app, options, Command::kDocs, "docs", "write the generated documentation below DIR");
  docs->add_option("dir", options.paths, "folder")->required()->expected(1);
  docs->group("");  // for this project's own use: not in the help
}

}  // namespace

std::variant<Options, int> ReadOptions(int argc, const char* const* argv) {
  Options options;
  CLI::App app{std::string(kAbout), "gonogo"};
  app.set_version_flag("--version", "gonogo " GONOGO_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  AddVerbs(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return options;
}

}  // namespace gonogo
