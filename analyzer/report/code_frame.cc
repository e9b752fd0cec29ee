#include "analyzer/report/code_frame.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/code_point.h"

namespace gonogo {
namespace {

constexpr std::size_t kFrameWidth = 100;  // columns of code
constexpr std::size_t kLead = 30;         // columns kept before a finding far to the right
constexpr std::size_t kTabWidth = 4;
constexpr std::uint32_t kHeadLines = 7;  // of a long finding, from its first line on

struct Glyph {
  std::string shown;
  std::size_t width = 0;
  bool marked = false;
};

std::uint32_t LastLine(const Finding& finding) {
  const TextRegion& region = finding.region;
  const bool ends_before = region.end.line > region.start.line && region.end.byte_column <= 1;
  return std::max(region.start.line, ends_before ? region.end.line - 1 : region.end.line);
}

std::size_t FirstNonBlank(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? line.size() : first;
}

// A redacted secret ends with "(40 characters)" whatever its length was, so its columns tell
// nothing.
std::size_t EndOfRedaction(std::string_view line, std::size_t begin) {
  constexpr std::string_view kClose = " characters)";
  const std::size_t open = line.find("…(", begin);
  const std::size_t close = line.find(kClose, begin);
  if (open == std::string_view::npos || close == std::string_view::npos)
    return std::string_view::npos;
  return close + kClose.size();
}

std::size_t EndInLastLine(const Finding& finding, std::string_view line, std::size_t begin) {
  if (finding.secret) {
    const std::size_t end = EndOfRedaction(line, begin);
    if (end != std::string_view::npos) return end;
  }
  return finding.region.end.byte_column > 0 ? finding.region.end.byte_column - 1 : 0;
}

std::vector<Glyph> GlyphsOf(std::string_view line, ByteRange mark) {
  std::vector<Glyph> glyphs;
  std::size_t column = 0;
  for (std::size_t offset = 0; offset < line.size();) {
    const CodePoint point = CodePointAt(line, offset);
    Glyph glyph;
    if (point.value == '\t') {
      glyph.width = kTabWidth - column % kTabWidth;
      glyph.shown.assign(glyph.width, ' ');
    } else {
      glyph.shown = Shown(line, offset, point);
      const bool escaped = !point.valid || IsUnsafeToShow(point.value);
      glyph.width =
          escaped ? glyph.shown.size() : static_cast<std::size_t>(DisplayWidth(point.value));
    }
    glyph.marked = offset >= mark.begin && offset < mark.end;
    column += glyph.width;
    offset += point.length;
    glyphs.push_back(std::move(glyph));
  }
  return glyphs;
}

struct Row {
  std::string code;
  std::string carets;
};

// The index of the first glyph to show, so that the mark is in sight.
std::size_t WindowStart(const std::vector<Glyph>& glyphs) {
  std::size_t total = 0;
  std::size_t mark_column = 0;
  bool seen = false;
  for (const Glyph& glyph : glyphs) {
    if (glyph.marked && !seen) {
      mark_column = total;
      seen = true;
    }
    total += glyph.width;
  }
  if (total <= kFrameWidth || mark_column <= kLead) return 0;
  const std::size_t skip = mark_column - kLead;
  std::size_t column = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (column >= skip) return i;
    column += glyphs[i].width;
  }
  return 0;
}

Row RowOf(const std::vector<Glyph>& glyphs) {
  Row row;
  const std::size_t start = WindowStart(glyphs);
  if (start > 0) {
    row.code = "…";
    row.carets = " ";
  }
  std::size_t column = 0;
  for (std::size_t i = start; i < glyphs.size(); ++i) {
    column += glyphs[i].width;
    if (column > kFrameWidth) {
      row.code += "…";
      break;
    }
    row.code += glyphs[i].shown;
    row.carets.append(glyphs[i].width, glyphs[i].marked ? '^' : ' ');
  }
  row.code.erase(row.code.find_last_not_of(' ') + 1);
  row.carets.erase(row.carets.find_last_not_of(' ') + 1);
  return row;
}

bool IsShown(const Finding& finding, std::uint32_t line) {
  const std::uint32_t last = LastLine(finding);
  // Of a secret of several lines only the first and the last tell anything.
  if (finding.secret) return line <= finding.region.start.line || line >= last;
  return line <= finding.region.start.line + kHeadLines || line + 2 >= last;
}

std::string Gutter(std::size_t width, std::string_view number, const Terminal& terminal) {
  return terminal.Paint(Style::kDim, fmt::format("{:>{}} |", number, width));
}

std::string FrameLine(const Finding& finding, std::uint32_t line, const Terminal& terminal) {
  const std::size_t width = GutterWidth(finding);
  ByteRange mark = MarkInLine(finding, line);
  std::string_view text = finding.context.lines[line - finding.context.first_line];
  std::string padded;
  if (mark.begin < mark.end &&
      mark.begin >= text.size()) {  // a finding at the very end of its line
    padded = std::string(text) + ' ';
    text = padded;
    mark = {text.size() - 1, text.size()};
  }
  const Row row = RowOf(GlyphsOf(text, mark));
  std::string out = Gutter(width, std::to_string(line), terminal);
  if (!row.code.empty()) out += ' ' + row.code;
  out += '\n';
  if (!row.carets.empty()) {
    out += Gutter(width, "", terminal) + ' ' +
           terminal.Paint(StyleOf(finding.severity), row.carets) + '\n';
  }
  return out;
}

}  // namespace

ByteRange MarkInLine(const Finding& finding, std::uint32_t line) {
  const Snippet& context = finding.context;
  const std::uint32_t last_line = LastLine(finding);
  if (line < finding.region.start.line || line > last_line || line < context.first_line ||
      line - context.first_line >= context.lines.size()) {
    return {};
  }
  const std::string_view text = context.lines[line - context.first_line];
  const bool known = context.mark.end > 0;
  ByteRange mark{FirstNonBlank(text), text.size()};
  if (line == finding.region.start.line) {
    mark.begin = known ? context.mark.begin : std::max(1U, finding.region.start.byte_column) - 1;
  }
  if (line == finding.region.end.line) {
    mark.end = known ? context.mark.end : EndInLastLine(finding, text, mark.begin);
  }
  mark.begin = std::min<std::uint64_t>(mark.begin, text.size());
  const bool blank = line != finding.region.start.line && mark.begin >= text.size();
  mark.end = std::min<std::uint64_t>(mark.end, text.size());
  if (!blank && mark.end <= mark.begin) mark.end = mark.begin + 1;
  return blank ? ByteRange{} : mark;
}

std::size_t GutterWidth(const Finding& finding) {
  const std::size_t lines = finding.context.lines.size();
  return std::to_string(finding.context.first_line + (lines > 0 ? lines - 1 : 0)).size();
}

std::string CodeFrame(const Finding& finding, const Terminal& terminal) {
  const Snippet& context = finding.context;
  if (context.lines.empty()) return "";
  std::string frame = Gutter(GutterWidth(finding), "", terminal) + '\n';
  bool skipping = false;
  for (std::size_t i = 0; i < context.lines.size(); ++i) {
    const auto line = static_cast<std::uint32_t>(context.first_line + i);
    if (IsShown(finding, line)) {
      frame += FrameLine(finding, line, terminal);
    } else if (!skipping) {
      frame += terminal.Paint(Style::kDim, "...") + '\n';
    }
    skipping = !IsShown(finding, line);
  }
  return frame;
}

}  // namespace gonogo
