// Model of the MongoDB C++ driver: what of bsoncxx is needed is in mongocxx/client.hpp.
#pragma once
#include <mongocxx/client.hpp>
