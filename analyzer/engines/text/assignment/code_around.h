// CodeAround: what the code right beside a literal says of it: a call that takes names, a factor
// that repeats it, the words of a label that it repeats.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/model/file_kind.h"

namespace gonogo {

/// "one of a list of names", "repeats its name"; empty where nothing rules the literal out.
std::string_view CodeAroundReason(std::string_view text, const Assignment& given, FileKind kind);

/// `SECRET_KEY=build-key ./manage.py collectstatic`: given to a command that makes files for pages,
/// and gone with it.
bool IsForAssets(std::string_view text, const Assignment& given);

/// A plain name behind `name=`, outside of any quotes: the variable that a call is given.
bool IsNamedArgument(std::string_view text, ByteRange value);

}  // namespace gonogo
