#include "analyzer/engines/cxx/unit_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/parallel_for.h"
#include "analyzer/base/quote.h"
#include "analyzer/worker/worker_program.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLargestText = 64U << 20;
/// Of fewer calls a share says nothing.
constexpr std::uint32_t kFewCalls = 20;
constexpr double kLowShare = 0.6;
constexpr std::size_t kMostDroppedTold = 20;

/// Most of what is dropped concerns the making of code and harms nobody.
bool IsTold(std::string_view option) {
  constexpr std::array<std::string_view, 11> kTold = {
      "-fplugin", "-fpass-plugin", "-load",        "-Xclang",  "-mllvm", "-wrapper",
      "--config", "-specs",        "-ivfsoverlay", "-fmodule", "@"};
  return std::ranges::any_of(kTold,
                             [&](std::string_view told) { return option.starts_with(told); });
}

std::string Why(const UnitResult& result) {
  switch (result.fate) {
    case UnitFate::kCrashed:
      return fmt::format("Clang crashed on it ({})", result.detail);
    case UnitFate::kTimedOut:
      return fmt::format("Clang took too long over it ({})", result.detail);
    case UnitFate::kOutOfMemory:
      return fmt::format("Clang got no more memory for it ({})", result.detail);
    case UnitFate::kGarbled:
      return "the Clang worker gave no answer that can be read";
    case UnitFate::kFailed:
      return result.answer.failure->message;
    case UnitFate::kNoWorker:
      return fmt::format("the Clang worker does not start ({})", result.detail);
    case UnitFate::kParsed:
      break;
  }
  return "";
}

}  // namespace

UnitStore::UnitStore(const FileSystem& tree, const CxxOptions& options,
                     std::span<const CodeNote> notes, const SetupRequest& setup)
    : tree_(tree), options_(options), notes_(notes), setup_(setup), pool_(options.pool) {}

/// Where the worker is, and the cache whose keys name it.
bool UnitStore::StartPool() {
  if (std::exchange(looked_for_worker_, true)) return pool_ != nullptr || !worker_.empty();
  if (pool_ == nullptr && options_.find_worker) worker_ = options_.find_worker();
  if (worker_.empty()) return pool_ != nullptr;
  if (!options_.cache_dir.empty()) {
    cache_ = std::make_unique<UnitCache>(tree_, options_.root, options_.cache_dir,
                                         WorkerIdentity(worker_) + Encode(Request(setup_)));
  }
  return true;
}

ParseRequest UnitStore::RequestFor(std::size_t file, const UnitFlags& flags) const {
  ParseRequest request;
  request.directory = flags.directory;
  request.file = options_.root + "/" + notes_[file].path;
  request.arguments = flags.arguments;
  request.root = options_.root;
  request.trusted = flags.trusted;
  request.assume_have = flags.assume_have;
  request.foreign = flags.foreign;
  request.in_memory = options_.in_memory;
  if (!options_.in_memory) return request;
  for (const CodeNote& note : notes_) {
    std::string text;
    if (tree_.Read(note.path, kLargestText, text)) request.overlay[note.path] = std::move(text);
  }
  return request;
}

/// Those at `places` by workers, in parallel; each is put into the cache as soon as it is there.
void UnitStore::Parse(std::vector<ParseRequest>& requests, std::span<const std::size_t> places,
                      std::vector<UnitResult>& results) {
  if (pool_ == nullptr) {
    WorkerOptions options;
    options.command = {worker_};
    options.processes = options_.threads;
    options.time_limit = options_.time_limit;
    pool_ = std::make_shared<WorkerPool>(setup_, options);
  }
  std::vector<ParseRequest> wanted;
  for (const std::size_t place : places) wanted.push_back(requests[place]);
  pool_->Parse(wanted, [&](std::size_t index, UnitResult&& result) {
    DropUnspelledTexts(result.answer.unit);
    std::erase_if(result.answer.dropped, [](const std::string& o) { return !IsTold(o); });
    if (cache_ != nullptr && result.fate == UnitFate::kParsed)
      cache_->Put(wanted[index], result.answer);
    results[places[index]] = std::move(result);
  });
}

