#include "analyzer/cache/unit_cache.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/base/hash.h"
#include "analyzer/cache/cache_file.h"
#include "analyzer/cache/literal_text.h"
#include "analyzer/worker/fields.h"
#include "analyzer/worker/unit_check.h"
#include "analyzer/worker/wire.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLargestSource = 64U << 20;
constexpr std::size_t kMostAbsent = 50'000;
/// The worker carries these itself: its identity speaks for them.
constexpr std::string_view kCarried = "/gonogo-cxx/";
constexpr std::array<std::string_view, 3> kSystemFolders = {"/usr/include", "/usr/local/include",
                                                            "/usr/include/x86_64-linux-gnu"};
constexpr std::array<std::string_view, 4> kFolderOptions = {"-I", "-iquote", "-isystem",
                                                            "-idirafter"};

/// Calls `visit` for every value of a unit, those inside values too.
template <class Value, class Visit>
void VisitValue(Value& value, Visit& visit) {
  visit(value);
  for (auto& part : value.parts) VisitValue(part, visit);
}

template <class Unit, class Visit>
void VisitValues(Unit& unit, Visit visit) {
  for (auto& function : unit.functions) {
    for (auto& block : function.blocks) {
      VisitValue(block.condition, visit);
      for (auto& event : block.events) {
        VisitValue(event.self, visit);
        VisitValue(event.target, visit);
        for (auto& argument : event.arguments) VisitValue(argument, visit);
      }
    }
  }
  for (auto& type : unit.classes) {
    for (auto& initialiser : type.initialisers) VisitValue(initialiser.second, visit);
  }
  for (auto& global : unit.globals) VisitValue(global.initialiser, visit);
}

std::string FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

std::vector<std::string> FoldersOf(const ParseRequest& request) {
  std::vector<std::string> folders;
  for (std::size_t i = 0; i < request.arguments.size(); ++i) {
    const std::string& argument = request.arguments[i];
    for (const std::string_view option : kFolderOptions) {
      if (!argument.starts_with(option)) continue;
      std::string folder = argument.substr(option.size());
      if (folder.empty() && i + 1 < request.arguments.size()) folder = request.arguments[i + 1];
      folders.push_back(folder.starts_with('/') ? folder : request.directory + "/" + folder);
      break;
    }
  }
  return folders;
}

/// One entry: what it stands on, then what the worker said.
struct CacheEntry {
  std::vector<std::pair<std::string, std::string>> files;  // paths and hashes of what was read
  std::vector<std::string> absent;                         // files that must not be there
  std::vector<std::string> dropped;
  CxxUnit unit;
};

template <Is<CacheEntry> T, class F>
void Fields(T& entry, F&& visit) {
  visit("files", entry.files);
  visit("absent", entry.absent);
  visit("dropped", entry.dropped);
  visit("unit", entry.unit);
}

std::optional<CacheEntry> DecodeEntry(std::string_view json) {
  WireReader reader(json, 2 * kMostValueDepth + 24, std::size_t{512} << 20);
  CacheEntry entry;
  reader.Read(entry);
  reader.End();
  if (!reader.error().empty() || !FaultOf(entry.unit).empty()) return std::nullopt;
  return entry;
}

std::string EncodeEntry(const CacheEntry& entry) {
  WireWriter writer(kMostValueDepth);
  writer.Write(entry);
  return std::move(writer).Take();
}

/// "1send(QString,int)": what SIGNAL and SLOT of Qt make of the name of a function, which is no
/// secret and stands in no file as a literal.
bool IsSignature(std::string_view text) {
  while (!text.empty() && IsDigit(text.front())) text.remove_prefix(1);
  const std::size_t open = text.find('(');
  if (open == 0 || open == std::string_view::npos || !text.ends_with(')')) return false;
  const auto in_name = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_'; };
  const auto in_types = [&](char c) {
    return in_name(c) || std::string_view(" ,:<>*&()").find(c) != std::string_view::npos;
  };
  return IsLetter(text.front()) && std::ranges::all_of(text.substr(0, open), in_name) &&
         std::ranges::all_of(text.substr(open), in_types);
}

}  // namespace

