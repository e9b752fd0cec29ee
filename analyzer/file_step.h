// FileStep: everything that happens to one file, from its bytes to its findings: read, decode,
// classify, engines, merge, suppressions, fingerprints. Const and without state between files; what
// threads need for themselves hangs on the worker's number.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/engines/engine.h"
#include "analyzer/model/fact.h"
#include "analyzer/model/finding.h"
#include "analyzer/model/notice.h"
#include "analyzer/pipeline.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

enum class FileOutcome : std::uint8_t { kRead, kPartlyRead, kNotRead, kBinary };

struct FileResult {
  FileOutcome outcome = FileOutcome::kRead;
  FileKind kind = FileKind::kUnknown;
  std::uint64_t bytes = 0;  // read
  std::vector<Finding> findings;
  std::vector<RejectedCandidate> rejected;
  std::vector<Notice> notices;
  std::vector<Fact> facts;  // by place
  /// What the engines said of a file that states facts: rules that ask over many files may add to
  /// it.
  std::shared_ptr<const EngineOutput> said;
  std::size_t text_hash = 0;  // of the text that they said it of
};

class FileStep {
 public:
  FileStep(const FileSystem& tree, const RuleBook& book, std::span<const Rule* const> enabled,
           std::span<const std::unique_ptr<Engine>> engines, const PipelineSettings& settings);
  ~FileStep();

  /// `noting` are engines that see more than one file.
  FileResult Scan(const std::string& path, unsigned worker,
                  std::span<ProgramEngine* const> noting = {}) const;
  /// The same once more, with `more`, which such engines found in the file.
  FileResult ScanAgain(const FileResult& before, const std::string& path, unsigned worker,
                       std::span<const Match> more) const;

 private:
  struct Buffers;  // of one worker: reused from file to file

  FileResult Scan(const FileResult& before, const std::string& path, unsigned worker,
                  std::span<ProgramEngine* const> noting, std::span<const Match> more) const;
  void Merge(const EngineInput& input, EngineOutput&& output, std::span<const Match> more,
             FileResult& result) const;
  void BuildResult(const EngineInput& input, EngineOutput&& output, FileResult& result) const;

  const FileSystem& tree_;
  const RuleBook& book_;
  std::span<const Rule* const> enabled_;
  std::span<const std::unique_ptr<Engine>> engines_;
  const PipelineSettings& settings_;
  std::unordered_map<const Rule*, Severity>
      severities_;  // of enabled rules whose severity is configured
  std::unique_ptr<Buffers[]> buffers_;
};

}  // namespace gonogo
