// A search for a header asks for it in every include folder, and mostly there is none: so the real
// path of a folder is remembered, and what remains is one lstat for each question.
#include "analyzer/worker/clang/unit_files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace gonogo {
namespace {

constexpr std::uint64_t kLargestFile = 64U << 20;
constexpr std::uint64_t kMemoryDevice = 0x676f6e6f676fULL;

std::error_code NotThere() { return std::make_error_code(std::errc::no_such_file_or_directory); }

std::string WithoutDots(llvm::StringRef path) {
  llvm::SmallString<256> buffer(path);
  llvm::sys::path::remove_dots(buffer, true);
  return std::string(buffer);
}

/// Every folder above a path.
void AddFolders(std::string_view path, std::set<std::string>& folders) {
  for (std::size_t at = path.rfind('/'); at != std::string_view::npos && at > 0;
       at = path.rfind('/', at - 1)) {
    if (!folders.emplace(path.substr(0, at)).second) return;
  }
}

llvm::vfs::Status MemoryStatus(const llvm::Twine& name, const std::string& path, bool folder,
                               std::uint64_t size) {
  const llvm::sys::fs::UniqueID id(kMemoryDevice, std::hash<std::string>()(path));
  return {
      name,
      id,
      llvm::sys::TimePoint<>(),
      0,
      0,
      size,
      folder ? llvm::sys::fs::file_type::directory_file : llvm::sys::fs::file_type::regular_file,
      llvm::sys::fs::perms::all_read};
}

llvm::vfs::Status DiskStatus(const llvm::Twine& name, const struct stat& info) {
  const bool folder = S_ISDIR(info.st_mode);
  return {
      name,
      llvm::sys::fs::UniqueID(info.st_dev, info.st_ino),
      llvm::sys::toTimePoint(info.st_mtime),
      0,
      0,
      static_cast<std::uint64_t>(info.st_size),
      folder ? llvm::sys::fs::file_type::directory_file : llvm::sys::fs::file_type::regular_file,
      llvm::sys::fs::perms::all_read};
}

class MemoryFile : public llvm::vfs::File {
 public:
  MemoryFile(llvm::vfs::Status status, std::unique_ptr<llvm::MemoryBuffer> buffer)
      : status_(std::move(status)), buffer_(std::move(buffer)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return status_; }

  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine& /*name*/,
                                                               int64_t /*size*/, bool /*nul*/,
                                                               bool /*is_volatile*/) override {
    if (!buffer_) return NotThere();
    return std::move(buffer_);
  }

  std::error_code close() override { return {}; }

 private:
  llvm::vfs::Status status_;
  std::unique_ptr<llvm::MemoryBuffer> buffer_;
};

/// An open file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// Where the open file really lies; empty where the kernel does not tell.
std::string PathOfDescriptor(int number) {
  char buffer[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(number);
  const ssize_t length = ::readlink(link.c_str(), buffer, sizeof(buffer));
  return length > 0 ? std::string(buffer, static_cast<std::size_t>(length)) : std::string();
}

/// The first `size` bytes, fewer where the file has become shorter.
std::unique_ptr<llvm::MemoryBuffer> ReadDescriptor(int number, std::uint64_t size,
                                                   const std::string& name) {
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(number, bytes.data() + have, bytes.size() - have);
    if (got <= 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return llvm::MemoryBuffer::getMemBufferCopy(bytes, name);
}

}  // namespace

const char UnitFiles::ID = 0;

UnitFiles::UnitFiles(ReadGuard guard, const EmbeddedFiles& embedded)
    : guard_(std::move(guard)), embedded_(embedded) {
  for (const auto& [path, text] : embedded_) AddFolders(path, embedded_folders_);
}

void UnitFiles::SetOverlay(const std::map<std::string, std::string>& files) {
  overlay_.clear();
  folders_.clear();
  for (const auto& [path, text] : files) {
    const std::string clean = WithoutDots(path);
    AddFolders(clean, folders_);
    overlay_.emplace(clean, text);
  }
}

std::string UnitFiles::Absolute(const llvm::Twine& path) const {
  llvm::SmallString<256> buffer;
  path.toVector(buffer);
  if (!llvm::sys::path::is_absolute(buffer)) {
    llvm::SmallString<256> whole(working_folder_);
    llvm::sys::path::append(whole, buffer);
    buffer = whole;
  }
  return std::string(buffer);
}

const std::string* UnitFiles::InMemory(const std::string& path, std::string_view& text) const {
  const auto found = overlay_.find(path);
  if (found != overlay_.end()) {
    text = found->second;
    return &found->first;
  }
  const auto lent = lent_.find(path);
  if (lent != lent_.end()) {
    text = lent->second;
    return &path;
  }
  const auto embedded = embedded_.find(path);
  if (embedded == embedded_.end()) return nullptr;
  text = embedded->second;
  return &path;
}

const std::string& UnitFiles::RealFolder(const std::string& path) {
  const auto [at, is_new] = real_folders_.try_emplace(path);
  if (is_new) {
    char* real = ::realpath(path.c_str(), nullptr);
    if (real != nullptr) at->second = real;
    ::free(real);
  }
  return at->second;
}

std::string UnitFiles::RealOnDisk(const std::string& path) {
  const std::size_t slash = path.find_last_not_of('/');
  const std::string trimmed = path.substr(0, slash == std::string::npos ? 1 : slash + 1);
  const std::string name(llvm::sys::path::filename(trimmed));
  if (name == ".." || name == "." || trimmed == "/") return RealFolder(trimmed);
  const std::string& folder = RealFolder(std::string(llvm::sys::path::parent_path(trimmed)));
  if (folder.empty()) return {};
  return (folder == "/" ? "" : folder) + "/" + NameInFolder(folder, name);
}

/// Programs that were written where names are the same in any case write `#include "TCPClient.h"`
/// and have tcpclient.h. Names of the system have no capitals, and are never taken for others.
const std::string& UnitFiles::NameInFolder(const std::string& folder, const std::string& name) {
  const bool capital = std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capital || !llvm::StringRef(name).contains(".h") || !MayLookAt(guard_, folder)) return name;
  const auto [at, is_new] = names_.try_emplace(folder);
  if (is_new) {
    std::error_code error;
    llvm::sys::fs::directory_iterator entry(folder, error);
    for (; !error && entry != llvm::sys::fs::directory_iterator(); entry.increment(error)) {
      const std::string_view written = llvm::sys::path::filename(entry->path());
      at->second[llvm::StringRef(written).lower()].emplace_back(written);
    }
  }
  const auto others = at->second.find(llvm::StringRef(name).lower());
  if (others == at->second.end() || others->second.size() != 1) return name;
  return others->second.front();
}

