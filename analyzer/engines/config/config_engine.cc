#include "analyzer/engines/config/config_engine.h"

#include <mutex>
#include <vector>

#include "analyzer/engines/config/carried_files.h"
#include "analyzer/engines/config/compose_merge.h"
#include "analyzer/engines/config/config_file.h"
#include "analyzer/engines/config/file_scan.h"
#include "analyzer/engines/config/regex_store.h"
#include "analyzer/engines/config/retired.h"
#include "analyzer/engines/config/rule_index.h"

namespace gonogo {
namespace {

class ConfigEngine final : public Engine {
 public:
  explicit ConfigEngine(std::span<const Rule* const> rules) : rules_(rules.begin(), rules.end()) {}

  void ScanFile(const EngineInput& input, unsigned, EngineOutput& output) const override {
    // What a program wrote for itself is nobody's configuration.
    if (input.file.role == FileRole::kLockFile || input.file.role == FileRole::kMinified) return;
    const auto wanted = [&](ConfigShape shape) { return Index().Wants(shape); };
    const std::optional<ConfigFile> file = ReadConfigFile(input.file, input.text, wanted);
    if (!file) return;
    SourceFile source = input.file;
    if (source.role == FileRole::kProduct && IsRetired(source.path))
      source.role = FileRole::kExample;
    const EngineInput scanned{source, input.text, input.tree};
    std::string joined;
    const std::optional<ConfigFile> merged = ReadComposeMerged(scanned, *file, joined);
    FileScan(scanned, merged ? *merged : *file, Index(), regexes_, output).Run();
    ScanCarried(scanned, *file, wanted, output);
  }

 private:
  void ScanCarried(const EngineInput& input, const ConfigFile& file, const ShapeFilter& wanted,
                   EngineOutput& output) const {
    const CarriedFiles carried = CarriedFilesIn(input.file, input.text, file, wanted);
    for (const CarriedFile& one : carried.files)
      FileScan({one.source, input.text, input.tree}, one.file, Index(), regexes_, output).Run();
    if (carried.complete) return;
    output.notices.push_back({"config-too-large", Coverage::kPartlyRead, input.file.path, 0,
                              "it carries more files than are read out of one"});
  }

  const RuleIndex& Index() const {
    std::call_once(once_, [&] { index_ = std::make_unique<RuleIndex>(rules_); });
    return *index_;
  }

  std::vector<const Rule*> rules_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RuleIndex> index_;
  RegexStore regexes_;
};

}  // namespace

std::unique_ptr<Engine> MakeConfigEngine(std::span<const Rule* const> rules) {
  return std::make_unique<ConfigEngine>(rules);
}

}  // namespace gonogo
