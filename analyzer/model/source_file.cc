#include "analyzer/model/source_file.h"

#include <array>
#include <cstddef>

namespace gonogo {
namespace {

constexpr std::array kRoles = {
    FileRole::kProduct,   FileRole::kTest,     FileRole::kExample,  FileRole::kDocumentation,
    FileRole::kGenerated, FileRole::kMinified, FileRole::kLockFile, FileRole::kVendored,
};

}  // namespace

std::string_view NameOf(FileRole role) {
  switch (role) {
    case FileRole::kProduct:
      return "product";
    case FileRole::kTest:
      return "test";
    case FileRole::kExample:
      return "example";
    case FileRole::kDocumentation:
      return "documentation";
    case FileRole::kGenerated:
      return "generated";
    case FileRole::kMinified:
      return "minified";
    case FileRole::kLockFile:
      return "lock-file";
    case FileRole::kVendored:
      return "vendored";
  }
  return "";
}

std::optional<FileRole> FileRoleFromName(std::string_view name) {
  for (const FileRole role : kRoles) {
    if (NameOf(role) == name) return role;
  }
  return std::nullopt;
}

std::span<const FileRole> FileRoles() { return kRoles; }

}  // namespace gonogo
