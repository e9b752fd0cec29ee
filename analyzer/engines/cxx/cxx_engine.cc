#include "analyzer/engines/cxx/cxx_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "analyzer/engines/cxx/build_text.h"
#include "analyzer/engines/cxx/compile_db.h"
#include "analyzer/engines/cxx/cxx_alternative.h"
#include "analyzer/engines/cxx/far_files.h"
#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/usr_name.h"
#include "analyzer/engines/cxx/link_units.h"
#include "analyzer/engines/cxx/match_builder.h"
#include "analyzer/engines/cxx/open_uses.h"
#include "analyzer/engines/cxx/triage.h"
#include "analyzer/engines/cxx/unit_store.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLargestBuildFile = 4U << 20;
constexpr std::uint64_t kLargestSource = 64U << 20;
/// Wrappers of wrappers of wrappers: what is further away is no wrapper.
constexpr int kMostRounds = 8;
constexpr std::size_t kMostOpenWords = 2'000;
/// Of larger trees not every file is read again for what no header declares.
constexpr std::size_t kMostDeclarers = 10'000;

/// In a C file what only C++ can mean is not looked for.
std::vector<std::string> TextsOf(std::span<const ClauseWord> words, FileKind kind) {
  std::vector<std::string> texts;
  for (const ClauseWord& word : words)
    texts.push_back(word.cpp && kind == FileKind::kC ? "" : word.text);
  return texts;
}

std::vector<WordPlace> PlacesOf(std::span<const ClauseWord> words) {
  std::vector<WordPlace> places;
  for (const ClauseWord& word : words) places.push_back(word.place);
  return places;
}

bool IsBuildFile(const SourceFile& file) {
  constexpr std::array<std::string_view, 3> kNames = {"meson.build", "configure.ac",
                                                      "configure.in"};
  return file.kind == FileKind::kCMake || file.kind == FileKind::kMakefile ||
         std::ranges::find(kNames, NameOfPath(file.path)) != kNames.end();
}

/// Of grpc::Stub::Get "Stub::Get".
std::string LastTwoParts(std::string_view name) {
  const std::size_t own = name.rfind("::");
  if (own == std::string_view::npos || own == 0) return std::string(name);
  const std::size_t owner = name.rfind("::", own - 1);
  return std::string(owner == std::string_view::npos ? name : name.substr(owner + 2));
}

void AddCalled(const CxxFunction& function, const std::set<std::string_view>& defined,
               std::set<std::string>& names) {
  for (const CxxBlock& block : function.blocks) {
    for (const CxxEvent& event : block.events) {
      const bool call = event.kind == CxxEventKind::kCall || event.kind == CxxEventKind::kConstruct;
      const bool known = event.callee.starts_with("std::") || defined.contains(event.usr);
      if (call && !event.callee.empty() && !known) names.insert(LastTwoParts(event.callee));
    }
  }
}

/// The names of all functions that are called and have no body yet, with what owns them.
std::vector<std::string> CalledElsewhere(const UnitStore& store) {
  std::set<std::string_view> defined;
  for (const auto& unit : store.units()) {
    for (const CxxFunction& function : unit->functions) defined.insert(function.usr);
  }
  std::set<std::string> names;
  for (const auto& unit : store.units()) {
    for (const CxxFunction& function : unit->functions) AddCalled(function, defined, names);
  }
  return {names.begin(), names.end()};
}

/// What one thread notes while files are scanned.
struct Noted {
  std::vector<CodeNote> code;
  Standards standards;
  std::vector<std::string> target_files;  // paths of those that say what is built of what
};

bool NamesTargets(std::string_view path) {
  return path.ends_with("meson.build") || path.ends_with(".txt") || path.ends_with(".cmake");
}

/// The words that make a file worth parsing, and the scans for them.
struct Vocabulary {
  Vocabulary(std::span<const CxxAlternative> alternatives, bool whole_tree)
      : words(WordsOfAll(alternatives, whole_tree)),
        scan(TextsOf(words, FileKind::kCpp), PlacesOf(words)),
        scan_of_c(TextsOf(words, FileKind::kC), PlacesOf(words)) {}

  std::vector<ClauseWord> words;
  CodeScan scan;
  CodeScan scan_of_c;
};

