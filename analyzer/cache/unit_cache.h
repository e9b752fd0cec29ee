// UnitCache: lowered units of earlier runs, in a folder of the user, never in the tree. An entry is
// found by the worker, the set-up and the command, and holds only while every file that was read
// has the same bytes and no file stands where an include looked in vain. It may be deleted, shared
// or cut short at any time: what cannot be used is a miss.
//
// No entry holds a text of the sources: string literals are left out and read again from where they
// stand. A unit in which that does not give the same text is not kept.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {

inline constexpr std::uint64_t kMostCacheBytes = std::uint64_t{512} << 20;

class UnitCache {
 public:
  /// `identity` is of the worker and its set-up; `root` is the tree's, which is the same as `tree`.
  UnitCache(const FileSystem& tree, std::string root, std::string folder, std::string identity);
  /// Removes the oldest entries where there are too many bytes of them.
  ~UnitCache();

  /// Both may be called from many threads.
  std::optional<ParseAnswer> Get(const ParseRequest& request);
  void Put(const ParseRequest& request, const ParseAnswer& answer);

  void set_most_bytes(std::uint64_t most) { most_bytes_ = most; }

 private:
  class Texts;

  std::string PathFor(const ParseRequest& request) const;
  std::string Plain(std::string_view text) const;
  bool Read(const std::string& path, std::string& bytes) const;
  std::string HashOf(const std::string& path);
  bool Exists(const std::string& path);
  std::vector<std::string> AbsentOf(const ParseRequest& request, const CxxUnit& unit);
  bool Holds(std::span<const std::pair<std::string, std::string>> files,
             std::span<const std::string> absent);

  const FileSystem& tree_;
  std::string root_;
  std::string folder_;
  std::string identity_;
  std::uint64_t most_bytes_ = kMostCacheBytes;
  std::mutex mutex_;
  std::map<std::string, std::string> hashes_;  // by path; empty: not there
  std::map<std::string, bool> exists_;
  bool wrote_ = false;
};

/// Takes away the texts of literals that stand in no file: a run must not depend on whether a cache
/// was there.
void DropUnspelledTexts(CxxUnit& unit);

/// $XDG_CACHE_HOME/gonogo, else ~/.cache/gonogo; empty where neither is known, or it lies in the
/// tree.
std::string DefaultCacheFolder(const std::string& root);

}  // namespace gonogo
