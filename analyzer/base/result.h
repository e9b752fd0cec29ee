// Result: what a step returns when the whole run may have to stop. It travels up to main, which
// prints it once and exits 2. A problem of a single input is a Notice instead.
//
//   Result<Config> config = ReadConfig(path);
//   const Config value = TRY(ReadConfig(path));      // returns the error to the caller
//
// TRY stands only as the whole initialiser of a variable: GCC 12 leaks the members of a braced
// aggregate that were built before an early return inside it.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace gonogo {

/// Why a run cannot go on: one or more lines, lower case, without a final full stop.
struct Error {
  std::string message;

  /// The same error behind what was being done: "reading x.yaml: ...".
  Error While(std::string_view doing) && {
    return Error{std::string(doing) + ": " + std::move(message)};
  }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> Fail(std::string message) {
  return std::unexpected<Error>(Error{std::move(message)});
}

}  // namespace gonogo

#define TRY(expression)                                                     \
  __extension__({                                                           \
    auto try_result = (expression);                                         \
    if (!try_result) return std::unexpected(std::move(try_result).error()); \
    std::move(try_result).value();                                          \
  })
