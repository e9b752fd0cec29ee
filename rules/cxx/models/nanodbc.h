// Model of nanodbc: all of it is in nanodbc/nanodbc.h.
#pragma once
#include <nanodbc/nanodbc.h>
