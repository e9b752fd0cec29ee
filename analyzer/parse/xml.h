// XML as a ConfigTree, by expat: a map with the root element. An element with neither attributes
// nor elements in it is its text, without the blanks around it; any other is a map of
//
//   @name    an attribute
//   name     an element in it; repeated where it stands there more than once
//   #text    text between them that is not blank
//
// Names keep their prefix. Nothing outside the text is read, and a document that declares entities
// of its own is refused. An error costs the file.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseXml(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
