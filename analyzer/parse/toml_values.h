// Values of TOML that hold no others.
#pragma once

#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/toml_tables.h"

namespace gonogo {

/// Reads the string at the scanner into text and style; false where it does not end or an escape is
/// wrong.
bool ReadTomlString(TextScanner& scanner, TomlNode& value);

/// Reads a number, a boolean or a time; false, and the scanner where it was, for anything else.
bool ReadTomlWord(TextScanner& scanner, TomlNode& value);

}  // namespace gonogo
