// FileSystem: one directory tree, seen read-only. Every path is relative to its root, separated by
// '/', any bytes but NUL, without "." and ".." and of any length; the root itself is "". Nothing
// outside the root can be reached: no component of a path may be a symbolic link, not even one that
// is exchanged for a directory while the run goes on. OpenTree is the real one; MemoryTree serves
// tests.
//
//   const auto tree = TRY(OpenTree("/srv/project"));
//   std::string bytes;                                   // reused from file to file
//   const auto read = tree->Read("src/main.c", kLimit, bytes);
//   if (!read) Note(read.error().reason);
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace gonogo {

enum class EntryType : std::uint8_t {
  kRegular,
  kDirectory,
  kSymlink,
  kFifo,
  kSocket,
  kDevice,
  kUnknown
};

struct DirectoryEntry {
  std::string name;
  EntryType type = EntryType::kUnknown;
};

/// Why one entry could not be used: "permission denied", "vanished", "not a regular file" ...
struct FileError {
  std::string reason;
  bool missing = false;  // there is no such entry, or there is none any more
};

struct FileStatus {
  EntryType type = EntryType::kUnknown;
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since the epoch; 0 in memory
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The entries of a directory in any order, without "." and "..".
  virtual std::expected<std::vector<DirectoryEntry>, FileError> List(
      const std::string& path) const = 0;

  /// Type and size of an entry itself (a link is a link).
  virtual std::expected<FileStatus, FileError> Status(const std::string& path) const = 0;

  /// Replaces `into` by the bytes of a regular file, at most limit + 1 of them, so that a size
  /// above limit tells that the file is too large. Never blocks on FIFOs or devices. Keeps the
  /// capacity of `into`, which callers reuse from file to file; after an error `into` is empty.
  virtual std::expected<void, FileError> Read(const std::string& path, std::uint64_t limit,
                                              std::string& into) const = 0;

  /// The text of a symbolic link, unresolved.
  virtual std::expected<std::string, FileError> ReadLink(const std::string& path) const = 0;
};

/// How the real tree turns a path into a file. kBest asks the kernel in one call where it can
/// (openat2); kByComponent opens one directory after the other, as kBest does on older kernels and
/// in sandboxes.
enum class PathLookup : std::uint8_t { kBest, kByComponent };

/// The tree below an existing directory. The root may itself be reached through links.
Result<std::unique_ptr<FileSystem>> OpenTree(const std::string& root,
                                             PathLookup lookup = PathLookup::kBest);

/// A tree in memory: path -> bytes; directories are implied.
class MemoryTree final : public FileSystem {
 public:
  explicit MemoryTree(std::map<std::string, std::string> files);

  /// Adds an entry of any type; `text` is the bytes of a file or the text of a link.
  void Add(std::string path, EntryType type, std::string text = "");
  /// Makes an entry, or a directory, answer "permission denied".
  void Deny(const std::string& path);

  std::expected<std::vector<DirectoryEntry>, FileError> List(
      const std::string& path) const override;
  std::expected<FileStatus, FileError> Status(const std::string& path) const override;
  std::expected<void, FileError> Read(const std::string& path, std::uint64_t limit,
                                      std::string& into) const override;
  std::expected<std::string, FileError> ReadLink(const std::string& path) const override;

 private:
  struct Entry {
    EntryType type = EntryType::kRegular;
    std::string text;
  };
  std::map<std::string, Entry> entries_;
  std::map<std::string, bool> denied_;
};

}  // namespace gonogo
