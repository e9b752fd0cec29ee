// C model of the MySQL server's error numbers.
#pragma once

#define ER_ACCESS_DENIED_ERROR 1045
#define ER_BAD_DB_ERROR 1049
#define ER_DUP_ENTRY 1062
#define ER_PARSE_ERROR 1064
#define ER_LOCK_WAIT_TIMEOUT 1205
#define ER_LOCK_DEADLOCK 1213
