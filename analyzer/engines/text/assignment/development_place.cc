#include "analyzer/engines/text/assignment/development_place.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/assignment/value_shape.h"

namespace gonogo {
namespace {

bool HoldsWord(std::string_view part, std::span<const std::string_view> wanted) {
  const std::vector<std::string> words = WordsOf(part);
  return std::ranges::any_of(words, [&](const std::string& word) {
    return std::ranges::find(wanted, word) != wanted.end();
  });
}

bool IsFolder(std::string_view folder) {
  constexpr std::string_view kWords[] = {
      "dev",    "devel", "development",  "devenv", "devstack", "regtest", "localdev", "vagrant",
      "vscode", "idea",  "devcontainer", "suites", "seed",     "seeds",   "seeders"};
  // `local_data`, `local-nginx`; in `usr/local` the word stands alone.
  const bool local =
      folder.size() > 6 && folder.starts_with("local") && (folder[5] == '-' || folder[5] == '_');
  constexpr std::string_view kWhole[] = {".ci", "ci", "kind", "k3d", "minikube"};
  return local || std::ranges::find(kWhole, folder) != std::end(kWhole) ||
         HoldsWord(folder, kWords);
}

bool IsFileName(std::string_view name) {
  constexpr std::string_view kWords[] = {
      "dev",      "devel",     "develop",  "development", "devstack", "local",
      "regtest",  "localhost", "localdev", "localtest",   "vagrant",  "vagrantfile",
      "tiltfile", "dummy",     "fake",     "mock",        "mocks",    "seeds",
      "seeder",   "justfile",  "taskfile", "demo",        "testing"};
  // What is typed to build and try the program.
  if (name == "Makefile" || name == "GNUmakefile" || name == "makefile") return true;
  // `sample_data.py`, `sampledata.rb`: fills a database to look at the program.
  if (name.starts_with("sample_data") || name.starts_with("sampledata")) return true;
  return name.starts_with("test.") || HoldsWord(name, kWords);
}

/// `docker-compose.integration.yml`: in the name of a program the word means something else.
bool IsSettingsOfTests(std::string_view name) {
  constexpr std::string_view kWords[] = {"integration", "e2e", "ci"};
  constexpr std::string_view kEndings[] = {".yml", ".yaml", ".env", ".toml", ".json"};
  return std::ranges::any_of(kEndings, [&](std::string_view end) { return name.ends_with(end); }) &&
         HoldsWord(name, kWords);
}

/// What tests make their records with stands beside the program in these languages.
bool IsFactoryOfTests(std::string_view name) {
  constexpr std::string_view kNames[] = {"factory.ex", "factories.ex", "factories.rb",
                                         "factories.py"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

/// Packages of these languages begin with the domain of who made them: `dev/acme/shop`.
bool IsInPackages(std::string_view path) {
  return path.contains("java/") || path.contains("kotlin/") || path.contains("scala/");
}

std::string_view NameOf(const Match& match) {
  const auto name = std::ranges::find(match.captures, "name", &Capture::name);
  return name == match.captures.end() ? "" : std::string_view(name->text);
}

/// `DB_NAME=shop_local`, `shop_development`: the database is that of one machine.
bool NamesOwnDatabase(std::string_view lower) {
  constexpr std::string_view kEnds[] = {"_development", "_local", "_dev"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) {
    const std::size_t at = lower.find(end);
    if (at == lower.npos || at == 0) return false;
    const std::size_t next = at + end.size();
    return next == lower.size() || !(IsLetter(lower[next]) || lower[next] == '_');
  });
}

/// `APP_ENV=dev`, `NODE_ENV: "development"`, `spring_profiles_active=local`.
bool NamesOwnEnvironment(std::string_view lower) {
  constexpr std::string_view kKeys[] = {"_env", "environment", "profiles_active"};
  constexpr std::string_view kOwn[] = {"dev", "development", "local"};
  return std::ranges::any_of(kKeys, [&](std::string_view key) {
    const std::size_t at = lower.find(key);
    if (at == lower.npos) return false;
    std::string_view value = lower.substr(at + key.size());
    const std::size_t begin = value.find_first_not_of(" =:\"'");
    if (begin == 0 || begin == value.npos) return false;
    value.remove_prefix(begin);
    value = value.substr(0, value.find_first_of(" \"'\r,#"));
    return std::ranges::find(kOwn, value) != std::end(kOwn);
  });
}

/// `Host = "localhost"`, `url: jdbc:mysql://127.0.0.1/shop`, `DB_NAME = "shop_development"`.
bool IsHostOfOwnMachine(std::string_view line) {
  const std::string lower = LowerCase(line);
  if (NamesOwnDatabase(lower) || NamesOwnEnvironment(lower)) return true;
  const bool own = lower.contains("localhost") || lower.contains("127.0.0.1");
  constexpr std::string_view kNames[] = {"host", "server", "url", "addr", "uri", "source"};
  const std::size_t at = std::min(lower.find("localhost"), lower.find("127.0.0.1"));
  const std::string_view before = std::string_view(lower).substr(0, own ? at : 0);
  return std::ranges::any_of(kNames, [&](std::string_view name) { return before.contains(name); });
}

/// `if (devMode)`, `if Rails.env.development?`, `if (process.env.NODE_ENV !== 'production')`.
bool IsConditionOfDevelopment(std::string_view line) {
  constexpr std::string_view kBegins[] = {"if ",    "if(",    "} else if", "elif ",
                                          "elseif", "elsif ", "case ",     "when "};
  if (std::ranges::none_of(kBegins, [&](std::string_view b) { return line.starts_with(b); }))
    return false;
  constexpr std::string_view kNegations[] = {"!", "not ", "<>"};
  const bool negated =
      std::ranges::any_of(kNegations, [&](std::string_view word) { return line.contains(word); });
  constexpr std::string_view kWords[] = {"dev", "development", "debug", "local", "devmode"};
  constexpr std::string_view kOthers[] = {"prod", "production"};
  return negated ? HoldsWord(line, kOthers) : HoldsWord(line, kWords);
}

}  // namespace

bool IsDevelopmentPlace(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == path.npos ? 0 : slash + 1);
  if (IsFileName(name) || IsFactoryOfTests(name) || IsSettingsOfTests(name)) return true;
  if (IsPipeline(path) || path.contains("database/factories/")) return true;
  std::string_view folders = path.substr(0, slash == path.npos ? 0 : slash);
  if (IsInPackages(path)) return false;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find('/'), folders.size());
    if (IsFolder(folders.substr(0, end))) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

bool IsInSectionOfDevelopment(std::string_view before) {
  constexpr std::string_view kSections[] = {"development:", "test:", "dev:", "local:"};
  while (!before.empty()) {
    const std::size_t begin = before.rfind('\n') + 1;
    std::string_view line = before.substr(begin);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.ends_with(':')) return std::ranges::find(kSections, line) != std::end(kSections);
    before = before.substr(0, begin == 0 ? 0 : begin - 1);
  }
  return false;
}

