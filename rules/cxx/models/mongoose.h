// Model of Mongoose: https://mongoose.ws/documentation/. Declarations only.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { MG_EV_ERROR, MG_EV_OPEN, MG_EV_POLL, MG_EV_RESOLVE, MG_EV_CONNECT, MG_EV_ACCEPT, MG_EV_TLS_HS, MG_EV_READ, MG_EV_WRITE, MG_EV_CLOSE, MG_EV_HTTP_HDRS, MG_EV_HTTP_MSG, MG_EV_HTTP_REQUEST, MG_EV_WS_OPEN, MG_EV_WS_MSG };
struct mg_str {
  char* buf;
  char* ptr;
  size_t len;
};
struct mg_connection;
struct mg_mgr {
  struct mg_connection* conns;
  void* userdata;
};
struct mg_connection {
  struct mg_mgr* mgr;
  void* fn_data;
  unsigned is_draining : 1;
  unsigned is_closing : 1;
};
struct mg_http_message {
  struct mg_str method, uri, query, proto, body, head, message;
};
struct mg_http_serve_opts {
  const char* root_dir;
  const char* ssi_pattern;
  const char* extra_headers;
};
typedef void (*mg_event_handler_t)(struct mg_connection*, int, void*);
void mg_mgr_init(struct mg_mgr* mgr);
void mg_mgr_poll(struct mg_mgr* mgr, int ms);
void mg_mgr_free(struct mg_mgr* mgr);
struct mg_connection* mg_http_listen(struct mg_mgr* mgr, const char* url, mg_event_handler_t f,
                                     void* data);
struct mg_connection* mg_http_connect(struct mg_mgr* mgr, const char* url, mg_event_handler_t f,
                                      void* data);
struct mg_connection* mg_bind(struct mg_mgr* mgr, const char* address, mg_event_handler_t f);
void mg_set_protocol_http_websocket(struct mg_connection* c);
void mg_http_reply(struct mg_connection* c, int status, const char* headers, const char* format,
                   ...);
void mg_http_serve_dir(struct mg_connection* c, struct mg_http_message* hm,
                       const struct mg_http_serve_opts* opts);
bool mg_http_match_uri(const struct mg_http_message* hm, const char* glob);
bool mg_match(struct mg_str text, struct mg_str pattern, struct mg_str* caps);
struct mg_str mg_str(const char* text);
struct mg_str* mg_http_get_header(struct mg_http_message* hm, const char* name);
int mg_http_get_var(const struct mg_str* text, const char* name, char* to, size_t size);
int mg_printf(struct mg_connection* c, const char* format, ...);
bool mg_send(struct mg_connection* c, const void* data, size_t size);
void mg_log_set(int level);

#ifdef __cplusplus
}
#endif
