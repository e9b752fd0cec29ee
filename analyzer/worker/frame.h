// Frame: how messages are cut out of a pipe: four bytes of length, little-endian, then so many
// bytes of JSON (protocol.h). Both ends take a longer frame than they may for a broken peer, so
// nobody allocates what a hostile length asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

/// Of one payload. A unit with 100,000 calls takes some 30 MB.
inline constexpr std::size_t kMostFrameBytes = 128U << 20;

/// The payload behind its length. It is no longer than kMostFrameBytes.
std::string Framed(std::string_view payload);

/// Cuts frames out of bytes that come in pieces.
class FrameCutter {
 public:
  void Add(std::string_view bytes);
  /// The next whole payload; nothing where more bytes are needed or the stream is broken.
  std::optional<std::string> Next();
  /// A length was above the limit: nothing that follows can be trusted.
  bool broken() const { return broken_; }
  bool empty() const { return bytes_.size() == at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

enum class FrameEnd : std::uint8_t { kFrame, kEnd, kBroken };

/// Reads one frame, waiting for it. kEnd: the peer closed the pipe between two frames.
FrameEnd ReadFrame(int fd, std::string& payload);
/// Writes one frame, waiting until it is taken. False where the peer is gone or the payload is too
/// long.
bool WriteFrame(int fd, std::string_view payload);

}  // namespace gonogo
