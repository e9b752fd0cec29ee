// Model of Boost.Optional, of which the standard library has the same.
#pragma once

#if __has_include(<optional>)
#include <optional>

namespace boost {
#if __cplusplus >= 201703L
template <class T>
using optional = std::optional<T>;
#endif
struct none_t {
#if __cplusplus >= 201703L
  operator std::nullopt_t() const;
#endif
};
constexpr none_t none{};
}  // namespace boost
#endif
