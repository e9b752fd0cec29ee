#include "analyzer/parse/yaml_pieces.h"

#include <algorithm>
#include <cstring>

namespace gonogo {
namespace {

enum class LineSort : std::uint8_t { kEmpty, kDirective, kBegins, kEnds, kContent };

bool IsMarker(std::string_view line, std::string_view marker) {
  if (!line.starts_with(marker)) return false;
  return line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r';
}

LineSort SortOf(std::string_view line) {
  if (IsMarker(line, "---")) return LineSort::kBegins;
  if (IsMarker(line, "...")) return LineSort::kEnds;
  if (line.starts_with('%')) return LineSort::kDirective;
  const auto first =
      std::ranges::find_if_not(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
  return first == line.end() || *first == '#' ? LineSort::kEmpty : LineSort::kContent;
}

/// Behind the line's break: '\n', "\r\n" or a lone '\r'.
std::size_t LineEnd(std::string_view text, std::size_t at) {
  const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
  if (found == nullptr) return text.size();
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
}

std::string_view WithoutBreak(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<YamlPiece> Cut() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = LineEnd(text_, at);
      Take(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end));
      at = end;
    }
    piece_.end = static_cast<std::uint32_t>(text_.size());
    if (pieces_.empty() || piece_.begin < piece_.end) pieces_.push_back(piece_);
    return std::move(pieces_);
  }

 private:
  void Take(std::uint32_t begin, std::uint32_t end) {
    // Most lines are indented, and none of those is of interest once there is content.
    if (has_content_ && text_[begin] != '-' && text_[begin] != '.') return;
    switch (SortOf(WithoutBreak(text_.substr(begin, end - begin)))) {
      case LineSort::kBegins:
        if (has_content_) EndPiece(begin);
        has_content_ = true;
        break;
      case LineSort::kEnds:
        EndPiece(end);
        break;
      case LineSort::kDirective:
        if (!has_content_) ++piece_.directives;
        break;
      case LineSort::kContent:
        has_content_ = true;
        break;
      case LineSort::kEmpty:
        break;
    }
  }

  void EndPiece(std::uint32_t at) {
    piece_.end = at;
    pieces_.push_back(piece_);
    piece_ = {at, at, 0};
    has_content_ = false;
  }

  std::string_view text_;
  std::vector<YamlPiece> pieces_;
  YamlPiece piece_;
  bool has_content_ = false;
};

}  // namespace

std::vector<YamlPiece> CutYaml(std::string_view text) { return Cutter(text).Cut(); }

}  // namespace gonogo
