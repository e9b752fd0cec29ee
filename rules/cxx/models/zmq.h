// C model of ZeroMQ: https://libzmq.readthedocs.io/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if __has_include(<errno.h>)
#include <errno.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define ZMQ_VERSION_MAJOR 4
#define ZMQ_VERSION_MINOR 3
#define ZMQ_VERSION_PATCH 4
#define ZMQ_MAKE_VERSION(major, minor, patch) ((major)*10000 + (minor)*100 + (patch))
#define ZMQ_VERSION ZMQ_MAKE_VERSION(4, 3, 4)
#define EFSM 156384763
#define ETERM 156384765

#define ZMQ_PAIR 0
#define ZMQ_PUB 1
#define ZMQ_SUB 2
#define ZMQ_REQ 3
#define ZMQ_REP 4
#define ZMQ_DEALER 5
#define ZMQ_ROUTER 6
#define ZMQ_PULL 7
#define ZMQ_PUSH 8
#define ZMQ_XPUB 9
#define ZMQ_XSUB 10
#define ZMQ_STREAM 11
#define ZMQ_XREQ ZMQ_DEALER
#define ZMQ_XREP ZMQ_ROUTER

#define ZMQ_AFFINITY 4
#define ZMQ_ROUTING_ID 5
#define ZMQ_IDENTITY ZMQ_ROUTING_ID
#define ZMQ_SUBSCRIBE 6
#define ZMQ_UNSUBSCRIBE 7
#define ZMQ_RATE 8
#define ZMQ_SNDBUF 11
#define ZMQ_RCVBUF 12
#define ZMQ_RCVMORE 13
#define ZMQ_FD 14
#define ZMQ_EVENTS 15
#define ZMQ_TYPE 16
#define ZMQ_LINGER 17
#define ZMQ_RECONNECT_IVL 18
#define ZMQ_BACKLOG 19
#define ZMQ_RECONNECT_IVL_MAX 21
#define ZMQ_MAXMSGSIZE 22
#define ZMQ_SNDHWM 23
#define ZMQ_RCVHWM 24
#define ZMQ_RCVTIMEO 27
#define ZMQ_SNDTIMEO 28
#define ZMQ_LAST_ENDPOINT 32
#define ZMQ_ROUTER_MANDATORY 33
#define ZMQ_TCP_KEEPALIVE 34
#define ZMQ_TCP_KEEPALIVE_CNT 35
#define ZMQ_TCP_KEEPALIVE_IDLE 36
#define ZMQ_TCP_KEEPALIVE_INTVL 37
#define ZMQ_IMMEDIATE 39
#define ZMQ_IPV6 42
#define ZMQ_PLAIN_SERVER 44
#define ZMQ_PLAIN_USERNAME 45
#define ZMQ_PLAIN_PASSWORD 46
#define ZMQ_CURVE_SERVER 47
#define ZMQ_CURVE_PUBLICKEY 48
#define ZMQ_CURVE_SECRETKEY 49
#define ZMQ_CURVE_SERVERKEY 50
#define ZMQ_REQ_CORRELATE 52
#define ZMQ_REQ_RELAXED 53
#define ZMQ_CONFLATE 54
#define ZMQ_ZAP_DOMAIN 55
#define ZMQ_HANDSHAKE_IVL 66
#define ZMQ_HEARTBEAT_IVL 75
#define ZMQ_HEARTBEAT_TTL 76
#define ZMQ_HEARTBEAT_TIMEOUT 77
#define ZMQ_CONNECT_TIMEOUT 79
#define ZMQ_TCP_MAXRT 80
#define ZMQ_DONTWAIT 1
#define ZMQ_NOBLOCK ZMQ_DONTWAIT
#define ZMQ_SNDMORE 2
#define ZMQ_MORE 1
#define ZMQ_POLLIN 1
#define ZMQ_POLLOUT 2
#define ZMQ_POLLERR 4
#define ZMQ_POLLPRI 8
#define ZMQ_IO_THREADS 1
#define ZMQ_MAX_SOCKETS 2
#define ZMQ_BLOCKY 70
#define ZMQ_EVENT_CONNECTED 1
#define ZMQ_EVENT_DISCONNECTED 512
#define ZMQ_EVENT_ALL 65535
#define ZMQ_STREAMER 1
#define ZMQ_FORWARDER 2
#define ZMQ_QUEUE 3

typedef struct zmq_msg_t {
  unsigned char _[64];
} zmq_msg_t;
typedef struct zmq_pollitem_t {
  void* socket;
  int fd;
  short events;
  short revents;
} zmq_pollitem_t;
typedef void(zmq_free_fn)(void*, void*);

int zmq_errno(void);
const char* zmq_strerror(int errnum);
void zmq_version(int* major, int* minor, int* patch);
void* zmq_ctx_new(void);
int zmq_ctx_term(void* context);
int zmq_ctx_shutdown(void* context);
int zmq_ctx_set(void* context, int option, int value);
int zmq_ctx_get(void* context, int option);
int zmq_ctx_destroy(void* context);
void* zmq_init(int threads);
int zmq_term(void* context);
void* zmq_socket(void* context, int type);
int zmq_close(void* socket);
int zmq_setsockopt(void* socket, int option, const void* value, size_t length);
int zmq_getsockopt(void* socket, int option, void* value, size_t* length);
int zmq_bind(void* socket, const char* address);
int zmq_connect(void* socket, const char* address);
int zmq_unbind(void* socket, const char* address);
int zmq_disconnect(void* socket, const char* address);
int zmq_send(void* socket, const void* buffer, size_t length, int flags);
int zmq_send_const(void* socket, const void* buffer, size_t length, int flags);
int zmq_recv(void* socket, void* buffer, size_t length, int flags);
int zmq_socket_monitor(void* socket, const char* address, int events);
int zmq_msg_init(zmq_msg_t* msg);
int zmq_msg_init_size(zmq_msg_t* msg, size_t size);
int zmq_msg_init_data(zmq_msg_t* msg, void* data, size_t size, zmq_free_fn* f, void* hint);
int zmq_msg_send(zmq_msg_t* msg, void* socket, int flags);
int zmq_msg_recv(zmq_msg_t* msg, void* socket, int flags);
int zmq_sendmsg(void* socket, zmq_msg_t* msg, int flags);
int zmq_recvmsg(void* socket, zmq_msg_t* msg, int flags);
int zmq_msg_close(zmq_msg_t* msg);
int zmq_msg_move(zmq_msg_t* to, zmq_msg_t* from);
int zmq_msg_copy(zmq_msg_t* to, zmq_msg_t* from);
void* zmq_msg_data(zmq_msg_t* msg);
size_t zmq_msg_size(const zmq_msg_t* msg);
int zmq_msg_more(const zmq_msg_t* msg);
int zmq_poll(zmq_pollitem_t* items, int n, long timeout);
int zmq_proxy(void* frontend, void* backend, void* capture);
int zmq_curve_keypair(char* public_key, char* secret_key);
char* zmq_z85_encode(char* to, const uint8_t* data, size_t size);
uint8_t* zmq_z85_decode(uint8_t* to, const char* text);
void zmq_sleep(int seconds);

#ifdef __cplusplus
}
#endif
