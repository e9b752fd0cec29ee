#include "analyzer/cache/cache_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <vector>

#include "analyzer/base/open_beneath.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "gonogo cache 1\n";
constexpr std::string_view kEnding = ".unit";
constexpr std::size_t kMostBytes = 256U << 20;
constexpr std::size_t kSizeBytes = 8;
constexpr auto kForgotten = std::chrono::hours(1);

std::string ReadAll(int fd) {
  std::string bytes;
  struct stat status = {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return bytes;
  if (static_cast<std::uint64_t>(status.st_size) > kMostBytes) return bytes;
  bytes.resize(static_cast<std::size_t>(status.st_size));
  std::size_t used = 0;
  while (used < bytes.size()) {
    const ssize_t got = read(fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return bytes;
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::string Packed(std::string_view bytes) {
  std::string packed(kMagic);
  for (std::size_t i = 0; i < kSizeBytes; ++i)
    packed += static_cast<char>(bytes.size() >> (8 * i) & 0xff);
  uLongf size = compressBound(bytes.size());
  const std::size_t header = packed.size();
  packed.resize(header + size);
  compress2(reinterpret_cast<Bytef*>(packed.data() + header), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_SPEED);
  packed.resize(header + size);
  return packed;
}

std::optional<std::string> Unpacked(std::string_view packed) {
  if (!packed.starts_with(kMagic) || packed.size() < kMagic.size() + kSizeBytes)
    return std::nullopt;
  packed.remove_prefix(kMagic.size());
  std::size_t size = 0;
  for (std::size_t i = kSizeBytes; i-- > 0;)
    size = size << 8 | static_cast<unsigned char>(packed[i]);
  packed.remove_prefix(kSizeBytes);
  if (size > kMostBytes) return std::nullopt;
  std::string bytes(size, '\0');
  uLongf got = size;
  const int code = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &got,
                              reinterpret_cast<const Bytef*>(packed.data()), packed.size());
  if (code != Z_OK || got != size) return std::nullopt;
  return bytes;
}

void MakeFolders(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    mkdir(path.substr(0, slash).c_str(), 0700);
  }
}

struct Entry {
  fs::path path;
  fs::file_time_type used;
  std::uint64_t size = 0;
};

std::vector<Entry> EntriesOf(const std::string& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code gone;
    if (at->is_symlink(gone) || !at->is_regular_file(gone)) continue;
    const auto used = at->last_write_time(gone);
    const auto size = at->file_size(gone);
    if (!gone) entries.push_back({at->path(), used, size});
  }
  return entries;
}

}  // namespace

std::optional<std::string> ReadCacheFile(const std::string& path) {
  const OwnedFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (fd.get() < 0) return std::nullopt;
  auto bytes = Unpacked(ReadAll(fd.get()));
  // What is used stays longest.
  if (bytes) futimens(fd.get(), nullptr);
  return bytes;
}

void WriteCacheFile(const std::string& path, std::string_view bytes) {
  if (bytes.size() > kMostBytes) return;
  const std::string draft = fmt::format("{}.{}.{}.draft", path, getpid(), gettid());
  MakeFolders(path);
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  bool written = false;
  {
    const OwnedFd fd(open(draft.c_str(), flags, 0600));
    if (fd.get() < 0) return;
    written = WriteAll(fd.get(), Packed(bytes));
  }
  if (!written || rename(draft.c_str(), path.c_str()) != 0) unlink(draft.c_str());
}

void TrimCache(const std::string& folder, std::uint64_t most_bytes) {
  std::vector<Entry> entries = EntriesOf(folder);
  const auto old = fs::file_time_type::clock::now() - kForgotten;
  std::uint64_t total = 0;
  std::erase_if(entries, [&](const Entry& entry) {
    const bool ours = entry.path.extension() == kEnding;
    std::error_code gone;
    if (!ours && entry.path.extension() == ".draft" && entry.used < old)
      fs::remove(entry.path, gone);
    total += ours ? entry.size : 0;
    return !ours;
  });
  std::ranges::sort(entries, {}, &Entry::used);
  for (const Entry& entry : entries) {
    if (total <= most_bytes) break;
    std::error_code gone;
    fs::remove(entry.path, gone);
    total -= entry.size;
  }
}

}  // namespace gonogo
