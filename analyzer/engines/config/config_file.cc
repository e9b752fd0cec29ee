#include "analyzer/engines/config/config_file.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/dockerfile.h"
#include "analyzer/parse/haproxy.h"
#include "analyzer/parse/hcl.h"
#include "analyzer/parse/ini.h"
#include "analyzer/parse/json.h"
#include "analyzer/parse/line_formats.h"
#include "analyzer/parse/nginx.h"
#include "analyzer/parse/templated.h"
#include "analyzer/parse/toml.h"
#include "analyzer/parse/xml.h"
#include "analyzer/parse/yaml.h"

namespace gonogo {
namespace {

constexpr FormatTraits kYamlTraits = {.null_words = true};
constexpr FormatTraits kDirectiveTraits = {.repeats = true};
constexpr FormatTraits kHclTraits = {.repeats = true, .null_words = true, .opaque_is_there = true};

std::string_view NameIn(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Words at the begin of lines of which some stand in each file of the format.
bool HasLineWord(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      const bool begins = at == 0 || text[at - 1] == '\n';
      if (begins && end < text.size() && std::string_view(" \t=").contains(text[end])) return true;
    }
    return false;
  });
}

ConfigShape ShapeOfConf(std::string_view name, std::string_view text) {
  if (name == "CODEOWNERS") return ConfigShape::kCodeowners;
  if (name.starts_with("pg_hba")) return ConfigShape::kPgHba;
  if (name == "crontab" || name.ends_with(".cron") || name.ends_with(".crontab"))
    return ConfigShape::kCrontab;
  if (!name.ends_with(".conf") && !name.ends_with(".cnf") && !name.ends_with(".cfg") &&
      !name.contains(".conf.") && !name.contains(".cnf.")) {
    return ConfigShape::kUnknown;
  }
  if (HasLineWord(text, {"appendonly", "maxmemory", "protected-mode", "maxmemory-policy",
                         "tcp-keepalive", "appendfsync", "requirepass", "sentinel"}))
    return ConfigShape::kRedis;
  if (HasLineWord(text,
                  {"shared_buffers", "wal_level", "max_wal_size", "log_min_duration_statement",
                   "listen_addresses", "archive_mode", "statement_timeout", "fsync"}))
    return ConfigShape::kPostgresql;
  if (text.contains("[mysqld]") || text.contains("[mariadb]")) return ConfigShape::kMysql;
  if (HasLineWord(text, {"frontend", "backend", "defaults"})) return ConfigShape::kHaproxy;
  if (HasLineWord(text, {"upstream", "server", "http", "worker_processes", "location"}))
    return ConfigShape::kNginx;
  return ConfigShape::kUnknown;
}

/// What the format itself says the file is for; kUnknown where its content must.
ConfigShape ShapeOfFile(const SourceFile& file, std::string_view text) {
  const std::string_view name = NameIn(file.path);
  switch (file.kind) {
    case FileKind::kDockerfile:
      return ConfigShape::kDockerfile;
    case FileKind::kNginx:
      return ConfigShape::kNginx;
    case FileKind::kHaproxy:
      return ConfigShape::kHaproxy;
    case FileKind::kSystemd:
      return ConfigShape::kSystemd;
    case FileKind::kCron:
      return ConfigShape::kCrontab;
    case FileKind::kDotenv:
      return ConfigShape::kDotenv;
    case FileKind::kHcl:
      return name.starts_with("docker-bake") ? ConfigShape::kDockerBake : ConfigShape::kTerraform;
    case FileKind::kProperties:
      return name.starts_with("application") || name.starts_with("bootstrap")
                 ? ConfigShape::kSpring
                 : ConfigShape::kProperties;
    case FileKind::kIni:
    case FileKind::kText:
    case FileKind::kUnknown:
    case FileKind::kTemplate: {
      const ConfigShape shape = ShapeOfConf(name, text);
      return shape == ConfigShape::kUnknown && file.kind == FileKind::kIni ? ConfigShape::kIni
                                                                           : shape;
    }
    default:
      return ConfigShape::kUnknown;
  }
}

