// Files whose lines are records or directives of words, as ConfigTrees. A line that cannot be read
// is an error that costs nothing but the line.
//
//   redis.conf       {directive: value}, of several words a list; directives may be repeated
//   postgresql.conf  {name: value}; the last of duplicates counts
//   pg_hba.conf      [{type, database, user, address, mask, method, options}]; absent ones left out
//   crontab          [{schedule, user, command}] and {NAME: value} for variables
//   CODEOWNERS       [{pattern, owners}], with {section} where a section begins
//
// Keys of records are names that this reader gives: they have the place of their value.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseRedisConf(std::string_view text, const ParseLimits& limits = {});
ConfigTree ParsePostgresConf(std::string_view text, const ParseLimits& limits = {});
ConfigTree ParsePgHba(std::string_view text, const ParseLimits& limits = {});

/// Whether a user stands between schedule and command: in /etc/crontab and /etc/cron.d.
enum class CrontabSort : std::uint8_t { kOfUser, kOfSystem };
ConfigTree ParseCrontab(std::string_view text, CrontabSort sort, const ParseLimits& limits = {});

ConfigTree ParseCodeowners(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
