#include <utility>

#include "analyzer/base/file_system.h"

namespace gonogo {
namespace {

std::unexpected<FileError> Missing() { return std::unexpected(FileError{"vanished", true}); }

}  // namespace

MemoryTree::MemoryTree(std::map<std::string, std::string> files) {
  for (auto& [path, bytes] : files) Add(path, EntryType::kRegular, std::move(bytes));
}

void MemoryTree::Add(std::string path, EntryType type, std::string text) {
  entries_.insert_or_assign(std::move(path), Entry{type, std::move(text)});
}

void MemoryTree::Deny(const std::string& path) { denied_[path] = true; }

std::expected<FileStatus, FileError> MemoryTree::Status(const std::string& path) const {
  if (const auto entry = entries_.find(path); entry != entries_.end()) {
    return FileStatus{entry->second.type, entry->second.text.size()};
  }
  const auto below = entries_.lower_bound(path + "/");
  const bool implied = below != entries_.end() && below->first.starts_with(path + "/");
  if (path.empty() || implied) return FileStatus{EntryType::kDirectory, 0};
  return Missing();
}

std::expected<std::vector<DirectoryEntry>, FileError> MemoryTree::List(
    const std::string& path) const {
  const auto status = Status(path);
  if (!status) return std::unexpected(status.error());
  if (status->type != EntryType::kDirectory) return std::unexpected(FileError{"not a directory"});
  if (denied_.contains(path)) return std::unexpected(FileError{"permission denied"});
  const std::string prefix = path.empty() ? "" : path + "/";
  std::vector<DirectoryEntry> entries;
  for (auto at = entries_.lower_bound(prefix); at != entries_.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    const std::string name =
        at->first.substr(prefix.size(), at->first.find('/', prefix.size()) - prefix.size());
    if (name.empty() || (!entries.empty() && entries.back().name == name)) continue;
    entries.push_back({name, Status(prefix + name)->type});
  }
  return entries;
}

std::expected<void, FileError> MemoryTree::Read(const std::string& path, std::uint64_t limit,
                                                std::string& into) const {
  into.clear();
  const auto entry = entries_.find(path);
  if (entry == entries_.end()) return Missing();
  if (denied_.contains(path)) return std::unexpected(FileError{"permission denied"});
  if (entry->second.type != EntryType::kRegular)
    return std::unexpected(FileError{"not a regular file"});
  into.assign(entry->second.text, 0, limit + 1);
  return {};
}

std::expected<std::string, FileError> MemoryTree::ReadLink(const std::string& path) const {
  const auto entry = entries_.find(path);
  if (entry == entries_.end()) return Missing();
  if (entry->second.type != EntryType::kSymlink)
    return std::unexpected(FileError{"not a symbolic link"});
  return entry->second.text;
}

}  // namespace gonogo