class CxxEngine final : public ProgramEngine {
 public:
  CxxEngine(std::span<const Rule* const> rules, const FileSystem& tree, CxxOptions options)
      : rules_(rules.begin(), rules.end()),
        alternatives_(AlternativesOf(rules)),
        setup_(SetupOf(rules)),
        tree_(tree),
        options_(std::move(options)),
        noted_(std::max(options_.threads, 1U)) {}

  bool asks() const { return !alternatives_.empty(); }

  void Note(const EngineInput& input, std::span<const std::uint64_t> word_offsets,
            unsigned worker) override;
  ProgramOutput Finish() override;

 private:
  using Units = std::vector<const CxxUnit*>;

  const Vocabulary& FindVocabulary();
  BuildTargets ReadTargets() const;
  void JoinNotes();
  CompileDbs ReadDbs() const;
  AnalysisResult ParseAndAnalyse(Triage& triage, UnitStore& store, const FlagChooser& flags,
                                 const std::function<std::vector<LinkUnit>()>& find_links,
                                 std::vector<LinkUnit>& links);
  std::vector<bool> ParsedFiles(const UnitStore& store) const;
  /// Of tests and examples.
  std::vector<std::string_view> Trials() const;
  AnalysisResult AnalyseAll(const UnitStore& store, std::span<const LinkUnit> links) const;
  bool AddWords(std::span<const OpenWrapper> open, Triage& triage);
  bool AddDeclarers(const std::vector<std::string>& names, Triage& triage);
  bool AddIncluders(const std::map<std::string, std::set<std::string>>& headers, Triage& triage);
  std::vector<bool> FilesThatMayCall(
      const std::map<std::string, std::set<std::string>>& headers_of_words,
      const Triage& triage) const;
  bool AddHelpers(const UnitStore& store, Triage& triage);
  bool LooksFar() const { return options_.whole_tree && notes_.size() <= kMostDeclarers; }
  bool AddFar(std::span<const FarText> far, Triage& triage);
  bool AddStated(std::span<const FlowOutcome> outcomes, Triage& triage) const;
  bool ReadNote(std::size_t index, std::string& text) const {
    return static_cast<bool>(tree_.Read(notes_[index].path, kLargestSource, text));
  }
  ReadIndexed Reader() const { return std::bind_front(&CxxEngine::ReadNote, this); }
  void Build(const AnalysisResult& analysis, const UnitStore& store,
             std::span<const LinkUnit> links, ProgramOutput& output);
  bool IsSaid(const FlowOutcome& outcome) const;
  void TellWiderRules(ProgramOutput& output) const;
  void Explain(const Triage& triage, ProgramOutput& output) const;

  std::vector<const Rule*> rules_;
  std::vector<CxxAlternative> alternatives_;
  SetupRequest setup_;
  std::once_flag vocabulary_once_;
  std::optional<Vocabulary> vocabulary_;  // when the first file of code is there
  const FileSystem& tree_;
  CxxOptions options_;
  std::vector<Noted> noted_;     // by worker; each is handed files in order
  std::vector<CodeNote> notes_;  // by path, when all are there
  Standards standards_;          // of all build files
  std::vector<std::string> target_files_;
  std::set<std::string> open_words_;
  FarFiles far_files_;
  std::set<std::string, std::less<>> names_;  // of captures, which matches point to
  std::unique_ptr<UnitStore> store_;          // outcomes point into its units
};

/// A run without a file of code is spared the time that it takes.
const Vocabulary& CxxEngine::FindVocabulary() {
  std::call_once(vocabulary_once_,
                 [this] { vocabulary_.emplace(alternatives_, options_.whole_tree); });
  return *vocabulary_;
}

void CxxEngine::Note(const EngineInput& input, std::span<const std::uint64_t> word_offsets,
                     unsigned worker) {
  if (IsCodeKind(input.file.kind)) {
    const bool is_c = input.file.kind == FileKind::kC;
    const Vocabulary& vocabulary = FindVocabulary();
    std::vector<std::uint64_t> offsets(word_offsets.begin(), word_offsets.end());
    std::ranges::sort(offsets);
    offsets.erase(std::ranges::unique(offsets).begin(), offsets.end());
    CodeNote note =
        NoteOf(input.file, input.text, offsets, is_c ? vocabulary.scan_of_c : vocabulary.scan);
    std::erase_if(note.words, [&](std::uint32_t number) {
      return (vocabulary.words[number].file_roles & BitOf(note.role)) == 0;
    });
    noted_[worker].code.push_back(std::move(note));
  } else if (IsBuildFile(input.file) && input.text.size() <= kLargestBuildFile) {
    Noted& noted = noted_[worker];
    ReadStandards(input.text, noted.standards);
    if (NamesTargets(input.file.path)) noted.target_files.push_back(input.file.path);
  }
}

