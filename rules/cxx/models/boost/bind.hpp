// Model of Boost.Bind: the placeholders are names of no namespace.
#pragma once
#include <boost/smart_ptr.hpp>

#if __has_include(<functional>)
using std::placeholders::_1;
using std::placeholders::_2;
using std::placeholders::_3;
using std::placeholders::_4;
#endif
