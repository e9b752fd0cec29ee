// ConfigFile: .gonogo.yaml. It is found upward from the target, no further than the root, and it
// may belong to a hostile tree: what hides findings from it is listed, so that the run can print
// each with its line; what makes gonogo trust the tree (rules from it, a gate that lets more pass,
// larger files) holds only where the user trusts the tree.
//
//   if (auto path = FindConfig(tree, target)) {
//     ConfigReading reading = ReadConfig(*path, text);          // mistakes non-empty: nothing may
//     be used ApplyTrust(reading.config, options.trust_tree, notices); for (Mistake& mistake :
//     CheckConfigRules(reading.config, book)) ... for (const Narrowing& narrowing :
//     NarrowingsOf(reading.config)) ...
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/model/notice.h"
#include "analyzer/model/rule.h"
#include "analyzer/pipeline.h"
#include "analyzer/rulebook/mistake.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// A value, and where it stands in the config file.
template <class T>
struct Placed {
  T value;
  Place place;
};

/// What the config says about one rule: off, on, or a severity (which turns it on).
struct RuleSetting {
  std::string rule;
  bool on = true;
  std::optional<Severity> severity;
  Place place;
};

/// A suppression for formats without comments.
struct ConfigIgnore {
  std::string path;  // a glob in .gitignore syntax, anchored at the root
  std::string rule;
  std::string reason;
  Place place;
};

struct Config {
  std::string path;  // of the config file, relative to the root; empty: there is none
  std::vector<Placed<std::string>> exclude;
  std::vector<RuleSetting> rules;
  /// The least severity that fails a run; an inner nullopt means that none does.
  std::optional<Placed<std::optional<Severity>>> gate;
  std::optional<Placed<std::uint64_t>> max_file_size;
  std::vector<ConfigIgnore> ignore;
  std::vector<Placed<std::string>> rules_dirs;  // relative to the directory of the config file

  std::string Where(Place place) const;  // "path:line"
};

struct ConfigReading {
  Config config;
  std::vector<Mistake> mistakes;  // sorted; non-empty: the config must not be used
};

ConfigReading ReadConfig(std::string_view path, std::string_view text);

/// The nearest ".gonogo.yaml" from the directory of a target (relative to the root) up to the root.
/// It is found whatever it is: one that cannot be read is an error of the run, not a config that is
/// not there.
std::optional<std::string> FindConfig(const FileSystem& tree, std::string_view target);

/// Takes out of the config of an untrusted tree what only a trusted one may say, with a Notice
/// each.
void ApplyTrust(Config& config, bool trusted, std::vector<Notice>& notices);

/// Settings and suppressions of rules that do not exist. Needs the book with the user's rules in
/// it.
std::vector<Mistake> CheckConfigRules(const Config& config, const RuleBook& book);

/// One thing by which the config hides findings.
struct Narrowing {
  Place place;
  std::string text;  // "excludes \"vendor/**\""
};

/// In the order of their places. `book` tells which severities are lowered; it may be null.
std::vector<Narrowing> NarrowingsOf(const Config& config, const RuleBook* book);

/// A size in bytes: "1048576", "10MB" (a million), "10 MiB"; nothing for anything else or zero.
std::optional<std::uint64_t> ParseSize(std::string_view text);

}  // namespace gonogo
