#include "analyzer/worker/frame.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "analyzer/base/check.h"

namespace gonogo {
namespace {

constexpr std::size_t kHeader = 4;

std::size_t LengthIn(const char* header) {
  std::size_t length = 0;
  for (std::size_t i = kHeader; i-- > 0;)
    length = length << 8 | static_cast<unsigned char>(header[i]);
  return length;
}

std::array<char, kHeader> HeaderFor(std::size_t length) {
  std::array<char, kHeader> header{};
  for (char& byte : header) {
    byte = static_cast<char>(length & 0xff);
    length >>= 8;
  }
  return header;
}

/// How many bytes were read before the end; fewer than `size` only at the end or after an error.
std::size_t ReadFully(int fd, char* into, std::size_t size) {
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got = read(fd, into + used, size - used);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    used += static_cast<std::size_t>(got);
  }
  return used;
}

bool WriteFully(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace

std::string Framed(std::string_view payload) {
  CHECK(payload.size() <= kMostFrameBytes);
  const auto header = HeaderFor(payload.size());
  std::string frame(header.data(), header.size());
  frame += payload;
  return frame;
}

void FrameCutter::Add(std::string_view bytes) {
  if (broken_) return;
  if (at_ == bytes_.size()) {
    bytes_.clear();
    at_ = 0;
  }
  bytes_ += bytes;
}

std::optional<std::string> FrameCutter::Next() {
  if (broken_ || bytes_.size() - at_ < kHeader) return std::nullopt;
  const std::size_t length = LengthIn(bytes_.data() + at_);
  if (length > kMostFrameBytes) {
    broken_ = true;
    bytes_.clear();
    at_ = 0;
    return std::nullopt;
  }
  if (bytes_.size() - at_ - kHeader < length) return std::nullopt;
  std::string payload = bytes_.substr(at_ + kHeader, length);
  at_ += kHeader + length;
  return payload;
}

FrameEnd ReadFrame(int fd, std::string& payload) {
  std::array<char, kHeader> header{};
  const std::size_t got = ReadFully(fd, header.data(), kHeader);
  payload.clear();
  if (got == 0) return FrameEnd::kEnd;
  const std::size_t length = LengthIn(header.data());
  if (got < kHeader || length > kMostFrameBytes) return FrameEnd::kBroken;
  // In steps, so that a length alone makes nobody allocate.
  constexpr std::size_t kStep = 1U << 20;
  while (payload.size() < length) {
    const std::size_t before = payload.size();
    const std::size_t step = std::min(std::max(kStep, before), length - before);
    payload.resize(before + step);
    if (ReadFully(fd, payload.data() + before, step) < step) return FrameEnd::kBroken;
  }
  return FrameEnd::kFrame;
}

bool WriteFrame(int fd, std::string_view payload) {
  if (payload.size() > kMostFrameBytes) return false;
  const auto header = HeaderFor(payload.size());
  return WriteFully(fd, {header.data(), header.size()}) && WriteFully(fd, payload);
}

}  // namespace gonogo
