// ToldOnce: objects that are one wrong thing are told as one. A factory that forgets the limit has
// as many objects as callers, and so has a getter that nobody sees; a handle that is used where it
// is made and kept in a field beside has two. The thing to mend is one: it is told where the object
// is made, with all uses.
//
// A factory of which one caller alone forgets what others set is told at that caller.
#pragma once

#include <vector>

#include "analyzer/engines/cxx/flow/object_uses.h"

namespace gonogo {

std::vector<UsedObject> ToldOnce(const CxxProgram& program, std::vector<UsedObject> objects);

}  // namespace gonogo
