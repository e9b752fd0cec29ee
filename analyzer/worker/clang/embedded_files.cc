// The pack that pack_main.cc writes is placed in the program as it is by the assembler; a compiler
// would take seconds for a literal of that size.
#include "analyzer/worker/clang/embedded_files.h"

#include <charconv>

#include "analyzer/base/check.h"

// clang-format off
__asm__(
    ".section .rodata.gonogo_pack,\"a\",@progbits\n"
    ".globl gonogo_pack_begin\n"
    ".globl gonogo_pack_end\n"
    "gonogo_pack_begin:\n"
    ".incbin \"" GONOGO_CXX_PACK "\"\n"
    "gonogo_pack_end:\n"
    ".byte 0\n"
    ".text\n");
// clang-format on

extern "C" {
extern const char gonogo_pack_begin[];
extern const char gonogo_pack_end[];
}

namespace gonogo {
namespace {

std::string_view TakeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  CHECK(end != std::string_view::npos);
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

std::string_view Pack() {
  return {gonogo_pack_begin, static_cast<std::size_t>(gonogo_pack_end - gonogo_pack_begin)};
}

}  // namespace

std::string_view HashOfEmbeddedFiles() {
  std::string_view rest = Pack();
  return TakeLine(rest);
}

EmbeddedFiles ReadEmbeddedFiles() {
  EmbeddedFiles files;
  std::string_view rest = Pack();
  TakeLine(rest);
  while (!rest.empty()) {
    const std::string_view path = TakeLine(rest);
    const std::string_view number = TakeLine(rest);
    std::size_t size = 0;
    std::from_chars(number.data(), number.data() + number.size(), size);
    CHECK(size < rest.size());
    files.emplace(path, rest.substr(0, size));
    rest.remove_prefix(size + 1);  // a NUL follows, which Clang's lexer wants
  }
  return files;
}

}  // namespace gonogo
