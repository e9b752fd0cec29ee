// C model of the MongoDB C driver: https://mongoc.org/libmongoc/current/. Declarations only.
#pragma once

#include <bson/bson.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _mongoc_client_t mongoc_client_t;
typedef struct _mongoc_client_pool_t mongoc_client_pool_t;
typedef struct _mongoc_client_session_t mongoc_client_session_t;
typedef struct _mongoc_database_t mongoc_database_t;
typedef struct _mongoc_collection_t mongoc_collection_t;
typedef struct _mongoc_cursor_t mongoc_cursor_t;
typedef struct _mongoc_uri_t mongoc_uri_t;
typedef struct _mongoc_bulk_operation_t mongoc_bulk_operation_t;
typedef struct _mongoc_read_prefs_t mongoc_read_prefs_t;
typedef struct _mongoc_read_concern_t mongoc_read_concern_t;
typedef struct _mongoc_write_concern_t mongoc_write_concern_t;
typedef struct _mongoc_change_stream_t mongoc_change_stream_t;
typedef struct _mongoc_find_and_modify_opts_t mongoc_find_and_modify_opts_t;
typedef struct {
  const char* pem_file;
  const char* pem_pwd;
  const char* ca_file;
  const char* ca_dir;
  const char* crl_file;
  bool weak_cert_validation;
  bool allow_invalid_hostname;
  void* internal;
  void* padding[6];
} mongoc_ssl_opt_t;
typedef enum { MONGOC_INSERT_NONE, MONGOC_INSERT_CONTINUE_ON_ERROR } mongoc_insert_flags_t;
typedef enum { MONGOC_QUERY_NONE, MONGOC_QUERY_SLAVE_OK = 4 } mongoc_query_flags_t;
typedef enum { MONGOC_UPDATE_NONE, MONGOC_UPDATE_UPSERT, MONGOC_UPDATE_MULTI_UPDATE } mongoc_update_flags_t;
typedef enum { MONGOC_REMOVE_NONE, MONGOC_REMOVE_SINGLE_REMOVE } mongoc_remove_flags_t;
typedef enum { MONGOC_READ_PRIMARY = 1, MONGOC_READ_SECONDARY, MONGOC_READ_NEAREST = 10 } mongoc_read_mode_t;

#define MONGOC_URI_CONNECTTIMEOUTMS "connecttimeoutms"
#define MONGOC_URI_SOCKETTIMEOUTMS "sockettimeoutms"
#define MONGOC_URI_SERVERSELECTIONTIMEOUTMS "serverselectiontimeoutms"
#define MONGOC_URI_WAITQUEUETIMEOUTMS "waitqueuetimeoutms"
#define MONGOC_URI_WTIMEOUTMS "wtimeoutms"
#define MONGOC_URI_HEARTBEATFREQUENCYMS "heartbeatfrequencyms"
#define MONGOC_URI_MAXPOOLSIZE "maxpoolsize"
#define MONGOC_URI_TLS "tls"
#define MONGOC_URI_SSL "ssl"
#define MONGOC_URI_TLSINSECURE "tlsinsecure"
#define MONGOC_URI_TLSALLOWINVALIDCERTIFICATES "tlsallowinvalidcertificates"
#define MONGOC_URI_TLSALLOWINVALIDHOSTNAMES "tlsallowinvalidhostnames"
#define MONGOC_URI_TLSCAFILE "tlscafile"
#define MONGOC_URI_APPNAME "appname"
#define MONGOC_URI_RETRYWRITES "retrywrites"

void mongoc_init(void);
void mongoc_cleanup(void);
mongoc_client_t* mongoc_client_new(const char* uri);
mongoc_client_t* mongoc_client_new_from_uri(const mongoc_uri_t* uri);
mongoc_client_t* mongoc_client_new_from_uri_with_error(const mongoc_uri_t* uri,
                                                       bson_error_t* error);
void mongoc_client_destroy(mongoc_client_t* client);
void mongoc_client_set_ssl_opts(mongoc_client_t* client, const mongoc_ssl_opt_t* opts);
bool mongoc_client_set_error_api(mongoc_client_t* client, int32_t version);
bool mongoc_client_set_appname(mongoc_client_t* client, const char* name);
mongoc_database_t* mongoc_client_get_database(mongoc_client_t* client, const char* name);
mongoc_collection_t* mongoc_client_get_collection(mongoc_client_t* client, const char* db,
                                                  const char* name);
bool mongoc_client_command_simple(mongoc_client_t* client, const char* db, const bson_t* command,
                                  const mongoc_read_prefs_t* prefs, bson_t* reply,
                                  bson_error_t* error);
mongoc_client_pool_t* mongoc_client_pool_new(const mongoc_uri_t* uri);
mongoc_client_pool_t* mongoc_client_pool_new_with_error(const mongoc_uri_t* uri,
                                                        bson_error_t* error);