ConfigTree ParseLines(ConfigShape shape, std::string_view text, std::string_view path) {
  switch (shape) {
    case ConfigShape::kDockerfile:
      return ParseDockerfile(text);
    case ConfigShape::kNginx:
      return ParseNginx(text);
    case ConfigShape::kHaproxy:
      return ParseHaproxy(text);
    case ConfigShape::kTerraform:
    case ConfigShape::kDockerBake:
      return ParseHcl(text);
    case ConfigShape::kRedis:
      return ParseRedisConf(text);
    case ConfigShape::kPostgresql:
      return ParsePostgresConf(text);
    case ConfigShape::kPgHba:
      return ParsePgHba(text);
    case ConfigShape::kCodeowners:
      return ParseCodeowners(text);
    case ConfigShape::kCrontab: {
      const bool of_system = path.contains("cron.d/") || path.ends_with("etc/crontab");
      return ParseCrontab(text, of_system ? CrontabSort::kOfSystem : CrontabSort::kOfUser);
    }
    case ConfigShape::kMysql:
      return ParseIni(text, IniDialect::kMyCnf);
    case ConfigShape::kSystemd:
      return ParseIni(text, IniDialect::kSystemd);
    case ConfigShape::kDotenv:
      return ParseIni(text, IniDialect::kDotenv);
    case ConfigShape::kProperties:
    case ConfigShape::kSpring:
      return ParseIni(text, IniDialect::kProperties);
    default:
      return ParseIni(text, IniDialect::kIni);
  }
}

FormatTraits TraitsOf(ConfigShape shape) {
  switch (shape) {
    case ConfigShape::kTerraform:
    case ConfigShape::kDockerBake:
      return kHclTraits;
    case ConfigShape::kSpring:
    case ConfigShape::kProperties:
      return {.dotted = true};
    case ConfigShape::kPostgresql:
    case ConfigShape::kMysql:
    case ConfigShape::kDotenv:
    case ConfigShape::kIni:
      return {};
    default:
      return kDirectiveTraits;
  }
}

ConfigFile OfLines(ConfigShape shape, const SourceFile& file, std::string_view text) {
  const TemplateDialect dialect = DialectOf(file.path, text);
  ConfigFile result{.tree = ParseTemplated(text, dialect,
                                           [&](std::string_view masked) {
                                             return ParseLines(shape, masked, file.path);
                                           }),
                    .parts = {},
                    .traits = TraitsOf(shape)};
  ConfigPart part;
  part.shape = shape;
  part.node = result.tree.root();
  if (part.node != kNoNode) result.parts.push_back(part);
  return result;
}

/// Text that is no template whatever braces it holds: expressions of these are evaluated by what
/// reads the file itself, value by value.
bool HasOwnExpressions(std::string_view path) {
  const std::string_view name = NameIn(path);
  return path.contains(".github/") || name.starts_with("values") || name == "action.yml" ||
         name == "action.yaml" || path.contains("/workflows/");
}

TemplateDialect YamlDialect(const SourceFile& file, std::string_view text) {
  const TemplateDialect dialect = DialectOf(file.path, text);
  if (dialect != TemplateDialect::kAuto) return dialect;
  if (HasOwnExpressions(file.path)) return TemplateDialect::kNone;
  // Rules of Prometheus hold {{ }} in quotes, which they evaluate themselves.
  // They may lie in an object, below blanks.
  const std::string_view begin = text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
  if (text.contains("\ngroups:") || begin.starts_with("groups:")) return TemplateDialect::kNone;
  return TemplateDialect::kAuto;
}

ConfigFile OfContent(ConfigTree tree, FormatTraits traits, std::string_view path) {
  ConfigFile result{.tree = std::move(tree), .parts = {}, .traits = traits};
  result.parts = PartsOf(result.tree, path);
  result.inheritances = InheritancesIn(result.tree, result.parts);
  return result;
}

bool IsTemplateOf(const SourceFile& file, std::string_view ending) {
  if (file.kind != FileKind::kTemplate) return false;
  return file.path.contains(std::string(ending) + ".");
}

}  // namespace

std::optional<ConfigFile> ReadConfigFile(const SourceFile& file, std::string_view text,
                                         const ShapeFilter& wanted) {
  if (const ConfigShape shape = ShapeOfFile(file, text); shape != ConfigShape::kUnknown) {
    if (!wanted(shape)) return std::nullopt;
    return OfLines(shape, file, text);
  }
  if (file.kind == FileKind::kYaml || IsTemplateOf(file, ".yaml") || IsTemplateOf(file, ".yml"))
    return OfContent(ParseYaml(text, {.dialect = YamlDialect(file, text), .limits = {}}),
                     kYamlTraits, file.path);
  if (file.kind == FileKind::kJson) {
    JsonOptions options;
    options.dialect = JsonDialect::kComments;
    return OfContent(ParseJson(text, options), kYamlTraits, file.path);
  }
  if (file.kind == FileKind::kXml) return OfContent(ParseXml(text), kDirectiveTraits, file.path);
  if (file.kind == FileKind::kToml) return OfContent(ParseToml(text), {}, file.path);
  return std::nullopt;
}

}  // namespace gonogo