bool UnitStore::Add(std::span<const std::size_t> files, const FlagChooser& flags) {
  if (!StartPool()) {
    missing_worker_ += files.size();
    return false;
  }
  std::vector<ParseRequest> requests;
  for (const std::size_t file : files) {
    requests.push_back(RequestFor(file, flags.For(file)));
    requests.back().id = requests.size();
  }
  preludes_.Fill(files, flags, requests);
  std::vector<UnitResult> results(files.size());
  std::vector<char> hits(files.size());
  if (cache_ != nullptr) {
    ParallelFor(files.size(), options_.threads, [&](std::size_t index, unsigned) {
      auto answer = cache_->Get(requests[index]);
      if (!answer) return;
      results[index].fate = UnitFate::kParsed;
      results[index].answer = std::move(*answer);
      hits[index] = 1;
    });
  }
  std::vector<std::size_t> places;
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (hits[index] == 0) places.push_back(index);
  }
  cached_ += files.size() - places.size();
  if (!places.empty()) Parse(requests, places, results);
  for (std::size_t index = 0; index < files.size(); ++index)
    Take(notes_[files[index]], std::move(results[index]));
  return true;
}

void UnitStore::Take(const CodeNote& note, UnitResult&& result) {
  TellFate(note, result);
  if (result.fate != UnitFate::kParsed) return;
  ++parsed_;
  for (const std::string& option : result.answer.dropped) ++dropped_[option];
  units_.push_back(std::make_unique<CxxUnit>(std::move(result.answer.unit)));
  TellUnderstanding(*units_.back());
}

void UnitStore::TellFate(const CodeNote& note, const UnitResult& result) {
  if (result.fate != UnitFate::kParsed) {
    notices_.push_back(
        {"unit-not-parsed", Coverage::kPartlyRead, note.path, 0,
         fmt::format("not parsed, so rules for C and C++ do not see it: {}", Why(result))});
  } else if (result.lost_workers > 0) {
    notices_.push_back(
        {"unit-parsed-again", Coverage::kInformation, note.path, 0,
         fmt::format("parsed again, since {} died over it",
                     result.lost_workers == 1 ? "a worker"
                                              : fmt::format("{} workers", result.lost_workers))});
  }
}

void UnitStore::TellUnderstanding(const CxxUnit& unit) {
  const CxxUnderstanding& got = unit.understanding;
  const std::uint64_t all = std::uint64_t{got.calls} + got.lost_calls;
  calls_ += got.calls;
  lost_calls_ += got.lost_calls;
  if (all < kFewCalls || got.calls >= kLowShare * static_cast<double>(all)) return;
  const std::string first =
      got.first_error.empty() ? "" : fmt::format("; the first error: {}", got.first_error);
  notices_.push_back(
      {"unit-partly-understood", Coverage::kPartlyRead, unit.path, got.first_error_place.line,
       fmt::format("{} of its {} calls were understood, {} includes were not found{}; a compile "
                   "database (--compile-db) helps",
                   got.calls, all, got.missing_includes, first)});
}

std::vector<Notice> UnitStore::TakeNotices() {
  if (missing_worker_ > 0) {
    notices_.push_back(
        {"no-cxx-worker", Coverage::kNotRead, "", 0,
         fmt::format("{} C and C++ {} not parsed, since gonogo-cxx is missing; "
                     "put it beside gonogo, or name it in GONOGO_CXX",
                     missing_worker_, missing_worker_ == 1 ? "file was" : "files were")});
  }
  const auto answer = pool_ == nullptr ? std::nullopt : pool_->setup_answer();
  if (answer) {
    for (const MatcherError& error : answer->errors) {
      const std::string which = error.matcher < setup_.matchers.size()
                                    ? setup_.matchers[error.matcher].substr(0, 80)
                                    : "?";
      notices_.push_back(
          {"bad-matcher", Coverage::kInformation, "", 0,
           fmt::format("the matcher {} does not compile: {}", Quote(which), error.message)});
    }
  }
  std::size_t told = 0;
  for (const auto& [option, count] : dropped_) {
    if (++told > kMostDroppedTold) break;
    notices_.push_back({"option-not-followed", Coverage::kInformation, "", 0,
                        fmt::format("{} is asked for by the commands of {} C and C++ {} and is "
                                    "not followed",
                                    Quote(option), count, count == 1 ? "file" : "files")});
  }
  if (parsed_ > 0) {
    notices_.push_back(
        {"cxx-parsed", Coverage::kInformation, "", 0,
         fmt::format("{} C and C++ {} parsed, {} of {} calls understood", parsed_,
                     parsed_ == 1 ? "unit was" : "units were", calls_, calls_ + lost_calls_)});
  }
  return std::exchange(notices_, {});
}

}  // namespace gonogo