void mongoc_client_pool_destroy(mongoc_client_pool_t* pool);
mongoc_client_t* mongoc_client_pool_pop(mongoc_client_pool_t* pool);
mongoc_client_t* mongoc_client_pool_try_pop(mongoc_client_pool_t* pool);
void mongoc_client_pool_push(mongoc_client_pool_t* pool, mongoc_client_t* client);
void mongoc_client_pool_max_size(mongoc_client_pool_t* pool, uint32_t size);
void mongoc_client_pool_set_ssl_opts(mongoc_client_pool_t* pool, const mongoc_ssl_opt_t* opts);
bool mongoc_client_pool_set_error_api(mongoc_client_pool_t* pool, int32_t version);
const mongoc_ssl_opt_t* mongoc_ssl_opt_get_default(void);

mongoc_uri_t* mongoc_uri_new(const char* text);
mongoc_uri_t* mongoc_uri_new_with_error(const char* text, bson_error_t* error);
mongoc_uri_t* mongoc_uri_new_for_host_port(const char* host, uint16_t port);
mongoc_uri_t* mongoc_uri_copy(const mongoc_uri_t* uri);
void mongoc_uri_destroy(mongoc_uri_t* uri);
const char* mongoc_uri_get_database(const mongoc_uri_t* uri);
const char* mongoc_uri_get_string(const mongoc_uri_t* uri);
int32_t mongoc_uri_get_option_as_int32(const mongoc_uri_t* uri, const char* name, int32_t value);
bool mongoc_uri_set_option_as_int32(mongoc_uri_t* uri, const char* name, int32_t value);
bool mongoc_uri_set_option_as_bool(mongoc_uri_t* uri, const char* name, bool value);
bool mongoc_uri_set_option_as_utf8(mongoc_uri_t* uri, const char* name, const char* value);
bool mongoc_uri_set_username(mongoc_uri_t* uri, const char* name);
bool mongoc_uri_set_password(mongoc_uri_t* uri, const char* password);
bool mongoc_uri_set_auth_mechanism(mongoc_uri_t* uri, const char* name);

void mongoc_database_destroy(mongoc_database_t* db);
mongoc_collection_t* mongoc_database_get_collection(mongoc_database_t* db, const char* name);
void mongoc_collection_destroy(mongoc_collection_t* c);
mongoc_cursor_t* mongoc_collection_find_with_opts(mongoc_collection_t* c, const bson_t* filter,
                                                  const bson_t* opts,
                                                  const mongoc_read_prefs_t* prefs);
mongoc_cursor_t* mongoc_collection_find(mongoc_collection_t* c, mongoc_query_flags_t flags,
                                        uint32_t skip, uint32_t limit, uint32_t batch,
                                        const bson_t* query, const bson_t* fields,
                                        const mongoc_read_prefs_t* prefs);
mongoc_cursor_t* mongoc_collection_aggregate(mongoc_collection_t* c, mongoc_query_flags_t flags,
                                             const bson_t* pipeline, const bson_t* opts,
                                             const mongoc_read_prefs_t* prefs);
bool mongoc_collection_insert_one(mongoc_collection_t* c, const bson_t* doc, const bson_t* opts,
                                  bson_t* reply, bson_error_t* error);
bool mongoc_collection_insert(mongoc_collection_t* c, mongoc_insert_flags_t flags,
                              const bson_t* doc, const mongoc_write_concern_t* concern,
                              bson_error_t* error);
bool mongoc_collection_update_one(mongoc_collection_t* c, const bson_t* filter,
                                  const bson_t* update, const bson_t* opts, bson_t* reply,
                                  bson_error_t* error);
bool mongoc_collection_update(mongoc_collection_t* c, mongoc_update_flags_t flags,
                              const bson_t* filter, const bson_t* update,
                              const mongoc_write_concern_t* concern, bson_error_t* error);
bool mongoc_collection_replace_one(mongoc_collection_t* c, const bson_t* filter, const bson_t* doc,
                                   const bson_t* opts, bson_t* reply, bson_error_t* error);
bool mongoc_collection_delete_one(mongoc_collection_t* c, const bson_t* filter, const bson_t* opts,
                                  bson_t* reply, bson_error_t* error);
bool mongoc_collection_delete_many(mongoc_collection_t* c, const bson_t* filter,
                                   const bson_t* opts, bson_t* reply, bson_error_t* error);
int64_t mongoc_collection_count_documents(mongoc_collection_t* c, const bson_t* filter,
                                          const bson_t* opts, const mongoc_read_prefs_t* prefs,
                                          bson_t* reply, bson_error_t* error);
bool mongoc_cursor_next(mongoc_cursor_t* cursor, const bson_t** doc);
bool mongoc_cursor_error(mongoc_cursor_t* cursor, bson_error_t* error);
void mongoc_cursor_destroy(mongoc_cursor_t* cursor);
mongoc_write_concern_t* mongoc_write_concern_new(void);
void mongoc_write_concern_set_wtimeout(mongoc_write_concern_t* concern, int32_t ms);
void mongoc_write_concern_set_w(mongoc_write_concern_t* concern, int32_t w);
void mongoc_write_concern_destroy(mongoc_write_concern_t* concern);

#ifdef __cplusplus
}
#endif
