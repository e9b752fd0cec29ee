#include "analyzer/walk/walker.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string Files(const WalkResult& result) {
  std::string files;
  for (const WalkedFile& file : result.files) files += file.path + (file.named ? "! " : " ");
  return files;
}

std::string Notices(const WalkResult& result) {
  std::string notices;
  for (const Notice& notice : result.notices) notices += notice.path + ":" + notice.id + " ";
  return notices;
}

MemoryTree Repository(std::map<std::string, std::string> files) {
  files[".git/HEAD"] = "ref: refs/heads/main\n";
  return MemoryTree(std::move(files));
}

TEST_CASE("files come sorted by the bytes of their paths") {
  const MemoryTree tree(
      {{"b", ""}, {"a/x", ""}, {"a-b", ""}, {"a.c", ""}, {"\xFF", ""}, {"a/b/c", ""}});
  for (const unsigned threads : {1U, 2U, 8U}) {
    WalkOptions options;
    options.threads = threads;
    CHECK(Files(Walk(tree, options)) == "a-b a.c a/b/c a/x b \xFF ");
  }
}

TEST_CASE("a tracked file is read although git's patterns cover it, ours hold") {
  MemoryTree tree = Repository({{".gitignore", ".env\nbuild\n"},
                                {".gonogoignore", "*.log\n"},
                                {".env", ""},
                                {"build/a", ""},
                                {"build/b", ""},
                                {"build/c.log", ""},
                                {"src/x", ""},
                                {"vendor/y", ""}});
  tree.Add("build/link", EntryType::kSymlink, "a");
  int asked = 0;
  WalkOptions options;
  options.exclude = {"/vendor"};
  options.tracked = [&asked] {
    ++asked;
    return std::vector<std::string>{".env",       "build/a", "build/c.log", "build/gone",
                                    "build/link", "src/x",   "vendor/y",    ".git/HEAD"};
  };
  CHECK(Files(Walk(tree, options)) == ".env .gitignore .gonogoignore build/a src/x ");
  options.targets = {"build"};
  CHECK(Files(Walk(tree, options)) == "build/a build/b ");
  options.targets = {"src"};
  CHECK(Files(Walk(tree, options)) == "src/x ");
  CHECK(asked == 1);
}

TEST_CASE("ignore files speak from their directory downward, the inner before the outer") {
  const MemoryTree tree = Repository({{".gitignore", "*.o\n/out/\nsub/deep/x\n"},
                                      {".git/info/exclude", "private\n*.keep\n"},
                                      {"sub/.gitignore", "!b.o\n/local\n"},
                                      {"a.o", ""},
                                      {"out/x", ""},
                                      {"private", ""},
                                      {"sub/b.o", ""},
                                      {"sub/c.o", ""},
                                      {"sub/local", ""},
                                      {"sub/out/y", ""},
                                      {"sub/deep/local", ""},
                                      {"sub/deep/x", ""}});
  const WalkResult result = Walk(tree, {});
  CHECK(Files(result) == ".gitignore sub/.gitignore sub/b.o sub/deep/local sub/out/y ");
  CHECK(result.ignored == 6);
  CHECK(result.notices.empty());
}

TEST_CASE("a file below an ignored directory stays ignored") {
  const MemoryTree tree =
      Repository({{".gitignore", "dir/\n!dir/kept\n"}, {"dir/kept", ""}, {"dir/.gitignore", "!*"}});
  CHECK(Files(Walk(tree, {})) == ".gitignore ");
}

TEST_CASE("without a repository git's files are not applied") {
  MemoryTree tree({{".gitignore", "*"}, {"a", ""}, {"clone/.gitignore", "x"}, {"clone/x", ""}});
  CHECK(Files(Walk(tree, {})) == ".gitignore a clone/.gitignore clone/x ");
  tree.Add("clone/.git", EntryType::kRegular, "gitdir: ../../elsewhere");
  CHECK(Files(Walk(tree, {})) == ".gitignore a clone/.gitignore ");
  WalkOptions below;
  below.targets = {"clone"};
  CHECK(Files(Walk(tree, below)) == "clone/.gitignore ");
}

