// Model of librdkafka's C++ interface:
// https://docs.confluent.io/platform/current/clients/librdkafka/html/rdkafkacpp_8h.html.
#pragma once

#include <stdint.h>
#if __has_include(<string>)
#include <list>
#include <map>
#include <string>
#include <vector>
#endif

namespace RdKafka {

enum ErrorCode {
  ERR__BEGIN = -200,
  ERR__BAD_MSG,
  ERR__DESTROY,
  ERR__FAIL,
  ERR__TRANSPORT,
  ERR__RESOLVE,
  ERR__MSG_TIMED_OUT,
  ERR__PARTITION_EOF,
  ERR__UNKNOWN_PARTITION,
  ERR__UNKNOWN_TOPIC,
  ERR__ALL_BROKERS_DOWN,
  ERR__INVALID_ARG,
  ERR__TIMED_OUT,
  ERR__QUEUE_FULL,
  ERR__ASSIGN_PARTITIONS,
  ERR__REVOKE_PARTITIONS,
  ERR__STATE,
  ERR__AUTHENTICATION,
  ERR__NO_OFFSET,
  ERR__MAX_POLL_EXCEEDED,
  ERR__FATAL,
  ERR_UNKNOWN = -1,
  ERR_NO_ERROR = 0,
  ERR_OFFSET_OUT_OF_RANGE,
  ERR_INVALID_MSG,
  ERR_UNKNOWN_TOPIC_OR_PART,
  ERR_MSG_SIZE_TOO_LARGE = 10,
  ERR_TOPIC_AUTHORIZATION_FAILED = 29
};
std::string err2str(ErrorCode error);
int version();
std::string version_str();
int wait_destroyed(int timeout_ms);

class Handle;
class Message;
class Topic;
class KafkaConsumer;
class TopicPartition;
class Queue;
class Metadata;

class Event {
 public:
  enum Type { EVENT_ERROR, EVENT_STATS, EVENT_LOG, EVENT_THROTTLE };
  virtual ~Event();
  virtual Type type() const = 0;
  virtual ErrorCode err() const = 0;
  virtual int severity() const = 0;
  virtual std::string fac() const = 0;
  virtual std::string str() const = 0;
  virtual bool fatal() const = 0;
};
class DeliveryReportCb {
 public:
  virtual void dr_cb(Message& message) = 0;
  virtual ~DeliveryReportCb();
};
class EventCb {
 public:
  virtual void event_cb(Event& event) = 0;
  virtual ~EventCb();
};
class ConsumeCb {
 public:
  virtual void consume_cb(Message& message, void* opaque) = 0;
  virtual ~ConsumeCb();
};
class RebalanceCb {
 public:
  virtual void rebalance_cb(KafkaConsumer* consumer, ErrorCode error,
                            std::vector<TopicPartition*>& partitions) = 0;
  virtual ~RebalanceCb();
};
class OffsetCommitCb {
 public:
  virtual void offset_commit_cb(ErrorCode error, std::vector<TopicPartition*>& offsets) = 0;
  virtual ~OffsetCommitCb();
};
class PartitionerCb {
 public:
  virtual int32_t partitioner_cb(const Topic* topic, const std::string* key, int32_t n, void* opaque,
                                 void* message) = 0;
  virtual ~PartitionerCb();
};

class Conf {
 public:
  enum ConfType { CONF_GLOBAL, CONF_TOPIC };
  enum ConfResult { CONF_UNKNOWN = -2, CONF_INVALID = -1, CONF_OK = 0 };
  static Conf* create(ConfType type);
  virtual ~Conf();
  virtual ConfResult set(const std::string& name, const std::string& value, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, DeliveryReportCb* cb, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, EventCb* cb, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, const Conf* topic, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, PartitionerCb* cb, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, RebalanceCb* cb, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, OffsetCommitCb* cb, std::string& error) = 0;
  virtual ConfResult set(const std::string& name, ConsumeCb* cb, std::string& error) = 0;
  virtual ConfResult get(const std::string& name, std::string& value) const = 0;
  virtual std::list<std::string>* dump() = 0;
};

class Handle {
 public:
  virtual ~Handle();
  virtual std::string name() const = 0;
  virtual std::string memberid() const = 0;
  virtual int poll(int timeout_ms) = 0;
  virtual int outq_len() = 0;
  virtual ErrorCode metadata(bool all, const Topic* topic, Metadata** out, int timeout_ms) = 0;
  virtual ErrorCode query_watermark_offsets(const std::string& topic, int32_t partition,
                                            int64_t* low, int64_t* high, int timeout_ms) = 0;
  virtual ErrorCode fatal_error(std::string& error) const = 0;
};

class TopicPartition {
 public:
  static TopicPartition* create(const std::string& topic, int partition);
  static TopicPartition* create(const std::string& topic, int partition, int64_t offset);
  static void destroy(std::vector<TopicPartition*>& partitions);
  virtual ~TopicPartition();
  virtual const std::string& topic() const = 0;
  virtual int partition() const = 0;
  virtual int64_t offset() const = 0;
  virtual void set_offset(int64_t offset) = 0;
  virtual ErrorCode err() const = 0;
};

class Topic {
 public:
  static const int32_t PARTITION_UA;
  static const int64_t OFFSET_BEGINNING;
  static const int64_t OFFSET_END;
  static const int64_t OFFSET_STORED;
  static const int64_t OFFSET_INVALID;
  static Topic* create(Handle* handle, const std::string& topic, const Conf* conf,
                       std::string& error);
  virtual ~Topic();
  virtual std::string name() const = 0;
};

class MessageTimestamp {
 public:
  enum MessageTimestampType { MSG_TIMESTAMP_NOT_AVAILABLE, MSG_TIMESTAMP_CREATE_TIME };
  MessageTimestampType type;
  int64_t timestamp;
};
class Headers {
 public:
  static Headers* create();
  virtual ~Headers();
  virtual ErrorCode add(const std::string& key, const std::string& value) = 0;
  virtual ErrorCode add(const std::string& key, const void* value, size_t size) = 0;
};
class Message {
 public:
  virtual ~Message();
  virtual std::string errstr() const = 0;
  virtual ErrorCode err() const = 0;
  virtual Topic* topic() const = 0;
  virtual std::string topic_name() const = 0;
  virtual int32_t partition() const = 0;
  virtual void* payload() const = 0;
  virtual size_t len() const = 0;
  virtual const std::string* key() const = 0;
  virtual const void* key_pointer() const = 0;
  virtual size_t key_len() const = 0;
  virtual int64_t offset() const = 0;
  virtual MessageTimestamp timestamp() const = 0;
  virtual void* msg_opaque() const = 0;
  virtual Headers* headers() = 0;
};
class Queue {
 public:
  static Queue* create(Handle* handle);
  virtual ~Queue();
  virtual Message* consume(int timeout_ms) = 0;
  virtual int poll(int timeout_ms) = 0;
};

class KafkaConsumer : public virtual Handle {
 public:
  static KafkaConsumer* create(const Conf* conf, std::string& error);
  virtual ~KafkaConsumer();
  virtual ErrorCode assignment(std::vector<TopicPartition*>& partitions) = 0;
  virtual ErrorCode subscribe(const std::vector<std::string>& topics) = 0;
  virtual ErrorCode unsubscribe() = 0;
  virtual ErrorCode assign(const std::vector<TopicPartition*>& partitions) = 0;
  virtual ErrorCode unassign() = 0;
  virtual Message* consume(int timeout_ms) = 0;
  virtual ErrorCode commitSync() = 0;
  virtual ErrorCode commitAsync() = 0;
  virtual ErrorCode commitSync(Message* message) = 0;
  virtual ErrorCode commitAsync(Message* message) = 0;
  virtual ErrorCode committed(std::vector<TopicPartition*>& partitions, int timeout_ms) = 0;
  virtual ErrorCode seek(const TopicPartition& partition, int timeout_ms) = 0;
  virtual ErrorCode close() = 0;
};

class Consumer : public virtual Handle {
 public:
  static Consumer* create(const Conf* conf, std::string& error);
  virtual ~Consumer();
  virtual ErrorCode start(Topic* topic, int32_t partition, int64_t offset) = 0;
  virtual ErrorCode stop(Topic* topic, int32_t partition) = 0;
  virtual Message* consume(Topic* topic, int32_t partition, int timeout_ms) = 0;
  virtual Message* consume(Queue* queue, int timeout_ms) = 0;
};

class Producer : public virtual Handle {
 public:
  enum { RK_MSG_FREE = 1, RK_MSG_COPY = 2, RK_MSG_BLOCK = 4 };
  static Producer* create(const Conf* conf, std::string& error);
  virtual ~Producer();
  virtual ErrorCode produce(Topic* topic, int32_t partition, int flags, void* payload, size_t len,
                            const std::string* key, void* opaque) = 0;
  virtual ErrorCode produce(Topic* topic, int32_t partition, int flags, void* payload, size_t len,
                            const void* key, size_t key_len, void* opaque) = 0;
  virtual ErrorCode produce(const std::string topic, int32_t partition, int flags, void* payload,
                            size_t len, const void* key, size_t key_len, int64_t timestamp,
                            void* opaque) = 0;
  virtual ErrorCode produce(const std::string topic, int32_t partition, int flags, void* payload,
                            size_t len, const void* key, size_t key_len, int64_t timestamp,
                            Headers* headers, void* opaque) = 0;
  virtual ErrorCode flush(int timeout_ms) = 0;
  virtual ErrorCode purge(int flags) = 0;
};

}  // namespace RdKafka
