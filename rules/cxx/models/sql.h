// C model of ODBC: https://learn.microsoft.com/en-us/sql/odbc/reference/odbc-programmer-s-reference.
// Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned char SQLCHAR;
typedef signed char SQLSCHAR;
typedef unsigned short SQLWCHAR;
typedef short SQLSMALLINT;
typedef unsigned short SQLUSMALLINT;
typedef int SQLINTEGER;
typedef unsigned int SQLUINTEGER;
typedef long SQLLEN;
typedef unsigned long SQLULEN;
typedef SQLULEN SQLROWCOUNT;
typedef double SQLDOUBLE;
typedef double SQLFLOAT;
typedef float SQLREAL;
typedef SQLSMALLINT SQLRETURN;
typedef SQLSMALLINT RETCODE;
typedef void* SQLPOINTER;
typedef void* SQLHANDLE;
typedef SQLHANDLE SQLHENV;
typedef SQLHANDLE SQLHDBC;
typedef SQLHANDLE SQLHSTMT;
typedef SQLHANDLE SQLHDESC;
typedef void* SQLHWND;
typedef SQLHANDLE HENV;
typedef SQLHANDLE HDBC;
typedef SQLHANDLE HSTMT;
typedef long long SQLBIGINT;
typedef unsigned long long SQLUBIGINT;
typedef struct tagTIMESTAMP_STRUCT {
  SQLSMALLINT year;
  SQLUSMALLINT month, day, hour, minute, second;
  SQLUINTEGER fraction;
} SQL_TIMESTAMP_STRUCT, TIMESTAMP_STRUCT;
typedef struct tagDATE_STRUCT {
  SQLSMALLINT year;
  SQLUSMALLINT month, day;
} SQL_DATE_STRUCT, DATE_STRUCT;

#define SQL_API
#define SQL_SUCCESS 0
#define SQL_SUCCESS_WITH_INFO 1
#define SQL_STILL_EXECUTING 2
#define SQL_NEED_DATA 99
#define SQL_NO_DATA 100
#define SQL_NO_DATA_FOUND SQL_NO_DATA
#define SQL_ERROR (-1)
#define SQL_INVALID_HANDLE (-2)
#define SQL_SUCCEEDED(rc) (((rc) & (~1)) == 0)
#define SQL_NTS (-3)
#define SQL_NTSL (-3L)
#define SQL_NULL_DATA (-1)
#define SQL_DATA_AT_EXEC (-2)
#define SQL_NULL_HANDLE 0L
#define SQL_NULL_HENV 0
#define SQL_NULL_HDBC 0
#define SQL_NULL_HSTMT 0
#define SQL_HANDLE_ENV 1
#define SQL_HANDLE_DBC 2
#define SQL_HANDLE_STMT 3
#define SQL_HANDLE_DESC 4
#define SQL_MAX_MESSAGE_LENGTH 512
#define SQL_SQLSTATE_SIZE 5
#define SQL_CLOSE 0
#define SQL_DROP 1
#define SQL_UNBIND 2
#define SQL_RESET_PARAMS 3
#define SQL_COMMIT 0
#define SQL_ROLLBACK 1
#define SQL_CHAR 1
#define SQL_NUMERIC 2
#define SQL_DECIMAL 3
#define SQL_INTEGER 4
#define SQL_SMALLINT 5
#define SQL_FLOAT 6
#define SQL_REAL 7
#define SQL_DOUBLE 8
#define SQL_VARCHAR 12
#define SQL_TYPE_DATE 91
#define SQL_TYPE_TIMESTAMP 93
#define SQL_DEFAULT 99

