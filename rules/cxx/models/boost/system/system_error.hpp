// Model of Boost.System: all of it is in error_code.hpp.
#pragma once
#include <boost/system/error_code.hpp>
