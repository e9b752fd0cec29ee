// Wording: how identifiers and messages of gonogo become sentences and titles. Messages travel in
// lower case without a full stop; each report gives them the form its readers expect.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gonogo {

/// Capital and full stop added. A first word that looks like code ("requests.get", "tlsVerify")
/// keeps its case.
std::string Sentence(std::string_view message);

/// "github-token" -> "GitHub token".
std::string TitleOf(std::string_view id);

/// "github-token" -> "GithubToken"; '/' and '-' part words.
std::string PascalCase(std::string_view id);

/// PascalCase, behind `kind` where the id is one word: a name must be more than its id with a
/// capital.
std::string DistinctName(std::string_view id, std::string_view kind);

/// 1 finding, 2 findings. The plural is the word with an s.
std::string Count(std::uint64_t count, std::string_view word);

/// Bytes as "812 B", "1.3 KB", "20.4 MB" (powers of 1000).
std::string ByteCount(std::uint64_t bytes);

/// All blanks and line breaks as single blanks, none at the ends.
std::string OneLine(std::string_view text);

/// Lines of at most `width` columns, each behind `indent`; ends with a line break.
std::string Wrapped(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace gonogo
