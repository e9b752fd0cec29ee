// Lines of `key = value`, in sections or not, as a ConfigTree: a map of keys; a section is a map
// below its name, which may stand there more than once. A key without a value has an absent one.
// Text() of a value is without quotes, escapes and continued lines. A line that is none of what the
// dialect knows is an error that costs nothing but the line.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

enum class IniDialect : std::uint8_t {
  kIni,         // [section], `=` or `:`, comments with ; and #; an indented line goes on
  kMyCnf,       // the same, with !include
  kSystemd,     // `\` at the end goes on; a key may be repeated; comments have their own lines
  kProperties,  // Java: `=`, `:` or a blank; escapes; `\` at the end goes on; no sections
  kDotenv,      // export; quotes over several lines
};

ConfigTree ParseIni(std::string_view text, IniDialect dialect, const ParseLimits& limits = {});

}  // namespace gonogo