/// The source texts that one unit's literals stand in.
class UnitCache::Texts {
 public:
  Texts(const UnitCache& cache, const CxxUnit& unit) : cache_(cache), unit_(unit) {}

  /// What the tokens of a literal mean; nothing where that cannot be read.
  std::optional<std::string> Of(std::span<const CxxPlace> spelled) {
    std::string text;
    for (const CxxPlace& place : spelled) {
      const auto piece = DecodeLiteral(Slice(place));
      if (!piece) return std::nullopt;
      text += *piece;
    }
    return text;
  }

 private:
  struct Text {
    std::string bytes;
    std::vector<std::size_t> lines;  // where each begins
  };

  const Text& TextOf(std::uint32_t file) {
    const auto known = texts_.find(file);
    if (known != texts_.end()) return known->second;
    Text& text = texts_[file];
    if (!cache_.Read(unit_.files[file], text.bytes)) text.bytes.clear();
    text.lines.push_back(0);
    for (std::size_t at = text.bytes.find('\n'); at != std::string::npos;
         at = text.bytes.find('\n', at + 1)) {
      text.lines.push_back(at + 1);
    }
    return text;
  }

  std::string_view Slice(const CxxPlace& place) {
    if (place.line == 0) return "";
    const Text& text = TextOf(place.file);
    if (place.line > text.lines.size() || place.end_line > text.lines.size()) return "";
    if (place.end_line < place.line || place.column == 0 || place.end_column == 0) return "";
    const std::size_t begin = text.lines[place.line - 1] + place.column - 1;
    const std::size_t end = text.lines[place.end_line - 1] + place.end_column - 1;
    if (end > text.bytes.size() || begin > end) return "";
    return std::string_view(text.bytes).substr(begin, end - begin);
  }

  const UnitCache& cache_;
  const CxxUnit& unit_;
  std::map<std::uint32_t, Text> texts_;
};

UnitCache::UnitCache(const FileSystem& tree, std::string root, std::string folder,
                     std::string identity)
    : tree_(tree),
      root_(std::move(root)),
      folder_(std::move(folder)),
      identity_(std::move(identity)) {}

UnitCache::~UnitCache() {
  if (wrote_) TrimCache(folder_, most_bytes_);
}

/// Two checkouts of one tree have the same entries.
std::string UnitCache::Plain(std::string_view text) const {
  std::string plain(text);
  for (std::size_t at = plain.find(root_); at != std::string::npos; at = plain.find(root_, at + 1))
    plain.replace(at, root_.size(), "\x01");
  return plain;
}

std::string UnitCache::PathFor(const ParseRequest& request) const {
  ParseRequest key = request;
  key.id = 0;
  const std::string name = Sha256Hex(identity_ + Plain(Encode(Request(key))));
  return fmt::format("{}/units/{}/{}.unit", folder_, name.substr(0, 2), name);
}

bool UnitCache::Read(const std::string& path, std::string& bytes) const {
  if (!path.starts_with('/'))
    return tree_.Read(path, kLargestSource, bytes) && bytes.size() <= kLargestSource;
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  return true;
}

std::string UnitCache::HashOf(const std::string& path) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = hashes_.find(path);
    if (known != hashes_.end()) return known->second;
  }
  std::string bytes;
  std::string hash = Read(path, bytes) ? Sha256Hex(bytes) : "";
  const std::scoped_lock lock(mutex_);
  return hashes_.emplace(path, std::move(hash)).first->second;
}

bool UnitCache::Exists(const std::string& path) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = exists_.find(path);
    if (known != exists_.end()) return known->second;
  }
  const std::string plain = std::filesystem::path(path).lexically_normal().string();
  const bool in_tree = plain.starts_with(root_ + "/");
  const bool there = in_tree ? tree_.Status(plain.substr(root_.size() + 1)).has_value()
                             : access(plain.c_str(), F_OK) == 0;
  const std::scoped_lock lock(mutex_);
  return exists_.emplace(path, there).first->second;
}

