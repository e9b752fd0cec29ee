// C model of libevent's HTTP. Declarations only.
#pragma once

#include <event2/event.h>

#ifdef __cplusplus
extern "C" {
#endif

struct evhttp;
struct evhttp_connection;
struct evhttp_request;
struct evhttp_bound_socket;
struct evhttp_uri;
struct evkeyvalq {
  void* first;
};
enum evhttp_cmd_type {
  EVHTTP_REQ_GET = 1,
  EVHTTP_REQ_POST = 2,
  EVHTTP_REQ_HEAD = 4,
  EVHTTP_REQ_PUT = 8,
  EVHTTP_REQ_DELETE = 16,
  EVHTTP_REQ_OPTIONS = 32,
  EVHTTP_REQ_PATCH = 256
};
enum evhttp_request_error { EVREQ_HTTP_TIMEOUT, EVREQ_HTTP_EOF, EVREQ_HTTP_INVALID_HEADER };
#define HTTP_OK 200
#define HTTP_BADREQUEST 400
#define HTTP_NOTFOUND 404
#define HTTP_BADMETHOD 405
#define HTTP_INTERNAL 500
#define HTTP_SERVUNAVAIL 503

struct evhttp* evhttp_new(struct event_base* base);
void evhttp_free(struct evhttp* http);
int evhttp_bind_socket(struct evhttp* http, const char* address, uint16_t port);
struct evhttp_bound_socket* evhttp_bind_socket_with_handle(struct evhttp* http,
                                                           const char* address, uint16_t port);
void evhttp_set_timeout(struct evhttp* http, int seconds);
int evhttp_set_cb(struct evhttp* http, const char* path, void (*f)(struct evhttp_request*, void*),
                  void* arg);
void evhttp_set_gencb(struct evhttp* http, void (*f)(struct evhttp_request*, void*), void* arg);
void evhttp_set_max_headers_size(struct evhttp* http, ssize_t n);
void evhttp_set_max_body_size(struct evhttp* http, ssize_t n);
void evhttp_set_allowed_methods(struct evhttp* http, uint16_t methods);
struct evhttp_connection* evhttp_connection_base_new(struct event_base* base,
                                                     struct evdns_base* dns, const char* host,
                                                     uint16_t port);
struct evhttp_connection* evhttp_connection_base_bufferevent_new(struct event_base* base,
                                                                 struct evdns_base* dns,
                                                                 struct bufferevent* b,
                                                                 const char* host, uint16_t port);
void evhttp_connection_free(struct evhttp_connection* c);
void evhttp_connection_set_timeout(struct evhttp_connection* c, int seconds);
void evhttp_connection_set_timeout_tv(struct evhttp_connection* c, const struct timeval* tv);
void evhttp_connection_set_initial_retry_tv(struct evhttp_connection* c, const struct timeval* tv);
void evhttp_connection_set_retries(struct evhttp_connection* c, int n);
void evhttp_connection_set_closecb(struct evhttp_connection* c,
                                   void (*f)(struct evhttp_connection*, void*), void* arg);
int evhttp_make_request(struct evhttp_connection* c, struct evhttp_request* request,
                        enum evhttp_cmd_type type, const char* uri);
struct evhttp_request* evhttp_request_new(void (*f)(struct evhttp_request*, void*), void* arg);
void evhttp_request_free(struct evhttp_request* request);
void evhttp_request_set_error_cb(struct evhttp_request* request,
                                 void (*f)(enum evhttp_request_error, void*));
int evhttp_request_get_response_code(const struct evhttp_request* request);
const char* evhttp_request_get_uri(const struct evhttp_request* request);
enum evhttp_cmd_type evhttp_request_get_command(const struct evhttp_request* request);
struct evbuffer* evhttp_request_get_input_buffer(struct evhttp_request* request);
struct evbuffer* evhttp_request_get_output_buffer(struct evhttp_request* request);
struct evkeyvalq* evhttp_request_get_input_headers(struct evhttp_request* request);
struct evkeyvalq* evhttp_request_get_output_headers(struct evhttp_request* request);
int evhttp_add_header(struct evkeyvalq* headers, const char* key, const char* value);
const char* evhttp_find_header(const struct evkeyvalq* headers, const char* key);
void evhttp_send_reply(struct evhttp_request* request, int code, const char* reason,
                       struct evbuffer* body);
void evhttp_send_error(struct evhttp_request* request, int code, const char* reason);
struct evhttp_uri* evhttp_uri_parse(const char* uri);
void evhttp_uri_free(struct evhttp_uri* uri);
const char* evhttp_uri_get_host(const struct evhttp_uri* uri);
const char* evhttp_uri_get_path(const struct evhttp_uri* uri);
const char* evhttp_uri_get_query(const struct evhttp_uri* uri);
const char* evhttp_uri_get_scheme(const struct evhttp_uri* uri);
int evhttp_uri_get_port(const struct evhttp_uri* uri);
int evhttp_parse_query_str(const char* text, struct evkeyvalq* out);

#ifdef __cplusplus
}
#endif
