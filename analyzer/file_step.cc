#include "analyzer/file_step.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "analyzer/base/text_position.h"
#include "analyzer/classify/classifier.h"
#include "analyzer/filter/fingerprint.h"
#include "analyzer/filter/suppressions.h"
#include "analyzer/merge/finding_builder.h"
#include "analyzer/merge/message.h"

namespace gonogo {
namespace {

// A buffer that one huge file has grown is given back: memory stays bounded by the number of
// threads, not by the largest file that each of them has met.
constexpr std::size_t kKeptCapacity = 1 << 20;

void Shrink(std::string& buffer) {
  if (buffer.capacity() > kKeptCapacity) std::string().swap(buffer);
}

Notice TooLarge(const std::string& path, std::uint64_t limit) {
  return {"too-large", Coverage::kNotRead, path, 0,
          fmt::format("larger than the limit of {} bytes; raise it with --max-file-size", limit)};
}

FileOutcome WorstOf(FileOutcome outcome, const std::vector<Notice>& notices) {
  for (const Notice& notice : notices) {
    if (notice.coverage == Coverage::kNotRead) return FileOutcome::kNotRead;
    if (notice.coverage == Coverage::kPartlyRead) outcome = FileOutcome::kPartlyRead;
  }
  return outcome;
}

/// Tells whether a file was written to while its tree was scanned.
std::size_t HashOfText(std::string_view text) { return std::hash<std::string_view>()(text); }

bool StatesFact(const Match& match) { return !match.rule->fact.empty(); }

bool Fits(std::string_view text, const Match& match) {
  const auto fits = [&](const ByteRange& range) {
    return range.begin <= range.end && range.end <= text.size();
  };
  return fits(match.range) && std::ranges::all_of(match.secrets, fits);
}

}  // namespace

struct FileStep::Buffers {
  std::string text;
  std::string spare;
};

FileStep::FileStep(const FileSystem& tree, const RuleBook& book,
                   std::span<const Rule* const> enabled,
                   std::span<const std::unique_ptr<Engine>> engines,
                   const PipelineSettings& settings)
    : tree_(tree),
      book_(book),
      enabled_(enabled),
      engines_(engines),
      settings_(settings),
      buffers_(std::make_unique<Buffers[]>(std::max(1U, settings.threads))) {
  for (const RuleSeverity& row : settings.severities) severities_[row.rule] = row.severity;
}

FileStep::~FileStep() = default;

FileResult FileStep::Scan(const std::string& path, unsigned worker,
                          std::span<ProgramEngine* const> noting) const {
  return Scan({}, path, worker, noting, {});
}

FileResult FileStep::ScanAgain(const FileResult& before, const std::string& path, unsigned worker,
                               std::span<const Match> more) const {
  return Scan(before, path, worker, {}, more);
}

FileResult FileStep::Scan(const FileResult& before, const std::string& path, unsigned worker,
                          std::span<ProgramEngine* const> noting,
                          std::span<const Match> more) const {
  FileResult result;
  Buffers& buffers = buffers_[worker];
  const auto read = tree_.Read(path, settings_.max_file_size, buffers.text);
  if (!read) {
    result.outcome = FileOutcome::kNotRead;
    result.notices.push_back({"unreadable", Coverage::kNotRead, path, 0, read.error().reason});
    return result;
  }
  if (buffers.text.size() > settings_.max_file_size) {
    result.outcome = FileOutcome::kNotRead;
    result.notices.push_back(TooLarge(path, settings_.max_file_size));
    Shrink(buffers.text);
    return result;
  }
  result.bytes = buffers.text.size();
  if (DecodeText(buffers.text, buffers.spare)) {
    const SourceFile file = Classify(path, buffers.text);
    result.kind = file.kind;
    const EngineInput input{file, buffers.text, &tree_};
    EngineOutput output;
    if (before.said && before.bytes == result.bytes &&
        before.text_hash == HashOfText(buffers.text)) {
      result.said = before.said;
      result.text_hash = before.text_hash;
      output = *before.said;
    } else {
      output.explain = settings_.explain_rejected;
      for (const std::unique_ptr<Engine>& engine : engines_)
        engine->ScanFile(input, worker, output);
      for (ProgramEngine* engine : noting) engine->Note(input, output.word_offsets, worker);
      if (std::ranges::any_of(output.matches, StatesFact)) {
        result.said = std::make_shared<const EngineOutput>(output);
        result.text_hash = HashOfText(buffers.text);
      }
    }
    Merge(input, std::move(output), more, result);
  } else {
    result.outcome = FileOutcome::kBinary;
  }
  Shrink(buffers.text);
  Shrink(buffers.spare);
  return result;
}

void FileStep::Merge(const EngineInput& input, EngineOutput&& output, std::span<const Match> more,
                     FileResult& result) const {
  for (const Match& match : more) {
    // The file may have become shorter since the match was found.
    if (Fits(input.text, match)) output.matches.push_back(match);
  }
  // Before the merge, so that a rule that is switched off, or replaced, silences no other.
  std::erase_if(output.matches, [&](const Match& match) {
    const auto at = std::ranges::lower_bound(enabled_, match.rule->id, {}, &Rule::id);
    return at == enabled_.end() || *at != match.rule;
  });
  result.notices = std::move(output.notices);
  result.outcome = WorstOf(result.outcome, result.notices);
  if (!output.matches.empty() || !output.rejections.empty() ||
      !output.suppression_offsets.empty() || !output.object_suppressions.empty()) {
    BuildResult(input, std::move(output), result);
  }
}

void FileStep::BuildResult(const EngineInput& input, EngineOutput&& output,
                           FileResult& result) const {
  const LineIndex lines(input.text);
  const std::vector<std::uint64_t> offsets = std::move(output.suppression_offsets);
  const std::vector<ObjectSuppression> objects = std::move(output.object_suppressions);
  FileFindings found = BuildFindings(input, lines, std::move(output));
  ApplySuppressions(input, lines, offsets, {&book_, enabled_, settings_.today, objects}, found);
  for (Finding& finding : found.findings) {
    const auto configured = severities_.find(finding.rule);
    if (configured != severities_.end())
      finding.severity = SeverityIn(finding.role, configured->second);
  }
  AddFingerprints(input.text, lines, found);
  result.findings = std::move(found.findings);
  result.rejected = std::move(found.rejected);
  result.facts = std::move(found.facts);
}

}  // namespace gonogo