bool IsInBranchOfDevelopment(std::string_view before, FileKind kind) {
  if (kind == FileKind::kJson || SyntaxOf(kind) != Syntax::kCode) return false;
  const std::string_view own = before.substr(before.rfind('\n') + 1);
  std::size_t indent = std::min(own.find_first_not_of(" \t"), own.size());
  before.remove_suffix(own.size());
  while (!before.empty() && indent > 0) {
    before.remove_suffix(1);
    const std::size_t begin = before.rfind('\n') + 1;
    const std::string_view line = before.substr(begin);
    before.remove_suffix(line.size());
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == line.npos || first >= indent) continue;
    indent = first;
    if (IsConditionOfDevelopment(line.substr(first))) return true;
  }
  return false;
}

bool IsStartedByHand(std::string_view before) {
  constexpr std::string_view kCommands[] = {"docker run ", "podman run ", "docker container run "};
  return std::ranges::any_of(kCommands, [&](std::string_view command) {
    const std::size_t at = before.rfind(command);
    if (at == before.npos) return false;
    std::string_view rest = before.substr(at);
    for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
      if (end == 0 || rest[end - 1] != '\\') return false;
      rest.remove_prefix(end + 1);
    }
    return true;
  });
}

bool IsClientOfOwnRealm(std::string_view before, std::string_view after) {
  const std::size_t at = after.find("redirectUris");
  return at != after.npos && before.contains("clientAuthenticatorType") &&
         after.substr(at, 80).contains("localhost");
}

bool IsOfDevelopment(const Match& match, std::string_view lines_around) {
  constexpr std::string_view kWords[] = {"test", "testing", "dev", "development"};
  constexpr std::string_view kNames[] = {"test", "tests", "testing", "mock", "dummy", "fake"};
  if (HoldsWord(NameOf(match), kNames)) return true;
  const bool random = LooksRandom(MeasureValue(match.secret));
  const bool test = LowerCase(match.secret).starts_with("test");
  if (!random && (test || HoldsWord(match.secret, kWords))) return true;
  while (!lines_around.empty()) {
    const std::size_t end = std::min(lines_around.find('\n'), lines_around.size());
    if (IsHostOfOwnMachine(lines_around.substr(0, end))) return true;
    lines_around.remove_prefix(std::min(end + 1, lines_around.size()));
  }
  return false;
}

}  // namespace gonogo
