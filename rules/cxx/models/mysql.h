// C model of the MySQL and MariaDB client: https://dev.mysql.com/doc/c-api/8.0/en/ and
// https://mariadb.com/kb/en/mariadb-connector-c/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if !defined(__cplusplus)
#include <stdbool.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef char my_bool;
typedef uint64_t my_ulonglong;
typedef char** MYSQL_ROW;
typedef int my_socket;

enum enum_field_types {
  MYSQL_TYPE_DECIMAL,
  MYSQL_TYPE_TINY,
  MYSQL_TYPE_SHORT,
  MYSQL_TYPE_LONG,
  MYSQL_TYPE_FLOAT,
  MYSQL_TYPE_DOUBLE,
  MYSQL_TYPE_NULL,
  MYSQL_TYPE_TIMESTAMP,
  MYSQL_TYPE_LONGLONG,
  MYSQL_TYPE_INT24,
  MYSQL_TYPE_DATE,
  MYSQL_TYPE_TIME,
  MYSQL_TYPE_DATETIME,
  MYSQL_TYPE_YEAR,
  MYSQL_TYPE_NEWDATE,
  MYSQL_TYPE_VARCHAR,
  MYSQL_TYPE_BIT,
  MYSQL_TYPE_JSON = 245,
  MYSQL_TYPE_NEWDECIMAL,
  MYSQL_TYPE_ENUM,
  MYSQL_TYPE_SET,
  MYSQL_TYPE_TINY_BLOB,
  MYSQL_TYPE_MEDIUM_BLOB,
  MYSQL_TYPE_LONG_BLOB,
  MYSQL_TYPE_BLOB,
  MYSQL_TYPE_VAR_STRING,
  MYSQL_TYPE_STRING,
  MYSQL_TYPE_GEOMETRY
};

typedef struct st_mysql_field {
  char* name;
  char* org_name;
  char* table;
  char* db;
  unsigned long length;
  unsigned long max_length;
  unsigned int flags;
  unsigned int decimals;
  unsigned int charsetnr;
  enum enum_field_types type;
} MYSQL_FIELD;

typedef struct st_mysql {
  unsigned int status;
  unsigned long thread_id;
  my_ulonglong affected_rows;
  my_ulonglong insert_id;
  char* host;
  char* user;
  char* passwd;
  char* db;
  unsigned int port;
  my_bool reconnect;
  struct {
    int fd;
  } net;
} MYSQL;
typedef struct st_mysql_res {
  my_ulonglong row_count;
  MYSQL_FIELD* fields;
} MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef struct st_mysql_bind {
  unsigned long* length;
  bool* is_null;
  void* buffer;
  bool* error;
  unsigned long buffer_length;
  enum enum_field_types buffer_type;
  bool is_unsigned;
} MYSQL_BIND;
typedef struct st_mysql_time {
  unsigned int year, month, day, hour, minute, second;
  unsigned long second_part;
  my_bool neg;
} MYSQL_TIME;

