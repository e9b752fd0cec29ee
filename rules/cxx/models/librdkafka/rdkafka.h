// C model of librdkafka: https://docs.confluent.io/platform/current/clients/librdkafka/html/.
// Declarations only; numbers of enumerators are not those of the library.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif
#if __has_include(<sys/types.h>)
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { RD_KAFKA_PRODUCER, RD_KAFKA_CONSUMER } rd_kafka_type_t;
typedef enum { RD_KAFKA_CONF_UNKNOWN = -2, RD_KAFKA_CONF_INVALID, RD_KAFKA_CONF_OK } rd_kafka_conf_res_t;
typedef enum { RD_KAFKA_VTYPE_END, RD_KAFKA_VTYPE_TOPIC, RD_KAFKA_VTYPE_RKT, RD_KAFKA_VTYPE_PARTITION,
  RD_KAFKA_VTYPE_VALUE, RD_KAFKA_VTYPE_KEY, RD_KAFKA_VTYPE_OPAQUE, RD_KAFKA_VTYPE_MSGFLAGS,
  RD_KAFKA_VTYPE_TIMESTAMP, RD_KAFKA_VTYPE_HEADER, RD_KAFKA_VTYPE_HEADERS } rd_kafka_vtype_t;
typedef enum {
  RD_KAFKA_RESP_ERR__BEGIN = -200, RD_KAFKA_RESP_ERR__BAD_MSG, RD_KAFKA_RESP_ERR__BAD_COMPRESSION,
  RD_KAFKA_RESP_ERR__DESTROY, RD_KAFKA_RESP_ERR__FAIL, RD_KAFKA_RESP_ERR__TRANSPORT,
  RD_KAFKA_RESP_ERR__CRIT_SYS_RESOURCE, RD_KAFKA_RESP_ERR__RESOLVE,
  RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, RD_KAFKA_RESP_ERR__PARTITION_EOF,
  RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, RD_KAFKA_RESP_ERR__FS, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC,
  RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__INVALID_ARG,
  RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__QUEUE_FULL, RD_KAFKA_RESP_ERR__ISR_INSUFF,
  RD_KAFKA_RESP_ERR__NODE_UPDATE, RD_KAFKA_RESP_ERR__SSL, RD_KAFKA_RESP_ERR__WAIT_COORD,
  RD_KAFKA_RESP_ERR__UNKNOWN_GROUP, RD_KAFKA_RESP_ERR__IN_PROGRESS,
  RD_KAFKA_RESP_ERR__PREV_IN_PROGRESS, RD_KAFKA_RESP_ERR__EXISTING_SUBSCRIPTION,
  RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS, RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS,
  RD_KAFKA_RESP_ERR__CONFLICT, RD_KAFKA_RESP_ERR__STATE, RD_KAFKA_RESP_ERR__UNKNOWN_PROTOCOL,
  RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED, RD_KAFKA_RESP_ERR__AUTHENTICATION,
  RD_KAFKA_RESP_ERR__NO_OFFSET, RD_KAFKA_RESP_ERR__OUTDATED, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE,
  RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE, RD_KAFKA_RESP_ERR__WAIT_CACHE, RD_KAFKA_RESP_ERR__INTR,
  RD_KAFKA_RESP_ERR__KEY_SERIALIZATION, RD_KAFKA_RESP_ERR__VALUE_SERIALIZATION,
  RD_KAFKA_RESP_ERR__KEY_DESERIALIZATION, RD_KAFKA_RESP_ERR__VALUE_DESERIALIZATION,
  RD_KAFKA_RESP_ERR__PARTIAL, RD_KAFKA_RESP_ERR__READ_ONLY, RD_KAFKA_RESP_ERR__NOENT,
  RD_KAFKA_RESP_ERR__UNDERFLOW, RD_KAFKA_RESP_ERR__INVALID_TYPE, RD_KAFKA_RESP_ERR__RETRY,
  RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT, RD_KAFKA_RESP_ERR__FATAL,
  RD_KAFKA_RESP_ERR__INCONSISTENT, RD_KAFKA_RESP_ERR__GAPLESS_GUARANTEE,
  RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED, RD_KAFKA_RESP_ERR__UNKNOWN_BROKER,
  RD_KAFKA_RESP_ERR__NOT_CONFIGURED, RD_KAFKA_RESP_ERR__FENCED, RD_KAFKA_RESP_ERR__APPLICATION,
  RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST, RD_KAFKA_RESP_ERR__NOOP,
  RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, RD_KAFKA_RESP_ERR__END, RD_KAFKA_RESP_ERR_UNKNOWN = -1,
  RD_KAFKA_RESP_ERR_NO_ERROR = 0, RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE,
  RD_KAFKA_RESP_ERR_INVALID_MSG, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART,
  RD_KAFKA_RESP_ERR_INVALID_MSG_SIZE, RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE,
  RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
  RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE,
  RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, RD_KAFKA_RESP_ERR_STALE_CTRL_EPOCH,
  RD_KAFKA_RESP_ERR_OFFSET_METADATA_TOO_LARGE, RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION,
  RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE,
  RD_KAFKA_RESP_ERR_NOT_COORDINATOR, RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION,
  RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
  RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND, RD_KAFKA_RESP_ERR_INVALID_REQUIRED_ACKS,
  RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, RD_KAFKA_RESP_ERR_INCONSISTENT_GROUP_PROTOCOL,
  RD_KAFKA_RESP_ERR_INVALID_GROUP_ID, RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID,
  RD_KAFKA_RESP_ERR_INVALID_SESSION_TIMEOUT, RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS,
  RD_KAFKA_RESP_ERR_INVALID_COMMIT_OFFSET_SIZE, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED,
  RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED,
  RD_KAFKA_RESP_ERR_INVALID_TIMESTAMP, RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM,
  RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE, RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION,
  RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS, RD_KAFKA_RESP_ERR_INVALID_PARTITIONS,
  RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR, RD_KAFKA_RESP_ERR_INVALID_REPLICA_ASSIGNMENT,
  RD_KAFKA_RESP_ERR_INVALID_CONFIG, RD_KAFKA_RESP_ERR_NOT_CONTROLLER,
  RD_KAFKA_RESP_ERR_INVALID_REQUEST, RD_KAFKA_RESP_ERR_UNSUPPORTED_FOR_MESSAGE_FORMAT,
  RD_KAFKA_RESP_ERR_POLICY_VIOLATION, RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER,
  RD_KAFKA_RESP_ERR_DUPLICATE_SEQUENCE_NUMBER, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH,
  RD_KAFKA_RESP_ERR_INVALID_TXN_STATE, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_ID_MAPPING,
  RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT, RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS,
  RD_KAFKA_RESP_ERR_TRANSACTION_COORDINATOR_FENCED,
  RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_SECURITY_DISABLED,
  RD_KAFKA_RESP_ERR_OPERATION_NOT_ATTEMPTED, RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR,
  RD_KAFKA_RESP_ERR_LOG_DIR_NOT_FOUND, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
  RD_KAFKA_RESP_ERR_UNKNOWN_PRODUCER_ID, RD_KAFKA_RESP_ERR_REASSIGNMENT_IN_PROGRESS,
  RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_AUTH_DISABLED, RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_NOT_FOUND,
  RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_OWNER_MISMATCH,
  RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_REQUEST_NOT_ALLOWED,
  RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_AUTHORIZATION_FAILED,
  RD_KAFKA_RESP_ERR_DELEGATION_TOKEN_EXPIRED, RD_KAFKA_RESP_ERR_INVALID_PRINCIPAL_TYPE,
  RD_KAFKA_RESP_ERR_NON_EMPTY_GROUP, RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND,
  RD_KAFKA_RESP_ERR_FETCH_SESSION_ID_NOT_FOUND, RD_KAFKA_RESP_ERR_INVALID_FETCH_SESSION_EPOCH,
  RD_KAFKA_RESP_ERR_LISTENER_NOT_FOUND, RD_KAFKA_RESP_ERR_TOPIC_DELETION_DISABLED,
  RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH, RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH,
  RD_KAFKA_RESP_ERR_UNSUPPORTED_COMPRESSION_TYPE, RD_KAFKA_RESP_ERR_STALE_BROKER_EPOCH,
  RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_MEMBER_ID_REQUIRED,
  RD_KAFKA_RESP_ERR_PREFERRED_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_GROUP_MAX_SIZE_REACHED,
  RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID, RD_KAFKA_RESP_ERR_ELIGIBLE_LEADERS_NOT_AVAILABLE,
  RD_KAFKA_RESP_ERR_ELECTION_NOT_NEEDED, RD_KAFKA_RESP_ERR_NO_REASSIGNMENT_IN_PROGRESS,
  RD_KAFKA_RESP_ERR_GROUP_SUBSCRIBED_TO_TOPIC, RD_KAFKA_RESP_ERR_INVALID_RECORD,
  RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT, RD_KAFKA_RESP_ERR_THROTTLING_QUOTA_EXCEEDED,
  RD_KAFKA_RESP_ERR_PRODUCER_FENCED, RD_KAFKA_RESP_ERR_RESOURCE_NOT_FOUND,
  RD_KAFKA_RESP_ERR_DUPLICATE_RESOURCE, RD_KAFKA_RESP_ERR_UNACCEPTABLE_CREDENTIAL,
  RD_KAFKA_RESP_ERR_INCONSISTENT_VOTER_SET, RD_KAFKA_RESP_ERR_INVALID_UPDATE_VERSION,
  RD_KAFKA_RESP_ERR_FEATURE_UPDATE_FAILED, RD_KAFKA_RESP_ERR_PRINCIPAL_DESERIALIZATION_FAILURE,
  RD_KAFKA_RESP_ERR_END_ALL
} rd_kafka_resp_err_t;