BuildTargets CxxEngine::ReadTargets() const {
  BuildTargets targets;
  for (const std::string& path : target_files_) {
    std::string text;
    if (!tree_.Read(path, kLargestBuildFile, text)) continue;
    if (path.ends_with("meson.build")) {
      ReadMesonTargets(path, text, targets);
    } else {
      ReadCMakeTargets(path, text, targets);
    }
  }
  return targets;
}

void CxxEngine::JoinNotes() {
  const auto earlier = [](const CodeNote& a, const CodeNote& b) { return a.path < b.path; };
  for (Noted& noted : noted_) {
    std::vector<CodeNote>& code = noted.code;
    if (!std::ranges::is_sorted(code, {}, &CodeNote::path)) std::ranges::sort(code, earlier);
    std::vector<CodeNote> joined;
    joined.reserve(notes_.size() + code.size());
    std::merge(std::move_iterator(notes_.begin()), std::move_iterator(notes_.end()),
               std::move_iterator(code.begin()), std::move_iterator(code.end()),
               std::back_inserter(joined), earlier);
    notes_ = std::move(joined);
    AddStandards(noted.standards, standards_);
    std::ranges::move(noted.target_files, std::back_inserter(target_files_));
  }
  std::ranges::sort(target_files_);
  noted_.clear();
}

CompileDbs CxxEngine::ReadDbs() const {
  std::vector<std::string_view> sources;
  for (const CodeNote& note : notes_) sources.push_back(note.path);
  return ReadCompileDbs(tree_, {options_.root, options_.compile_db, sources});
}

ProgramOutput CxxEngine::Finish() {
  ProgramOutput output;
  JoinNotes();
  if (notes_.empty()) return output;
  Triage triage(notes_, FindVocabulary().words, options_.threads);
  SettleOpenUses(triage, FindVocabulary().words, Reader());
  if (triage.asks()) {
    const BuildTargets targets = ReadTargets();
    CompileDbs dbs = ReadDbs();
    output.notices = std::exchange(dbs.notices, {});
    const FlagChooser flags(tree_, options_.root, dbs, triage, notes_, standards_,
                            !options_.whole_tree);
    store_ = std::make_unique<UnitStore>(tree_, options_, notes_, setup_);
    const auto find_links = [&] {
      return FindLinkUnits(notes_, triage, dbs, targets, ParsedFiles(*store_));
    };
    std::vector<LinkUnit> links;  // of the last round, which has all units
    const AnalysisResult analysis = ParseAndAnalyse(triage, *store_, flags, find_links, links);
    Build(analysis, *store_, links, output);
    std::ranges::move(store_->TakeNotices(), std::back_inserter(output.notices));
    output.notices.insert(output.notices.end(), analysis.notices.begin(), analysis.notices.end());
  }
  if (!options_.whole_tree) TellWiderRules(output);
  if (options_.explain_triage) Explain(triage, output);
  return output;
}

void CxxEngine::TellWiderRules(ProgramOutput& output) const {
  std::set<const Rule*> wide;
  for (const CxxAlternative& one : alternatives_) {
    if (IsWide(one)) wide.insert(one.rule);
  }
  if (wide.empty()) return;
  output.notices.push_back(
      {"wider-rules-not-run", Coverage::kInformation, "", 0,
       fmt::format("{} for C and C++ {} objects through the whole program and did not run; check "
                   "the root",
                   wide.size() == 1 ? "1 rule" : fmt::format("{} rules", wide.size()),
                   wide.size() == 1 ? "follows" : "follow")});
}

