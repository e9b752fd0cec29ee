// C model of the Cassandra C/C++ driver:
// https://docs.datastax.com/en/developer/cpp-driver/latest/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { cass_false = 0, cass_true = 1 } cass_bool_t;
typedef float cass_float_t;
typedef double cass_double_t;
typedef int8_t cass_int8_t;
typedef uint8_t cass_byte_t;
typedef int32_t cass_int32_t;
typedef uint32_t cass_uint32_t;
typedef int64_t cass_int64_t;
typedef uint64_t cass_uint64_t;
typedef uint64_t cass_duration_t;
typedef struct CassCluster_ CassCluster;
typedef struct CassSession_ CassSession;
typedef struct CassFuture_ CassFuture;
typedef struct CassStatement_ CassStatement;
typedef struct CassBatch_ CassBatch;
typedef struct CassPrepared_ CassPrepared;
typedef struct CassResult_ CassResult;
typedef struct CassErrorResult_ CassErrorResult;
typedef struct CassIterator_ CassIterator;
typedef struct CassRow_ CassRow;
typedef struct CassValue_ CassValue;
typedef struct CassSsl_ CassSsl;
typedef struct CassRetryPolicy_ CassRetryPolicy;
typedef struct CassExecProfile_ CassExecProfile;
typedef struct CassUuidGen_ CassUuidGen;
typedef struct CassUuid_ {
  cass_uint64_t time_and_version;
  cass_uint64_t clock_seq_and_node;
} CassUuid;
typedef enum {
  CASS_OK = 0,
  CASS_ERROR_LIB_BAD_PARAMS,
  CASS_ERROR_LIB_NO_HOSTS_AVAILABLE,
  CASS_ERROR_LIB_REQUEST_TIMED_OUT,
  CASS_ERROR_LIB_REQUEST_QUEUE_FULL,
  CASS_ERROR_SERVER_WRITE_TIMEOUT,
  CASS_ERROR_SERVER_READ_TIMEOUT,
  CASS_ERROR_SERVER_UNAVAILABLE
} CassError;
typedef enum {
  CASS_CONSISTENCY_ANY,
  CASS_CONSISTENCY_ONE,
  CASS_CONSISTENCY_TWO,
  CASS_CONSISTENCY_THREE,
  CASS_CONSISTENCY_QUORUM,
  CASS_CONSISTENCY_ALL,
  CASS_CONSISTENCY_LOCAL_QUORUM,
  CASS_CONSISTENCY_EACH_QUORUM,
  CASS_CONSISTENCY_SERIAL,
  CASS_CONSISTENCY_LOCAL_SERIAL,
  CASS_CONSISTENCY_LOCAL_ONE
} CassConsistency;
typedef enum {
  CASS_SSL_VERIFY_NONE = 0,
  CASS_SSL_VERIFY_PEER_CERT = 1,
  CASS_SSL_VERIFY_PEER_IDENTITY = 2,
  CASS_SSL_VERIFY_PEER_IDENTITY_DNS = 4
} CassSslVerifyFlags;
typedef enum { CASS_BATCH_TYPE_LOGGED, CASS_BATCH_TYPE_UNLOGGED, CASS_BATCH_TYPE_COUNTER } CassBatchType;
typedef enum {
  CASS_LOG_DISABLED,
  CASS_LOG_CRITICAL,
  CASS_LOG_ERROR,
  CASS_LOG_WARN,
  CASS_LOG_INFO,
  CASS_LOG_DEBUG,
  CASS_LOG_TRACE
} CassLogLevel;

CassCluster* cass_cluster_new(void);
void cass_cluster_free(CassCluster* cluster);
CassError cass_cluster_set_contact_points(CassCluster* cluster, const char* points);
CassError cass_cluster_set_port(CassCluster* cluster, int port);
void cass_cluster_set_ssl(CassCluster* cluster, CassSsl* ssl);
void cass_cluster_set_credentials(CassCluster* cluster, const char* user, const char* password);
void cass_cluster_set_connect_timeout(CassCluster* cluster, unsigned ms);
void cass_cluster_set_request_timeout(CassCluster* cluster, unsigned ms);
void cass_cluster_set_resolve_timeout(CassCluster* cluster, unsigned ms);
CassError cass_cluster_set_num_threads_io(CassCluster* cluster, unsigned n);
CassError cass_cluster_set_queue_size_io(CassCluster* cluster, unsigned n);
CassError cass_cluster_set_core_connections_per_host(CassCluster* cluster, unsigned n);
CassError cass_cluster_set_protocol_version(CassCluster* cluster, int version);
void cass_cluster_set_load_balance_round_robin(CassCluster* cluster);
CassError cass_cluster_set_load_balance_dc_aware(CassCluster* cluster, const char* dc,
                                                 unsigned used, cass_bool_t remote);
