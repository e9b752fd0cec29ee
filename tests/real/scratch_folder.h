// ScratchFolder: a fresh folder on the disk, filled by a test and removed with all it holds.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

  /// Each makes the directories above it. Paths are relative to the folder.
  void Write(const std::string& path, std::string_view bytes) const;
  void MakeDirectory(const std::string& path) const;
  void Link(const std::string& path, const std::string& target) const;

  /// Removes everything in the folder but the entry of that name.
  void ClearBut(const std::string& kept) const;

 private:
  std::string path_;
};

}  // namespace gonogo
