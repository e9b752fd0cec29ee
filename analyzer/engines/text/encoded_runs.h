// EncodedRuns: from a picked literal to the whole piece of base64, hex or
// percent-encoded text around it, and to what that decodes to.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/engines/text/literals.h"
#include "analyzer/model/finding.h"

namespace gonogo {

/// The longest run that is decoded at once. A longer one is decoded piece by
/// piece.
inline constexpr std::uint64_t kLongestRun = 64 * 1024;

/// A shorter run of base64 or hex is a word rather than an encoding.
inline constexpr std::uint64_t kShortestRun = 16;

inline bool IsWorthDecoding(Codec codec, ByteRange run) {
  return codec == Codec::kPercent || run.end - run.begin >= kShortestRun;
}

/// The run around the place [begin, end). For base64 it may go over line ends,
/// as in PEM and MIME, where a line of at least 40 characters goes on in a line
/// that holds nothing else; padding is part of it.
ByteRange EncodedRunAround(std::string_view text, Codec codec, ByteRange place);

/// Goes through the picked places of one text in one encoding, in the order of
/// their ends, and gives each run once for each alignment in which it is asked
/// for. All steps together cost as much as the runs are long.
class RunCursor {
 public:
  /// The part of the run around `place` that decodes when a literal of that use
  /// begins there: some leading characters may belong to something else.
  /// Nothing where it was given before.
  std::optional<ByteRange> Next(std::string_view text, EncodedUse use, ByteRange place);

 private:
  void MoveTo(std::string_view text, Codec codec, ByteRange place);

  ByteRange whole_;
  std::uint64_t counted_to_ = 0;
  std::uint64_t digits_ = 0;  // of the run, before counted_to_
  std::array<bool, 4> done_{};
};

/// What the run says; empty where it says nothing.
std::string DecodeRun(std::string_view run, Codec codec);

}  // namespace gonogo
