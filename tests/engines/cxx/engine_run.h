// EngineRun: the C/C++ engine over a small tree in memory.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/code_literals.h"
#include "analyzer/engines/cxx/cxx_engine.h"
#include "analyzer/engines/text/text_engine.h"
#include "code_rules.h"

namespace gonogo {

using CodeFiles = std::map<std::string, std::string>;

inline CxxOptions InMemory() {
  CxxOptions options;
  options.root = "/gonogo-test";
  options.in_memory = true;
  return options;
}

/// One run over a tree; what it found is valid as long as it lives.
class EngineRun {
 public:
  EngineRun(const CodeFiles& files, const CxxOptions& options) : files_(files), tree_(files) {
    engine_ = MakeCxxEngine(rules_.all, tree_, options);
    const auto words =
        MakeTextEngine({}, {}, 1, [&] { return CodeLiteralsOf(rules_.all); }).value();
    for (const auto& [path, text] : files_) {
      const FileRole role =
          path.starts_with("third_party/") ? FileRole::kVendored : FileRole::kProduct;
      const FileKind kind = path.ends_with(".txt")  ? FileKind::kCMake
                            : path.ends_with(".py") ? FileKind::kPython
                            : path.ends_with(".c")  ? FileKind::kC
                                                    : FileKind::kCpp;
      const SourceFile file{path, kind, role};
      EngineOutput output;
      words->ScanFile({file, text}, 0, output);
      engine_->Note({file, text}, output.word_offsets, 0);
    }
    output_ = engine_->Finish();
  }

  /// "path:line rule grade" of each match.
  std::set<std::string> Found() const {
    std::set<std::string> found;
    for (const auto& [path, matches] : output_.matches) {
      for (const Match& match : matches) {
        const auto line = LineIndex(files_.at(path)).At(match.range.begin).line;
        found.insert(path + ":" + std::to_string(line) + " " + std::string(match.rule->id) + " " +
                     std::string(match.grade->name));
      }
    }
    return found;
  }

  std::set<std::string> NoticeIds() const {
    std::set<std::string> ids;
    for (const Notice& notice : output_.notices) ids.insert(notice.id);
    return ids;
  }

  /// Everything that is no Notice: paths, ranges, captures, flow.
  std::string Everything() const {
    std::string all;
    for (const auto& [path, matches] : output_.matches) {
      for (const Match& match : matches) {
        all += path + " " + std::string(match.rule->id) + " " + std::string(match.grade->name) +
               " " + std::to_string(match.range.begin) + "-" + std::to_string(match.range.end);
        for (const Capture& capture : match.captures)
          all += " " + std::string(capture.name) + "=" + capture.text;
        for (const FlowStep& step : match.flow)
          all += " " + step.path + ":" + std::to_string(step.region.start.line) + step.message;
        all += "\n";
      }
    }
    return all;
  }

  const std::vector<Notice>& notices() const { return output_.notices; }

 private:
  CodeFiles files_;
  MemoryTree tree_;
  CodeRules rules_;
  std::unique_ptr<ProgramEngine> engine_;
  ProgramOutput output_;
};

}  // namespace gonogo
