// C model of libuv: https://docs.libuv.org/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if __has_include(<sys/socket.h>)
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct uv_loop_s {
  void* data;
} uv_loop_t;
typedef enum { UV_RUN_DEFAULT = 0, UV_RUN_ONCE, UV_RUN_NOWAIT } uv_run_mode;
typedef struct uv_buf_t {
  char* base;
  size_t len;
} uv_buf_t;
typedef int uv_file;
typedef int uv_os_sock_t;
enum { UV_EOF = -4095, UV_ECONNREFUSED = -111, UV_ETIMEDOUT = -110, UV_ECANCELED = -125, UV_EAI_AGAIN = -3001 };
enum { UV_READABLE = 1, UV_WRITABLE = 2, UV_DISCONNECT = 4 };

typedef struct uv_handle_s {
  void* data;
  uv_loop_t* loop;
} uv_handle_t;
typedef struct uv_stream_s {
  void* data;
  uv_loop_t* loop;
  size_t write_queue_size;
} uv_stream_t;
typedef struct uv_tcp_s {
  void* data;
  uv_loop_t* loop;
} uv_tcp_t;
typedef struct uv_udp_s {
  void* data;
  uv_loop_t* loop;
} uv_udp_t;
typedef struct uv_pipe_s {
  void* data;
  uv_loop_t* loop;
} uv_pipe_t;
typedef struct uv_timer_s {
  void* data;
  uv_loop_t* loop;
} uv_timer_t;
typedef struct uv_async_s {
  void* data;
  uv_loop_t* loop;
} uv_async_t;
typedef struct uv_signal_s {
  void* data;
  uv_loop_t* loop;
  int signum;
} uv_signal_t;
typedef struct uv_poll_s {
  void* data;
  uv_loop_t* loop;
} uv_poll_t;
typedef struct uv_idle_s {
  void* data;
  uv_loop_t* loop;
} uv_idle_t;
typedef struct uv_req_s {
  void* data;
} uv_req_t;
typedef struct uv_connect_s {
  void* data;
  uv_stream_t* handle;
} uv_connect_t;
typedef struct uv_write_s {
  void* data;
  uv_stream_t* handle;
} uv_write_t;
typedef struct uv_shutdown_s {
  void* data;
  uv_stream_t* handle;
} uv_shutdown_t;
typedef struct uv_getaddrinfo_s {
  void* data;
  uv_loop_t* loop;
  struct addrinfo* addrinfo;
} uv_getaddrinfo_t;
typedef struct uv_work_s {
  void* data;
  uv_loop_t* loop;
} uv_work_t;
typedef struct {
  uint64_t raw[5];
} uv_mutex_t;
typedef void (*uv_alloc_cb)(uv_handle_t*, size_t, uv_buf_t*);
typedef void (*uv_read_cb)(uv_stream_t*, ssize_t, const uv_buf_t*);
typedef void (*uv_write_cb)(uv_write_t*, int);
typedef void (*uv_connect_cb)(uv_connect_t*, int);
typedef void (*uv_connection_cb)(uv_stream_t*, int);
typedef void (*uv_shutdown_cb)(uv_shutdown_t*, int);
typedef void (*uv_close_cb)(uv_handle_t*);
typedef void (*uv_timer_cb)(uv_timer_t*);
typedef void (*uv_async_cb)(uv_async_t*);
typedef void (*uv_signal_cb)(uv_signal_t*, int);
typedef void (*uv_poll_cb)(uv_poll_t*, int, int);
typedef void (*uv_walk_cb)(uv_handle_t*, void*);
typedef void (*uv_getaddrinfo_cb)(uv_getaddrinfo_t*, int, struct addrinfo*);
typedef void (*uv_work_cb)(uv_work_t*);
typedef void (*uv_after_work_cb)(uv_work_t*, int);

