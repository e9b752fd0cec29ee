// C model of hiredis, the asynchronous half. Declarations only.
#pragma once

#include <hiredis/hiredis.h>

#ifdef __cplusplus
extern "C" {
#endif

struct redisAsyncContext;
typedef void(redisCallbackFn)(struct redisAsyncContext*, void*, void*);
typedef void(redisDisconnectCallback)(const struct redisAsyncContext*, int);
typedef void(redisConnectCallback)(const struct redisAsyncContext*, int);
typedef void(redisConnectCallbackNC)(struct redisAsyncContext*, int);

typedef struct redisAsyncContext {
  redisContext c;
  int err;
  char* errstr;
  void* data;
  struct {
    void* data;
    void (*addRead)(void*);
    void (*delRead)(void*);
    void (*addWrite)(void*);
    void (*delWrite)(void*);
    void (*cleanup)(void*);
  } ev;
} redisAsyncContext;

redisAsyncContext* redisAsyncConnectWithOptions(const redisOptions* options);
redisAsyncContext* redisAsyncConnect(const char* ip, int port);
redisAsyncContext* redisAsyncConnectBind(const char* ip, int port, const char* source);
redisAsyncContext* redisAsyncConnectUnix(const char* path);
int redisAsyncSetConnectCallback(redisAsyncContext* c, redisConnectCallback* f);
int redisAsyncSetDisconnectCallback(redisAsyncContext* c, redisDisconnectCallback* f);
int redisAsyncSetTimeout(redisAsyncContext* c, struct timeval tv);
void redisAsyncDisconnect(redisAsyncContext* c);
void redisAsyncFree(redisAsyncContext* c);
void redisAsyncHandleRead(redisAsyncContext* c);
void redisAsyncHandleWrite(redisAsyncContext* c);
int redisAsyncCommand(redisAsyncContext* c, redisCallbackFn* f, void* data, const char* format,
                      ...);
int redisAsyncCommandArgv(redisAsyncContext* c, redisCallbackFn* f, void* data, int n,
                          const char** v, const size_t* lengths);

#ifdef __cplusplus
}
#endif
