// Classifier: kind and role of a file, from its name, extension, shebang and first bytes; and its bytes as text.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/source_file.h"

namespace gonogo {

/// What the bytes of a file are.
enum class Encoding { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be, kBinary };

/// Looks at the first 8 KiB; NUL bytes without a UTF-16 BOM mean binary, as in git.
Encoding DetectEncoding(std::string_view bytes);

/// Makes `bytes` UTF-8 without BOM in place (through `spare`, whose capacity is reused). False for binary.
/// An unpaired surrogate becomes U+FFFD. Invalid UTF-8 in a file without BOM is left as it is.
bool DecodeText(std::string& bytes, std::string& spare);

/// `text` is the decoded text; all of it may be looked at, but only a bounded part is.
SourceFile Classify(std::string_view path, std::string_view text);

}  // namespace gonogo
