// TellingWords: words by which a value says what it is: nothing, a placeholder, a hash, a label, a
// stock default.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/value_shape.h"

namespace gonogo {

/// What a language or a schema has for "nothing", "some text" and the like.
bool IsWordOfLanguage(std::string_view value);

/// A word of it says that it is none, or something else: "placeholder", "a hash, or encrypted".
std::string_view TellingWord(std::string_view value);

/// Of generic words those that nobody takes for a password that opens anything.
bool IsPlainlyGeneric(std::string_view value, const ValueShape& shape);

/// The same of what is given to the name of a secret: `mySecretKey` is what people take there.
bool IsBareWord(std::string_view value, const ValueShape& shape);

}  // namespace gonogo
