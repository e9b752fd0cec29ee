// The tree on the disk: what must hold for real files, links and special files, whichever way paths
// are looked up.
#include "analyzer/base/file_system.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>

#include "analyzer/walk/walker.h"
#include "tests/real/scratch_folder.h"

namespace gonogo {
namespace {

std::string Reason(const FileSystem& tree, const std::string& path) {
  std::string bytes;
  const auto read = tree.Read(path, 1000, bytes);
  return read ? "read" : read.error().reason;
}

std::string Names(const FileSystem& tree, const std::string& path) {
  const auto entries = tree.List(path);
  if (!entries) return entries.error().reason;
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : *entries) {
    names.push_back(entry.name + "=" + std::to_string(static_cast<int>(entry.type)));
  }
  std::ranges::sort(names);
  std::string joined;
  for (const std::string& name : names) joined += name + " ";
  return joined;
}

void MakeSocket(const std::string& path) {
  const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  REQUIRE(path.size() < sizeof(address.sun_path));
  std::memcpy(address.sun_path, path.c_str(), path.size());
  REQUIRE(bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
  close(fd);
}

TEST_CASE("the tree on the disk gives what lies in it and nothing else", "[real]") {
  const PathLookup lookup = GENERATE(PathLookup::kBest, PathLookup::kByComponent);
  const ScratchFolder outside;
  outside.Write("secret", "not ours");
  const ScratchFolder folder;
  folder.Write("dir/file", "12345");
  folder.Write("dir/empty", "");
  folder.Link("out", outside.path());
  folder.Link("dir/in", "file");
  folder.Link("self", "dir");
  REQUIRE(mkfifo((folder.path() + "/fifo").c_str(), 0600) == 0);
  MakeSocket(folder.path() + "/socket");
  const auto opened = OpenTree(folder.path(), lookup);
  REQUIRE(opened);
  const FileSystem& tree = **opened;

  SECTION("entries are listed with their types") {
    CHECK(Names(tree, "") == "dir=1 fifo=3 out=2 self=2 socket=4 ");
    CHECK(Names(tree, "dir") == "empty=0 file=0 in=2 ");
    CHECK(Names(tree, "dir/file") == "a component of its path is not a directory");
    CHECK(Names(tree, "none") == "vanished");
  }
  SECTION("files are read up to one byte more than the limit") {
    std::string bytes = "what was there before";
    REQUIRE(tree.Read("dir/file", 100, bytes));
    CHECK(bytes == "12345");
    REQUIRE(tree.Read("dir/file", 5, bytes));
    CHECK(bytes == "12345");
    REQUIRE(tree.Read("dir/file", 4, bytes));
    CHECK(bytes == "12345");
    REQUIRE(tree.Read("dir/file", 2, bytes));
    CHECK(bytes == "123");
    REQUIRE(tree.Read("dir/file", UINT64_MAX, bytes));
    CHECK(bytes == "12345");
    REQUIRE(tree.Read("dir/empty", 4, bytes));
    CHECK(bytes.empty());
  }
  SECTION("no path leads out or through a link") {
    for (const char* path : {"out/secret", "self/file", "dir/in", "out", "../x", "dir/../../x",
                             "/etc/passwd", "dir//file", "./dir/file", "dir/", "dir/.", "dir/.."}) {
      CAPTURE(path);
      CHECK(Reason(tree, path) != "read");
      CHECK_FALSE(tree.List(path));
    }
    CHECK(Reason(tree, std::string("dir/file\0x", 10)) == "not a path below the root");
  }
  SECTION("what is no regular file is refused at once") {
    CHECK(Reason(tree, "fifo") == "not a regular file");
    CHECK(Reason(tree, "socket") == "not a regular file");
    CHECK(Reason(tree, "dir") == "not a regular file");
    CHECK(Reason(tree, "none") == "vanished");
  }
  SECTION("status and text of links are those of the link") {
    CHECK(tree.Status("out")->type == EntryType::kSymlink);
    CHECK(tree.Status("dir/file")->size == 5);
    CHECK(tree.Status("")->type == EntryType::kDirectory);
    CHECK(tree.Status("none").error().missing);
    CHECK(tree.Status("dir/file/below").error().missing);
    CHECK(tree.ReadLink("dir/in") == "file");
    CHECK_FALSE(tree.ReadLink("dir/file"));
  }
  SECTION("the walk tells what became of each entry") {
    const WalkResult result = Walk(tree, {});
    REQUIRE(result.files.size() == 2);
    CHECK(result.links == 2);
    std::string ids;
    for (const Notice& notice : result.notices) ids += notice.path + ":" + notice.id + " ";
    CHECK(ids == "fifo:special-file out:symlink-outside socket:special-file ");
  }
}

TEST_CASE("a file that changes while it is read gives what is there", "[real]") {
  const auto opened = OpenTree("/proc/self");  // its files say that they are empty
  REQUIRE(opened);
  std::string bytes;
  REQUIRE((*opened)->Read("status", 100'000, bytes));
  CHECK(bytes.find("Name:") != std::string::npos);
  REQUIRE((*opened)->Read("status", 10, bytes));
  CHECK(bytes.size() == 11);
}

TEST_CASE("paths longer than the kernel takes at once are reached", "[real]") {
  const PathLookup lookup = GENERATE(PathLookup::kBest, PathLookup::kByComponent);
  const ScratchFolder folder;
  const std::string name(200, 'n');
  std::string path;
  int at = open(folder.path().c_str(), O_PATH | O_DIRECTORY);
  for (int depth = 0; depth < 60; ++depth) {
    REQUIRE(mkdirat(at, name.c_str(), 0700) == 0);
    const int next = openat(at, name.c_str(), O_PATH | O_DIRECTORY);
    close(at);
    at = next;
    path += name + "/";
  }
  close(openat(at, "file", O_CREAT | O_WRONLY, 0600));
  close(at);
  const auto opened = OpenTree(folder.path(), lookup);
  REQUIRE(opened);
  const WalkResult result = Walk(**opened, {});
  REQUIRE(result.notices.empty());
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].path == path + "file");
  std::string bytes;
  CHECK((*opened)->Read(path + "file", 10, bytes));
  CHECK((*opened)->Status(path + "none").error().missing);
}

TEST_CASE("a root that is no directory is an error", "[real]") {
  const ScratchFolder folder;
  folder.Write("file", "");
  CHECK_FALSE(OpenTree(folder.path() + "/none"));
  CHECK_FALSE(OpenTree(folder.path() + "/file"));
}

}  // namespace
}  // namespace gonogo