typedef struct rd_kafka_s rd_kafka_t;
typedef struct rd_kafka_topic_s rd_kafka_topic_t;
typedef struct rd_kafka_conf_s rd_kafka_conf_t;
typedef struct rd_kafka_topic_conf_s rd_kafka_topic_conf_t;
typedef struct rd_kafka_queue_s rd_kafka_queue_t;
typedef struct rd_kafka_headers_s rd_kafka_headers_t;
typedef struct rd_kafka_event_s rd_kafka_event_t;
typedef struct rd_kafka_error_s rd_kafka_error_t;
typedef struct rd_kafka_NewTopic_s rd_kafka_NewTopic_t;
typedef struct rd_kafka_AdminOptions_s rd_kafka_AdminOptions_t;
typedef struct rd_kafka_consumer_group_metadata_s rd_kafka_consumer_group_metadata_t;
typedef struct rd_kafka_message_s {
  rd_kafka_resp_err_t err;
  rd_kafka_topic_t* rkt;
  int32_t partition;
  void* payload;
  size_t len;
  void* key;
  size_t key_len;
  int64_t offset;
  void* _private;
} rd_kafka_message_t;
typedef struct rd_kafka_topic_partition_s {
  char* topic;
  int32_t partition;
  int64_t offset;
  void* metadata;
  size_t metadata_size;
  void* opaque;
  rd_kafka_resp_err_t err;
} rd_kafka_topic_partition_t;
typedef struct rd_kafka_topic_partition_list_s {
  int cnt;
  int size;
  rd_kafka_topic_partition_t* elems;
} rd_kafka_topic_partition_list_t;
typedef struct rd_kafka_metadata_partition {
  int32_t id;
  rd_kafka_resp_err_t err;
  int32_t leader;
} rd_kafka_metadata_partition_t;
typedef struct rd_kafka_metadata_topic {
  char* topic;
  int partition_cnt;
  struct rd_kafka_metadata_partition* partitions;
  rd_kafka_resp_err_t err;
} rd_kafka_metadata_topic_t;
typedef struct rd_kafka_metadata {
  int broker_cnt;
  int topic_cnt;
  struct rd_kafka_metadata_topic* topics;
} rd_kafka_metadata_t;
typedef enum { RD_KAFKA_TIMESTAMP_NOT_AVAILABLE, RD_KAFKA_TIMESTAMP_CREATE_TIME } rd_kafka_timestamp_type_t;

