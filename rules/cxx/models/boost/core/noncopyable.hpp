// Model of Boost.Core: all of it is in noncopyable.hpp.
#pragma once
#include <boost/noncopyable.hpp>