uv_loop_t* uv_default_loop(void);
int uv_loop_init(uv_loop_t* loop);
int uv_loop_close(uv_loop_t* loop);
int uv_run(uv_loop_t* loop, uv_run_mode mode);
void uv_stop(uv_loop_t* loop);
void uv_walk(uv_loop_t* loop, uv_walk_cb f, void* arg);
uint64_t uv_now(const uv_loop_t* loop);
uint64_t uv_hrtime(void);
void uv_close(uv_handle_t* handle, uv_close_cb f);
int uv_is_active(const uv_handle_t* handle);
int uv_is_closing(const uv_handle_t* handle);
const char* uv_strerror(int error);
const char* uv_err_name(int error);
uv_buf_t uv_buf_init(char* base, unsigned int n);
int uv_tcp_init(uv_loop_t* loop, uv_tcp_t* tcp);
int uv_tcp_open(uv_tcp_t* tcp, uv_os_sock_t socket);
int uv_tcp_nodelay(uv_tcp_t* tcp, int on);
int uv_tcp_keepalive(uv_tcp_t* tcp, int on, unsigned int delay);
int uv_tcp_bind(uv_tcp_t* tcp, const struct sockaddr* address, unsigned int flags);
int uv_tcp_connect(uv_connect_t* request, uv_tcp_t* tcp, const struct sockaddr* address,
                   uv_connect_cb f);
int uv_pipe_init(uv_loop_t* loop, uv_pipe_t* pipe, int ipc);
void uv_pipe_connect(uv_connect_t* request, uv_pipe_t* pipe, const char* name, uv_connect_cb f);
int uv_listen(uv_stream_t* stream, int backlog, uv_connection_cb f);
int uv_accept(uv_stream_t* server, uv_stream_t* client);
int uv_read_start(uv_stream_t* stream, uv_alloc_cb alloc, uv_read_cb f);
int uv_read_stop(uv_stream_t* stream);
int uv_write(uv_write_t* request, uv_stream_t* stream, const uv_buf_t buffers[], unsigned int n,
             uv_write_cb f);
int uv_try_write(uv_stream_t* stream, const uv_buf_t buffers[], unsigned int n);
int uv_shutdown(uv_shutdown_t* request, uv_stream_t* stream, uv_shutdown_cb f);
int uv_timer_init(uv_loop_t* loop, uv_timer_t* timer);
int uv_timer_start(uv_timer_t* timer, uv_timer_cb f, uint64_t timeout, uint64_t repeat);
int uv_timer_stop(uv_timer_t* timer);
int uv_timer_again(uv_timer_t* timer);
int uv_async_init(uv_loop_t* loop, uv_async_t* async, uv_async_cb f);
int uv_async_send(uv_async_t* async);
int uv_signal_init(uv_loop_t* loop, uv_signal_t* signal);
int uv_signal_start(uv_signal_t* signal, uv_signal_cb f, int signum);
int uv_poll_init(uv_loop_t* loop, uv_poll_t* poll, int fd);
int uv_poll_init_socket(uv_loop_t* loop, uv_poll_t* poll, uv_os_sock_t socket);
int uv_poll_start(uv_poll_t* poll, int events, uv_poll_cb f);
int uv_poll_stop(uv_poll_t* poll);
int uv_getaddrinfo(uv_loop_t* loop, uv_getaddrinfo_t* request, uv_getaddrinfo_cb f,
                   const char* node, const char* service, const struct addrinfo* hints);
void uv_freeaddrinfo(struct addrinfo* info);
int uv_ip4_addr(const char* ip, int port, struct sockaddr_in* address);
int uv_ip6_addr(const char* ip, int port, struct sockaddr_in6* address);
int uv_queue_work(uv_loop_t* loop, uv_work_t* request, uv_work_cb f, uv_after_work_cb after);
int uv_mutex_init(uv_mutex_t* mutex);
void uv_mutex_lock(uv_mutex_t* mutex);
void uv_mutex_unlock(uv_mutex_t* mutex);
int uv_idle_init(uv_loop_t* loop, uv_idle_t* idle);

#ifdef __cplusplus
}
#endif
