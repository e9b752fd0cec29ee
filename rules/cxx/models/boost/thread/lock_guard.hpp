// Model of Boost.Thread: all of it is in thread.hpp.
#pragma once
#include <boost/thread.hpp>
