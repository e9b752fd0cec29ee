// Model of Boost.Beast: all of it is in beast.hpp.
#pragma once
#include <boost/beast.hpp>