#define RD_KAFKA_PARTITION_UA ((int32_t)-1)
#define RD_KAFKA_OFFSET_BEGINNING (-2)
#define RD_KAFKA_OFFSET_END (-1)
#define RD_KAFKA_OFFSET_STORED (-1000)
#define RD_KAFKA_OFFSET_INVALID (-1001)
#define RD_KAFKA_MSG_F_FREE 0x1
#define RD_KAFKA_MSG_F_COPY 0x2
#define RD_KAFKA_MSG_F_BLOCK 0x4
#define RD_KAFKA_PURGE_F_QUEUE 0x1
#define RD_KAFKA_PURGE_F_INFLIGHT 0x2
#define RD_KAFKA_V_END RD_KAFKA_VTYPE_END
#define RD_KAFKA_V_TOPIC(t) RD_KAFKA_VTYPE_TOPIC, (const char*)(t)
#define RD_KAFKA_V_RKT(t) RD_KAFKA_VTYPE_RKT, (rd_kafka_topic_t*)(t)
#define RD_KAFKA_V_PARTITION(p) RD_KAFKA_VTYPE_PARTITION, (int32_t)(p)
#define RD_KAFKA_V_VALUE(p, n) RD_KAFKA_VTYPE_VALUE, (void*)(p), (size_t)(n)
#define RD_KAFKA_V_KEY(p, n) RD_KAFKA_VTYPE_KEY, (const void*)(p), (size_t)(n)
#define RD_KAFKA_V_OPAQUE(p) RD_KAFKA_VTYPE_OPAQUE, (void*)(p)
#define RD_KAFKA_V_MSGFLAGS(f) RD_KAFKA_VTYPE_MSGFLAGS, (int)(f)
#define RD_KAFKA_V_TIMESTAMP(t) RD_KAFKA_VTYPE_TIMESTAMP, (int64_t)(t)
#define RD_KAFKA_V_HEADERS(h) RD_KAFKA_VTYPE_HEADERS, (rd_kafka_headers_t*)(h)

