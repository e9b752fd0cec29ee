// Model of Boost.Asio: all of it is in asio.hpp.
#pragma once
#include <boost/asio.hpp>
