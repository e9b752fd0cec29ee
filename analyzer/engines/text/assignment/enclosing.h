// Enclosing: what a name is a part of: the map or the call around it, and whether the file is about
// a cluster, in which secrets have names.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/model/file_kind.h"

namespace gonogo {

/// `jwt` of `jwt:\n  secret: v`, `session` of `session({ secret: 'v' })`, `Jwt` of
/// `"Jwt": { "Key": "v" }`; empty where nothing near encloses the name.
std::string_view ParentName(std::string_view text, std::uint64_t name, FileKind kind);

/// `want := Client{`, `expected: map[string]any{` opens one of the braces around `at`.
bool IsInExpected(std::string_view text, std::uint64_t at);

/// Kubernetes is near, where `secret: shop-db` names an object.
bool IsOfCluster(std::string_view text, std::uint64_t name);

}  // namespace gonogo
