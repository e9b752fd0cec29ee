// C model of libmemcached: https://awesomized.github.io/libmemcached/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if !defined(__cplusplus)
#include <stdbool.h>
#endif
#if __has_include(<time.h>)
#include <time.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct memcached_st {
  unsigned number_of_hosts;
  int32_t poll_timeout;
  int32_t connect_timeout;
} memcached_st;
typedef struct memcached_server_st memcached_server_st;
typedef memcached_server_st* memcached_server_list_st;
typedef struct memcached_result_st memcached_result_st;
typedef struct memcached_pool_st memcached_pool_st;
typedef enum {
  MEMCACHED_SUCCESS,
  MEMCACHED_FAILURE,
  MEMCACHED_HOST_LOOKUP_FAILURE,
  MEMCACHED_CONNECTION_FAILURE,
  MEMCACHED_NOTFOUND = 16,
  MEMCACHED_NOTSTORED = 14,
  MEMCACHED_BUFFERED = 32,
  MEMCACHED_TIMEOUT = 31,
  MEMCACHED_END = 21
} memcached_return_t;
typedef enum {
  MEMCACHED_BEHAVIOR_NO_BLOCK,
  MEMCACHED_BEHAVIOR_TCP_NODELAY,
  MEMCACHED_BEHAVIOR_HASH,
  MEMCACHED_BEHAVIOR_KETAMA,
  MEMCACHED_BEHAVIOR_SOCKET_SEND_SIZE,
  MEMCACHED_BEHAVIOR_SOCKET_RECV_SIZE,
  MEMCACHED_BEHAVIOR_CACHE_LOOKUPS,
  MEMCACHED_BEHAVIOR_SUPPORT_CAS,
  MEMCACHED_BEHAVIOR_POLL_TIMEOUT,
  MEMCACHED_BEHAVIOR_DISTRIBUTION,
  MEMCACHED_BEHAVIOR_BUFFER_REQUESTS,
  MEMCACHED_BEHAVIOR_BINARY_PROTOCOL,
  MEMCACHED_BEHAVIOR_SND_TIMEOUT,
  MEMCACHED_BEHAVIOR_RCV_TIMEOUT,
  MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT,
  MEMCACHED_BEHAVIOR_RETRY_TIMEOUT,
  MEMCACHED_BEHAVIOR_DEAD_TIMEOUT,
  MEMCACHED_BEHAVIOR_SERVER_FAILURE_LIMIT,
  MEMCACHED_BEHAVIOR_REMOVE_FAILED_SERVERS,
  MEMCACHED_BEHAVIOR_AUTO_EJECT_HOSTS,
  MEMCACHED_BEHAVIOR_NUMBER_OF_REPLICAS,
  MEMCACHED_BEHAVIOR_TCP_KEEPALIVE
} memcached_behavior_t;
#define MEMCACHED_DEFAULT_TIMEOUT 5000
#define MEMCACHED_DEFAULT_CONNECT_TIMEOUT 4000

memcached_st* memcached(const char* text, size_t n);
memcached_st* memcached_create(memcached_st* memc);
memcached_st* memcached_clone(memcached_st* to, const memcached_st* from);
void memcached_free(memcached_st* memc);
void memcached_quit(memcached_st* memc);
memcached_return_t memcached_behavior_set(memcached_st* memc, memcached_behavior_t flag,
                                          uint64_t value);
uint64_t memcached_behavior_get(memcached_st* memc, memcached_behavior_t flag);
memcached_return_t memcached_set_sasl_auth_data(memcached_st* memc, const char* user,
                                                const char* password);
memcached_return_t memcached_server_add(memcached_st* memc, const char* host, uint16_t port);
memcached_return_t memcached_server_push(memcached_st* memc, memcached_server_list_st list);
memcached_server_list_st memcached_servers_parse(const char* text);
memcached_server_list_st memcached_server_list_append(memcached_server_list_st list,
                                                      const char* host, uint16_t port,
                                                      memcached_return_t* error);
void memcached_server_list_free(memcached_server_list_st list);
memcached_return_t memcached_set(memcached_st* memc, const char* key, size_t key_n,
                                 const char* value, size_t n, time_t expiration, uint32_t flags);
memcached_return_t memcached_add(memcached_st* memc, const char* key, size_t key_n,
                                 const char* value, size_t n, time_t expiration, uint32_t flags);
memcached_return_t memcached_replace(memcached_st* memc, const char* key, size_t key_n,
                                     const char* value, size_t n, time_t expiration,
                                     uint32_t flags);
char* memcached_get(memcached_st* memc, const char* key, size_t key_n, size_t* n, uint32_t* flags,
                    memcached_return_t* error);
memcached_return_t memcached_mget(memcached_st* memc, const char* const* keys, const size_t* n,
                                  size_t count);
memcached_result_st* memcached_fetch_result(memcached_st* memc, memcached_result_st* result,
                                            memcached_return_t* error);
memcached_return_t memcached_delete(memcached_st* memc, const char* key, size_t key_n,
                                    time_t expiration);
memcached_return_t memcached_exist(memcached_st* memc, const char* key, size_t key_n);
memcached_return_t memcached_increment(memcached_st* memc, const char* key, size_t key_n,
                                       uint32_t offset, uint64_t* value);
memcached_return_t memcached_flush(memcached_st* memc, time_t expiration);
const char* memcached_result_value(const memcached_result_st* result);
size_t memcached_result_length(const memcached_result_st* result);
void memcached_result_free(memcached_result_st* result);
memcached_pool_st* memcached_pool(const char* text, size_t n);
memcached_st* memcached_pool_pop(memcached_pool_st* pool, bool block, memcached_return_t* error);
memcached_return_t memcached_pool_push(memcached_pool_st* pool, memcached_st* memc);
memcached_st* memcached_pool_destroy(memcached_pool_st* pool);
const char* memcached_strerror(const memcached_st* memc, memcached_return_t error);
const char* memcached_last_error_message(const memcached_st* memc);
bool memcached_success(memcached_return_t rc);
bool memcached_failed(memcached_return_t rc);

#ifdef __cplusplus
}
#endif