/// A wrapper that leaves the question open to its callers makes them worth parsing too.
AnalysisResult CxxEngine::ParseAndAnalyse(Triage& triage, UnitStore& store,
                                          const FlagChooser& flags,
                                          const std::function<std::vector<LinkUnit>()>& find_links,
                                          std::vector<LinkUnit>& links) {
  AnalysisResult result;
  for (int round = 0; round < kMostRounds; ++round) {
    const std::vector<std::size_t> files = triage.TakeNew();
    if (files.empty() || !store.Add(files, flags)) break;
    links = find_links();
    result = AnalyseAll(store, links);
    const bool wrapped = AddWords(result.open, triage);
    const bool helped = AddHelpers(store, triage);
    const bool far = AddFar(result.far, triage);
    const bool stated = AddStated(result.outcomes, triage);
    if (!wrapped && !helped && !far && !stated) break;
  }
  return result;
}

std::vector<bool> CxxEngine::ParsedFiles(const UnitStore& store) const {
  std::vector<bool> parsed(notes_.size());
  for (const auto& unit : store.units()) {
    const auto note = std::ranges::lower_bound(notes_, unit->path, {}, &CodeNote::path);
    if (note != notes_.end() && note->path == unit->path)
      parsed[static_cast<std::size_t>(note - notes_.begin())] = true;
  }
  return parsed;
}

std::vector<std::string_view> CxxEngine::Trials() const {
  std::vector<std::string_view> paths;
  for (const CodeNote& note : notes_) {
    if (note.role == FileRole::kTest || note.role == FileRole::kExample) paths.push_back(note.path);
  }
  return paths;
}

AnalysisResult CxxEngine::AnalyseAll(const UnitStore& store,
                                     std::span<const LinkUnit> links) const {
  Units units;
  std::map<std::string_view, const CxxUnit*> by_path;
  for (const auto& unit : store.units()) by_path[unit->path] = unit.get();
  for (const auto& [path, unit] : by_path) units.push_back(unit);
  std::vector<CxxLinkUnit> linked;
  for (const LinkUnit& link : links) {
    CxxLinkUnit one{link.name, {}};
    for (const std::string& source : link.sources) {
      const auto unit = by_path.find(source);
      if (unit != by_path.end()) one.units.push_back(unit->second);
    }
    if (!one.units.empty()) linked.push_back(std::move(one));
  }
  CxxProgram program(units, linked);
  program.MarkTrials(Trials());
  return Analyse(program, rules_, {.threads = options_.threads, .looks_far = LooksFar()});
}

/// Those that include a header in which a word is declared.
std::vector<bool> CxxEngine::FilesThatMayCall(
    const std::map<std::string, std::set<std::string>>& headers_of_words,
    const Triage& triage) const {
  std::set<std::string_view> headers;
  for (const auto& [word, of] : headers_of_words) headers.insert(of.begin(), of.end());
  std::vector<bool> may(notes_.size());
  for (const std::string_view header : headers) {
    const std::size_t declares = triage.IndexOf(header);
    if (declares == notes_.size()) return std::vector<bool>(notes_.size(), true);
    const std::vector<bool> including = triage.Including(declares);
    for (std::size_t index = 0; index < may.size(); ++index)
      may[index] = may[index] || including[index];
  }
  return may;
}

/// Files that declare by themselves what no header does, and may call it.
bool CxxEngine::AddDeclarers(const std::vector<std::string>& names, Triage& triage) {
  if (names.empty() || notes_.size() > kMostDeclarers) return false;
  bool found = false;
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    std::string text;
    if (notes_[index].is_header || !ReadNote(index, text)) continue;
    for (const std::size_t name : DeclaredIn(text, names)) {
      triage.AddWord(std::string(LastNameOf(names[name])), "", {&index, 1});
      found = true;
    }
  }
  return found;
}

/// False where no wrapper is new.
bool CxxEngine::AddWords(std::span<const OpenWrapper> open, Triage& triage) {
  std::map<std::string, std::set<std::string>> headers;  // of each new word
  std::vector<std::string> headless;
  for (const OpenWrapper& wrapper : open) {
    const std::string word(LastNameOf(wrapper.name));
    const std::string header(wrapper.header);
    if (word.empty() || open_words_.size() >= kMostOpenWords) continue;
    if (!open_words_.insert(word + "\n" + header).second) continue;
    if (header.empty()) {
      headless.push_back(word);
    } else {
      headers[word].insert(header);
    }
  }
  if (!options_.whole_tree) return false;
  const bool declared = AddDeclarers(headless, triage);
  return AddIncluders(headers, triage) || declared;
}

