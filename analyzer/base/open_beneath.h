// OpenBeneath: a file descriptor for a path below a directory, and for nothing else. No component
// may be a symbolic link, so that an entry which is exchanged for a link during the run cannot lead
// out of the tree. Linux resolves such a path in one call (openat2); where that is refused, each
// directory is opened in turn. A path longer than the kernel takes at once is resolved in pieces.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/base/file_system.h"

namespace gonogo {

/// Closes the descriptor it holds; -1 holds none.
class OwnedFd {
 public:
  OwnedFd() = default;
  explicit OwnedFd(int fd) : fd_(fd) {}
  OwnedFd(OwnedFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OwnedFd& operator=(OwnedFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~OwnedFd();

  int get() const { return fd_; }

 private:
  int fd_ = -1;
};

/// Opens `path` ("" is the directory itself); `flags` are those of open(2), O_NOFOLLOW and
/// O_CLOEXEC are added. The error is an errno; EINVAL for a path that is not plain ("..", "a//b", a
/// NUL).
std::expected<OwnedFd, int> OpenBeneath(int root, const std::string& path, int flags,
                                        PathLookup lookup);

/// Whether this kernel, in this sandbox, grants openat2.
bool KernelOpensBeneath(int root);

}  // namespace gonogo
