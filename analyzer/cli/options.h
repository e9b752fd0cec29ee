// Options: the command line as data. What a flag means is said once, in options.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

enum class Command : std::uint8_t {
  kCheck,
  kChecklist,
  kRulesList,
  kRulesShow,
  kRulesTest,
  kExplain,
  kConfigShow,
  kConfigVerify,
  kConfigSchema,
  kDocs,
};

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

/// One --format: where the report goes; empty file is standard output.
struct FormatRequest {
  std::string format;
  std::string file;
};

struct Options {
  Command command = Command::kCheck;
  std::vector<std::string> paths;  // files or folders to check; none means the current folder
  std::string id;                  // of a rule, for show and explain
  std::vector<FormatRequest> formats;
  std::string sarif_profile = "full";
  std::vector<std::string> rules_dirs;
  std::string config_file;  // --config: from outside the tree, so it is trusted
  std::optional<std::uint64_t> max_file_size;
  std::optional<Severity> gate;  // --fail-on; kHigh + 1 never: see fail_on_none
  bool fail_on_none = false;
  unsigned threads = 0;  // 0: as many as there are CPUs
  ColorChoice color = ColorChoice::kAuto;
  bool strict = false;
  bool explain_rejected = false;
  bool explain_triage = false;
  std::string compile_db;  // a compile database, or its folder; trusted
  std::string cache_dir;   // empty: the user's
  bool no_cache = false;
  std::optional<unsigned> unit_seconds;  // of CPU time that parsing one unit may take
  bool trust_tree = false;
  bool isolated = false;
  bool no_ignore = false;
  bool verbose = false;
  bool schema_of_rules = false;  // config schema --rules
};

/// Reads the command line. An int is an exit code: help was printed (0) or the line is wrong (2).
std::variant<Options, int> ReadOptions(int argc, const char* const* argv);

}  // namespace gonogo
