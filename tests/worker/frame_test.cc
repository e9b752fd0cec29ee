#include "analyzer/worker/frame.h"

#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <thread>

namespace gonogo {

TEST_CASE("frames are cut out of bytes that come one by one", "[worker]") {
  const std::string long_payload(300, 'x');
  FrameCutter cutter;
  std::vector<std::string> cut;
  for (const char byte : Framed("{}") + Framed("") + Framed(long_payload)) {
    cutter.Add({&byte, 1});
    while (auto payload = cutter.Next()) cut.push_back(*payload);
  }
  CHECK(cut == std::vector<std::string>{"{}", "", long_payload});
  CHECK(cutter.empty());
}

TEST_CASE("a length above the limit breaks the stream", "[worker]") {
  FrameCutter cutter;
  cutter.Add("\xff\xff\xff\xff");
  CHECK(!cutter.Next());
  CHECK(cutter.broken());
  cutter.Add(Framed("{}"));
  CHECK(!cutter.Next());
}

TEST_CASE("frames go through a pipe", "[worker]") {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const std::string large(3 << 20, 'y');
  std::jthread writer([&] {
    CHECK(WriteFrame(ends[1], "a"));
    CHECK(WriteFrame(ends[1], large));
    CHECK(write(ends[1], "\x08\0\0\0half", 8) == 8);
    close(ends[1]);
  });
  std::string payload;
  CHECK(ReadFrame(ends[0], payload) == FrameEnd::kFrame);
  CHECK(payload == "a");
  CHECK(ReadFrame(ends[0], payload) == FrameEnd::kFrame);
  CHECK(payload == large);
  CHECK(ReadFrame(ends[0], payload) == FrameEnd::kBroken);
  CHECK(ReadFrame(ends[0], payload) == FrameEnd::kEnd);
  close(ends[0]);
}

}  // namespace gonogo
