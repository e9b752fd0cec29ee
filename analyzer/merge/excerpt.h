// Excerpts: lines of a file as reports show them, redacted, valid UTF-8, each at most 400
// characters around the place that matters. Control characters stay as they are: who prints to a
// terminal makes them visible.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analyzer/base/text_position.h"
#include "analyzer/merge/redaction.h"
#include "analyzer/model/finding.h"

namespace gonogo {

/// The text of one file with all that excerpts from it need.
struct ExcerptSource {
  std::string_view text;
  const LineIndex& lines;
  const Redactor& secrets;
};

/// From 2 lines before the region to 2 lines after it. Of a region of more than 32 lines the first
/// 32, nothing after.
Snippet ContextOf(const ExcerptSource& source, const TextRegion& region);

/// One line, cut around `focus`, which is an offset in it; `also` are ranges to hide besides the
/// known secrets.
std::string LineAround(const ExcerptSource& source, std::uint32_t line, std::uint64_t focus,
                       std::span<const ByteRange> also = {});

}  // namespace gonogo
