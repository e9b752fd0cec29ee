// Model of Asio without Boost: the same as boost/asio.hpp in another namespace.
#pragma once

#include <boost/asio.hpp>

#if __has_include(<system_error>)
#include <system_error>
#endif

namespace asio = boost::asio;
