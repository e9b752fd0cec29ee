// C model of hiredis over TLS. Declarations only.
#pragma once

#include <hiredis/hiredis.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redisSSLContext redisSSLContext;
struct ssl_st;
typedef enum {
  REDIS_SSL_CTX_NONE = 0,
  REDIS_SSL_CTX_CREATE_FAILED,
  REDIS_SSL_CTX_CERT_KEY_REQUIRED,
  REDIS_SSL_CTX_CA_CERT_LOAD_FAILED,
  REDIS_SSL_CTX_CLIENT_CERT_LOAD_FAILED,
  REDIS_SSL_CTX_PRIVATE_KEY_LOAD_FAILED
} redisSSLContextError;
#define REDIS_SSL_VERIFY_NONE 0
#define REDIS_SSL_VERIFY_PEER 1
typedef struct {
  const char* cacert_filename;
  const char* capath;
  const char* cert_filename;
  const char* private_key_filename;
  const char* server_name;
  int verify_mode;
} redisSSLOptions;

int redisInitOpenSSL(void);
const char* redisSSLContextGetError(redisSSLContextError error);
redisSSLContext* redisCreateSSLContext(const char* cacert, const char* capath, const char* cert,
                                       const char* key, const char* name,
                                       redisSSLContextError* error);
redisSSLContext* redisCreateSSLContextWithOptions(redisSSLOptions* options,
                                                  redisSSLContextError* error);
void redisFreeSSLContext(redisSSLContext* context);
int redisInitiateSSLWithContext(redisContext* c, redisSSLContext* context);
int redisInitiateSSL(redisContext* c, struct ssl_st* ssl);

#ifdef __cplusplus
}
#endif
