// Model of Boost.SmartPtr: all of it is in smart_ptr.hpp.
#pragma once
#include <boost/smart_ptr.hpp>
