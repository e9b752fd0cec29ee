// Model of Asio without Boost: all of it is in asio.hpp.
#pragma once
#include <asio.hpp>
