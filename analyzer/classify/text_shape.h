// TextShape: what a text looks like when its name says little. Every check looks at a bounded head
// of it.
#pragma once

#include <string_view>

#include "analyzer/model/file_kind.h"

namespace gonogo {

/// Begins like a JSON object or array; "[section]" does not.
bool LooksLikeJson(std::string_view text);
/// Begins with a tag, an XML declaration or a document type.
bool LooksLikeXml(std::string_view text);
/// The first lines are keys, items and what is indented below them, and nothing else.
bool LooksLikeYaml(std::string_view text);
/// The first line that is no comment is a "[section]".
bool LooksLikeIni(std::string_view text);
bool LooksLikeNginx(std::string_view text);
bool LooksLikeApache(std::string_view text);
bool LooksLikeHaproxy(std::string_view text);
bool HasPem(std::string_view text);
/// kC, kCpp or kObjectiveC.
FileKind KindOfHeader(std::string_view text);

/// The text without its leading white space.
std::string_view SkipSpace(std::string_view text);
/// Compares without case, ASCII only; `prefix` is lower case.
bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix);

}  // namespace gonogo
