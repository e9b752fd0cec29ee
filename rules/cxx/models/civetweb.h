// Model of CivetWeb: https://github.com/civetweb/civetweb/tree/master/docs. Declarations only.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct mg_context;
struct mg_connection;
struct mg_request_info {
  const char* request_method;
  const char* request_uri;
  const char* local_uri;
  const char* query_string;
  const char* remote_user;
  long long content_length;
  void* user_data;
};
struct mg_callbacks {
  int (*begin_request)(struct mg_connection*);
  void (*end_request)(const struct mg_connection*, int);
  int (*log_message)(const struct mg_connection*, const char*);
  int (*log_access)(const struct mg_connection*, const char*);
};
typedef int (*mg_request_handler)(struct mg_connection*, void*);
unsigned mg_init_library(unsigned features);
struct mg_context* mg_start(const struct mg_callbacks* callbacks, void* data, const char** options);
void mg_stop(struct mg_context* context);
void mg_set_request_handler(struct mg_context* context, const char* uri, mg_request_handler f,
                            void* data);
const struct mg_request_info* mg_get_request_info(const struct mg_connection* c);
int mg_printf(struct mg_connection* c, const char* format, ...);
int mg_write(struct mg_connection* c, const void* data, size_t size);
int mg_read(struct mg_connection* c, void* to, size_t size);
const char* mg_get_header(const struct mg_connection* c, const char* name);
int mg_get_var(const char* data, size_t n, const char* name, char* to, size_t size);
int mg_send_http_ok(struct mg_connection* c, const char* type, long long size);
int mg_send_http_error(struct mg_connection* c, int status, const char* format, ...);
void mg_send_file(struct mg_connection* c, const char* path);

#ifdef __cplusplus
}
#endif