void cass_cluster_set_token_aware_routing(CassCluster* cluster, cass_bool_t on);
void cass_cluster_set_retry_policy(CassCluster* cluster, CassRetryPolicy* policy);
CassError cass_cluster_set_consistency(CassCluster* cluster, CassConsistency consistency);
CassSession* cass_session_new(void);
void cass_session_free(CassSession* session);
CassFuture* cass_session_connect(CassSession* session, const CassCluster* cluster);
CassFuture* cass_session_connect_keyspace(CassSession* session, const CassCluster* cluster,
                                          const char* keyspace);
CassFuture* cass_session_close(CassSession* session);
CassFuture* cass_session_prepare(CassSession* session, const char* query);
CassFuture* cass_session_execute(CassSession* session, const CassStatement* statement);
CassFuture* cass_session_execute_batch(CassSession* session, const CassBatch* batch);
void cass_future_free(CassFuture* future);
CassError cass_future_set_callback(CassFuture* future, void (*f)(CassFuture*, void*), void* arg);
cass_bool_t cass_future_ready(CassFuture* future);
void cass_future_wait(CassFuture* future);
cass_bool_t cass_future_wait_timed(CassFuture* future, cass_duration_t us);
CassError cass_future_error_code(CassFuture* future);
void cass_future_error_message(CassFuture* future, const char** text, size_t* n);
const CassResult* cass_future_get_result(CassFuture* future);
const CassPrepared* cass_future_get_prepared(CassFuture* future);
CassStatement* cass_statement_new(const char* query, size_t n);
void cass_statement_free(CassStatement* statement);
CassError cass_statement_set_request_timeout(CassStatement* statement, cass_uint64_t ms);
CassError cass_statement_set_consistency(CassStatement* statement, CassConsistency consistency);
CassError cass_statement_set_paging_size(CassStatement* statement, int size);
CassError cass_statement_set_is_idempotent(CassStatement* statement, cass_bool_t on);
CassError cass_statement_bind_string(CassStatement* statement, size_t index, const char* value);
CassError cass_statement_bind_string_by_name(CassStatement* statement, const char* name,
                                             const char* value);
CassError cass_statement_bind_int32(CassStatement* statement, size_t index, cass_int32_t value);
CassError cass_statement_bind_int64(CassStatement* statement, size_t index, cass_int64_t value);
CassError cass_statement_bind_double(CassStatement* statement, size_t index, double value);
CassError cass_statement_bind_bool(CassStatement* statement, size_t index, cass_bool_t value);
CassError cass_statement_bind_uuid(CassStatement* statement, size_t index, CassUuid value);
CassError cass_statement_bind_bytes(CassStatement* statement, size_t index,
                                    const cass_byte_t* value, size_t n);
CassStatement* cass_prepared_bind(const CassPrepared* prepared);
void cass_prepared_free(const CassPrepared* prepared);
CassBatch* cass_batch_new(CassBatchType type);
void cass_batch_free(CassBatch* batch);
CassError cass_batch_add_statement(CassBatch* batch, CassStatement* statement);
CassError cass_batch_set_request_timeout(CassBatch* batch, cass_uint64_t ms);
void cass_result_free(const CassResult* result);
size_t cass_result_row_count(const CassResult* result);
const CassRow* cass_result_first_row(const CassResult* result);
CassIterator* cass_iterator_from_result(const CassResult* result);
cass_bool_t cass_iterator_next(CassIterator* iterator);
const CassRow* cass_iterator_get_row(const CassIterator* iterator);
void cass_iterator_free(CassIterator* iterator);
const CassValue* cass_row_get_column(const CassRow* row, size_t index);
const CassValue* cass_row_get_column_by_name(const CassRow* row, const char* name);
CassError cass_value_get_string(const CassValue* value, const char** out, size_t* n);
CassError cass_value_get_int32(const CassValue* value, cass_int32_t* out);
CassError cass_value_get_int64(const CassValue* value, cass_int64_t* out);
CassError cass_value_get_uuid(const CassValue* value, CassUuid* out);
cass_bool_t cass_value_is_null(const CassValue* value);
CassSsl* cass_ssl_new(void);
void cass_ssl_free(CassSsl* ssl);
CassError cass_ssl_add_trusted_cert(CassSsl* ssl, const char* cert);
void cass_ssl_set_verify_flags(CassSsl* ssl, int flags);
CassError cass_ssl_set_cert(CassSsl* ssl, const char* cert);
CassError cass_ssl_set_private_key(CassSsl* ssl, const char* key, const char* password);
const char* cass_error_desc(CassError error);
void cass_log_set_level(CassLogLevel level);

#ifdef __cplusplus
}
#endif