rd_kafka_conf_t* rd_kafka_conf_new(void);
rd_kafka_conf_t* rd_kafka_conf_dup(const rd_kafka_conf_t* conf);
void rd_kafka_conf_destroy(rd_kafka_conf_t* conf);
rd_kafka_conf_res_t rd_kafka_conf_set(rd_kafka_conf_t* conf, const char* name, const char* value,
                                      char* error, size_t size);
rd_kafka_conf_res_t rd_kafka_conf_get(const rd_kafka_conf_t* conf, const char* name, char* out,
                                      size_t* size);
void rd_kafka_conf_set_opaque(rd_kafka_conf_t* conf, void* opaque);
void rd_kafka_conf_set_default_topic_conf(rd_kafka_conf_t* conf, rd_kafka_topic_conf_t* topic);
void rd_kafka_conf_set_dr_msg_cb(rd_kafka_conf_t* conf,
                                 void (*f)(rd_kafka_t*, const rd_kafka_message_t*, void*));
void rd_kafka_conf_set_error_cb(rd_kafka_conf_t* conf,
                                void (*f)(rd_kafka_t*, int, const char*, void*));
void rd_kafka_conf_set_log_cb(rd_kafka_conf_t* conf,
                              void (*f)(const rd_kafka_t*, int, const char*, const char*));
void rd_kafka_conf_set_stats_cb(rd_kafka_conf_t* conf,
                                int (*f)(rd_kafka_t*, char*, size_t, void*));
void rd_kafka_conf_set_rebalance_cb(rd_kafka_conf_t* conf,
                                    void (*f)(rd_kafka_t*, rd_kafka_resp_err_t,
                                              rd_kafka_topic_partition_list_t*, void*));
rd_kafka_topic_conf_t* rd_kafka_topic_conf_new(void);
void rd_kafka_topic_conf_destroy(rd_kafka_topic_conf_t* conf);
rd_kafka_conf_res_t rd_kafka_topic_conf_set(rd_kafka_topic_conf_t* conf, const char* name,
                                            const char* value, char* error, size_t size);

rd_kafka_t* rd_kafka_new(rd_kafka_type_t type, rd_kafka_conf_t* conf, char* error, size_t size);
void rd_kafka_destroy(rd_kafka_t* rk);
const char* rd_kafka_name(const rd_kafka_t* rk);
int rd_kafka_brokers_add(rd_kafka_t* rk, const char* brokers);
void rd_kafka_set_log_level(rd_kafka_t* rk, int level);
rd_kafka_topic_t* rd_kafka_topic_new(rd_kafka_t* rk, const char* topic,
                                     rd_kafka_topic_conf_t* conf);
void rd_kafka_topic_destroy(rd_kafka_topic_t* topic);
const char* rd_kafka_topic_name(const rd_kafka_topic_t* topic);
int rd_kafka_produce(rd_kafka_topic_t* topic, int32_t partition, int flags, void* payload,
                     size_t len, const void* key, size_t key_len, void* opaque);
rd_kafka_resp_err_t rd_kafka_producev(rd_kafka_t* rk, ...);
int rd_kafka_poll(rd_kafka_t* rk, int timeout_ms);
rd_kafka_resp_err_t rd_kafka_flush(rd_kafka_t* rk, int timeout_ms);
rd_kafka_resp_err_t rd_kafka_purge(rd_kafka_t* rk, int flags);
int rd_kafka_outq_len(rd_kafka_t* rk);
rd_kafka_resp_err_t rd_kafka_poll_set_consumer(rd_kafka_t* rk);
rd_kafka_message_t* rd_kafka_consumer_poll(rd_kafka_t* rk, int timeout_ms);
rd_kafka_resp_err_t rd_kafka_consumer_close(rd_kafka_t* rk);
rd_kafka_resp_err_t rd_kafka_subscribe(rd_kafka_t* rk,
                                       const rd_kafka_topic_partition_list_t* topics);
