// CacheFile: an entry of a cache on disk: compressed bytes that are there in full or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

/// Nothing where there is no such entry, or it is damaged.
std::optional<std::string> ReadCacheFile(const std::string& path);

/// Makes the folders that are missing, for the user alone. An entry appears at once; where it
/// cannot be written there is none.
void WriteCacheFile(const std::string& path, std::string_view bytes);

/// Removes the entries below a folder that were used longest ago, until at most so many bytes are
/// left; and what a run that was interrupted left behind.
void TrimCache(const std::string& folder, std::uint64_t most_bytes);

}  // namespace gonogo
