// URIs of reports: paths of the scanned tree percent-encoded byte by byte, so that a name with
// blanks, '#',
// '%', line breaks or bytes that are no UTF-8 arrives exactly.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// A relative path as a URI reference: everything but letters, digits, "-._~" and '/' is encoded.
std::string UriOfPath(std::string_view path);

/// An absolute directory as a file: URI that ends with '/'.
std::string FileUriOfDirectory(std::string_view absolute_path);

/// An absolute URI for what git calls the URL of a remote ("git@host:path" too). Empty for a path
/// on this machine, which says nothing to others. A user name with a password is left out.
std::string RepositoryUri(std::string_view remote);

}  // namespace gonogo