/// Where the includes of the unit looked in vain: a file that comes to stand there is read instead.
std::vector<std::string> UnitCache::AbsentOf(const ParseRequest& request, const CxxUnit& unit) {
  std::set<std::string> absent;
  const std::vector<std::string> named = FoldersOf(request);
  for (const CxxInclude& include : unit.includes) {
    if (include.spelled.starts_with('/')) continue;
    std::vector<std::string> folders;
    const bool placed = include.place.line != 0;
    const std::string from = placed ? unit.files[include.place.file] : unit.path;
    if (!include.angled)
      folders.push_back(from.starts_with('/') ? FolderOf(from) : root_ + "/" + FolderOf(from));
    folders.insert(folders.end(), named.begin(), named.end());
    folders.insert(folders.end(), kSystemFolders.begin(), kSystemFolders.end());
    for (const std::string& folder : folders) {
      const std::string path = fmt::format("{}/{}", folder, include.spelled);
      if (Exists(path)) break;
      if (absent.size() < kMostAbsent) absent.insert(Plain(path));
    }
  }
  return {absent.begin(), absent.end()};
}

bool UnitCache::Holds(std::span<const std::pair<std::string, std::string>> files,
                      std::span<const std::string> absent) {
  const bool same = std::ranges::all_of(
      files, [this](const auto& file) { return HashOf(file.first) == file.second; });
  return same && std::ranges::none_of(absent, [this](const std::string& plain) {
           return Exists(plain.starts_with('\x01') ? root_ + plain.substr(1) : plain);
         });
}

std::optional<ParseAnswer> UnitCache::Get(const ParseRequest& request) {
  const auto json = ReadCacheFile(PathFor(request));
  if (!json) return std::nullopt;
  auto entry = DecodeEntry(*json);
  if (!entry || !Holds(entry->files, entry->absent)) return std::nullopt;
  Texts texts(*this, entry->unit);
  bool whole = true;
  VisitValues(entry->unit, [&](CxxValue& value) {
    if (value.kind != CxxValueKind::kText || value.spelled.empty()) return;
    auto text = texts.Of(value.spelled);
    whole = whole && text;
    if (text) value.text = std::move(*text);
  });
  if (!whole) return std::nullopt;
  ParseAnswer answer;
  answer.id = request.id;
  answer.unit = std::move(entry->unit);
  answer.dropped = std::move(entry->dropped);
  return answer;
}

void UnitCache::Put(const ParseRequest& request, const ParseAnswer& answer) {
  CacheEntry entry;
  Texts texts(*this, answer.unit);
  bool same = true;
  VisitValues(answer.unit, [&](const CxxValue& value) {
    if (value.spelled.empty() && (value.text.empty() || IsSignature(value.text))) return;
    same = same && !value.spelled.empty() && texts.Of(value.spelled) == value.text;
  });
  if (!same) return;
  for (const std::string& path : answer.unit.dependencies) {
    if (path.starts_with(kCarried)) continue;
    std::string hash = HashOf(path);
    if (hash.empty()) return;  // gone already
    entry.files.emplace_back(path, std::move(hash));
  }
  entry.absent = AbsentOf(request, answer.unit);
  entry.dropped = answer.dropped;
  entry.unit = answer.unit;
  VisitValues(entry.unit, [](CxxValue& value) {
    if (!value.spelled.empty()) value.text.clear();
  });
  WriteCacheFile(PathFor(request), EncodeEntry(entry));
  const std::scoped_lock lock(mutex_);
  wrote_ = true;
}

void DropUnspelledTexts(CxxUnit& unit) {
  VisitValues(unit, [](CxxValue& value) {
    if (value.spelled.empty() && !IsSignature(value.text)) value.text.clear();
  });
}

std::string DefaultCacheFolder(const std::string& root) {
  const char* named = getenv("XDG_CACHE_HOME");
  const char* home = getenv("HOME");
  std::string folder;
  if (named != nullptr && named[0] == '/') {
    folder = std::string(named) + "/gonogo";
  } else if (home != nullptr && home[0] == '/') {
    folder = std::string(home) + "/.cache/gonogo";
  }
  return folder.starts_with(root + "/") ? "" : folder;
}

}  // namespace gonogo
