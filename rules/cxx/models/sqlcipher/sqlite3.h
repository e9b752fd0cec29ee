// C model of SQLCipher: it extends SQLite.
#pragma once
#include <sqlite3.h>
