#include "analyzer/engines/cxx/compile_db.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "analyzer/base/quote.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/command_line.h"
#include "analyzer/engines/cxx/include_index.h"

namespace gonogo {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kDbName = "compile_commands.json";
constexpr std::uint64_t kLargestDb = 256U << 20;
constexpr std::size_t kMostFolders = 2000;  // that are looked into

std::string Text(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

std::vector<std::string> ArgumentsOf(const Json& object) {
  const auto at = object.find("arguments");
  if (at == object.end() || !at->is_array()) return SplitCommand(Text(object, "command"));
  std::vector<std::string> arguments;
  for (const Json& argument : *at) {
    if (argument.is_string()) arguments.push_back(argument.get<std::string>());
  }
  return arguments;
}

bool IsBuildFolder(std::string_view name) {
  constexpr std::array<std::string_view, 3> kNames = {"out", "builddir", "_build"};
  return name.starts_with("build") || name.starts_with("cmake-build-") ||
         std::ranges::find(kNames, name) != kNames.end();
}

std::string Join(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  return name.empty() ? std::string(folder) : fmt::format("{}/{}", folder, name);
}

/// A database of the tree, with what its paths are relative to.
struct FoundDb {
  std::string path;  // relative to the root
  std::int64_t modified = 0;
};

class Finder {
 public:
  explicit Finder(const FileSystem& tree) : tree_(tree) {}

  /// Newest first.
  std::vector<FoundDb> Find() {
    AddFolder("");
    for (const std::string& folder : FoldersIn("")) {
      if (folder.starts_with('.')) continue;
      AddFolder(folder);
    }
    std::ranges::sort(found_, [](const FoundDb& a, const FoundDb& b) {
      return a.modified != b.modified ? a.modified > b.modified : a.path < b.path;
    });
    return std::move(found_);
  }

 private:
  std::vector<std::string> FoldersIn(const std::string& folder) {
    std::vector<std::string> names;
    if (++looked_ > kMostFolders) return names;
    const auto entries = tree_.List(folder);
    if (!entries) return names;
    for (const DirectoryEntry& entry : *entries) {
      if (entry.type == EntryType::kDirectory) names.push_back(entry.name);
    }
    std::ranges::sort(names);
    return names;
  }

  /// The folder itself, its build folders, and one level below these.
  void AddFolder(const std::string& folder) {
    AddDb(folder);
    for (const std::string& name : FoldersIn(folder)) {
      if (!IsBuildFolder(name)) continue;
      const std::string build = Join(folder, name);
      AddDb(build);
      for (const std::string& below : FoldersIn(build)) AddDb(Join(build, below));
    }
  }

  void AddDb(const std::string& folder) {
    std::string path = Join(folder, kDbName);
    auto status = tree_.Status(path);
    // A link in the root to the one in the build folder is what many people have.
    if (status && status->type == EntryType::kSymlink) {
      const auto link = tree_.ReadLink(path);
      if (!link || link->starts_with('/')) return;
      path = NormalPath(Join(folder, *link));
      status = path.empty() ? tree_.Status("-") : tree_.Status(path);
    }
    if (!status || status->type != EntryType::kRegular) return;
    if (seen_.insert(path).second) found_.push_back({path, status->modified});
  }

  const FileSystem& tree_;
  std::size_t looked_ = 0;
  std::set<std::string> seen_;
  std::vector<FoundDb> found_;
};

/// How the paths of a database become paths of the tree.
struct Moved {
  std::string from;  // prefix of the database, with a slash at its end; empty: none
  std::string to;
};

std::string Replaced(const Moved& moved, std::string text) {
  if (moved.from.empty()) return text;
  for (std::size_t at = text.find(moved.from); at != std::string::npos;
       at = text.find(moved.from, at + moved.to.size())) {
    text.replace(at, moved.from.size(), moved.to);
  }
  return text;
}

std::string AbsoluteFile(const DbEntry& entry) {
  const std::string joined = Join(entry.directory, entry.file);
  return joined.starts_with('/') ? "/" + NormalPath(joined) : "";
}

/// Where the root was when the database was written: what precedes the longest end of a path that
/// is a path of the tree, by the vote of all entries.
Moved MovedFrom(std::span<const DbEntry> entries, const DbOptions& options) {
  const std::string root = options.root + "/";
  std::map<std::string, std::size_t> votes;
  for (const DbEntry& entry : entries) {
    const std::string file = AbsoluteFile(entry);
    if (file.empty() || file.starts_with(root)) continue;
    for (std::size_t slash = file.find('/'); slash != std::string::npos;
         slash = file.find('/', slash + 1)) {
      const std::string rest = file.substr(slash + 1);
      // One name alone is no proof.
      if (rest.find('/') == std::string::npos && entries.size() > 1) break;
      if (!std::ranges::binary_search(options.sources, rest)) continue;
      ++votes[file.substr(0, slash + 1)];
      break;
    }
  }
  const auto most = std::ranges::max_element(
      votes, [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() || most->first == "/" ? Moved{} : Moved{most->first, root};
}

class Reader {
 public:
  Reader(const FileSystem& tree, const DbOptions& options) : tree_(tree), options_(options) {}

  void Add(const std::string& name, std::string_view json, bool trusted) {
    bool malformed = false;
    std::vector<DbEntry> entries = ParseCompileDb(json, malformed);
    if (malformed) return Note("bad-compile-db", name, "is no compile database, so it is not used");
    const Moved moved = MovedFrom(entries, options_);
    std::size_t missing = 0;
    for (DbEntry& entry : entries) {
      entry.directory = Replaced(moved, std::move(entry.directory));
      entry.file = Replaced(moved, std::move(entry.file));
      for (std::string& argument : entry.arguments) argument = Replaced(moved, std::move(argument));
      if (!AddEntry(entry, name, trusted)) ++missing;
    }
    if (missing == 0) return;
    Note("stale-compile-db", name,
         fmt::format("is stale: {} of its {} files are not there; make it anew for exact flags",
                     missing, entries.size()));
  }

  CompileDbs Take() && { return std::move(result_); }

  void Note(const char* id, const std::string& path, const std::string& what) {
    result_.notices.push_back({id, Coverage::kInformation, path, 0, Quote(path) + " " + what});
  }

 private:
  /// False where the file does not exist. A file outside of the tree is none of ours.
  bool AddEntry(DbEntry& entry, const std::string& name, bool trusted) {
    const std::string file = AbsoluteFile(entry);
    const std::string root = options_.root + "/";
    if (!file.starts_with(root)) return true;
    const std::string path = file.substr(root.size());
    if (!std::ranges::binary_search(options_.sources, path)) {
      return tree_.Status(path).has_value();  // excluded, or not one of the targets
    }
    std::string output =
        entry.output.empty() ? OptionValue(entry.arguments, "-o") : std::move(entry.output);
    result_.commands.try_emplace(
        path, CompileCommand{std::move(entry.directory), std::move(entry.arguments),
                             std::move(entry.file), std::move(output), name, trusted});
    return true;
  }

  const FileSystem& tree_;
  const DbOptions& options_;
  CompileDbs result_;
};

/// The user's own file, which may lie anywhere.
void AddNamed(const DbOptions& options, Reader& reader) {
  std::string path = options.named;
  std::ifstream file(path, std::ios::binary);
  if (!file || !path.ends_with(".json")) {
    path += "/" + std::string(kDbName);
    file = std::ifstream(path, std::ios::binary);
  }
  if (!file) {
    reader.Note("bad-compile-db", options.named, "cannot be read; name the file or its folder");
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  reader.Add(path, text, true);
}

}  // namespace

std::vector<DbEntry> ParseCompileDb(std::string_view json, bool& malformed) {
  std::vector<DbEntry> entries;
  const Json parsed = Json::parse(json, nullptr, false);
  malformed = !parsed.is_array();
  if (malformed) return entries;
  for (const Json& object : parsed) {
    if (!object.is_object()) continue;
    DbEntry entry{Text(object, "directory"), Text(object, "file"), ArgumentsOf(object),
                  Text(object, "output")};
    if (!entry.file.empty() && !entry.arguments.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

CompileDbs ReadCompileDbs(const FileSystem& tree, const DbOptions& options) {
  Reader reader(tree, options);
  if (!options.named.empty()) AddNamed(options, reader);
  for (const FoundDb& found : Finder(tree).Find()) {
    std::string text;
    const auto read = tree.Read(found.path, kLargestDb, text);
    if (!read) {
      reader.Note("bad-compile-db", found.path, read.error().reason);
    } else if (text.size() > kLargestDb) {
      reader.Note("bad-compile-db", found.path, "is too large, so it is not used");
    } else {
      reader.Add(found.path, text, false);
    }
  }
  return std::move(reader).Take();
}

}  // namespace gonogo
