// Model of Oat++: components. Declarations only.
#pragma once

namespace oatpp {
template <class T>
T componentModel(...);
}
#define OATPP_CREATE_COMPONENT(type, name) type name = type
#define OATPP_COMPONENT(type, name, ...) type name = oatpp::componentModel<type>()