enum mysql_option {
  MYSQL_OPT_CONNECT_TIMEOUT,
  MYSQL_OPT_COMPRESS,
  MYSQL_OPT_NAMED_PIPE,
  MYSQL_INIT_COMMAND,
  MYSQL_READ_DEFAULT_FILE,
  MYSQL_READ_DEFAULT_GROUP,
  MYSQL_SET_CHARSET_DIR,
  MYSQL_SET_CHARSET_NAME,
  MYSQL_OPT_LOCAL_INFILE,
  MYSQL_OPT_PROTOCOL,
  MYSQL_SHARED_MEMORY_BASE_NAME,
  MYSQL_OPT_READ_TIMEOUT,
  MYSQL_OPT_WRITE_TIMEOUT,
  MYSQL_OPT_USE_RESULT,
  MYSQL_OPT_USE_REMOTE_CONNECTION,
  MYSQL_OPT_USE_EMBEDDED_CONNECTION,
  MYSQL_OPT_GUESS_CONNECTION,
  MYSQL_SET_CLIENT_IP,
  MYSQL_SECURE_AUTH,
  MYSQL_REPORT_DATA_TRUNCATION,
  MYSQL_OPT_RECONNECT,
  MYSQL_OPT_SSL_VERIFY_SERVER_CERT,
  MYSQL_PLUGIN_DIR,
  MYSQL_DEFAULT_AUTH,
  MYSQL_OPT_BIND,
  MYSQL_OPT_SSL_KEY,
  MYSQL_OPT_SSL_CERT,
  MYSQL_OPT_SSL_CA,
  MYSQL_OPT_SSL_CAPATH,
  MYSQL_OPT_SSL_CIPHER,
  MYSQL_OPT_SSL_CRL,
  MYSQL_OPT_SSL_CRLPATH,
  MYSQL_OPT_CONNECT_ATTR_RESET,
  MYSQL_OPT_CONNECT_ATTR_ADD,
  MYSQL_OPT_CONNECT_ATTR_DELETE,
  MYSQL_SERVER_PUBLIC_KEY,
  MYSQL_ENABLE_CLEARTEXT_PLUGIN,
  MYSQL_OPT_CAN_HANDLE_EXPIRED_PASSWORDS,
  MYSQL_OPT_SSL_ENFORCE,
  MYSQL_OPT_MAX_ALLOWED_PACKET,
  MYSQL_OPT_NET_BUFFER_LENGTH,
  MYSQL_OPT_TLS_VERSION,
  MYSQL_OPT_SSL_MODE,
  MYSQL_OPT_GET_SERVER_PUBLIC_KEY,
  MYSQL_OPT_RETRY_COUNT,
  MYSQL_OPT_NONBLOCK,
  MARIADB_OPT_TLS_PEER_FP,
  MARIADB_OPT_TLS_VERSION,
  MARIADB_OPT_TLS_PASSPHRASE,
  MARIADB_OPT_MULTI_STATEMENTS
};
enum mysql_ssl_mode {
  SSL_MODE_DISABLED = 1,
  SSL_MODE_PREFERRED,
  SSL_MODE_REQUIRED,
  SSL_MODE_VERIFY_CA,
  SSL_MODE_VERIFY_IDENTITY
};
enum mysql_protocol_type {
  MYSQL_PROTOCOL_DEFAULT,
  MYSQL_PROTOCOL_TCP,
  MYSQL_PROTOCOL_SOCKET,
  MYSQL_PROTOCOL_PIPE,
  MYSQL_PROTOCOL_MEMORY
};
enum enum_mysql_set_option { MYSQL_OPTION_MULTI_STATEMENTS_ON, MYSQL_OPTION_MULTI_STATEMENTS_OFF };
enum enum_stmt_attr_type {
  STMT_ATTR_UPDATE_MAX_LENGTH,
  STMT_ATTR_CURSOR_TYPE,
  STMT_ATTR_PREFETCH_ROWS
};

#define CLIENT_FOUND_ROWS 2
#define CLIENT_COMPRESS 32
#define CLIENT_LOCAL_FILES 128
#define CLIENT_IGNORE_SPACE 256
#define CLIENT_INTERACTIVE 1024
#define CLIENT_SSL 2048
#define CLIENT_MULTI_STATEMENTS (1UL << 16)
#define CLIENT_MULTI_RESULTS (1UL << 17)
#define CLIENT_REMEMBER_OPTIONS (1UL << 31)
#define MYSQL_NO_DATA 100
#define MYSQL_DATA_TRUNCATED 101
#define MYSQL_PORT 3306
#define MYSQL_ERRMSG_SIZE 512
#define MYSQL_VERSION_ID 80000
#define NOT_NULL_FLAG 1
#define PRI_KEY_FLAG 2
#define UNSIGNED_FLAG 32
#define BINARY_FLAG 128

int mysql_library_init(int argc, char** argv, char** groups);
void mysql_library_end(void);
int mysql_server_init(int argc, char** argv, char** groups);
void mysql_server_end(void);
my_bool mysql_thread_init(void);
void mysql_thread_end(void);
unsigned int mysql_thread_safe(void);
MYSQL* mysql_init(MYSQL* mysql);
MYSQL* mysql_real_connect(MYSQL* mysql, const char* host, const char* user, const char* passwd,
                          const char* db, unsigned int port, const char* unix_socket,
                          unsigned long flags);
MYSQL* mysql_connect(MYSQL* mysql, const char* host, const char* user, const char* passwd);
void mysql_close(MYSQL* mysql);
int mysql_options(MYSQL* mysql, enum mysql_option option, const void* value);
int mysql_options4(MYSQL* mysql, enum mysql_option option, const void* a, const void* b);
int mysql_optionsv(MYSQL* mysql, enum mysql_option option, ...);
int mysql_get_option(MYSQL* mysql, enum mysql_option option, const void* value);
int mysql_set_server_option(MYSQL* mysql, enum enum_mysql_set_option option);
bool mysql_ssl_set(MYSQL* mysql, const char* key, const char* cert, const char* ca,
                   const char* capath, const char* cipher);
