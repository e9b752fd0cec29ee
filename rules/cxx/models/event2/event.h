// C model of libevent: https://libevent.org/doc/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if __has_include(<sys/socket.h>)
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef int evutil_socket_t;
typedef ssize_t ev_ssize_t;
typedef uint8_t ev_uint8_t;
typedef uint16_t ev_uint16_t;
typedef uint32_t ev_uint32_t;
typedef uint64_t ev_uint64_t;
struct event_base;
struct event;
struct event_config;
struct evbuffer;
struct bufferevent;
struct evconnlistener;
struct evdns_base;
struct ssl_st;
typedef void (*event_callback_fn)(evutil_socket_t, short, void*);
typedef void (*bufferevent_data_cb)(struct bufferevent*, void*);
typedef void (*bufferevent_event_cb)(struct bufferevent*, short, void*);
typedef void (*evconnlistener_cb)(struct evconnlistener*, evutil_socket_t, struct sockaddr*, int,
                                  void*);

#define EV_TIMEOUT 0x01
#define EV_READ 0x02
#define EV_WRITE 0x04
#define EV_SIGNAL 0x08
#define EV_PERSIST 0x10
#define EV_ET 0x20
#define EVLOOP_ONCE 0x01
#define EVLOOP_NONBLOCK 0x02
#define BEV_EVENT_READING 0x01
#define BEV_EVENT_WRITING 0x02
#define BEV_EVENT_EOF 0x10
#define BEV_EVENT_ERROR 0x20
#define BEV_EVENT_TIMEOUT 0x40
#define BEV_EVENT_CONNECTED 0x80
#define LEV_OPT_CLOSE_ON_FREE 2
#define LEV_OPT_REUSEABLE 8
enum bufferevent_options {
  BEV_OPT_CLOSE_ON_FREE = 1,
  BEV_OPT_THREADSAFE = 2,
  BEV_OPT_DEFER_CALLBACKS = 4,
  BEV_OPT_UNLOCK_CALLBACKS = 8
};
enum bufferevent_ssl_state {
  BUFFEREVENT_SSL_OPEN,
  BUFFEREVENT_SSL_CONNECTING,
  BUFFEREVENT_SSL_ACCEPTING
};

struct event_base* event_base_new(void);
struct event_base* event_base_new_with_config(const struct event_config* config);
void event_base_free(struct event_base* base);
int event_base_dispatch(struct event_base* base);
int event_base_loop(struct event_base* base, int flags);
int event_base_loopexit(struct event_base* base, const struct timeval* tv);
int event_base_loopbreak(struct event_base* base);
int event_base_once(struct event_base* base, evutil_socket_t fd, short what, event_callback_fn f,
                    void* arg, const struct timeval* tv);
struct event* event_new(struct event_base* base, evutil_socket_t fd, short what,
                        event_callback_fn f, void* arg);
int event_add(struct event* ev, const struct timeval* tv);
int event_del(struct event* ev);
void event_free(struct event* ev);
void event_active(struct event* ev, int what, short calls);
int event_assign(struct event* ev, struct event_base* base, evutil_socket_t fd, short what,
                 event_callback_fn f, void* arg);
#define evtimer_new(base, f, arg) event_new((base), -1, 0, (f), (arg))
#define evtimer_add(ev, tv) event_add((ev), (tv))
#define evtimer_del(ev) event_del(ev)
#define evsignal_new(base, n, f, arg) event_new((base), (n), EV_SIGNAL | EV_PERSIST, (f), (arg))
#define evsignal_add(ev, tv) event_add((ev), (tv))
int evthread_use_pthreads(void);
int evutil_make_socket_nonblocking(evutil_socket_t fd);
int evutil_closesocket(evutil_socket_t fd);
const char* evutil_socket_error_to_string(int error);
int evutil_parse_sockaddr_port(const char* text, struct sockaddr* out, int* n);
#define EVUTIL_SOCKET_ERROR() 0

struct evbuffer* evbuffer_new(void);
void evbuffer_free(struct evbuffer* b);
size_t evbuffer_get_length(const struct evbuffer* b);
int evbuffer_add(struct evbuffer* b, const void* data, size_t n);
int evbuffer_add_printf(struct evbuffer* b, const char* format, ...);
int evbuffer_remove(struct evbuffer* b, void* data, size_t n);
int evbuffer_drain(struct evbuffer* b, size_t n);
ssize_t evbuffer_copyout(struct evbuffer* b, void* data, size_t n);
unsigned char* evbuffer_pullup(struct evbuffer* b, ssize_t n);
int evbuffer_add_buffer(struct evbuffer* to, struct evbuffer* from);

struct bufferevent* bufferevent_socket_new(struct event_base* base, evutil_socket_t fd, int opts);
int bufferevent_socket_connect(struct bufferevent* b, const struct sockaddr* address, int n);
int bufferevent_socket_connect_hostname(struct bufferevent* b, struct evdns_base* dns, int family,
                                        const char* host, int port);
struct bufferevent* bufferevent_openssl_socket_new(struct event_base* base, evutil_socket_t fd,
                                                   struct ssl_st* ssl,
                                                   enum bufferevent_ssl_state state, int opts);
void bufferevent_setcb(struct bufferevent* b, bufferevent_data_cb read, bufferevent_data_cb write,
                       bufferevent_event_cb event, void* arg);
int bufferevent_enable(struct bufferevent* b, short event);
int bufferevent_disable(struct bufferevent* b, short event);
int bufferevent_set_timeouts(struct bufferevent* b, const struct timeval* read,
                             const struct timeval* write);
void bufferevent_setwatermark(struct bufferevent* b, short events, size_t low, size_t high);
int bufferevent_write(struct bufferevent* b, const void* data, size_t n);
size_t bufferevent_read(struct bufferevent* b, void* data, size_t n);
struct evbuffer* bufferevent_get_input(struct bufferevent* b);
struct evbuffer* bufferevent_get_output(struct bufferevent* b);
evutil_socket_t bufferevent_getfd(struct bufferevent* b);
void bufferevent_free(struct bufferevent* b);

struct evconnlistener* evconnlistener_new_bind(struct event_base* base, evconnlistener_cb f,
                                               void* arg, unsigned flags, int backlog,
                                               const struct sockaddr* address, int n);
void evconnlistener_free(struct evconnlistener* listener);
struct evdns_base* evdns_base_new(struct event_base* base, int init);
void evdns_base_free(struct evdns_base* dns, int fail);

#ifdef __cplusplus
}
#endif
