// Model of libpqxx: all of it is in pqxx.
#pragma once
#include <pqxx/pqxx>
