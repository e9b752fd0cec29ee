// NamedThing: values that name something: the place of a secret on a page, in a table or in a
// message, an icon, a resource, what a placeholder stands for. Told by their words alone.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/value_shape.h"

namespace gonogo {

/// Words with separators or in camel case, one of them the name of a secret: `apollo-secret`.
bool NamesASecret(std::string_view value, const ValueShape& shape);

/// `sk_test_123`, `ghs_abc123`: a key as people make one up.
bool IsCounted(std::string_view value);

/// `db-creds-v2`: words in small letters, joined and numbered as resources are.
bool IsNumberedName(std::string_view value, const ValueShape& shape);

/// "the words of a text", "placeholder", "names a secret", "an icon"; empty where it is none.
std::string_view NamedThingReason(std::string_view value, const ValueShape& shape);

}  // namespace gonogo
