#include "analyzer/report/uri.h"

#include <cstdint>

#include <fmt/format.h>

namespace gonogo {
namespace {

constexpr std::string_view kUnreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

std::string Encoded(std::string_view text, std::string_view also_plain) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    const bool plain = kUnreserved.contains(c) || also_plain.contains(c);
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<std::uint8_t>(c));
  }
  return encoded;
}

// "user:password@host" -> "host"; "git@host" stays, since ssh needs the name.
std::string_view WithoutPassword(std::string_view rest) {
  const std::size_t slash = rest.find('/');
  const std::string_view authority = rest.substr(0, slash);
  const std::size_t at = authority.rfind('@');
  if (at == std::string_view::npos || !authority.substr(0, at).contains(':')) return rest;
  return rest.substr(at + 1);
}

}  // namespace

std::string UriOfPath(std::string_view path) { return Encoded(path, "/"); }

std::string FileUriOfDirectory(std::string_view absolute_path) {
  std::string uri = "file://" + UriOfPath(absolute_path);
  if (!uri.ends_with('/')) uri += '/';
  return uri;
}

std::string RepositoryUri(std::string_view remote) {
  constexpr std::string_view kPlain = "/:@?=&+,;";
  const std::size_t scheme = remote.find("://");
  if (scheme != std::string_view::npos) {
    if (scheme == 0 || remote.starts_with("file:")) return "";
    const std::string_view rest = WithoutPassword(remote.substr(scheme + 3));
    return Encoded(remote.substr(0, scheme), "+") + "://" + Encoded(rest, "%/:@?=&+,;[]");
  }
  const std::size_t colon = remote.find(':');
  if (colon == std::string_view::npos || colon == 0 || remote.find('/') < colon) return "";
  std::string_view path = remote.substr(colon + 1);
  while (path.starts_with('/')) path.remove_prefix(1);
  return "ssh://" + Encoded(remote.substr(0, colon), "@") + "/" + Encoded(path, kPlain);
}

}  // namespace gonogo
