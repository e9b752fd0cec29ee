// Model of Boost.System: https://www.boost.org/doc/libs/release/libs/system/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <ostream>
#include <stdexcept>
#include <string>
#endif

namespace boost {
namespace system {

class error_category {
 public:
  const char* name() const;
};
class error_code {
 public:
  error_code();
  error_code(int value, const error_category& category);
  template <class E>
  error_code(E e);
  int value() const;
  const error_category& category() const;
  std::string message() const;
  explicit operator bool() const;
  bool failed() const;
  void clear();
};
template <class E>
bool operator==(const error_code& a, E b);
template <class E>
bool operator!=(const error_code& a, E b);
std::ostream& operator<<(std::ostream& out, const error_code& ec);
class system_error : public std::runtime_error {
 public:
  explicit system_error(const error_code& ec);
  system_error(const error_code& ec, const std::string& what);
  const error_code& code() const;
};

}  // namespace system
}  // namespace boost
