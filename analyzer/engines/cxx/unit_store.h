// UnitStore: the lowered units of a run, from the cache or from workers, and what there is to say
// of those that could not be had. What it holds depends neither on the number of workers nor on
// what the cache held before.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analyzer/cache/unit_cache.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/cxx_engine.h"
#include "analyzer/engines/cxx/flags.h"
#include "analyzer/engines/cxx/prelude_choice.h"
#include "analyzer/model/notice.h"
#include "analyzer/worker/client.h"

namespace gonogo {

class UnitStore {
 public:
  /// All live on.
  UnitStore(const FileSystem& tree, const CxxOptions& options, std::span<const CodeNote> notes,
            const SetupRequest& setup);

  /// Adds the units of these files. False where there is no worker.
  bool Add(std::span<const std::size_t> files, const FlagChooser& flags);

  /// In the order in which they were added; those that could not be parsed are missing.
  std::span<const std::unique_ptr<CxxUnit>> units() const { return units_; }

  /// Of all that was added, sums and matcher errors too.
  std::vector<Notice> TakeNotices();

 private:
  ParseRequest RequestFor(std::size_t file, const UnitFlags& flags) const;
  bool StartPool();
  void Parse(std::vector<ParseRequest>& requests, std::span<const std::size_t> places,
             std::vector<UnitResult>& results);
  void Take(const CodeNote& note, UnitResult&& result);
  void TellFate(const CodeNote& note, const UnitResult& result);
  void TellUnderstanding(const CxxUnit& unit);

  const FileSystem& tree_;
  const CxxOptions& options_;
  std::span<const CodeNote> notes_;
  const SetupRequest& setup_;
  std::string worker_;
  bool looked_for_worker_ = false;
  std::shared_ptr<WorkerPool> pool_;
  std::unique_ptr<UnitCache> cache_;
  PreludeChoice preludes_;
  std::vector<std::unique_ptr<CxxUnit>> units_;
  std::vector<Notice> notices_;
  std::map<std::string, std::size_t> dropped_;  // options, with the number of units
  std::uint64_t calls_ = 0;
  std::uint64_t lost_calls_ = 0;
  std::size_t missing_worker_ = 0;
  std::size_t parsed_ = 0;
  std::size_t cached_ = 0;
};

}  // namespace gonogo
