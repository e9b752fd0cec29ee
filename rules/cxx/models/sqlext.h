// C model of ODBC's extensions. Declarations only.
#pragma once

#include <sql.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SQL_QUERY_TIMEOUT 0
#define SQL_ATTR_QUERY_TIMEOUT SQL_QUERY_TIMEOUT
#define SQL_QUERY_TIMEOUT_DEFAULT 0UL
#define SQL_LOGIN_TIMEOUT 103
#define SQL_ATTR_LOGIN_TIMEOUT SQL_LOGIN_TIMEOUT
#define SQL_LOGIN_TIMEOUT_DEFAULT 15UL
#define SQL_ATTR_CONNECTION_TIMEOUT 113
#define SQL_ATTR_AUTOCOMMIT 102
#define SQL_AUTOCOMMIT_OFF 0UL
#define SQL_AUTOCOMMIT_ON 1UL
#define SQL_ATTR_ODBC_VERSION 200
#define SQL_ATTR_CONNECTION_DEAD 1209
#define SQL_ATTR_CURSOR_TYPE 6
#define SQL_ATTR_ROW_ARRAY_SIZE 27
#define SQL_ATTR_PARAMSET_SIZE 22
#define SQL_OV_ODBC2 2UL
#define SQL_OV_ODBC3 3UL
#define SQL_DRIVER_NOPROMPT 0
#define SQL_DRIVER_COMPLETE 1
#define SQL_PARAM_INPUT 1
#define SQL_PARAM_INPUT_OUTPUT 2
#define SQL_PARAM_OUTPUT 4
#define SQL_FETCH_NEXT 1
#define SQL_IS_POINTER (-4)
#define SQL_IS_UINTEGER (-5)
#define SQL_IS_INTEGER (-6)
#define SQL_C_CHAR SQL_CHAR
#define SQL_C_LONG SQL_INTEGER
#define SQL_C_SLONG (-16)
#define SQL_C_ULONG (-18)
#define SQL_C_SHORT SQL_SMALLINT
#define SQL_C_DOUBLE SQL_DOUBLE
#define SQL_C_FLOAT SQL_REAL
#define SQL_C_SBIGINT (-25)
#define SQL_C_UBIGINT (-27)
#define SQL_C_BINARY (-2)
#define SQL_C_WCHAR (-8)
#define SQL_C_BIT (-7)
#define SQL_C_TYPE_TIMESTAMP 93
#define SQL_C_DEFAULT 99
#define SQL_BIGINT (-5)
#define SQL_BINARY (-2)
#define SQL_VARBINARY (-3)
#define SQL_LONGVARCHAR (-1)
#define SQL_WVARCHAR (-9)
#define SQL_BIT (-7)

SQLRETURN SQLDriverConnect(SQLHDBC dbc, SQLHWND window, SQLCHAR* in, SQLSMALLINT n, SQLCHAR* out,
                           SQLSMALLINT max, SQLSMALLINT* out_n, SQLUSMALLINT completion);
SQLRETURN SQLBindParameter(SQLHSTMT stmt, SQLUSMALLINT n, SQLSMALLINT io, SQLSMALLINT c_type,
                           SQLSMALLINT type, SQLULEN size, SQLSMALLINT digits, SQLPOINTER value,
                           SQLLEN length, SQLLEN* indicator);
SQLRETURN SQLMoreResults(SQLHSTMT stmt);
SQLRETURN SQLNumParams(SQLHSTMT stmt, SQLSMALLINT* n);

#ifdef __cplusplus
}
#endif
