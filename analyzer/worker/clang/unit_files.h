// UnitFiles: all that Clang sees of the world. Three layers: texts of the request, which shadow the
// disk; the files that the worker carries; the disk, through a ReadGuard. It never writes, opens no
// FIFO and no device, follows links only to where the guard lets it, and reads each file whole, so
// a file that shrinks while it is parsed does no harm.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/worker/clang/embedded_files.h"
#include "analyzer/worker/read_guard.h"

namespace gonogo {

class UnitFiles : public llvm::RTTIExtends<UnitFiles, llvm::vfs::FileSystem> {
 public:
  static const char ID;

  UnitFiles(ReadGuard guard, const EmbeddedFiles& embedded);

  /// Files by absolute path that exist beside, or in place of, those on the disk.
  void SetOverlay(const std::map<std::string, std::string>& files);

  /// One more file in memory; `text` outlives this and ends with a NUL behind it.
  void Lend(const std::string& path, std::string_view text) { lent_[path] = text; }

  const ReadGuard& guard() const { return guard_; }

  /// Path of a file as it lies on the disk, links resolved; of one in memory, its path. Empty where
  /// there is none.
  std::string RealPath(llvm::StringRef path);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine& path, std::error_code& error) override;
  std::error_code setCurrentWorkingDirectory(const llvm::Twine& path) override;
  llvm::ErrorOr<std::string> getCurrentWorkingDirectory() const override;
  std::error_code getRealPath(const llvm::Twine& path,
                              llvm::SmallVectorImpl<char>& output) override;

 private:
  std::string Absolute(const llvm::Twine& path) const;
  const std::string* InMemory(const std::string& path, std::string_view& text) const;
  std::string RealOnDisk(const std::string& path);
  const std::string& RealFolder(const std::string& path);
  const std::string& NameInFolder(const std::string& folder, const std::string& name);

  ReadGuard guard_;
  const EmbeddedFiles& embedded_;
  std::map<std::string, std::string> overlay_;
  std::map<std::string, std::string_view> lent_;
  std::set<std::string> folders_;  // of files in memory
  std::set<std::string> embedded_folders_;
  std::map<std::string, std::string> real_folders_;  // as asked -> links resolved; empty: none
  /// Of a folder: its names by themselves in small letters.
  std::map<std::string, std::map<std::string, std::vector<std::string>>> names_;
  std::string working_folder_ = "/";
};

}  // namespace gonogo
