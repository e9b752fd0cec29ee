// Parts of names. The qualified name of a field is read off its USR: rules name fields of library
// classes, whose declarations no unit carries.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// "redisOptions::connect_timeout" of "c:@S@redisOptions@FI@connect_timeout"; empty where the USR
/// is none of Clang's.
std::string QualifiedNameOfUsr(std::string_view usr);

/// The last component alone: "connect_timeout".
std::string_view LastNameOfUsr(std::string_view usr);

/// "connect" of "net::Client::connect".
std::string_view LastNameOf(std::string_view qualified);

}  // namespace gonogo
