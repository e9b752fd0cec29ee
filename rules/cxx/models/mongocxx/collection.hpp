// Model of the MongoDB C++ driver: all of it is in client.hpp.
#pragma once
#include <mongocxx/client.hpp>
