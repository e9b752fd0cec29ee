// C model of hiredis: https://github.com/redis/hiredis#readme. Declarations only.
#pragma once

#include <stdarg.h>
#include <stddef.h>
#if __has_include(<sys/time.h>)
#include <sys/time.h>
#endif

#define REDIS_ERR (-1)
#define REDIS_OK 0
#define REDIS_ERR_IO 1
#define REDIS_ERR_OTHER 2
#define REDIS_ERR_EOF 3
#define REDIS_ERR_PROTOCOL 4
#define REDIS_ERR_OOM 5
#define REDIS_ERR_TIMEOUT 6
#define REDIS_BLOCK 1
#define REDIS_CONNECTED 2
#define REDIS_OPT_NONBLOCK 1
#define REDIS_OPT_REUSEADDR 2
#define REDIS_OPT_PREFER_IPV4 32
#define REDIS_OPT_PREFER_IPV6 64
#define REDIS_KEEPALIVE_INTERVAL 15
#define REDIS_REPLY_STRING 1
#define REDIS_REPLY_ARRAY 2
#define REDIS_REPLY_INTEGER 3
#define REDIS_REPLY_NIL 4
#define REDIS_REPLY_STATUS 5
#define REDIS_REPLY_ERROR 6
#define REDIS_REPLY_DOUBLE 7
#define REDIS_REPLY_BOOL 8
#define REDIS_REPLY_MAP 9
#define REDIS_REPLY_SET 10
#define REDIS_REPLY_ATTR 11
#define REDIS_REPLY_PUSH 12
#define REDIS_REPLY_BIGNUM 13
#define REDIS_REPLY_VERB 14
#define HIREDIS_MAJOR 1
#define HIREDIS_MINOR 2
#define HIREDIS_PATCH 0

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redisReply {
  int type;
  long long integer;
  double dval;
  size_t len;
  char* str;
  char vtype[4];
  size_t elements;
  struct redisReply** element;
} redisReply;
typedef struct redisReader redisReader;
typedef int redisFD;

enum redisConnectionType { REDIS_CONN_TCP, REDIS_CONN_UNIX, REDIS_CONN_USERFD };

typedef struct redisContext {
  int err;
  char errstr[128];
  redisFD fd;
  int flags;
  char* obuf;
  redisReader* reader;
  enum redisConnectionType connection_type;
  struct timeval* connect_timeout;
  struct timeval* command_timeout;
  struct {
    char* host;
    char* source_addr;
    int port;
  } tcp;
  struct {
    char* path;
  } unix_sock;
  void* privdata;
} redisContext;

typedef struct {
  int type;
  int options;
  const struct timeval* connect_timeout;
  const struct timeval* command_timeout;
  union {
    struct {
      const char* source_addr;
      const char* ip;
      int port;
    } tcp;
    const char* unix_socket;
    redisFD fd;
  } endpoint;
  void* privdata;
  void (*free_privdata)(void*);
} redisOptions;
#define REDIS_OPTIONS_SET_TCP(opts, ip_, port_) \
  do {                                          \
    (opts)->type = REDIS_CONN_TCP;              \
    (opts)->endpoint.tcp.ip = ip_;              \
    (opts)->endpoint.tcp.port = port_;          \
  } while (0)
#define REDIS_OPTIONS_SET_UNIX(opts, path) \
  do {                                     \
    (opts)->type = REDIS_CONN_UNIX;        \
    (opts)->endpoint.unix_socket = path;   \
  } while (0)

redisContext* redisConnect(const char* ip, int port);
redisContext* redisConnectWithTimeout(const char* ip, int port, const struct timeval tv);
redisContext* redisConnectWithOptions(const redisOptions* options);
redisContext* redisConnectNonBlock(const char* ip, int port);
redisContext* redisConnectBindNonBlock(const char* ip, int port, const char* source);
redisContext* redisConnectUnix(const char* path);
redisContext* redisConnectUnixWithTimeout(const char* path, const struct timeval tv);
redisContext* redisConnectUnixNonBlock(const char* path);
redisContext* redisConnectFd(redisFD fd);
int redisReconnect(redisContext* c);
int redisSetTimeout(redisContext* c, const struct timeval tv);
int redisEnableKeepAlive(redisContext* c);
int redisEnableKeepAliveWithInterval(redisContext* c, int interval);
void redisFree(redisContext* c);
redisFD redisFreeKeepFd(redisContext* c);
int redisBufferRead(redisContext* c);
int redisBufferWrite(redisContext* c, int* done);
int redisGetReply(redisContext* c, void** reply);
int redisGetReplyFromReader(redisContext* c, void** reply);
void freeReplyObject(void* reply);
int redisAppendCommand(redisContext* c, const char* format, ...);
int redisvAppendCommand(redisContext* c, const char* format, va_list arguments);
int redisAppendCommandArgv(redisContext* c, int n, const char** v, const size_t* lengths);
int redisAppendFormattedCommand(redisContext* c, const char* command, size_t length);
void* redisCommand(redisContext* c, const char* format, ...);
void* redisvCommand(redisContext* c, const char* format, va_list arguments);
void* redisCommandArgv(redisContext* c, int n, const char** v, const size_t* lengths);
int redisFormatCommand(char** target, const char* format, ...);
long long redisFormatCommandArgv(char** target, int n, const char** v, const size_t* lengths);
void redisFreeCommand(char* command);

#ifdef __cplusplus
}
#endif
