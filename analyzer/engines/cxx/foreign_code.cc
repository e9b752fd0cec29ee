#include "analyzer/engines/cxx/foreign_code.h"

#include <map>
#include <set>
#include <string_view>

namespace gonogo {
namespace {

/// Of each folder, whether all files below it are foreign.
using Folders = std::map<std::string_view, bool>;

void AddTo(Folders& folders, std::string_view path, bool is_foreign) {
  for (std::size_t at = path.rfind('/'); at != std::string_view::npos && at > 0;
       at = path.rfind('/', at - 1)) {
    const auto folder = folders.try_emplace(path.substr(0, at + 1), true).first;
    folder->second = folder->second && is_foreign;
  }
}

std::string_view LargestFolderOf(const Folders& folders, std::string_view path) {
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
    const auto folder = folders.find(path.substr(0, at + 1));
    if (folder != folders.end() && folder->second) return folder->first;
  }
  return path;
}

}  // namespace

ForeignCode::ForeignCode(std::span<const CodeNote> notes, const Triage& triage)
    : notes_(notes), triage_(triage) {}

std::vector<std::string> ForeignCode::Find() const {
  std::vector<std::string> where(notes_.size());
  std::vector<bool> is_foreign(notes_.size());
  Folders folders;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    is_foreign[i] = triage_.IsForeign(i);
    AddTo(folders, notes_[i].path, is_foreign[i]);
  }
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    if (is_foreign[i]) where[i] = LargestFolderOf(folders, notes_[i].path);
  }
  return where;
}

std::vector<std::string> ForeignCode::ReadBy(std::size_t index) const {
  if (!where_) where_ = Find();
  std::set<std::string_view> read;
  for (const std::size_t file : triage_.Closure(index)) {
    if (!(*where_)[file].empty()) read.insert((*where_)[file]);
  }
  return {read.begin(), read.end()};
}

}  // namespace gonogo
