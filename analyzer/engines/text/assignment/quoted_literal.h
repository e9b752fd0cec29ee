// QuotedLiteral: a quoted string as the languages in use write it: with prefixes, triple quotes,
// raw forms, backticks, simple escapes, here-documents, the q() of Perl and Ruby, the [[]] of Lua,
// and adjacent or concatenated literals joined.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/model/finding.h"

namespace gonogo {

struct QuotedLiteral {
  ByteRange inside;     // of the first literal, without quotes
  std::size_t end = 0;  // behind the closing quote of the last
  std::string text;     // joined
  bool joined = false;
  bool dynamic = false;  // it interpolates, or is joined with something that is no literal
};

/// Reads at most this many bytes, all pieces together; longer values are no passwords.
inline constexpr std::size_t kLongestQuoted = 1024;

/// The literal that begins at `at` (a prefix or a quote); nothing where none does or it does not
/// end.
std::optional<QuotedLiteral> ReadQuotedLiteral(std::string_view text, std::size_t at);

}  // namespace gonogo