TEST_CASE("nothing called .git is entered, at any depth") {
  const MemoryTree tree(
      {{".git/config", ""}, {"a/.git/config", ""}, {"b/.git", "gitdir: x"}, {"b/c", ""}});
  CHECK(Files(Walk(tree, {})) == "b/c ");
}

TEST_CASE("git's rules can be left out, our own not") {
  const MemoryTree tree =
      Repository({{".gitignore", "a"}, {".gonogoignore", "b"}, {"a", ""}, {"b", ""}, {"c", ""}});
  WalkOptions options;
  options.ignore_files = false;
  const WalkResult result = Walk(tree, options);
  CHECK(Files(result) == ".gitignore .gonogoignore a c ");
  CHECK(result.ignored == 0);
  CHECK(result.excluded == 1);
}

TEST_CASE("what the caller excludes cannot be taken back by the tree") {
  const MemoryTree tree({{".gonogoignore", "!x.gen\n*.tmp\n"},
                         {"x.gen", ""},
                         {"a/y.gen", ""},
                         {"a/z.tmp", ""},
                         {"a/.gonogoignore", "!z.tmp\n/q\n"},
                         {"a/q", ""},
                         {"lib/a", ""},
                         {"a/lib/b", ""}});
  WalkOptions options;
  options.exclude = {"*.gen", "/lib/"};
  const WalkResult result = Walk(tree, options);
  CHECK(Files(result) == ".gonogoignore a/.gonogoignore a/lib/b a/z.tmp ");
  CHECK(result.excluded == 4);
}

TEST_CASE("a target is walked under the ignore files above it") {
  const MemoryTree tree = Repository({{".gitignore", "*.o\n/a/b/x\n"},
                                      {"a/.gitignore", "!keep.o\n"},
                                      {"a/b/x", ""},
                                      {"a/b/y", ""},
                                      {"a/b/keep.o", ""},
                                      {"a/b/c.o", ""},
                                      {"other", ""}});
  for (const char* target : {"a/b", "a/b/", "./a//b", "a/b/../b"}) {
    WalkOptions options;
    options.targets = {target};
    CHECK(Files(Walk(tree, options)) == "a/b/keep.o a/b/y ");
  }
}

TEST_CASE("named files are read though git ignores them, unless we were told to leave them out") {
  const MemoryTree tree = Repository({{".gitignore", "*.env\nbuild/\n"},
                                      {".gonogoignore", "/left/\n"},
                                      {"a.env", ""},
                                      {"build/b", ""},
                                      {"build/c/d", ""},
                                      {"left/over", ""},
                                      {"x", ""}});
  WalkOptions options;
  options.targets = {"a.env", "build/c/d", "left/over", "x", "x"};
  options.exclude = {"x"};
  const WalkResult named = Walk(tree, options);
  CHECK(Files(named) == "a.env! build/c/d! ");
  CHECK(named.excluded == 2);

  options.targets = {"build"};  // a directory likewise
  CHECK(Files(Walk(tree, options)) == "build/b build/c/d ");
  options.targets = {"left"};
  CHECK(Files(Walk(tree, options)).empty());
}

TEST_CASE("targets that overlap give each file once") {
  const MemoryTree tree({{"a/b/c", ""}, {"a/d", ""}, {"e", ""}});
  WalkOptions options;
  options.targets = {"", "a", "a/b", "a/d", "e"};
  CHECK(Files(Walk(tree, options)) == "a/b/c a/d! e! ");
}

TEST_CASE("targets that cannot be walked are notices") {
  MemoryTree tree({{"a", ""}, {"closed/x", ""}});
  tree.Add("link", EntryType::kSymlink, "a");
  tree.Add("pipe", EntryType::kFifo);
  tree.Deny("closed");
  WalkOptions options;
  options.targets = {"none", "link", "pipe", "../up", "closed"};
  const WalkResult result = Walk(tree, options);
  CHECK(result.files.empty());
  CHECK(Notices(result) ==
        "../up:no-such-target closed:unreadable link:symlink-target none:no-such-target "
        "pipe:special-file ");
  for (const Notice& notice : result.notices) CHECK(notice.coverage == Coverage::kNotRead);
}

