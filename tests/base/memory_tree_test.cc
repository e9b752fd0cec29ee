#include "analyzer/base/file_system.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string Names(const MemoryTree& tree, const std::string& path) {
  const auto entries = tree.List(path);
  if (!entries) return entries.error().reason;
  std::string names;
  for (const DirectoryEntry& entry : *entries) {
    names += entry.name + (entry.type == EntryType::kDirectory ? "/ " : " ");
  }
  return names;
}

TEST_CASE("directories of a tree in memory are implied by its files") {
  MemoryTree tree({{"a/x", "1"}, {"a/y/z", "2"}, {"a-b", "3"}, {"top", "four"}});
  tree.Add("empty", EntryType::kDirectory);
  tree.Add("a/link", EntryType::kSymlink, "../top");
  tree.Deny("a/y");
  CHECK(Names(tree, "") == "a-b a/ empty/ top ");
  CHECK(Names(tree, "a") == "link x y/ ");
  CHECK(Names(tree, "empty") == "");
  CHECK(Names(tree, "a/y") == "permission denied");
  CHECK(Names(tree, "top") == "not a directory");
  CHECK(Names(tree, "none") == "vanished");
  CHECK(tree.ReadLink("a/link") == "../top");
  std::string bytes = "old";
  REQUIRE(tree.Read("top", 2, bytes));
  CHECK(bytes == "fou");
  CHECK_FALSE(tree.Read("a/link", 2, bytes));
  CHECK(bytes.empty());
}

}  // namespace
}  // namespace gonogo