const char* mysql_get_ssl_cipher(MYSQL* mysql);
bool mysql_change_user(MYSQL* mysql, const char* user, const char* passwd, const char* db);
int mysql_select_db(MYSQL* mysql, const char* db);
int mysql_ping(MYSQL* mysql);
int mysql_reset_connection(MYSQL* mysql);
int mysql_set_character_set(MYSQL* mysql, const char* name);
const char* mysql_character_set_name(MYSQL* mysql);
int mysql_query(MYSQL* mysql, const char* query);
int mysql_send_query(MYSQL* mysql, const char* query, unsigned long length);
int mysql_real_query(MYSQL* mysql, const char* query, unsigned long length);
MYSQL_RES* mysql_store_result(MYSQL* mysql);
MYSQL_RES* mysql_use_result(MYSQL* mysql);
int mysql_next_result(MYSQL* mysql);
bool mysql_more_results(MYSQL* mysql);
void mysql_free_result(MYSQL_RES* result);
MYSQL_ROW mysql_fetch_row(MYSQL_RES* result);
unsigned long* mysql_fetch_lengths(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_field(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_fields(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_field_direct(MYSQL_RES* result, unsigned int n);
unsigned int mysql_num_fields(MYSQL_RES* result);
my_ulonglong mysql_num_rows(MYSQL_RES* result);
void mysql_data_seek(MYSQL_RES* result, my_ulonglong offset);
unsigned int mysql_field_count(MYSQL* mysql);
my_ulonglong mysql_affected_rows(MYSQL* mysql);
my_ulonglong mysql_insert_id(MYSQL* mysql);
unsigned int mysql_errno(MYSQL* mysql);
const char* mysql_error(MYSQL* mysql);
const char* mysql_sqlstate(MYSQL* mysql);
unsigned int mysql_warning_count(MYSQL* mysql);
const char* mysql_info(MYSQL* mysql);
unsigned long mysql_thread_id(MYSQL* mysql);
const char* mysql_get_host_info(MYSQL* mysql);
const char* mysql_get_server_info(MYSQL* mysql);
unsigned long mysql_get_server_version(MYSQL* mysql);
const char* mysql_get_client_info(void);
unsigned long mysql_get_client_version(void);
const char* mysql_stat(MYSQL* mysql);
unsigned long mysql_escape_string(char* to, const char* from, unsigned long length);
unsigned long mysql_real_escape_string(MYSQL* mysql, char* to, const char* from,
                                       unsigned long length);
unsigned long mysql_real_escape_string_quote(MYSQL* mysql, char* to, const char* from,
                                             unsigned long length, char quote);
unsigned long mysql_hex_string(char* to, const char* from, unsigned long length);
bool mysql_commit(MYSQL* mysql);
bool mysql_rollback(MYSQL* mysql);
bool mysql_autocommit(MYSQL* mysql, bool on);

MYSQL_STMT* mysql_stmt_init(MYSQL* mysql);
int mysql_stmt_prepare(MYSQL_STMT* stmt, const char* query, unsigned long length);
int mysql_stmt_execute(MYSQL_STMT* stmt);
int mysql_stmt_fetch(MYSQL_STMT* stmt);
int mysql_stmt_fetch_column(MYSQL_STMT* stmt, MYSQL_BIND* bind, unsigned int column,
                            unsigned long offset);
int mysql_stmt_store_result(MYSQL_STMT* stmt);
unsigned long mysql_stmt_param_count(MYSQL_STMT* stmt);
bool mysql_stmt_bind_param(MYSQL_STMT* stmt, MYSQL_BIND* bind);
bool mysql_stmt_bind_result(MYSQL_STMT* stmt, MYSQL_BIND* bind);
bool mysql_stmt_attr_set(MYSQL_STMT* stmt, enum enum_stmt_attr_type type, const void* value);
bool mysql_stmt_close(MYSQL_STMT* stmt);
bool mysql_stmt_reset(MYSQL_STMT* stmt);
bool mysql_stmt_free_result(MYSQL_STMT* stmt);
bool mysql_stmt_send_long_data(MYSQL_STMT* stmt, unsigned int n, const char* data,
                               unsigned long length);
MYSQL_RES* mysql_stmt_result_metadata(MYSQL_STMT* stmt);
my_ulonglong mysql_stmt_num_rows(MYSQL_STMT* stmt);
my_ulonglong mysql_stmt_affected_rows(MYSQL_STMT* stmt);
my_ulonglong mysql_stmt_insert_id(MYSQL_STMT* stmt);
unsigned int mysql_stmt_field_count(MYSQL_STMT* stmt);
unsigned int mysql_stmt_errno(MYSQL_STMT* stmt);
const char* mysql_stmt_error(MYSQL_STMT* stmt);
const char* mysql_stmt_sqlstate(MYSQL_STMT* stmt);

int mysql_real_connect_start(MYSQL** out, MYSQL* mysql, const char* host, const char* user,
                             const char* passwd, const char* db, unsigned int port,
                             const char* unix_socket, unsigned long flags);
int mysql_real_connect_cont(MYSQL** out, MYSQL* mysql, int status);
int mysql_query_start(int* out, MYSQL* mysql, const char* query);
int mysql_query_cont(int* out, MYSQL* mysql, int status);
my_socket mysql_get_socket(MYSQL* mysql);

#ifdef __cplusplus
}
#endif
