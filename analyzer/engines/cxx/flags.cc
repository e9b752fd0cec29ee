#include "analyzer/engines/cxx/flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/command_line.h"
#include "analyzer/engines/cxx/feature_macros.h"

namespace gonogo {
namespace {

constexpr std::string_view kDefaultC = "gnu17";
constexpr std::string_view kDefaultCpp = "gnu++20";
constexpr std::size_t kMostFolders = 64;
constexpr std::uint64_t kLargestFlagsFile = 1 << 20;
constexpr std::uint64_t kLargestSource = 64U << 20;

/// Headers of C++17 and of the parts of C++20 that every library in use has, but for those that are
/// few units' business and slow to read.
constexpr std::array kStandardHeaders = std::to_array<std::string_view>({
    "algorithm", "any",     "array",       "atomic",     "bitset",        "cassert",
    "cctype",    "cerrno",  "chrono",      "climits",    "cmath",         "condition_variable",
    "csignal",   "cstddef", "cstdint",     "cstdio",     "cstdlib",       "cstring",
    "ctime",     "deque",   "exception",   "filesystem", "fstream",       "functional",
    "future",    "iomanip", "iostream",    "istream",    "iterator",      "limits",
    "list",      "map",     "memory",      "mutex",      "numeric",       "optional",
    "ostream",   "queue",   "random",      "regex",      "set",           "shared_mutex",
    "sstream",   "stack",   "stdexcept",   "string",     "string_view",   "system_error",
    "thread",    "tuple",   "type_traits", "typeindex",  "unordered_map", "unordered_set",
    "utility",   "variant", "vector",
});

static_assert(std::ranges::is_sorted(kStandardHeaders));

/// What every header of Qt brings.
constexpr std::array kBehindQt = std::to_array<std::string_view>(
    {"chrono", "cstddef", "cstdint", "functional", "string", "utility"});

bool IsOfQt(std::string_view header) {
  return header.size() > 2 && header.front() == 'Q' && (IsUpper(header[1]) || header[1] == 't');
}

std::string LanguageOf(FileKind kind) { return kind == FileKind::kC ? "c" : "c++"; }

std::size_t CountCommonBytes(std::string_view a, std::string_view b) {
  const auto ends = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(ends.in1 - a.begin());
}

/// Digits at the start of the text, behind blanks and quotes.
std::string DigitsIn(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\"'");
  if (at == std::string_view::npos) return "";
  std::string digits;
  for (std::size_t i = at; i < text.size() && IsDigit(text[i]) && digits.size() < 3; ++i)
    digits += text[i];
  return digits;
}

/// The newest that is named wins: a project that builds with several can be read as the last.
void Raise(std::string& standard, std::string_view prefix, const std::string& year) {
  constexpr std::array<std::string_view, 10> kOrder = {"89", "90", "98", "99", "03",
                                                       "11", "14", "17", "20", "23"};
  const auto rank = [&](std::string_view y) {
    return std::ranges::find(kOrder, y) - kOrder.begin();
  };
  if (std::ranges::find(kOrder, year) == kOrder.end()) return;
  const bool newer = standard.empty() || rank(standard.substr(standard.size() - 2)) < rank(year);
  if (newer) standard = fmt::format("{}{}", prefix, year);
}

/// Every place where `key` is followed by a year.
void ReadYears(std::string_view text, std::string_view key, std::string_view prefix,
               std::string& standard) {
  for (std::size_t at = text.find(key); at != std::string_view::npos;
       at = text.find(key, at + key.size())) {
    std::string year = DigitsIn(text.substr(at + key.size(), 16));
    Raise(standard, prefix, year);
  }
}

std::string Join(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.empty()) return std::string(folder.empty() ? name : folder);
  return fmt::format("{}/{}", folder, name);
}

std::vector<std::string> WithFile(std::vector<std::string> arguments, const std::string& old,
                                  const std::string& file, const std::string& language) {
  std::erase(arguments, old);
  arguments.insert(arguments.end(), {"-x", language, file});
  return arguments;
}

}  // namespace

