// Model of RESTinio: all of it is in all.hpp.
#pragma once
#include <restinio/all.hpp>
