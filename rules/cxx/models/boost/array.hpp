// Model of Boost.Array, of which the standard library has the same.
#pragma once

#if __has_include(<array>)
#include <array>

namespace boost {
using std::array;
}  // namespace boost
#endif
