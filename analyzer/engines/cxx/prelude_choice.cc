#include "analyzer/engines/cxx/prelude_choice.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gonogo {
namespace {

/// A precompiled header costs each worker about as much as two units save.
constexpr std::size_t kFewUnits = 8;
/// What fewer units include would bring names into the others that they do not expect.
constexpr double kLeastShare = 0.6;

constexpr std::array kIncludeOptions =
    std::to_array<std::string_view>({"-I", "-isystem", "-iquote", "-idirafter"});

/// What units must agree in, roughly: the worker compares the flags themselves.
std::string FlagsInCommon(const ParseRequest& request) {
  std::string flags;
  for (const std::string& word : request.arguments) {
    const bool is_folder = std::ranges::any_of(
        kIncludeOptions, [&word](std::string_view option) { return word.starts_with(option); });
    if (word.starts_with('-') && !is_folder) flags += word + '\n';
  }
  return flags;
}

/// Worth a precompiled header: <cstdint> and its like are not.
bool IsLarge(std::string_view header) { return !header.starts_with('c') || header == "chrono"; }

std::vector<std::string> SharedBy(std::span<const std::vector<std::string>> units) {
  std::map<std::string, std::size_t> counts;
  for (const auto& headers : units) {
    for (const std::string& header : headers) ++counts[header];
  }
  std::vector<std::string> shared;
  for (const auto& [header, count] : counts) {
    if (static_cast<double>(count) >= kLeastShare * static_cast<double>(units.size()))
      shared.push_back(header);
  }
  return std::ranges::any_of(shared, IsLarge) ? shared : std::vector<std::string>();
}

}  // namespace

void PreludeChoice::Fill(std::span<const std::size_t> files, const FlagChooser& flags,
                         std::span<ParseRequest> requests) {
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < requests.size(); ++i) alike[FlagsInCommon(requests[i])].push_back(i);
  for (const auto& [key, members] : alike) {
    if (members.size() >= kFewUnits && !chosen_.contains(key)) {
      std::vector<std::vector<std::string>> headers;
      for (const std::size_t member : members)
        headers.push_back(flags.StandardHeadersOf(files[member]));
      chosen_[key] = SharedBy(headers);
    }
    const auto known = chosen_.find(key);
    if (known == chosen_.end()) continue;
    for (const std::size_t member : members) requests[member].prelude = known->second;
  }
}

}  // namespace gonogo
