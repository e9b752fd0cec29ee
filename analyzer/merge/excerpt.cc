#include "analyzer/merge/excerpt.h"

#include <algorithm>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

constexpr std::uint32_t kContextLines = 2;
constexpr std::uint32_t kMostRegionLines = 32;
constexpr std::uint64_t kMostCharacters = 400;
constexpr std::uint64_t kMostBefore = 160;  // characters before the place, where both sides are cut
// Bytes looked at on either side of the place: 400 characters of 4 bytes. A line may be the whole
// file.
constexpr std::uint64_t kReach = 4 * kMostCharacters;
constexpr std::string_view kCut = "…";

/// Moves an offset to the begin of the character it stands in; invalid text is not searched further
/// than a character is long.
std::uint64_t CharacterBegin(std::string_view text, std::uint64_t offset) {
  const auto continues = [&](std::uint64_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  for (int steps = 0; steps < 3 && offset > 0 && offset < text.size() && continues(offset);
       ++steps) {
    --offset;
  }
  return offset;
}

/// Both sides of the place within kMostCharacters, "…" where something is left out.
std::string Fitted(std::string_view before, std::string_view after, bool more_before,
                   bool more_after) {
  const std::uint64_t after_count = CountCharacters(after);
  // One character at each end is kept for "…".
  const std::uint64_t room = kMostCharacters - 2;
  const std::uint64_t before_room =
      after_count + kMostBefore >= room ? kMostBefore : room - after_count;
  const std::size_t kept = BytesOfLast(before_room, before);
  more_before = more_before || kept < before.size();
  before.remove_prefix(before.size() - kept);
  const std::size_t kept_after = BytesOfFirst(room - CountCharacters(before), after);
  more_after = more_after || kept_after < after.size();
  std::string fitted(more_before ? kCut : "");
  fitted.append(before).append(after.substr(0, kept_after)).append(more_after ? kCut : "");
  return fitted;
}

}  // namespace

std::string LineAround(const ExcerptSource& source, std::uint32_t line, std::uint64_t focus,
                       std::span<const ByteRange> also) {
  const std::uint64_t line_begin = source.lines.LineStart(line);
  const std::uint64_t line_end = line_begin + source.lines.Line(line).size();
  // A secret is shown from its begin, so the place moves there rather than cutting it in two.
  focus = std::clamp(source.secrets.BeginOfSecretAt(focus), line_begin, line_end);
  focus = std::max(line_begin, CharacterBegin(source.text, focus));
  const std::uint64_t near = focus - line_begin > kReach ? focus - kReach : line_begin;
  const std::uint64_t begin = std::max(line_begin, CharacterBegin(source.text, near));
  const std::uint64_t far = line_end - focus > kReach ? focus + kReach : line_end;
  const std::uint64_t end = far == line_end ? far : CharacterBegin(source.text, far);
  const std::string before = source.secrets.Text(source.text, {begin, focus}, also);
  const std::string after = source.secrets.Text(source.text, {focus, end}, also);
  return Fitted(before, after, begin > line_begin, end < line_end);
}

Snippet ContextOf(const ExcerptSource& source, const TextRegion& region) {
  const std::uint32_t first =
      region.start.line > kContextLines ? region.start.line - kContextLines : 1;
  std::uint32_t last = region.end.line + kContextLines;
  if (region.end.line - region.start.line >= kMostRegionLines) {
    last = region.start.line + kMostRegionLines - 1;
  }
  last = std::min(last, source.lines.line_count());
  Snippet snippet{first, {}};
  for (std::uint32_t line = first; line <= last; ++line) {
    const bool holds_place = line == region.start.line;
    snippet.lines.push_back(
        LineAround(source, line, holds_place ? region.start.offset : source.lines.LineStart(line)));
  }
  return snippet;
}

}  // namespace gonogo
