#include "analyzer/engines/cxx/source_texts.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::uint64_t kLargest = 64U << 20;
constexpr std::size_t kLongestText = 400;
constexpr std::string_view kBom = "\xef\xbb\xbf";

}  // namespace

const SourceTexts::File& SourceTexts::FileOf(std::string_view path) {
  const auto known = files_.find(path);
  if (known != files_.end()) return known->second;
  File& file = files_[std::string(path)];
  if (tree_.Read(std::string(path), kLargest, file.text) && file.text.size() <= kLargest) {
    if (file.text.starts_with(kBom)) file.text.erase(0, kBom.size());
    file.lines = std::make_unique<LineIndex>(file.text);
  }
  return file;
}

const std::string* SourceTexts::Read(std::string_view path) {
  const File& file = FileOf(path);
  return file.lines == nullptr ? nullptr : &file.text;
}

std::optional<ByteRange> SourceTexts::RangeOf(std::string_view path, const CxxPlace& place) {
  const File& file = FileOf(path);
  if (file.lines == nullptr || place.line == 0) return std::nullopt;
  const auto offset = [&file](std::uint32_t line, std::uint32_t column) {
    const std::uint64_t length = file.lines->Line(line).size();
    return file.lines->LineStart(line) + std::min<std::uint64_t>(std::max(column, 1U) - 1, length);
  };
  const std::uint32_t end_line = std::max(place.end_line, place.line);
  if (end_line > file.lines->line_count()) return std::nullopt;
  const std::uint64_t begin = offset(place.line, place.column);
  const std::uint64_t end =
      place.end_line < place.line ? begin : offset(end_line, place.end_column);
  return ByteRange{begin, std::max(begin, end)};
}

std::optional<TextRegion> SourceTexts::RegionOf(std::string_view path, const CxxPlace& place) {
  const auto range = RangeOf(path, place);
  if (!range) return std::nullopt;
  return FileOf(path).lines->Region(range->begin, range->end);
}

std::string SourceTexts::TextOf(std::string_view path, const CxxPlace& place) {
  const auto range = RangeOf(path, place);
  std::string text;
  if (!range) return text;
  const std::string_view raw =
      std::string_view(FileOf(path).text).substr(range->begin, range->end - range->begin);
  for (const char c : raw) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank && (text.empty() || text.back() == ' ')) continue;
    if (text.size() >= kLongestText) break;
    text += blank ? ' ' : c;
  }
  return text;
}

}  // namespace gonogo
