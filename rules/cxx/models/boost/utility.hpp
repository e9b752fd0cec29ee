// Model of Boost.Utility: all of it is in noncopyable.hpp.
#pragma once
#include <boost/noncopyable.hpp>