llvm::ErrorOr<llvm::vfs::Status> UnitFiles::status(const llvm::Twine& path) {
  const std::string whole = Absolute(path);
  const std::string clean = WithoutDots(whole);
  std::string_view text;
  if (InMemory(clean, text) != nullptr) return MemoryStatus(path, clean, false, text.size());
  if (IsBeneath(kResourceFolder, clean)) {
    if (embedded_folders_.contains(clean)) return MemoryStatus(path, clean, true, 0);
    return NotThere();
  }
  std::string real = RealOnDisk(whole);
  struct stat info = {};
  if (!real.empty() && ::lstat(real.c_str(), &info) == 0) {
    if (S_ISLNK(info.st_mode)) {
      real = RealFolder(real);
      if (real.empty() || ::lstat(real.c_str(), &info) != 0) return NotThere();
    }
    if ((S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)) && MayLookAt(guard_, real)) {
      return DiskStatus(path, info);
    }
  }
  if (folders_.contains(clean)) return MemoryStatus(path, clean, true, 0);
  return NotThere();
}

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> UnitFiles::openFileForRead(
    const llvm::Twine& path) {
  const std::string whole = Absolute(path);
  const std::string clean = WithoutDots(whole);
  std::string_view text;
  if (InMemory(clean, text) != nullptr) {
    auto buffer = llvm::MemoryBuffer::getMemBuffer(text, clean, true);
    return std::make_unique<MemoryFile>(MemoryStatus(path, clean, false, text.size()),
                                        std::move(buffer));
  }
  std::string real = RealOnDisk(whole);
  struct stat info = {};
  if (real.empty() || ::lstat(real.c_str(), &info) != 0) return NotThere();
  if (S_ISLNK(info.st_mode)) real = RealFolder(real);
  if (real.empty() || !MayRead(guard_, real) || ::lstat(real.c_str(), &info) != 0 ||
      !S_ISREG(info.st_mode)) {
    return NotThere();
  }
  const Descriptor file(real);
  if (file.number() < 0 || ::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return NotThere();
  }
  const std::string opened = PathOfDescriptor(file.number());
  if (!opened.empty() && !MayRead(guard_, opened)) return NotThere();
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > kLargestFile) return std::make_error_code(std::errc::file_too_large);
  auto buffer = ReadDescriptor(file.number(), size, whole);
  info.st_size = static_cast<off_t>(buffer->getBufferSize());
  return std::make_unique<MemoryFile>(DiskStatus(path, info), std::move(buffer));
}

llvm::vfs::directory_iterator UnitFiles::dir_begin(const llvm::Twine& path,
                                                   std::error_code& error) {
  const std::string whole = Absolute(path);
  const std::string real = RealFolder(whole);
  if (real.empty() || !MayLookAt(guard_, real) || IsBeneath(kResourceFolder, WithoutDots(whole))) {
    error = NotThere();
    return {};
  }
  return llvm::vfs::getRealFileSystem()->dir_begin(whole, error);
}

std::error_code UnitFiles::setCurrentWorkingDirectory(const llvm::Twine& path) {
  working_folder_ = Absolute(path);
  return {};
}

llvm::ErrorOr<std::string> UnitFiles::getCurrentWorkingDirectory() const { return working_folder_; }

std::string UnitFiles::RealPath(llvm::StringRef path) {
  const std::string whole = Absolute(path);
  const std::string clean = WithoutDots(whole);
  std::string_view text;
  if (InMemory(clean, text) != nullptr) return clean;
  std::string real = RealOnDisk(whole);
  struct stat info = {};
  if (real.empty() || ::lstat(real.c_str(), &info) != 0) return {};
  return S_ISLNK(info.st_mode) ? RealFolder(real) : real;
}

std::error_code UnitFiles::getRealPath(const llvm::Twine& path,
                                       llvm::SmallVectorImpl<char>& output) {
  const std::string real = RealPath(path.str());
  if (real.empty() || !MayLookAt(guard_, real)) return NotThere();
  output.assign(real.begin(), real.end());
  return {};
}

}  // namespace gonogo