void ReadStandards(std::string_view text, Standards& standards) {
  for (const std::string_view key : {"CMAKE_CXX_STANDARD", "CXX_STANDARD", "cxx_std_", "-std=c++",
                                     "-std=gnu++", "cpp_std=c++", "cpp_std=gnu++"}) {
    ReadYears(text, key, "gnu++", standards.cpp);
  }
  for (const std::string_view key :
       {"CMAKE_C_STANDARD", "C_STANDARD", "-std=c", "-std=gnu", "c_std=c", "c_std=gnu"}) {
    ReadYears(text, key, "gnu", standards.c);
  }
  ReadFeatureMacros(text, standards.features);
}

void AddStandards(const Standards& more, Standards& standards) {
  const auto year = [](const std::string& standard) {
    return standard.substr(standard.size() - std::min<std::size_t>(standard.size(), 2));
  };
  Raise(standards.c, "gnu", year(more.c));
  Raise(standards.cpp, "gnu++", year(more.cpp));
  standards.features.insert(more.features.begin(), more.features.end());
}

FlagChooser::FlagChooser(const FileSystem& tree, std::string root, const CompileDbs& dbs,
                         const Triage& triage, std::span<const CodeNote> notes, Standards standards,
                         bool probe)
    : tree_(tree),
      root_(std::move(root)),
      dbs_(dbs),
      triage_(triage),
      notes_(notes),
      standards_(std::move(standards)),
      probe_(probe),
      foreign_(notes, triage) {}

/// An include folder that is not there: the build folder was removed, or never made.
bool FlagChooser::IsStale(const CompileCommand& command) const {
  const std::string root = root_ + "/";
  for (const std::string& folder : IncludeFoldersOf(command.arguments)) {
    const std::string joined = folder.starts_with('/') ? folder : command.directory + "/" + folder;
    const std::string absolute = "/" + NormalPath(joined);
    if (!absolute.starts_with(root)) continue;
    if (!tree_.Status(absolute.substr(root.size()))) return true;
  }
  return false;
}

/// Looked at closer than a note does, which is made of every file.
FileKind FlagChooser::KindOf(const CodeNote& note) const {
  if (note.kind != FileKind::kC || note.is_header) return note.kind;
  std::string text;
  if (!tree_.Read(note.path, kLargestSource, text)) return note.kind;
  return IsCppByAnotherName(text, note) ? FileKind::kCpp : note.kind;
}

UnitFlags FlagChooser::For(std::size_t index) const {
  UnitFlags flags = CommandFor(index);
  flags.foreign = foreign_.ReadBy(index);
  return flags;
}

UnitFlags FlagChooser::CommandFor(std::size_t index) const {
  const CodeNote& note = notes_[index];
  const auto own = dbs_.commands.find(note.path);
  if (own != dbs_.commands.end()) {
    const CompileCommand& command = own->second;
    return {FlagSource::kDatabase, command.directory, command.arguments, command.trusted,
            IsStale(command)};
  }
  const FileKind kind = KindOf(note);
  UnitFlags flags;
  if (FromFlagsFile(note, kind, flags)) return flags;
  const CompileCommand* sibling = Sibling(note, kind);
  if (sibling == nullptr) return Inferred(index, kind);
  return {FlagSource::kSibling, sibling->directory,
          WithFile(sibling->arguments, sibling->file, root_ + "/" + note.path, LanguageOf(kind)),
          sibling->trusted, IsStale(*sibling)};
}

/// A header is parsed as its unit is, where one includes it; else as what lies nearest.
const CompileCommand* FlagChooser::Sibling(const CodeNote& note, FileKind kind) const {
  const CompileCommand* best = nullptr;
  std::size_t best_common = 0;
  for (const auto& [path, command] : dbs_.commands) {
    const bool is_c = path.ends_with(".c");
    if (is_c != (kind == FileKind::kC)) continue;
    const std::size_t common = CountCommonBytes(path, note.path);
    if (best == nullptr || common > best_common) {
      best = &command;
      best_common = common;
    }
  }
  return best;
}

