// ExamplePlace: whether a literal stands in an example: below `example:` of a schema, in the
// example that an annotation gives, in a text that tells how a command is used.
#pragma once

namespace gonogo {

struct ValuePlace;

bool IsExamplePlace(const ValuePlace& place);

}  // namespace gonogo
