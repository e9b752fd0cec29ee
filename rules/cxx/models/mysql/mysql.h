// C model of the MySQL client under another name.
#pragma once
#include <mysql.h>
