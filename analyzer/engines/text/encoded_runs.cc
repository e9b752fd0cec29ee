#include "analyzer/engines/text/encoded_runs.h"

#include <algorithm>
#include <utility>

#include "analyzer/engines/text/encodings.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kBackward = 16 * 1024;
constexpr std::uint64_t kForward = kLongestRun - kBackward;
constexpr std::uint64_t kLeastWrappedLine = 40;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsBreak(char c) { return c == '\n' || c == '\r'; }

bool IsRunChar(char c, Codec codec) {
  switch (codec) {
    case Codec::kBase64:
      return IsBase64Char(c);
    case Codec::kHex:
      return HexValue(c) >= 0;
    case Codec::kPercent:
      break;
  }
  return static_cast<unsigned char>(c) > ' ' && !std::string_view("\"'`<>\x7f").contains(c);
}

/// Characters that decode to whole bytes only together.
std::uint64_t GroupOf(Codec codec) {
  switch (codec) {
    case Codec::kBase64:
      return 4;
    case Codec::kHex:
      return 2;
    case Codec::kPercent:
      break;
  }
  return 1;
}

struct Limits {
  std::uint64_t least, most;
};

std::uint64_t PieceBegin(std::string_view text, Codec codec, std::uint64_t from,
                         std::uint64_t least) {
  while (from > least && IsRunChar(text[from - 1], codec)) --from;
  return from;
}

std::uint64_t PieceEnd(std::string_view text, Codec codec, std::uint64_t from, std::uint64_t most) {
  while (from < most && IsRunChar(text[from], codec)) ++from;
  return from;
}

/// Where the next line's piece begins, if the run that stops at `end` goes on
/// there; else `end`.
std::uint64_t NextPiece(std::string_view text, std::uint64_t end, std::uint64_t most) {
  std::uint64_t at = end;
  while (at < most && IsBreak(text[at])) ++at;
  if (at == end || at - end > 2) return end;
  while (at < most && IsBlank(text[at])) ++at;
  std::uint64_t stop = PieceEnd(text, Codec::kBase64, at, most);
  if (stop - at < 4) return end;
  while (stop < most && text[stop] == '=') ++stop;
  const bool alone = stop == text.size() || !IsBlank(text[stop]) || stop == most;
  return alone && (stop >= most || std::string_view("\r\n\"'<`").contains(text[stop])) ? at : end;
}

/// Where the piece of the line before ends, if the run that begins at `begin`
/// is its continuation; else `begin`.
std::uint64_t PreviousPiece(std::string_view text, std::uint64_t begin, std::uint64_t least) {
  std::uint64_t at = begin;
  while (at > least && IsBlank(text[at - 1])) --at;
  const std::uint64_t line = at;
  while (at > least && IsBreak(text[at - 1])) --at;
  if (at == line || line - at > 2) return begin;
  const std::uint64_t start = PieceBegin(text, Codec::kBase64, at, least);
  return at - start >= kLeastWrappedLine ? at : begin;
}

/// Goes back over wrapped lines, but only where this line holds nothing else
/// after its own piece.
std::uint64_t WrappedBegin(std::string_view text, std::uint64_t begin, Limits limits) {
  while (true) {
    const std::uint64_t previous = PreviousPiece(text, begin, limits.least);
    if (previous == begin || NextPiece(text, previous, limits.most) != begin) return begin;
    begin = PieceBegin(text, Codec::kBase64, previous, limits.least);
  }
}

std::uint64_t WrappedEnd(std::string_view text, std::uint64_t piece, std::uint64_t end,
                         std::uint64_t most) {
  while (end - piece >= kLeastWrappedLine) {
    const std::uint64_t next = NextPiece(text, end, most);
    if (next == end) break;
    piece = next;
    end = PieceEnd(text, Codec::kBase64, next, most);
  }
  return end;
}

}  // namespace

ByteRange EncodedRunAround(std::string_view text, Codec codec, ByteRange place) {
  const Limits limits{place.begin - std::min(place.begin, kBackward),
                      std::min<std::uint64_t>(text.size(), place.end + kForward)};
  ByteRange run{PieceBegin(text, codec, place.begin, limits.least),
                PieceEnd(text, codec, place.end, limits.most)};
  if (codec != Codec::kBase64) return run;
  run.end = WrappedEnd(text, run.begin, run.end, limits.most);
  run.begin = WrappedBegin(text, run.begin, limits);
  for (int i = 0; i < 2 && run.end < limits.most && text[run.end] == '='; ++i) ++run.end;
  return run;
}

void RunCursor::MoveTo(std::string_view text, Codec codec, ByteRange place) {
  const bool inside = place.begin >= whole_.begin && place.end <= whole_.end;
  if (!inside) {
    whole_ = EncodedRunAround(text, codec, place);
    counted_to_ = whole_.begin;
    digits_ = 0;
    done_ = {};
  }
  const auto count = [&](std::uint64_t from, std::uint64_t to) {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        text.substr(from, to - from), [&](char c) { return IsRunChar(c, codec); }));
  };
  if (place.begin >= counted_to_) {
    digits_ += count(counted_to_, place.begin);
  } else {
    digits_ -= count(place.begin, counted_to_);
  }
  counted_to_ = place.begin;
}

std::optional<ByteRange> RunCursor::Next(std::string_view text, EncodedUse use, ByteRange place) {
  MoveTo(text, use.codec, place);
  const std::uint64_t group = GroupOf(use.codec);
  const std::uint64_t phase = use.phase % group;
  // The group that it stands in would begin before the run, so that it is there by chance.
  if (digits_ < phase) return std::nullopt;
  std::uint64_t skip = (digits_ - phase) % group;
  if (std::exchange(done_[skip], true)) return std::nullopt;
  ByteRange run = whole_;
  while (skip > 0 && run.begin < place.begin) {
    skip -= IsRunChar(text[run.begin], use.codec) ? 1 : 0;
    ++run.begin;
  }
  return run;
}

std::string DecodeRun(std::string_view run, Codec codec) {
  if (codec == Codec::kPercent) return PercentDecode(run);
  std::string digits;
  digits.reserve(run.size());
  std::ranges::copy_if(run, std::back_inserter(digits),
                       [](char c) { return !IsBlank(c) && !IsBreak(c) && c != '='; });
  const bool left_over = codec == Codec::kBase64 ? digits.size() % 4 == 1 : digits.size() % 2 == 1;
  if (left_over) digits.pop_back();
  return (codec == Codec::kBase64 ? Base64Decode(digits) : HexDecode(digits)).value_or("");
}

}  // namespace gonogo
