// RepeatedName: whether a value says no more than the name that it is given to.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/value_shape.h"

namespace gonogo {

/// DB_PASSWORD=db_password, "token": "access-token": the value says what the name says.
bool RepeatsName(std::string_view value, std::string_view name);

/// clientSecret = "testClientSecret456"
bool RepeatsNameWithNumber(std::string_view value, std::string_view name);

/// KEY_LDAP_USER_PASSWORD="ldap-user-password": every word of the value is one of the name.
bool IsMadeOfName(std::string_view value, std::string_view name, const ValueShape& shape);

}  // namespace gonogo
