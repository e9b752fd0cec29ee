// Model of MySQL's X DevAPI: all of it is in mysqlx/xdevapi.h.
#pragma once
#include <mysqlx/xdevapi.h>
