// C model of ODBC: all of it is in sql.h.
#pragma once
#include <sql.h>
