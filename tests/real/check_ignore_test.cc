// Git is the reference for ignore files, so git itself is asked. Each case is a tree on the disk
// with ignore files in it; `git check-ignore` says of every path whether it is ignored, and Walk
// must agree on each file, and on how many entries, directories among them, it left out.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>

#include "analyzer/walk/git_source.h"
#include "analyzer/walk/walker.h"
#include "tests/real/scratch_folder.h"

namespace gonogo {
namespace {

/// Paths of directories end with a slash, paths of links with '@'.
struct Tree {
  std::vector<std::string> entries;
  std::map<std::string, std::string> ignore_files;
};

class GitSandbox {
 public:
  /// False when there is no git. Whatever the user configured must not reach it.
  bool Start() const {
    unsetenv("GIT_DIR");
    unsetenv("GIT_WORK_TREE");
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    return Git("init -q .") == 0;
  }

  void Build(const Tree& tree) const {
    repository_.ClearBut(".git");
    for (const std::string& entry : tree.entries) Make(entry);
    repository_.Write(".git/info/exclude", "");
    for (const auto& [path, text] : tree.ignore_files) repository_.Write(path, text);
  }

  /// Those of `paths` that git ignores.
  std::set<std::string> Ignored(const std::vector<std::string>& paths) const {
    std::string input;
    for (const std::string& path : paths) input += "./" + path + '\0';  // ":x" is magic
    files_.Write("in", input);
    const int code =
        Git("-c core.excludesFile=/dev/null check-ignore --stdin -z <" + files_.path() + "/in >" +
            files_.path() + "/out 2>" + files_.path() + "/err");
    INFO(Slurp("err"));
    REQUIRE((code == 0 || code == 1));
    std::set<std::string> ignored;
    std::istringstream output(Slurp("out"));
    for (std::string path; std::getline(output, path, '\0');) ignored.insert(path.substr(2));
    return ignored;
  }

  /// Puts the paths, and nothing else, into the index.
  void Track(const std::vector<std::string>& paths) const {
    std::string input;
    for (const std::string& path : paths) input += ":(literal)" + path + '\0';
    files_.Write("in", input);
    REQUIRE(Git("read-tree --empty") == 0);
    if (paths.empty()) return;
    REQUIRE(Git("add -f --pathspec-from-file=" + files_.path() + "/in --pathspec-file-nul 2>" +
                files_.path() + "/err") == 0);
  }

  const std::string& root() const { return repository_.path(); }

