// Model of Boost.Optional: all of it is in optional.hpp.
#pragma once
#include <boost/optional.hpp>