/// Files that include the header which declares a word, and have the word.
bool CxxEngine::AddIncluders(const std::map<std::string, std::set<std::string>>& headers,
                             Triage& triage) {
  if (headers.empty()) return false;
  std::vector<std::string> words;
  for (const auto& [word, of] : headers) words.push_back(word);
  const WordScan scan(words);
  std::vector<std::vector<std::size_t>> files(words.size());
  const std::vector<bool> may = FilesThatMayCall(headers, triage);
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    std::string text;
    if (!may[index] || !ReadNote(index, text)) continue;
    for (const std::uint32_t word : scan.ScanCode(text)) files[word].push_back(index);
  }
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (const std::string& header : headers.at(words[word]))
      triage.AddWord(words[word], header, files[word]);
  }
  return true;
}

/// A file that sets a bound for what others make. False where there is none that is new.
bool CxxEngine::AddHelpers(const UnitStore& store, Triage& triage) {
  const std::vector<std::size_t> files = triage.Helpers();
  if (files.empty() || !options_.whole_tree) return false;
  const std::vector<std::string> names = CalledElsewhere(store);
  bool found = false;
  for (const std::size_t file : files) {
    std::string text;
    if (!ReadNote(file, text)) continue;
    const std::vector<std::size_t> defined = DefinedIn(text, names);
    if (defined.empty()) continue;
    triage.AddHelper(file, names[defined.front()]);
    found = true;
  }
  return found;
}

/// Those through which a text from outside goes on.
bool CxxEngine::AddFar(std::span<const FarText> far, Triage& triage) {
  return LooksFar() && far_files_.Add(far, notes_.size(), triage, Reader());
}

/// Words that wait for a fact ask when it is stated.
bool CxxEngine::AddStated(std::span<const FlowOutcome> outcomes, Triage& triage) const {
  std::set<std::string_view> kinds;
  for (const FlowOutcome& outcome : outcomes) kinds.insert(outcome.rule->fact);
  bool found = false;
  for (const std::string_view kind : kinds) found = triage.AddStated(kind) || found;
  return found;
}

/// Of a part of the tree only what its own lines decide is said.
bool CxxEngine::IsSaid(const FlowOutcome& outcome) const {
  if (options_.whole_tree) return true;
  return outcome.alternative->cxx->sort == CxxClauseSort::kCall && outcome.outcome == "certain";
}

void CxxEngine::Build(const AnalysisResult& analysis, const UnitStore& store,
                      std::span<const LinkUnit> links, ProgramOutput& output) {
  MatchBuilder builder(tree_, notes_, links, names_);
  for (const FlowOutcome& outcome : analysis.outcomes) {
    if (IsSaid(outcome)) builder.Add(outcome, output);
  }
  std::vector<const CxxAlternative*> matchers;
  for (const CxxAlternative& one : alternatives_) {
    if (one.alternative->cxx->sort == CxxClauseSort::kMatcher) matchers.push_back(&one);
  }
  for (const auto& unit : store.units()) {
    for (const CxxMatcherHit& hit : unit->hits) {
      if (hit.matcher >= matchers.size()) continue;
      const CxxAlternative& one = *matchers[hit.matcher];
      builder.Add(*one.rule, *one.alternative, *unit, hit, output);
    }
  }
}

void CxxEngine::Explain(const Triage& triage, ProgramOutput& output) const {
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    output.notices.push_back(
        {"triage", Coverage::kInformation, notes_[index].path, 0, Describe(triage.reason(index))});
  }
}

}  // namespace

SetupRequest SetupOf(std::span<const Rule* const> rules) {
  SetupRequest setup;
  for (const CxxAlternative& one : AlternativesOf(rules)) {
    if (one.alternative->cxx->sort == CxxClauseSort::kMatcher)
      setup.matchers.emplace_back(one.alternative->cxx->matcher.expression);
  }
  return setup;
}

std::unique_ptr<ProgramEngine> MakeCxxEngine(std::span<const Rule* const> rules,
                                             const FileSystem& tree, CxxOptions options) {
  auto engine = std::make_unique<CxxEngine>(rules, tree, std::move(options));
  if (!engine->asks()) return nullptr;
  return engine;
}

}  // namespace gonogo
