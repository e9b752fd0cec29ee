#include "analyzer/engines/cxx/link_units.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gonogo {
namespace {

using Sources = std::set<std::string>;

std::string_view StemOf(std::string_view path) {
  const std::string_view name = NameOfPath(path);
  return name.substr(0, name.rfind('.'));
}

void TakeDatabase(const CompileDbs& dbs, BuildTargets& targets) {
  std::set<std::string> known;
  for (const auto& [path, command] : dbs.commands) {
    const std::string target = TargetOfOutput(command.output);
    if (target.empty()) continue;
    // What really was compiled is better than what the build files seem to say.
    if (known.insert(target).second) {
      targets[target].sources.clear();
      targets[target].globs.clear();
    }
    targets[target].sources.insert(path);
  }
}

void FillGlobs(std::span<const CodeNote> notes, BuildTargets& targets) {
  for (auto& [name, target] : targets) {
    for (const CodeNote& note : notes) {
      if (!note.is_header && target.globs.contains(std::string(FolderOfPath(note.path))))
        target.sources.insert(note.path);
    }
  }
}

/// The sources of a target and of all that is linked into it.
void Gather(const BuildTargets& targets, const std::string& name, std::set<std::string>& seen,
            Sources& sources) {
  std::vector<std::string> open = {name};
  while (!open.empty()) {
    const std::string at = std::move(open.back());
    open.pop_back();
    const auto target = targets.find(at);
    if (target == targets.end() || !seen.insert(at).second) continue;
    sources.insert(target->second.sources.begin(), target->second.sources.end());
    open.insert(open.end(), target->second.links.begin(), target->second.links.end());
  }
}

class ByMain {
 public:
  ByMain(std::span<const CodeNote> notes, const Triage& triage) : notes_(notes), triage_(triage) {
    for (std::size_t index = 0; index < notes.size(); ++index) {
      if (!notes[index].is_header) by_stem_[StemOf(notes[index].path)].push_back(index);
    }
  }

  /// The main files that reach a file of `wanted`, ascending: the way of Reach(), backwards.
  std::vector<std::size_t> MainsOf(const std::vector<bool>& wanted) const {
    std::vector<bool> seen(notes_.size());
    std::vector<std::size_t> open;
    const auto take = [&](std::size_t index) {
      if (!seen[index]) open.push_back(index);
      seen[index] = true;
    };
    for (std::size_t index = 0; index < notes_.size(); ++index) {
      if (wanted[index]) take(index);
    }
    std::vector<std::size_t> mains;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (notes_[at].has_main) mains.push_back(at);
      if (notes_[at].is_header) {
        for (const std::size_t next : triage_.includers(at)) take(next);
        continue;
      }
      for (const std::size_t header : triage_.included(at)) {
        if (StemOf(notes_[header].path) == StemOf(notes_[at].path)) take(header);
      }
    }
    std::ranges::sort(mains);
    return mains;
  }

  /// A program's main file and what it reaches.
  Sources Reach(std::size_t main) const {
    Sources sources;
    std::vector<bool> compiled(notes_.size());
    std::vector<bool> included(notes_.size());
    std::vector<std::size_t> open;  // whose includes are to be followed
    const auto compile = [&](std::size_t unit) {
      if (compiled[unit]) return;
      compiled[unit] = true;
      sources.insert(notes_[unit].path);
      open.push_back(unit);
    };
    compile(main);
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::size_t header : triage_.included(at)) {
        if (included[header]) continue;
        included[header] = true;
        open.push_back(header);
        for (const std::size_t next : SourcesOf(header)) compile(next);
      }
    }
    return sources;
  }

 private:
  /// The sources of a header's name that include it.
  std::vector<std::size_t> SourcesOf(std::size_t header) const {
    std::vector<std::size_t> sources;
    const auto named = by_stem_.find(StemOf(notes_[header].path));
    if (named == by_stem_.end()) return sources;
    for (const std::size_t index : named->second) {
      const auto included = triage_.included(index);
      if (std::ranges::find(included, header) != included.end() && !notes_[index].has_main)
        sources.push_back(index);
    }
    return sources;
  }

  std::span<const CodeNote> notes_;
  const Triage& triage_;
  std::map<std::string_view, std::vector<std::size_t>> by_stem_;
};

}  // namespace

std::string TargetOfOutput(std::string_view output) {
  constexpr std::string_view kCMake = "CMakeFiles/";
  const std::size_t at = output.rfind(kCMake);
  if (at != std::string_view::npos) {
    const std::size_t begin = at + kCMake.size();
    const std::size_t end = output.find(".dir/", begin);
    if (end != std::string_view::npos) return std::string(output.substr(begin, end - begin));
  }
  const std::size_t meson = output.rfind(".p/");
  if (meson == std::string_view::npos) return "";
  return std::string(NameOfPath(output.substr(0, meson)));
}

std::vector<LinkUnit> FindLinkUnits(std::span<const CodeNote> notes, const Triage& triage,
                                    const CompileDbs& dbs, BuildTargets targets,
                                    const std::vector<bool>& wanted) {
  FillGlobs(notes, targets);
  TakeDatabase(dbs, targets);
  std::set<std::string> mains;
  for (const CodeNote& note : notes) {
    if (note.has_main) mains.insert(note.path);
  }
  std::map<std::string, Sources> programs;
  std::set<std::string> placed;
  for (const auto& [name, target] : targets) {
    const bool program = std::ranges::any_of(
        target.sources, [&](const std::string& source) { return mains.contains(source); });
    if (!program) continue;
    std::set<std::string> seen;
    Gather(targets, name, seen, programs[name]);
    placed.insert(programs[name].begin(), programs[name].end());
  }
  const ByMain by_main(notes, triage);
  for (const std::size_t index : by_main.MainsOf(wanted)) {
    if (placed.contains(notes[index].path)) continue;
    programs[std::string(StemOf(notes[index].path))].merge(by_main.Reach(index));
  }
  std::vector<LinkUnit> units;
  for (auto& [name, sources] : programs) units.push_back({name, {sources.begin(), sources.end()}});
  // A library that no program takes is a unit of its own.
  for (const auto& [name, target] : targets) {
    const bool alone = !target.sources.empty() &&
                       std::ranges::none_of(target.sources, [&](const std::string& source) {
                         return placed.contains(source);
                       });
    if (!alone || programs.contains(name)) continue;
    units.push_back({name, {target.sources.begin(), target.sources.end()}, false});
  }
  std::ranges::sort(units, {}, &LinkUnit::name);
  return units;
}

}  // namespace gonogo