TEST_CASE("links are judged by where they lead and never followed") {
  MemoryTree tree({{"dir/file", ""}, {"dir/sub/file", ""}});
  const auto link = [&](const std::string& path, const std::string& target) {
    tree.Add(path, EntryType::kSymlink, target);
  };
  link("dir/ok", "file");
  link("dir/sub/up", "../../dir/file");
  link("dir/whole", "..");
  link("ok-dir", "./dir/sub/");
  link("chain", "ok-dir/file");
  link("absolute", "/etc/passwd");
  link("dir/out", "../../etc/passwd");
  link("through", "dir/out");
  link("lost", "dir/nothing");
  link("below-file", "dir/file/x");
  link("loop-a", "loop-b");
  link("loop-b", "loop-a");
  link("spiral", "spiral/x/y");
  const WalkResult result = Walk(tree, {});
  CHECK(Files(result) == "dir/file dir/sub/file ");
  CHECK(result.links == 5);
  CHECK(Notices(result) ==
        "absolute:symlink-outside below-file:symlink-dangling dir/out:symlink-outside "
        "loop-a:symlink-loop "
        "loop-b:symlink-loop lost:symlink-dangling spiral:symlink-loop through:symlink-outside ");
}

TEST_CASE("special files and closed directories are notices") {
  MemoryTree tree({{"closed/x", ""}, {"open/y", ""}});
  tree.Deny("closed");
  tree.Add("device", EntryType::kDevice);
  tree.Add("fifo\n", EntryType::kFifo);
  const WalkResult result = Walk(tree, {});
  CHECK(Files(result) == "open/y ");
  CHECK(Notices(result) == "closed:unreadable device:special-file fifo\n:special-file ");
  CHECK(result.notices[2].message.find("'fifo\\x0a'") == 0);
}

TEST_CASE("ignore files that are links, too large or closed are not applied") {
  MemoryTree tree = Repository({{"real", "x"},
                                {"x", ""},
                                {"big/.gitignore", "x\n" + std::string(5'000'000, '#')},
                                {"big/x", ""},
                                {"closed/.gonogoignore", "x"},
                                {"closed/x", ""}});
  tree.Add(".gitignore", EntryType::kSymlink, "real");
  tree.Deny("closed/.gonogoignore");
  const WalkResult result = Walk(tree, {});
  CHECK(Files(result) == "big/.gitignore big/x closed/.gonogoignore closed/x real x ");
  CHECK(Notices(result) == "big/.gitignore:ignore-file-too-large closed/.gonogoignore:unreadable ");
}

TEST_CASE("hostile patterns are said once a file, and hide nothing") {
  std::string patterns;
  for (int i = 0; i < 20'000; ++i) patterns += "*aaaaaaaa*a*a*a*b" + std::to_string(i) + "\n";
  std::map<std::string, std::string> files = {{".gitignore", patterns}};
  for (int i = 0; i < 20; ++i) files[std::string(200, 'a') + std::to_string(i) + "z"] = "";
  const WalkResult result = Walk(Repository(files), {});
  CHECK(result.files.size() == 21);
  CHECK(Notices(result) == ".gitignore:ignore-file-too-costly ");
}

TEST_CASE("endless depth and long paths are bounded, with one answer") {
  std::string path;
  for (int i = 0; i < 20; ++i) path += std::string(250, 'n') + "/";
  std::map<std::string, std::string> files;
  for (int i = 0; i < 16'000; ++i) files[path + std::to_string(i)] = "";
  const MemoryTree tree(files);
  const WalkResult one = Walk(tree, {});
  CHECK(one.files.size() > 10'000);
  CHECK(one.files.size() < 16'000);
  REQUIRE(one.notices.size() == 1);
  CHECK(one.notices[0].id == "too-deep");
  WalkOptions options;
  options.threads = 8;
  CHECK(Files(Walk(tree, options)) == Files(one));

  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "d/";
  const WalkResult bounded = Walk(MemoryTree({{deep + "file", ""}, {"a", ""}}), {});
  CHECK(Files(bounded) == "a ");
  REQUIRE(bounded.notices.size() == 1);
  CHECK(bounded.notices[0].id == "too-deep");
}

}  // namespace
}  // namespace gonogo
