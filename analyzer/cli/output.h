// Output: where text goes. Standard output, where a closed pipe is no failure, or a file.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/base/result.h"

namespace gonogo {

/// Writes all of it to standard output. A reader that went away is success.
Result<void> WriteOut(std::string_view text);

/// Replaces the file by `text`; folders of its path must exist.
Result<void> WriteFile(const std::string& path, std::string_view text);

/// All bytes of a file that the user named.
Result<std::string> ReadFile(const std::string& path);

}  // namespace gonogo
