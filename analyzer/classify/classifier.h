// Classifier: kind and role of a file, from its name, extension, shebang and first bytes; and its
// bytes as text.
//
// The kind comes from the first of: the exact name, the extension (through wrappers such as ".j2",
// ".dist" or
// ".bak"), then, where these leave it open, the content: shebang, modeline, and what the text looks
// like. The role is the first of these that applies:
//   lock-file, minified           written by a program and not meant to be read: wherever it
//   stands, rules skip it vendored                      written by others: repaired upstream,
//   whatever it is there generated                     repaired in the generator, also when a test
//   or an example is generated test, example, documentation  not shipped; a test of an example is a
//   test, an example in the docs an example product                       everything else
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/source_file.h"

namespace gonogo {

/// What the bytes of a file are.
enum class Encoding { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be, kBinary };

/// Looks at the first 8000 bytes, as git does: a NUL there means binary, unless a UTF-16 BOM stands
/// first or the bytes are unmistakably UTF-16 (ASCII with a NUL in each unit). Common binary
/// formats whose NULs come late are known by their first bytes.
Encoding DetectEncoding(std::string_view bytes);

/// Makes `bytes` UTF-8 without BOM in place (through `spare`, whose capacity is reused). False for
/// binary. An unpaired surrogate and a trailing odd byte become U+FFFD. Invalid UTF-8 in a file
/// that is not UTF-16 is left as it is.
bool DecodeText(std::string& bytes, std::string& spare);

/// `text` is the decoded text; all of it may be looked at, but only a bounded part is.
SourceFile Classify(std::string_view path, std::string_view text);

}  // namespace gonogo
