#include "analyzer/engines/cxx/include_index.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 62> kCHeaders = {
    "aio.h",       "arpa/inet.h", "assert.h",  "complex.h", "ctype.h",    "dirent.h",   "dlfcn.h",
    "endian.h",    "err.h",       "errno.h",   "fcntl.h",   "features.h", "fenv.h",     "float.h",
    "getopt.h",    "glob.h",      "grp.h",     "iconv.h",   "ifaddrs.h",  "inttypes.h", "iso646.h",
    "langinfo.h",  "libgen.h",    "limits.h",  "locale.h",  "malloc.h",   "math.h",     "memory.h",
    "mqueue.h",    "netdb.h",     "paths.h",   "poll.h",    "pthread.h",  "pwd.h",      "regex.h",
    "sched.h",     "semaphore.h", "setjmp.h",  "signal.h",  "spawn.h",    "stdalign.h", "stdarg.h",
    "stdatomic.h", "stdbool.h",   "stddef.h",  "stdint.h",  "stdio.h",    "stdlib.h",   "string.h",
    "strings.h",   "syslog.h",    "termios.h", "tgmath.h",  "threads.h",  "time.h",     "uchar.h",
    "ucontext.h",  "unistd.h",    "utime.h",   "wchar.h",   "wctype.h",   "windows.h"};
static_assert(std::ranges::is_sorted(kCHeaders));
static_assert(std::ranges::all_of(kCHeaders, [](auto name) { return name.ends_with(".h"); }));
constexpr std::array<std::string_view, 5> kSystemFolders = {"sys/", "netinet/", "linux/", "net/if",
                                                            "asm/"};
constexpr std::array<std::string_view, 6> kGoodFolders = {"include", "src", "inc",
                                                          "source",  "lib", ""};

bool IsGoodFolder(std::string_view folder) {
  return std::ranges::find(kGoodFolders, NameOfPath(folder)) != kGoodFolders.end();
}

std::size_t CountCommonFolders(std::string_view a, std::string_view b) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    common += a[i] == '/' ? 1 : 0;
  return common;
}

/// What precedes `spelled` in `path`; both are known to agree in the last name.
std::string_view FolderBefore(std::string_view path, std::string_view spelled) {
  path.remove_suffix(spelled.size());
  if (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

bool EndsInWhole(std::string_view path, std::string_view spelled) {
  if (!path.ends_with(spelled)) return false;
  return path.size() == spelled.size() || path[path.size() - spelled.size() - 1] == '/';
}

}  // namespace

std::string NormalPath(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    path = end == std::string_view::npos ? "" : path.substr(end + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return "";
    } else {
      parts.pop_back();
    }
  }
  std::string normal;
  for (const std::string_view part : parts) {
    if (!normal.empty()) normal += '/';
    normal += part;
  }
  return normal;
}

bool IsStandardHeader(std::string_view name) {
  if (std::ranges::any_of(kSystemFolders, [name](std::string_view folder) {
        return name.starts_with(folder.front()) && name.starts_with(folder);
      })) {
    return true;
  }
  if (name.ends_with(".h")) return std::ranges::binary_search(kCHeaders, name);
  // <vector>, <type_traits>, <experimental/...> of C++ have no ending and no capitals.
  return std::ranges::all_of(name, [](char c) { return IsLower(c) || IsDigit(c) || c == '_'; });
}

IncludeIndex::IncludeIndex(std::span<const CodeNote> notes) {
  by_name_.reserve(notes.size());
  for (std::size_t index = 0; index < notes.size(); ++index) {
    const CodeNote& note = notes[index];
    by_name_[NameOfPath(note.path)].push_back({note.path, index, note.role});
  }
}

ResolvedInclude IncludeIndex::Resolve(std::string_view from, const WrittenInclude& include) const {
  if (include.angled && IsStandardHeader(include.spelled)) return {};
  const auto named = by_name_.find(NameOfPath(include.spelled));
  if (named == by_name_.end()) return {};
  if (!include.angled) {
    const std::string beside =
        NormalPath(fmt::format("{}/{}", FolderOfPath(from), include.spelled));
    const auto at = std::ranges::find(named->second, beside, &Candidate::path);
    if (!beside.empty() && at != named->second.end()) return {at->path, "", true, at->index};
  }
  const std::string spelled = NormalPath(include.spelled);
  if (spelled.empty()) return {};
  ResolvedInclude best;
  std::tuple<std::size_t, bool, bool, std::size_t> best_rank;
  for (const auto& [path, index, role] : named->second) {
    if (path == from || !EndsInWhole(path, spelled)) continue;
    const std::string_view folder = FolderBefore(path, spelled);
    const bool own = role != FileRole::kVendored;
    const std::tuple rank{CountCommonFolders(from, path), own, IsGoodFolder(folder), ~path.size()};
    if (best.path.empty() || rank > best_rank) {
      best = {path, folder, false, index};
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace gonogo
