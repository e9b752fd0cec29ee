// EncodedRuns: from a picked literal to the whole piece of base64, hex or percent-encoded text around it, and
// to what that decodes to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/engines/text/literals.h"
#include "analyzer/model/finding.h"

namespace gonogo {

/// The longest run that is decoded at once. A longer one is decoded piece by piece.
inline constexpr std::uint64_t kLongestRun = 64 * 1024;

/// The run around the place [begin, end). For base64 it may go over line ends, as in PEM and MIME, where a
/// line of at least 40 characters goes on in a line that holds nothing else; padding is part of it.
ByteRange EncodedRunAround(std::string_view text, Encoding encoding, ByteRange place);

/// The part of the run that decodes when a literal of that use begins at `place`: some leading characters
/// may belong to something else.
ByteRange AlignedRun(std::string_view text, EncodedUse use, ByteRange run, std::uint64_t place);

/// What the aligned run says; empty where it says nothing.
std::string DecodeRun(std::string_view run, Encoding encoding);

}  // namespace gonogo