bool FlagChooser::FromFlagsFile(const CodeNote& note, FileKind kind, UnitFlags& flags) const {
  std::string folder(FolderOfPath(note.path));
  while (true) {
    const std::string path = folder.empty() ? "compile_flags.txt" : folder + "/compile_flags.txt";
    std::string text;
    if (tree_.Read(path, kLargestFlagsFile, text) && text.size() <= kLargestFlagsFile) {
      flags.source = FlagSource::kFlagsFile;
      flags.directory = folder.empty() ? root_ : root_ + "/" + folder;
      flags.arguments = {LanguageOf(kind) == "c" ? "cc" : "c++"};
      while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string line = text.substr(0, end);
        text.erase(0, end == std::string::npos ? text.size() : end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty()) flags.arguments.push_back(std::move(line));
      }
      flags.arguments.insert(flags.arguments.end(),
                             {"-x", LanguageOf(kind), root_ + "/" + note.path});
      flags.assume_have = true;
      return true;
    }
    if (folder.empty()) return false;
    folder = FolderOfPath(folder);
  }
}

/// The first folder above the file, or include/ or src/ in one, where the include is found.
std::string FlagChooser::Probe(std::string_view from, const WrittenInclude& include) const {
  if (!probe_ || IsStandardHeader(include.spelled)) return "";
  std::string_view above = FolderOfPath(from);
  while (true) {
    for (const std::string_view below : {"", "include", "src", "inc"}) {
      const std::string folder = Join(above, below);
      const std::string path = NormalPath(Join(folder, include.spelled));
      if (!path.empty() && tree_.Status(path)) return Join(root_, folder);
    }
    if (above.empty()) return "";
    above = FolderOfPath(above);
  }
}

/// The folders that make the includes of the file, and of what it includes, resolve.
std::vector<std::string> FlagChooser::FoldersFor(std::size_t index) const {
  std::vector<std::string> folders;
  std::vector<std::size_t> files = triage_.Closure(index);
  files.insert(files.begin(), index);
  for (const std::size_t file : files) {
    for (const WrittenInclude& include : notes_[file].includes) {
      const ResolvedInclude resolved = triage_.includes().Resolve(notes_[file].path, include);
      if (resolved.beside) continue;
      const std::string folder =
          resolved.path.empty() ? Probe(notes_[file].path, include) : Join(root_, resolved.folder);
      if (folder.empty()) continue;
      if (std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
      if (folders.size() >= kMostFolders) return folders;
    }
  }
  return folders;
}

std::vector<std::string> FlagChooser::StandardHeadersOf(std::size_t index) const {
  std::set<std::string_view> headers;
  std::vector<std::size_t> files = triage_.Closure(index);
  files.push_back(index);
  for (const std::size_t file : files) {
    for (const WrittenInclude& include : notes_[file].includes) {
      if (std::ranges::binary_search(kStandardHeaders, include.spelled))
        headers.insert(include.spelled);
      if (IsOfQt(include.spelled)) headers.insert(kBehindQt.begin(), kBehindQt.end());
    }
  }
  return {headers.begin(), headers.end()};
}

UnitFlags FlagChooser::Inferred(std::size_t index, FileKind kind) const {
  const CodeNote& note = notes_[index];
  const bool is_c = kind == FileKind::kC;
  UnitFlags flags;
  flags.directory = root_;
  flags.assume_have = true;
  const std::string& named = is_c ? standards_.c : standards_.cpp;
  const std::string standard(named.empty() ? (is_c ? kDefaultC : kDefaultCpp) : named);
  flags.arguments = {is_c ? "cc" : "c++", "-std=" + standard};
  for (const std::string& macro : standards_.features) flags.arguments.push_back("-D" + macro);
  for (const std::string& folder : FoldersFor(index)) flags.arguments.push_back("-I" + folder);
  flags.arguments.insert(flags.arguments.end(), {"-x", LanguageOf(kind), root_ + "/" + note.path});
  return flags;
}

}  // namespace gonogo
