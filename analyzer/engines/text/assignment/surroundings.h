// Surroundings: why a literal is no secret because of where it stands: in an example that a schema
// or a help text gives, among the texts that a page shows, in a file of translations.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/model/file_kind.h"
#include "analyzer/model/finding.h"

namespace gonogo {

struct ValuePlace {
  std::string_view text;  // of the file
  ByteRange value;
  FileKind kind;
  std::string_view path;
};

/// The place speaks for everything that stands there.
std::string_view PlaceReason(const ValuePlace& place);

/// The place speaks against what does not look random: it stands among the texts of a page.
std::string_view TextPlaceReason(const ValuePlace& place);

/// A test whose subject are secrets as such: what it is given is to be masked or measured.
bool IsTestOfSecrets(std::string_view path);

/// `config_parser_test.go`: what such a test is given is read or written, and opens nothing.
bool IsTestOfWriting(std::string_view path);

/// `.gitleaks.toml`, `.secrets.baseline`: what somebody has read and told a scanner to pass over.
bool IsAllowListOfScanner(std::string_view path);

/// Data, and no code, in a folder or under a name of translations.
bool IsTranslation(std::string_view path, FileKind kind);

/// A file that says what a build server does.
bool IsPipeline(std::string_view path);

/// Between the marks of a comment of several lines.
bool IsInBlockComment(std::string_view text, std::uint64_t at, FileKind kind);

/// `// password = ...`, `# password: ...`: the line up to a value is a comment.
bool IsCommentedLine(std::string_view before);

/// At most 240 bytes of the line before `at`: a line may be as long as the file.
std::string_view LineBefore(std::string_view text, std::uint64_t at);

}  // namespace gonogo
