// Reads git folders on the real disk, written by hand so that no git is needed.
#include "analyzer/walk/git_source.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace gonogo {
namespace {

namespace fs = std::filesystem;

const std::string kFirst(40, 'a');
const std::string kSecond(40, 'b');

/// A fresh folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "gonogo-test-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(root_); }

  std::string Path(const std::string& path) const { return root_ + "/" + path; }

  void Write(const std::string& path, const std::string& text) const {
    fs::create_directories(fs::path(Path(path)).parent_path());
    std::ofstream(Path(path)) << text;
  }

  /// A repository on the branch "topic/x" with one commit.
  void WriteRepository(const std::string& tree) const {
    Write(tree + "/.git/HEAD", "ref: refs/heads/topic/x\n");
    Write(tree + "/.git/refs/heads/topic/x", kFirst + "\n");
    Write(tree + "/.git/config",
          "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://me:word@host/x\n");
    fs::create_directories(Path(tree + "/.git/objects"));
    Write(tree + "/src/a.c", "");
  }

 private:
  std::string root_;
};

std::string Told(const std::string& root) {
  const Provenance found = ReadProvenance(root);
  return found.repository_uri + " " + found.branch + " " + found.revision.substr(0, 3);
}

TEST_CASE("revision, branch and remote of a tree and of its folders") {
  const Folder folder;
  folder.WriteRepository("r");
  CHECK(Told(folder.Path("r")) == "https://host/x topic/x aaa");
  CHECK(Told(folder.Path("r/src")) == "https://host/x topic/x aaa");
  CHECK(Told(folder.Path("r/src/../src/")) == "https://host/x topic/x aaa");
  CHECK(ReadProvenance(folder.Path("r")).revision == kFirst);
  folder.Write("r/.git/HEAD", kSecond + "\n");
  CHECK(Told(folder.Path("r")) == "https://host/x  bbb");
  folder.Write("r/.git/HEAD", "ref: refs/heads/unborn\n");
  CHECK(Told(folder.Path("r")) == "https://host/x unborn ");
  folder.Write("r/.git/packed-refs",
               "# pack-refs with: peeled fully-peeled sorted\n" + kSecond + " refs/heads/unborn\n");
  CHECK(Told(folder.Path("r")) == "https://host/x unborn bbb");
}

TEST_CASE("a worktree and a submodule are read through their pointers, a foreign folder is not") {
  const Folder folder;
  folder.WriteRepository("r");
  folder.Write("w/.git", "gitdir: " + folder.Path("r/.git/worktrees/w") + "\n");
  folder.Write("r/.git/worktrees/w/HEAD", "ref: refs/heads/other\n");
  folder.Write("r/.git/worktrees/w/commondir", "../..\n");
  folder.Write("r/.git/refs/heads/other", kSecond + "\n");
  CHECK(Told(folder.Path("w")) == "  ");
  folder.Write("r/.git/worktrees/w/gitdir", folder.Path("w/.git") + "\n");
  CHECK(Told(folder.Path("w")) == "https://host/x other bbb");

  folder.Write("r/sub/.git", "gitdir: ../.git/modules/sub\n");
  folder.Write("r/.git/modules/sub/HEAD", kSecond + "\n");
  fs::create_directories(folder.Path("r/.git/modules/sub/objects"));
  fs::create_directories(folder.Path("r/.git/modules/sub/refs"));
  CHECK(Told(folder.Path("r/sub")) == "  bbb");
  folder.Write("thief/.git", "gitdir: ../r/.git\n");
  CHECK(Told(folder.Path("thief")) == "  ");
}

TEST_CASE("no hostile git folder stops or leads astray") {
  const Folder folder;
  CHECK(Told(folder.Path("missing")) == "  ");
  for (const std::string file :
       {"HEAD", "packed-refs", "config", "commondir", "refs/heads/topic/x"}) {
    const std::string tree = "fifo-" + fs::path(file).filename().string();
    folder.WriteRepository(tree);
    fs::remove(folder.Path(tree + "/.git/" + file));
    REQUIRE(mkfifo(folder.Path(tree + "/.git/" + file).c_str(), 0600) == 0);
    CAPTURE(file);
    CHECK(Told(folder.Path(tree)).ends_with("aaa") == (file == "config"));
  }
  folder.WriteRepository("include");
  REQUIRE(mkfifo(folder.Path("include/fifo").c_str(), 0600) == 0);
  folder.Write("include/.git/config",
               "[include]\n\tpath = ../fifo\n[remote \"origin\"]\n\turl = https://h/y\n");
  CHECK(Told(folder.Path("include")) == "https://h/y topic/x aaa");
  folder.WriteRepository("circle");
  folder.Write("circle/.git/HEAD", "ref: refs/heads/a\n");
  folder.Write("circle/.git/refs/heads/a", "ref: refs/heads/a\n");
  CHECK(Told(folder.Path("circle")) == "https://host/x a ");
  folder.WriteRepository("astray");
  folder.Write("astray/.git/HEAD", "ref: ../../../secret\n");
  CHECK(Told(folder.Path("astray")) == "https://host/x  ");
}

}  // namespace
}  // namespace gonogo
