#include "analyzer/base/open_beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace gonogo {
namespace {

constexpr int kStepFlags = O_PATH | O_DIRECTORY;

using OpenedFd = std::expected<OwnedFd, int>;

OpenedFd Opened(long fd) {
  if (fd < 0) return std::unexpected(errno);
  return OwnedFd(static_cast<int>(fd));
}

OpenedFd OpenByKernel(int from, const char* path, int flags) {
  open_how how = {};
  how.flags = static_cast<std::uint64_t>(flags | O_NOFOLLOW | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  for (;;) {
    OpenedFd fd = Opened(syscall(SYS_openat2, from, path, &how, sizeof(how)));
    if (fd || (fd.error() != EINTR && fd.error() != EAGAIN)) return fd;
  }
}

OpenedFd OpenComponent(int from, const char* name, int flags) {
  for (;;) {
    OpenedFd fd = Opened(openat(from, name, flags | O_NOFOLLOW | O_CLOEXEC));
    if (fd || fd.error() != EINTR) return fd;
  }
}

/// Where the first piece of `path` ends: at the last slash that the kernel's limit allows, or at
/// the first one when every directory is opened on its own. npos when the rest can be opened in one
/// call.
std::size_t PieceEnd(std::string_view path, PathLookup lookup) {
  if (lookup == PathLookup::kByComponent) return path.find('/');
  if (path.size() < PATH_MAX) return std::string_view::npos;
  return path.rfind('/', PATH_MAX - 1);
}

OpenedFd OpenPiece(int from, const char* path, int flags, PathLookup lookup) {
  if (lookup == PathLookup::kBest) return OpenByKernel(from, path, flags);
  return OpenComponent(from, path, flags);
}

bool IsPlainComponent(std::string_view name) {
  return !name.empty() && name != "." && name != "..";
}

bool IsPlain(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    if (!IsPlainComponent(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

OwnedFd::~OwnedFd() {
  if (fd_ >= 0) close(fd_);
}

OpenedFd OpenBeneath(int root, const std::string& path, int flags, PathLookup lookup) {
  if (path.empty()) return OpenPiece(root, ".", flags, lookup);
  if (!IsPlain(path)) return std::unexpected(EINVAL);
  OwnedFd step;
  int from = root;
  std::string_view rest = path;
  for (std::size_t end = PieceEnd(rest, lookup); end != std::string_view::npos;
       end = PieceEnd(rest, lookup)) {
    OpenedFd next = OpenPiece(from, std::string(rest.substr(0, end)).c_str(), kStepFlags, lookup);
    if (!next) return next;
    step = std::move(*next);
    from = step.get();
    rest.remove_prefix(end + 1);
  }
  return OpenPiece(from, rest.data(), flags, lookup);  // the tail of a std::string ends with a NUL
}

bool KernelOpensBeneath(int root) { return OpenByKernel(root, ".", kStepFlags).has_value(); }

}  // namespace gonogo
