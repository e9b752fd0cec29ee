// C model of SQLite: https://www.sqlite.org/c3ref/intro.html. Declarations only.
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_blob sqlite3_blob;
typedef struct sqlite3_backup sqlite3_backup;
typedef struct sqlite3_mutex sqlite3_mutex;
typedef long long sqlite3_int64;
typedef unsigned long long sqlite3_uint64;
typedef void (*sqlite3_destructor_type)(void*);
typedef int (*sqlite3_callback)(void*, int, char**, char**);
#define SQLITE_STATIC ((sqlite3_destructor_type)0)
#define SQLITE_TRANSIENT ((sqlite3_destructor_type)-1)
#define SQLITE_VERSION "3.40.0"
#define SQLITE_VERSION_NUMBER 3040000

enum {
  SQLITE_OK = 0,
  SQLITE_ERROR = 1,
  SQLITE_INTERNAL = 2,
  SQLITE_PERM = 3,
  SQLITE_ABORT = 4,
  SQLITE_BUSY = 5,
  SQLITE_LOCKED = 6,
  SQLITE_NOMEM = 7,
  SQLITE_READONLY = 8,
  SQLITE_INTERRUPT = 9,
  SQLITE_IOERR = 10,
  SQLITE_CORRUPT = 11,
  SQLITE_NOTFOUND = 12,
  SQLITE_FULL = 13,
  SQLITE_CANTOPEN = 14,
  SQLITE_SCHEMA = 17,
  SQLITE_TOOBIG = 18,
  SQLITE_CONSTRAINT = 19,
  SQLITE_MISMATCH = 20,
  SQLITE_MISUSE = 21,
  SQLITE_AUTH = 23,
  SQLITE_RANGE = 25,
  SQLITE_NOTADB = 26,
  SQLITE_ROW = 100,
  SQLITE_DONE = 101,
  SQLITE_CONSTRAINT_PRIMARYKEY = 1555,
  SQLITE_CONSTRAINT_UNIQUE = 2067,
  SQLITE_INTEGER = 1,
  SQLITE_FLOAT = 2,
  SQLITE_TEXT = 3,
  SQLITE_BLOB = 4,
  SQLITE_NULL = 5,
  SQLITE_UTF8 = 1,
  SQLITE_DETERMINISTIC = 0x800,
  SQLITE_OPEN_READONLY = 0x1,
  SQLITE_OPEN_READWRITE = 0x2,
  SQLITE_OPEN_CREATE = 0x4,
  SQLITE_OPEN_URI = 0x40,
  SQLITE_OPEN_MEMORY = 0x80,
  SQLITE_OPEN_NOMUTEX = 0x8000,
  SQLITE_OPEN_FULLMUTEX = 0x10000,
  SQLITE_OPEN_SHAREDCACHE = 0x20000,
  SQLITE_OPEN_PRIVATECACHE = 0x40000,
  SQLITE_CONFIG_SINGLETHREAD = 1,
  SQLITE_CONFIG_MULTITHREAD,
  SQLITE_CONFIG_SERIALIZED,
  SQLITE_CONFIG_LOG = 16,
  SQLITE_PREPARE_PERSISTENT = 1,
  SQLITE_TRACE_STMT = 1,
  SQLITE_TRACE_PROFILE = 2,
  SQLITE_INSERT = 18,
  SQLITE_UPDATE = 23,
  SQLITE_DELETE = 9
};

int sqlite3_open(const char* name, sqlite3** db);
int sqlite3_open16(const void* name, sqlite3** db);
int sqlite3_open_v2(const char* name, sqlite3** db, int flags, const char* vfs);
int sqlite3_close(sqlite3* db);
int sqlite3_close_v2(sqlite3* db);
int sqlite3_initialize(void);
int sqlite3_shutdown(void);
int sqlite3_config(int option, ...);
int sqlite3_db_config(sqlite3* db, int option, ...);
int sqlite3_threadsafe(void);
const char* sqlite3_libversion(void);
int sqlite3_libversion_number(void);
int sqlite3_key(sqlite3* db, const void* key, int length);
int sqlite3_key_v2(sqlite3* db, const char* name, const void* key, int length);
int sqlite3_rekey(sqlite3* db, const void* key, int length);
int sqlite3_rekey_v2(sqlite3* db, const char* name, const void* key, int length);
int sqlite3_busy_timeout(sqlite3* db, int ms);
int sqlite3_busy_handler(sqlite3* db, int (*f)(void*, int), void* arg);
void sqlite3_progress_handler(sqlite3* db, int n, int (*f)(void*), void* arg);
void sqlite3_interrupt(sqlite3* db);
int sqlite3_extended_result_codes(sqlite3* db, int on);
int sqlite3_enable_load_extension(sqlite3* db, int on);
int sqlite3_exec(sqlite3* db, const char* sql, sqlite3_callback f, void* arg, char** error);
int sqlite3_get_table(sqlite3* db, const char* sql, char*** result, int* rows, int* columns,
                      char** error);
void sqlite3_free_table(char** result);
int sqlite3_prepare(sqlite3* db, const char* sql, int length, sqlite3_stmt** stmt,
                    const char** tail);
int sqlite3_prepare_v2(sqlite3* db, const char* sql, int length, sqlite3_stmt** stmt,
                       const char** tail);
int sqlite3_prepare_v3(sqlite3* db, const char* sql, int length, unsigned int flags,
                       sqlite3_stmt** stmt, const char** tail);
