#include "tests/real/scratch_folder.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace gonogo {
namespace fs = std::filesystem;

namespace {

/// In memory where there is such a place: hundreds of small trees cost a disk half a minute.
std::string PlaceForFolders() {
  const std::string memory = "/dev/shm";
  return access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path().string();
}

}  // namespace

ScratchFolder::ScratchFolder() {
  path_ = PlaceForFolders() + "/gonogo-test-XXXXXX";
  REQUIRE(mkdtemp(path_.data()) != nullptr);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void ScratchFolder::Write(const std::string& path, std::string_view bytes) const {
  const fs::path whole = path_ + "/" + path;
  fs::create_directories(whole.parent_path());
  std::ofstream file(whole, std::ios::binary);
  file << bytes;
  REQUIRE(file.good());
}

void ScratchFolder::MakeDirectory(const std::string& path) const {
  fs::create_directories(path_ + "/" + path);
}

void ScratchFolder::Link(const std::string& path, const std::string& target) const {
  const fs::path whole = path_ + "/" + path;
  fs::create_directories(whole.parent_path());
  fs::create_symlink(target, whole);
}

void ScratchFolder::ClearBut(const std::string& kept) const {
  for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
    if (entry.path().filename() != kept) fs::remove_all(entry.path());
  }
}

}  // namespace gonogo