SQLRETURN SQLAllocHandle(SQLSMALLINT type, SQLHANDLE in, SQLHANDLE* out);
SQLRETURN SQLAllocEnv(SQLHENV* env);
SQLRETURN SQLAllocConnect(SQLHENV env, SQLHDBC* dbc);
SQLRETURN SQLAllocStmt(SQLHDBC dbc, SQLHSTMT* stmt);
SQLRETURN SQLFreeHandle(SQLSMALLINT type, SQLHANDLE handle);
SQLRETURN SQLFreeStmt(SQLHSTMT stmt, SQLUSMALLINT option);
SQLRETURN SQLFreeConnect(SQLHDBC dbc);
SQLRETURN SQLFreeEnv(SQLHENV env);
SQLRETURN SQLConnect(SQLHDBC dbc, SQLCHAR* name, SQLSMALLINT n, SQLCHAR* user, SQLSMALLINT user_n,
                     SQLCHAR* password, SQLSMALLINT password_n);
SQLRETURN SQLDisconnect(SQLHDBC dbc);
SQLRETURN SQLExecDirect(SQLHSTMT stmt, SQLCHAR* text, SQLINTEGER n);
SQLRETURN SQLPrepare(SQLHSTMT stmt, SQLCHAR* text, SQLINTEGER n);
SQLRETURN SQLExecute(SQLHSTMT stmt);
SQLRETURN SQLFetch(SQLHSTMT stmt);
SQLRETURN SQLFetchScroll(SQLHSTMT stmt, SQLSMALLINT orientation, SQLLEN offset);
SQLRETURN SQLGetData(SQLHSTMT stmt, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER to, SQLLEN n,
                     SQLLEN* out);
SQLRETURN SQLBindCol(SQLHSTMT stmt, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER to, SQLLEN n,
                     SQLLEN* out);
SQLRETURN SQLNumResultCols(SQLHSTMT stmt, SQLSMALLINT* n);
SQLRETURN SQLRowCount(SQLHSTMT stmt, SQLLEN* n);
SQLRETURN SQLDescribeCol(SQLHSTMT stmt, SQLUSMALLINT column, SQLCHAR* name, SQLSMALLINT n,
                         SQLSMALLINT* name_n, SQLSMALLINT* type, SQLULEN* size,
                         SQLSMALLINT* digits, SQLSMALLINT* nullable);
SQLRETURN SQLColAttribute(SQLHSTMT stmt, SQLUSMALLINT column, SQLUSMALLINT field, SQLPOINTER to,
                          SQLSMALLINT n, SQLSMALLINT* out, SQLLEN* number);
SQLRETURN SQLCloseCursor(SQLHSTMT stmt);
SQLRETURN SQLCancel(SQLHSTMT stmt);
SQLRETURN SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT how);
SQLRETURN SQLSetEnvAttr(SQLHENV env, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER n);
SQLRETURN SQLSetConnectAttr(SQLHDBC dbc, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER n);
SQLRETURN SQLGetConnectAttr(SQLHDBC dbc, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER n,
                            SQLINTEGER* out);
SQLRETURN SQLSetStmtAttr(SQLHSTMT stmt, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER n);
SQLRETURN SQLSetStmtOption(SQLHSTMT stmt, SQLUSMALLINT option, SQLULEN value);
SQLRETURN SQLSetConnectOption(SQLHDBC dbc, SQLUSMALLINT option, SQLULEN value);
SQLRETURN SQLGetDiagRec(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLCHAR* state,
                        SQLINTEGER* native, SQLCHAR* text, SQLSMALLINT n, SQLSMALLINT* out);
SQLRETURN SQLError(SQLHENV env, SQLHDBC dbc, SQLHSTMT stmt, SQLCHAR* state, SQLINTEGER* native,
                   SQLCHAR* text, SQLSMALLINT n, SQLSMALLINT* out);
SQLRETURN SQLTables(SQLHSTMT stmt, SQLCHAR* a, SQLSMALLINT an, SQLCHAR* b, SQLSMALLINT bn,
                    SQLCHAR* c, SQLSMALLINT cn, SQLCHAR* d, SQLSMALLINT dn);

#ifdef __cplusplus
}
#endif