rd_kafka_resp_err_t rd_kafka_unsubscribe(rd_kafka_t* rk);
rd_kafka_resp_err_t rd_kafka_assign(rd_kafka_t* rk, const rd_kafka_topic_partition_list_t* list);
rd_kafka_resp_err_t rd_kafka_commit(rd_kafka_t* rk, const rd_kafka_topic_partition_list_t* list,
                                    int async);
rd_kafka_resp_err_t rd_kafka_commit_message(rd_kafka_t* rk, const rd_kafka_message_t* m,
                                            int async);
rd_kafka_resp_err_t rd_kafka_committed(rd_kafka_t* rk, rd_kafka_topic_partition_list_t* list,
                                       int timeout_ms);
rd_kafka_resp_err_t rd_kafka_metadata(rd_kafka_t* rk, int all, rd_kafka_topic_t* topic,
                                      const struct rd_kafka_metadata** out, int timeout_ms);
void rd_kafka_metadata_destroy(const struct rd_kafka_metadata* metadata);
rd_kafka_resp_err_t rd_kafka_query_watermark_offsets(rd_kafka_t* rk, const char* topic,
                                                     int32_t partition, int64_t* low,
                                                     int64_t* high, int timeout_ms);
int rd_kafka_consume_start(rd_kafka_topic_t* topic, int32_t partition, int64_t offset);
int rd_kafka_consume_stop(rd_kafka_topic_t* topic, int32_t partition);
rd_kafka_message_t* rd_kafka_consume(rd_kafka_topic_t* topic, int32_t partition, int timeout_ms);
ssize_t rd_kafka_consume_batch(rd_kafka_topic_t* topic, int32_t partition, int timeout_ms,
                               rd_kafka_message_t** out, size_t size);
rd_kafka_queue_t* rd_kafka_queue_new(rd_kafka_t* rk);
rd_kafka_queue_t* rd_kafka_queue_get_consumer(rd_kafka_t* rk);
void rd_kafka_queue_destroy(rd_kafka_queue_t* queue);
rd_kafka_event_t* rd_kafka_queue_poll(rd_kafka_queue_t* queue, int timeout_ms);
rd_kafka_message_t* rd_kafka_consume_queue(rd_kafka_queue_t* queue, int timeout_ms);
void rd_kafka_message_destroy(rd_kafka_message_t* m);
const char* rd_kafka_message_errstr(const rd_kafka_message_t* m);
int64_t rd_kafka_message_timestamp(const rd_kafka_message_t* m, rd_kafka_timestamp_type_t* type);
rd_kafka_topic_partition_list_t* rd_kafka_topic_partition_list_new(int size);
void rd_kafka_topic_partition_list_destroy(rd_kafka_topic_partition_list_t* list);
rd_kafka_topic_partition_t* rd_kafka_topic_partition_list_add(rd_kafka_topic_partition_list_t* l,
                                                              const char* topic,
                                                              int32_t partition);
rd_kafka_headers_t* rd_kafka_headers_new(size_t n);
rd_kafka_resp_err_t rd_kafka_header_add(rd_kafka_headers_t* h, const char* name, ssize_t length,
                                        const void* value, ssize_t size);
rd_kafka_error_t* rd_kafka_init_transactions(rd_kafka_t* rk, int timeout_ms);
rd_kafka_error_t* rd_kafka_begin_transaction(rd_kafka_t* rk);
rd_kafka_error_t* rd_kafka_commit_transaction(rd_kafka_t* rk, int timeout_ms);
rd_kafka_error_t* rd_kafka_abort_transaction(rd_kafka_t* rk, int timeout_ms);
const char* rd_kafka_error_string(const rd_kafka_error_t* error);
void rd_kafka_error_destroy(rd_kafka_error_t* error);
const char* rd_kafka_err2str(rd_kafka_resp_err_t error);
const char* rd_kafka_err2name(rd_kafka_resp_err_t error);
rd_kafka_resp_err_t rd_kafka_last_error(void);
rd_kafka_resp_err_t rd_kafka_fatal_error(rd_kafka_t* rk, char* error, size_t size);
int rd_kafka_wait_destroyed(int timeout_ms);
const char* rd_kafka_version_str(void);
int rd_kafka_version(void);
void* rd_kafka_opaque(const rd_kafka_t* rk);

#ifdef __cplusplus
}
#endif
