// LiteralText: what a string literal's tokens mean, from the source text alone, so that a cache
// need not hold what may be a secret.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

/// One token with its quotes: "a\n", u8"x", R"(raw)". Nothing where it is none, or of a form that
/// is not understood.
std::optional<std::string> DecodeLiteral(std::string_view token);

}  // namespace gonogo