int sqlite3_prepare16_v2(sqlite3* db, const void* sql, int length, sqlite3_stmt** stmt,
                         const void** tail);
int sqlite3_step(sqlite3_stmt* stmt);
int sqlite3_reset(sqlite3_stmt* stmt);
int sqlite3_finalize(sqlite3_stmt* stmt);
int sqlite3_clear_bindings(sqlite3_stmt* stmt);
sqlite3* sqlite3_db_handle(sqlite3_stmt* stmt);
const char* sqlite3_sql(sqlite3_stmt* stmt);
char* sqlite3_expanded_sql(sqlite3_stmt* stmt);
int sqlite3_stmt_readonly(sqlite3_stmt* stmt);
int sqlite3_bind_blob(sqlite3_stmt* stmt, int n, const void* p, int length,
                      sqlite3_destructor_type d);
int sqlite3_bind_blob64(sqlite3_stmt* stmt, int n, const void* p, sqlite3_uint64 length,
                        sqlite3_destructor_type d);
int sqlite3_bind_double(sqlite3_stmt* stmt, int n, double v);
int sqlite3_bind_int(sqlite3_stmt* stmt, int n, int v);
int sqlite3_bind_int64(sqlite3_stmt* stmt, int n, sqlite3_int64 v);
int sqlite3_bind_null(sqlite3_stmt* stmt, int n);
int sqlite3_bind_text(sqlite3_stmt* stmt, int n, const char* p, int length,
                      sqlite3_destructor_type d);
int sqlite3_bind_text16(sqlite3_stmt* stmt, int n, const void* p, int length,
                        sqlite3_destructor_type d);
int sqlite3_bind_value(sqlite3_stmt* stmt, int n, const sqlite3_value* v);
int sqlite3_bind_parameter_count(sqlite3_stmt* stmt);
int sqlite3_bind_parameter_index(sqlite3_stmt* stmt, const char* name);
int sqlite3_column_count(sqlite3_stmt* stmt);
const char* sqlite3_column_name(sqlite3_stmt* stmt, int n);
const char* sqlite3_column_decltype(sqlite3_stmt* stmt, int n);
int sqlite3_column_type(sqlite3_stmt* stmt, int n);
const void* sqlite3_column_blob(sqlite3_stmt* stmt, int n);
int sqlite3_column_bytes(sqlite3_stmt* stmt, int n);
double sqlite3_column_double(sqlite3_stmt* stmt, int n);
int sqlite3_column_int(sqlite3_stmt* stmt, int n);
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt* stmt, int n);
const unsigned char* sqlite3_column_text(sqlite3_stmt* stmt, int n);
const void* sqlite3_column_text16(sqlite3_stmt* stmt, int n);
sqlite3_value* sqlite3_column_value(sqlite3_stmt* stmt, int n);
int sqlite3_data_count(sqlite3_stmt* stmt);
int sqlite3_errcode(sqlite3* db);
int sqlite3_extended_errcode(sqlite3* db);
const char* sqlite3_errmsg(sqlite3* db);
const char* sqlite3_errstr(int code);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3* db);
int sqlite3_changes(sqlite3* db);
int sqlite3_total_changes(sqlite3* db);
int sqlite3_get_autocommit(sqlite3* db);
char* sqlite3_mprintf(const char* format, ...);
char* sqlite3_vmprintf(const char* format, va_list arguments);
char* sqlite3_snprintf(int size, char* buffer, const char* format, ...);
void* sqlite3_malloc(int size);
void sqlite3_free(void* p);
int sqlite3_sleep(int ms);
int sqlite3_create_function(sqlite3* db, const char* name, int n, int flags, void* arg,
                            void (*f)(sqlite3_context*, int, sqlite3_value**),
                            void (*step)(sqlite3_context*, int, sqlite3_value**),
                            void (*last)(sqlite3_context*));
void* sqlite3_user_data(sqlite3_context* context);
const unsigned char* sqlite3_value_text(sqlite3_value* v);
int sqlite3_value_int(sqlite3_value* v);
sqlite3_int64 sqlite3_value_int64(sqlite3_value* v);
double sqlite3_value_double(sqlite3_value* v);
const void* sqlite3_value_blob(sqlite3_value* v);
int sqlite3_value_bytes(sqlite3_value* v);
int sqlite3_value_type(sqlite3_value* v);
void sqlite3_result_text(sqlite3_context* c, const char* p, int n, sqlite3_destructor_type d);
void sqlite3_result_int(sqlite3_context* c, int v);
void sqlite3_result_int64(sqlite3_context* c, sqlite3_int64 v);
void sqlite3_result_double(sqlite3_context* c, double v);
void sqlite3_result_null(sqlite3_context* c);
void sqlite3_result_error(sqlite3_context* c, const char* p, int n);
sqlite3_backup* sqlite3_backup_init(sqlite3* to, const char* to_name, sqlite3* from,
                                    const char* from_name);
int sqlite3_backup_step(sqlite3_backup* backup, int pages);
int sqlite3_backup_finish(sqlite3_backup* backup);
int sqlite3_wal_checkpoint_v2(sqlite3* db, const char* name, int mode, int* log, int* done);
int sqlite3_trace_v2(sqlite3* db, unsigned mask, int (*f)(unsigned, void*, void*, void*), void* p);
void* sqlite3_update_hook(sqlite3* db,
                          void (*f)(void*, int, char const*, char const*, sqlite3_int64), void* p);

#ifdef __cplusplus
}
#endif
