// The remote's URL is read here and not through libgit2, whose configuration follows `include.path`
// to wherever a hostile tree points: out of the tree, or to a FIFO that never answers. Only what
// git itself writes is understood: sections with a quoted name, `key = value` lines, comments,
// quotes and backslashes in values.
#include <algorithm>
#include <cctype>
#include <optional>

#include "analyzer/base/ascii.h"
#include "analyzer/walk/git_source.h"

namespace gonogo {
namespace {

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// The value without quotes, escapes and a comment behind it.
std::string Value(std::string_view raw) {
  std::string value;
  bool quoted = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '"') {
      quoted = !quoted;
    } else if (raw[i] == '\\' && i + 1 < raw.size()) {
      value.push_back(raw[++i]);
    } else if (!quoted && (raw[i] == '#' || raw[i] == ';')) {
      break;
    } else {
      value.push_back(raw[i]);
    }
  }
  return std::string(Trimmed(value));
}

/// The name of the remote whose section this line opens: [remote "origin"]; nothing for other
/// sections.
std::optional<std::string> RemoteOpenedBy(std::string_view line) {
  const std::size_t open = line.find('"');
  const std::size_t close = line.rfind("\"]");
  if (open == line.npos || close == line.npos || close <= open) return std::nullopt;
  if (LowerCase(Trimmed(line.substr(1, open - 1))) != "remote") return std::nullopt;
  return std::string(line.substr(open + 1, close - open - 1));
}

/// git@host:owner/name as a URI; empty for a path: a colon behind a slash belongs to a file name.
std::string SshUri(std::string_view address) {
  address = address.substr(address.rfind('@') + 1);
  const std::size_t colon = address.find(':');
  if (colon == address.npos) return {};
  const std::string_view host = address.substr(0, colon);
  std::string_view path = address.substr(colon + 1);
  while (path.starts_with('/')) path.remove_prefix(1);
  // One letter is a drive.
  if (host.size() < 2 || host.contains('/') || path.empty()) return {};
  return "ssh://" + std::string(host) + "/" + std::string(path);
}

}  // namespace

std::string RemoteUrlIn(std::string_view config) {
  std::optional<std::string> remote;
  std::string first;
  while (!config.empty()) {
    const std::size_t end = std::min(config.find('\n'), config.size());
    const std::string_view line = Trimmed(config.substr(0, end));
    config.remove_prefix(std::min(end + 1, config.size()));
    if (line.starts_with('[')) {
      remote = RemoteOpenedBy(line);
      continue;
    }
    const std::size_t equals = line.find('=');
    if (!remote || equals == line.npos || LowerCase(Trimmed(line.substr(0, equals))) != "url")
      continue;
    const std::string url = Value(line.substr(equals + 1));
    if (*remote == "origin") return url;
    if (first.empty()) first = url;
  }
  return first;
}

std::string PublicUri(std::string_view url) {
  if (std::ranges::any_of(
          url, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; })) {
    return {};
  }
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return SshUri(url);
  const std::string_view name = url.substr(0, scheme);
  if (name != "https" && name != "http" && name != "ssh" && name != "git") return {};
  const std::string_view rest = url.substr(scheme + 3);
  // A password may hold '/' where it is not encoded, so the last '@' counts, wherever it stands.
  const std::size_t at = rest.rfind('@');
  const std::string_view host = at == rest.npos ? rest : rest.substr(at + 1);
  if (host.empty() || host.starts_with('/')) return {};
  return std::string(name) + "://" + std::string(host);
}

}  // namespace gonogo
