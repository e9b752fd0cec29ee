// Model of Boost.SmartPtr, and what code names beside it to hand objects on: bind, function, ref.
// All are those of the standard library, which replaced them.
#pragma once

#if __has_include(<memory>)
#include <functional>
#include <memory>

namespace boost {
template <class T>
using shared_ptr = std::shared_ptr<T>;
template <class T>
using weak_ptr = std::weak_ptr<T>;
template <class T>
using scoped_ptr = std::unique_ptr<T>;
template <class T>
using scoped_array = std::unique_ptr<T[]>;
template <class T>
using shared_array = std::shared_ptr<T[]>;
template <class T>
using enable_shared_from_this = std::enable_shared_from_this<T>;
template <class F>
using function = std::function<F>;
using std::allocate_shared;
using std::bind;
using std::const_pointer_cast;
using std::cref;
using std::dynamic_pointer_cast;
using std::make_shared;
using std::mem_fn;
using std::ref;
using std::static_pointer_cast;
namespace placeholders = std::placeholders;
template <class T, class... A>
std::unique_ptr<T> make_unique(A&&... arguments);
}  // namespace boost
#endif
