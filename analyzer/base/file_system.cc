// The real tree. A scan opens every file of a repository, so what counts is the number of system
// calls: four for a file (openat2, fstat, read, close), four for a directory (openat2, getdents64
// twice, close). readdir(3) was dropped for getdents64: it adds two calls and an allocation of 32
// KiB to each directory.
#include "analyzer/base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fmt/format.h>

#include "analyzer/base/open_beneath.h"

namespace gonogo {
namespace {

FileError ErrorOf(int code) {
  switch (code) {
    case ENOENT:
      return {"vanished", true};
    case ENOTDIR:
      return {"a component of its path is not a directory", true};
    case EACCES:
    case EPERM:
      return {"permission denied"};
    case ELOOP:
      return {"a component of its path is a symbolic link"};
    case ENXIO:
      return {"not a regular file"};
    case EINVAL:
      return {"not a path below the root"};
    default:
      return {fmt::format("system error {}: {}", code, std::generic_category().message(code))};
  }
}

std::unexpected<FileError> FailWith(int code) { return std::unexpected(ErrorOf(code)); }

EntryType TypeOfMode(mode_t mode) {
  if (S_ISREG(mode)) return EntryType::kRegular;
  if (S_ISDIR(mode)) return EntryType::kDirectory;
  if (S_ISLNK(mode)) return EntryType::kSymlink;
  if (S_ISFIFO(mode)) return EntryType::kFifo;
  if (S_ISSOCK(mode)) return EntryType::kSocket;
  if (S_ISCHR(mode) || S_ISBLK(mode)) return EntryType::kDevice;
  return EntryType::kUnknown;
}

/// Some file systems leave the type out of their directories; only then does an entry cost a call.
EntryType TypeOfEntry(int directory, const dirent64& entry) {
  if (entry.d_type != DT_UNKNOWN) return TypeOfMode(static_cast<mode_t>(DTTOIF(entry.d_type)));
  struct stat status = {};
  if (fstatat(directory, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return EntryType::kUnknown;
  return TypeOfMode(status.st_mode);
}

bool IsSelfOrParent(std::string_view name) { return name == "." || name == ".."; }

void AppendEntries(int directory, const char* bytes, std::size_t size,
                   std::vector<DirectoryEntry>& into) {
  for (std::size_t at = 0; at < size;) {
    const auto* entry = reinterpret_cast<const dirent64*>(bytes + at);
    at += entry->d_reclen;
    if (IsSelfOrParent(entry->d_name)) continue;
    into.push_back({entry->d_name, TypeOfEntry(directory, *entry)});
  }
}

/// read(2) that is not interrupted; -1 on an error.
ssize_t ReadSome(int fd, char* into, std::size_t size) {
  ssize_t got = 0;
  do {
    got = read(fd, into, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

/// Reads up to `wanted` bytes behind `used` and tells how many there are now; -1 on an error. A
/// read that ends exactly at the known size of the file is taken as its end, which spares the
/// second call.
ssize_t Fill(int fd, char* buffer, std::size_t used, std::size_t wanted, std::size_t known_size) {
  while (used < wanted) {
    const ssize_t got = ReadSome(fd, buffer + used, wanted - used);
    if (got < 0) return -1;
    used += static_cast<std::size_t>(got);
    if (got == 0 || used == known_size) break;
  }
  return static_cast<ssize_t>(used);
}

/// Grows `into` in steps until the end of the file or until `most` bytes are there.
bool ReadAll(int fd, std::size_t known_size, std::size_t most, std::string& into) {
  constexpr std::size_t kStep = 64 * 1024;
  std::size_t used = 0;
  std::size_t wanted = std::min(known_size + 1, most);
  for (;;) {
    ssize_t filled = 0;
    into.resize_and_overwrite(wanted, [&](char* buffer, std::size_t) {
      filled = Fill(fd, buffer, used, wanted, known_size);
      return filled < 0 ? 0 : static_cast<std::size_t>(filled);
    });
    if (filled < 0) return false;
    used = into.size();
    if (used < wanted || used == most) return true;
    wanted = std::min(most, std::max(used * 2, used + kStep));  // it grows while it is read
  }
}

class RealTree final : public FileSystem {
 public:
  RealTree(OwnedFd root, PathLookup lookup) : root_(std::move(root)), lookup_(lookup) {}

  std::expected<std::vector<DirectoryEntry>, FileError> List(
      const std::string& path) const override {
    const auto fd = Open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
    if (!fd) return FailWith(fd.error());
    std::vector<DirectoryEntry> entries;
    alignas(dirent64) std::array<char, 32 * 1024> buffer;
    for (;;) {
      const ssize_t got = getdents64(fd->get(), buffer.data(), buffer.size());
      if (got < 0) return FailWith(errno);
      if (got == 0) return entries;
      AppendEntries(fd->get(), buffer.data(), static_cast<std::size_t>(got), entries);
    }
  }

  std::expected<FileStatus, FileError> Status(const std::string& path) const override {
    const auto fd = Open(path, O_PATH);
    if (!fd) return FailWith(fd.error());
    struct stat status = {};
    if (fstat(fd->get(), &status) != 0) return FailWith(errno);
    return FileStatus{TypeOfMode(status.st_mode), static_cast<std::uint64_t>(status.st_size),
                      std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
  }

  std::expected<void, FileError> Read(const std::string& path, std::uint64_t limit,
                                      std::string& into) const override {
    into.clear();
    const auto fd = Open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!fd) return FailWith(fd.error());
    struct stat status = {};
    if (fstat(fd->get(), &status) != 0) return FailWith(errno);
    if (!S_ISREG(status.st_mode)) return std::unexpected(FileError{"not a regular file"});
    const auto size = static_cast<std::size_t>(status.st_size);
    const std::size_t most = std::min<std::uint64_t>(limit, into.max_size() - 1) + 1;
    if (!ReadAll(fd->get(), size, most, into)) return FailWith(errno);
    return {};
  }

  std::expected<std::string, FileError> ReadLink(const std::string& path) const override {
    const auto fd = Open(path, O_PATH);
    if (!fd) return FailWith(fd.error());
    std::array<char, 4096> text;  // no file system stores a longer one
    const ssize_t size = readlinkat(fd->get(), "", text.data(), text.size());
    if (size < 0) return std::unexpected(FileError{"not a symbolic link"});
    return std::string(text.data(), static_cast<std::size_t>(size));
  }

 private:
  std::expected<OwnedFd, int> Open(const std::string& path, int flags) const {
    return OpenBeneath(root_.get(), path, flags, lookup_);
  }

  OwnedFd root_;
  PathLookup lookup_;
};

}  // namespace

Result<std::unique_ptr<FileSystem>> OpenTree(const std::string& root, PathLookup lookup) {
  OwnedFd fd(open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0)
    return Fail(fmt::format("'{}': {}", root, std::generic_category().message(errno)));
  if (!KernelOpensBeneath(fd.get())) lookup = PathLookup::kByComponent;
  return std::make_unique<RealTree>(std::move(fd), lookup);
}

}  // namespace gonogo
