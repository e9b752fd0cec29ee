// Model of Oat++: all of it is in component.hpp.
#pragma once
#include <oatpp/core/macro/component.hpp>
