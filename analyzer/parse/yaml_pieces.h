// YAML pieces: a file cut into its documents before any is parsed, so that an error costs one of
// them only. `---` and `...` at the start of a line always end a document, even within a quoted
// scalar. Directives and comments in front of a `---` belong to the document behind it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gonogo {

struct YamlPiece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t directives = 0;  // lines that begin with '%'
};

/// At least one; together they are the whole text.
std::vector<YamlPiece> CutYaml(std::string_view text);

}  // namespace gonogo
