// IgnoreChain: the ignore files that speak for one directory, the innermost first. Each link is one
// file; the innermost that has an opinion decides, as in git. A chain is shared by all directories
// below it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "analyzer/walk/gitignore.h"

namespace gonogo {

// The last directory to be done with a file frees it, and that may be any thread's: hence shared.
struct IgnoreFile;
using IgnoreChain = std::shared_ptr<const IgnoreFile>;

struct IgnoreFile {
  std::string path;      // of the ignore file, relative to the root
  std::size_t base = 0;  // length of the directory's path and its slash
  GitIgnore patterns;
  IgnoreChain above;
};

struct ChainAnswer {
  bool ignored = false;
  const IgnoreFile* too_costly = nullptr;  // the file that was given up; its entries are kept
};

/// `path` is relative to the root and lies below the directory that the chain speaks for.
ChainAnswer Ask(const IgnoreChain& chain, std::string_view path, bool is_directory);

/// The chain with one more file in front, or the same one when `text` holds no pattern.
IgnoreChain WithFile(IgnoreChain above, std::string path, std::size_t base, std::string_view text);

}  // namespace gonogo