 private:
  int Git(const std::string& arguments) const {
    const std::string command = "cd '" + repository_.path() + "' && exec git " + arguments;
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void Make(const std::string& entry) const {
    const std::string bare = entry.substr(0, entry.size() - 1);
    if (entry.ends_with('/')) return repository_.MakeDirectory(bare);
    if (entry.ends_with('@')) return repository_.Link(bare, "nowhere");
    repository_.Write(entry, "");
  }

  std::string Slurp(const std::string& name) const {
    std::ifstream file(files_.path() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  ScratchFolder repository_;
  ScratchFolder files_;
};

std::string ParentOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// Every path of the tree, directories that are only implied and ignore files among them.
std::map<std::string, char> AllPaths(const Tree& tree) {
  std::map<std::string, char> types;
  const auto add = [&](const std::string& path, char type) {
    types[path] = type;
    for (std::string up = ParentOf(path); !up.empty(); up = ParentOf(up)) types[up] = '/';
  };
  for (const std::string& entry : tree.entries) {
    const bool marked = entry.ends_with('/') || entry.ends_with('@');
    add(marked ? entry.substr(0, entry.size() - 1) : entry, marked ? entry.back() : 'f');
  }
  for (const auto& [path, text] : tree.ignore_files) {
    if (!path.starts_with(".git/")) add(path, 'f');
  }
  return types;
}

std::string Told(const Tree& tree) {
  std::string told;
  for (const auto& [path, text] : tree.ignore_files) told += "== " + path + "\n" + text + "\n";
  return told;
}

/// Compares Walk with git on one tree.
void Compare(const GitSandbox& sandbox, const Tree& tree, PathLookup lookup) {
  INFO(Told(tree));
  sandbox.Build(tree);
  const std::map<std::string, char> types = AllPaths(tree);
  std::vector<std::string> paths;
  for (const auto& [path, type] : types) paths.push_back(path);
  const std::set<std::string> ignored = sandbox.Ignored(paths);

  std::vector<std::string> kept;
  std::uint64_t left_out = 0;
  for (const auto& [path, type] : types) {
    if (ignored.contains(path)) {
      if (!ignored.contains(ParentOf(path))) ++left_out;
    } else if (type == 'f') {
      kept.push_back(path);
    }
  }

  const auto opened = OpenTree(sandbox.root(), lookup);
  REQUIRE(opened);
  WalkOptions options;
  options.threads = 2;
  const WalkResult result = Walk(**opened, options);
  std::vector<std::string> walked;
  for (const WalkedFile& file : result.files) walked.push_back(file.path);
  REQUIRE(walked == kept);
  REQUIRE(result.ignored == left_out);
}

/// Patterns speak of untracked files only: every third file is tracked.
void CompareTracked(const GitSandbox& sandbox, const Tree& tree) {
  INFO(Told(tree));
  sandbox.Build(tree);
  std::vector<std::string> files;
  std::vector<std::string> tracked;
  for (const auto& [path, type] : AllPaths(tree)) {
    if (type != 'f') continue;
    if (files.size() % 3 == 0) tracked.push_back(path);
    files.push_back(path);
  }
  sandbox.Track(tracked);
  const std::set<std::string> ignored = sandbox.Ignored(files);
  std::erase_if(files, [&](const std::string& path) { return ignored.contains(path); });

  const auto opened = OpenTree(sandbox.root());
  REQUIRE(opened);
  WalkOptions options;
  options.tracked = [&] { return TrackedFiles(sandbox.root()); };
  std::vector<std::string> walked;
  for (const WalkedFile& file : Walk(**opened, options).files) walked.push_back(file.path);
  REQUIRE(walked == files);
}

struct Row {
  std::string patterns;
  std::vector<std::string> entries;
};

std::vector<Row> Rows() {
  const std::vector<std::string> usual = {"foo",       "foo.o",     "bar",     "dir/foo",
                                          "dir/foo.o", "dir/bar/x", "a/b/c/d", "a/b/foo",
                                          "foobar/x",  "build/",    "link@",   "fooX/Y/bar"};
  std::vector<Row> rows;
  for (const char* patterns : {"foo",
                               "foo/",
                               "/foo",
                               "*.o",
                               "!*.o",
                               "*.o\n!foo.o",
                               "dir/foo",
                               "dir/",
                               "dir/*\n!dir/bar",
                               "dir\n!dir/foo",
                               "dir/\n!dir/foo",
                               "**/foo",
                               "a/**",
                               "a/**/d",
                               "a/**/foo",
                               "**/b/**",
                               "/**",
                               "**",
                               "*",
                               "/*",
                               "/*\n!/dir",
                               "*/",
                               "!*/\n*",
                               "/",
                               "//",
                               "foo//",
                               "",
                               "!",
                               "\\",
                               "foo\\",
                               "foo**",
                               "foo**/bar",
                               "foo**bar",
                               "dir/foo**",
                               "**foo",
                               "a**/d",
                               "a/***/d",
                               "a/**b/c/d",
                               "***",
                               "**/**/foo",
                               "a/**/**/d",
                               "a/**\\/d",
                               "**\\/foo",
                               "a\\/b",
                               "dir\\/foo",
                               "\\foo",
                               "f\\oo",
                               "f?o",
                               "?",
                               "dir?foo",
                               "dir[/]foo",
                               "dir*foo",
                               "*/foo",
                               "*/*/x",
                               "/*/foo",
                               "link",
                               "link/",
                               "build",
                               "build/",
                               "f[o]o",
                               "[f]oo",
                               "f[!x]o",
                               "f[^x]o",
                               "f[!o]o",
                               "f[a-z]o",
                               "f[z-a]o",
                               "[[:alpha:]]oo",
                               "[[:nothing:]]oo",
                               "[",
                               "[]",
                               "[a",
                               "foo[",
                               "*[",
                               "f*[",
                               "#foo",
                               "\\#foo",
                               "foo ",
                               "foo\\ ",
                               "foo  \\",
                               "foo\t",
                               " foo",
                               "foo\r\nbar\r\n",
                               "foo\r",
                               "foo\r\r\n",
                               "\r\n",
                               "\xEF\xBB\xBF"
                               "foo",
                               "foo\n\xEF\xBB\xBF"
                               "bar",
                               "FOO",
                               "{foo,bar}",
                               "foo/**",
                               "/a/b",
                               "a/b/",
                               "./foo",
                               "../foo",
                               "dir/../foo",
                               "dir//foo",
                               "!foo\nfoo",
                               "foo\n!foo",
                               "!!foo",
                               "a/*/c",
                               "a/?/c",
                               "*o*",
                               "*o*r",
                               "f*.*o",
                               "*.",
                               ".*",
                               "*.o/",
                               "foo*/",
                               "/dir/**/x",
                               "**/",
                               "**/\n!a/",
                               "a/b/*/"}) {
    rows.push_back({patterns, usual});
  }
  rows.push_back({"fo\\ o\n#a\n\\#b\n!c\n\\!d\n", {"fo o", "#a", "#b", "!c", "c", "!d"}});
  rows.push_back({"x \ny\\ \nz\\  \nw\\\\ \n", {"x", "x ", "y", "y ", "z ", "z  ", "w\\", "w\\ "}});
  rows.push_back(
      {"[]x]\n[!]y]z\n[a-]q\n[\\]]r\n[\\a-\\c]s\n[a\\-c]t\n",
       {"]", "x", "az", "]z", "yz", "-q", "aq", "bq", "]r", "\\r", "bs", "-t", "bt", "ct"}});
  rows.push_back(
      {"[[:]1\n[[::]2\n[[:x]3\n[:alpha:]4\n[[:alpha:][:digit:]]5\n[[:alpha:]-z]6\n[a-[:digit:]7\n",
       {"[1", ":1", "[2", ":2", "x3", ":3", "[3", "a4", ":4", "z4", "q5", "75", "-6", "z6", "m6",
        "a7", "[7", ":]7", "1]7"}});
  rows.push_back({"*\\*\n\\*x\n\\?y\n\\[z\n", {"a*", "*", "*x", "ax", "?y", "ay", "[z"}});
  return rows;
}

/// One file for every byte that a name may hold, so that each character class meets each of them.
Tree EveryByte(const std::string& set) {
  Tree tree;
  for (int byte = 1; byte < 256; ++byte) {
    if (byte != '/') tree.entries.push_back(std::string("x") + static_cast<char>(byte) + "y");
  }
  tree.ignore_files[".gitignore"] = "x" + set + "y\n";
  return tree;
}

/// Seeded, so that a case that failed once fails again.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Tree Make() {
    Tree tree;
    const std::size_t count = 4 + Below(24);
    for (std::size_t i = 0; i < count; ++i) AddEntry(tree);
    AddIgnoreFile(tree, ".gitignore");
    if (Below(4) == 0) AddIgnoreFile(tree, ".git/info/exclude");
    for (const auto& [path, type] : AllPaths(tree)) {
      if (type == '/' && Below(4) == 0) AddIgnoreFile(tree, path + "/.gitignore");
    }
    return tree;
  }

 private:
  std::size_t Below(std::size_t limit) { return random_() % limit; }

  template <std::size_t kCount>
  std::string OneOf(const char* const (&choices)[kCount]) {
    return choices[Below(kCount)];
  }

  std::string Name() {
    static constexpr const char* kNames[] = {
        "a",  "b",           "c",        "ab",  "foo",     "foo.o",     "bar.c", "a b",  "#x",
        "!y", "[z]",         "a\\b",     "e ",  "A",       "x.tar.gz",  "-",     "]",    "*",
        "?",  "caf\xC3\xA9", "\xFF\x01", "aXb", ".hidden", "new\nline", "cr\r",  "a.b.c"};
    return OneOf(kNames);
  }

  void AddEntry(Tree& tree) {
    std::string path = Name();
    const std::map<std::string, char> types = AllPaths(tree);
    for (std::size_t depth = Below(4); depth > 0; --depth) path += "/" + Name();
    for (std::string up = ParentOf(path); !up.empty(); up = ParentOf(up)) {
      const auto known = types.find(up);
      if (known != types.end() && known->second != '/') return;  // a file is in the way
    }
    if (types.contains(path)) return;
    const std::size_t kind = Below(8);
    tree.entries.push_back(path + (kind == 0 ? "/" : kind == 1 ? "@" : ""));
    if (tree.entries.back() == path && path.ends_with('@')) tree.entries.pop_back();
  }

  void AddIgnoreFile(Tree& tree, const std::string& path) {
    std::string text = Below(12) == 0 ? "\xEF\xBB\xBF" : "";
    const std::size_t lines = 1 + Below(6);
    for (std::size_t i = 0; i < lines; ++i) {
      text += Below(3) == 0 ? Glued() : Derived(tree);
      text += Below(8) == 0 ? "\r\n" : "\n";
    }
    if (Below(4) == 0) text.pop_back();
    tree.ignore_files[path] = text;
  }

  /// Pieces of pattern syntax in any order, mostly nonsense.
  std::string Glued() {
    static constexpr const char* kPieces[] = {
        "a",     "b",    "foo",   "*",           "**",    "***",  "?",        "/",
        "/**/",  "**/",  "/**",   "[ab]",        "[!a]",  "[^a]", "[a-c]",    "[[:alpha:]]",
        "\\",    "\\*",  "\\ ",   " ",           "!",     "#",    ".o",       "[",
        "]",     "[]a]", "[a-]",  "[[:foo:]]",   "\r",    "\t",   "\xC3\xA9", "-",
        "[\\]]", "[!]",  "{a,b}", "[[:punct:]]", "[.-a]", "\\/",  ".",        "[/]"};
    std::string glued;
    for (std::size_t count = 1 + Below(6); count > 0; --count) glued += OneOf(kPieces);
    return glued;
  }

  /// A path of the tree, or the end of one, with wildcards put in, so that it is likely to match.
  std::string Derived(const Tree& tree) {
    std::string path = tree.entries[Below(tree.entries.size())];
    if (path.ends_with('@')) path.pop_back();
    if (Below(2) == 0) path = path.substr(path.rfind('/', path.size() - 2) + 1);
    std::string pattern = Below(5) == 0 ? "!" : "";
    if (Below(4) == 0) pattern += Below(2) == 0 ? "/" : "**/";
    for (const char byte : path) pattern += Mutated(byte);
    if (Below(5) == 0) pattern += "/";
    if (Below(10) == 0) pattern += "/**";
    if (Below(12) == 0) pattern += " ";
    return pattern;
  }

  std::string Mutated(char byte) {
    static constexpr const char* kInSlash[] = {"/",  "/",   "/",   "/**/", "/*/",
                                               "*/", "**/", "/**", "\\/"};
    if (byte == '/') return OneOf(kInSlash);
    switch (Below(14)) {
      case 0:
        return "?";
      case 1:
        return "*";
      case 2:
        return Below(3) == 0 ? "**" : "";
      case 3:
        return std::string("[") + byte + "]";
      case 4:
        return std::string("\\") + byte;
      case 5:
        return std::string("*") + byte;
      default:
        return std::string(1, byte);
    }
  }

  std::mt19937 random_;
};

TEST_CASE("ignore files mean what git says they mean", "[real]") {
  const GitSandbox sandbox;
  if (!sandbox.Start()) {
    WARN("git is missing: ignore files are not compared with it");
    return;
  }
  SECTION("patterns of every form") {
    for (const Row& row : Rows()) {
      Compare(sandbox, {row.entries, {{".gitignore", row.patterns}}}, PathLookup::kBest);
    }
  }
  SECTION("every byte in every character class") {
    for (const char* set :
         {"[[:alnum:]]", "[[:alpha:]]", "[[:blank:]]", "[[:cntrl:]]", "[[:digit:]]", "[[:graph:]]",
          "[[:lower:]]", "[[:print:]]", "[[:punct:]]", "[[:space:]]", "[[:upper:]]", "[[:xdigit:]]",
          "[\x80-\xFF]", "[!a-z]", "?"}) {
      Compare(sandbox, EveryByte(set), PathLookup::kBest);
    }
  }
  SECTION("generated trees with tracked files") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
      CAPTURE(seed);
      CompareTracked(sandbox, Generator(seed).Make());
    }
  }
  SECTION("generated trees") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
      CAPTURE(seed);
      Compare(sandbox, Generator(seed).Make(),
              seed % 2 == 0 ? PathLookup::kBest : PathLookup::kByComponent);
    }
  }
}

}  // namespace
}  // namespace gonogo
