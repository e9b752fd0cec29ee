// SourceFile: one file of the scanned tree, as the stages after classify/ see it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzer/model/file_kind.h"

namespace gonogo {

/// What a file is there for. Everything but kProduct is weaker ground for a finding.
enum class FileRole : std::uint8_t {
  kProduct,
  kTest,
  kExample,
  kDocumentation,
  kGenerated,
  kMinified,
  kLockFile,
  kVendored,
};

/// "product", "test", "example", "documentation", "generated", "minified", "lock-file", "vendored".
std::string_view NameOf(FileRole role);
std::optional<FileRole> FileRoleFromName(std::string_view name);
std::span<const FileRole> FileRoles();

struct SourceFile {
  std::string path;  // relative to the root, '/'-separated, any bytes but NUL
  FileKind kind = FileKind::kUnknown;
  FileRole role = FileRole::kProduct;
};

}  // namespace gonogo
