// C model of Paho's synchronous MQTT client:
// https://eclipse.github.io/paho.mqtt.c/MQTTClient/html/. Declarations only.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef void* MQTTClient;
typedef int MQTTClient_deliveryToken;
typedef int MQTTClient_token;
typedef struct {
  char struct_id[4];
  int struct_version;
  int payloadlen;
  void* payload;
  int qos;
  int retained;
  int dup;
  int msgid;
} MQTTClient_message;
typedef struct {
  char struct_id[4];
  int struct_version;
  const char* topicName;
  const char* message;
  int retained;
  int qos;
} MQTTClient_willOptions;
typedef struct {
  char struct_id[4];
  int struct_version;
  const char* trustStore;
  const char* keyStore;
  const char* privateKey;
  const char* privateKeyPassword;
  const char* enabledCipherSuites;
  int enableServerCertAuth;
  int sslVersion;
  int verify;
  const char* CApath;
} MQTTClient_SSLOptions;
typedef struct {
  char struct_id[4];
  int struct_version;
  int keepAliveInterval;
  int cleansession;
  int reliable;
  MQTTClient_willOptions* will;
  const char* username;
  const char* password;
  int connectTimeout;
  int retryInterval;
  MQTTClient_SSLOptions* ssl;
  int serverURIcount;
  char* const* serverURIs;
  int MQTTVersion;
  int maxInflightMessages;
  int cleanstart;
} MQTTClient_connectOptions;
#define MQTTClient_message_initializer \
  { {'M', 'Q', 'T', 'M'}, 1, 0, NULL, 0, 0, 0, 0 }
#define MQTTClient_willOptions_initializer \
  { {'M', 'Q', 'T', 'W'}, 1, NULL, NULL, 0, 0 }
#define MQTTClient_SSLOptions_initializer \
  { {'M', 'Q', 'T', 'S'}, 5, NULL, NULL, NULL, NULL, NULL, 1, 0, 0, NULL }
#define MQTTClient_connectOptions_initializer \
  { {'M', 'Q', 'T', 'C'}, 8, 60, 1, 1, NULL, NULL, NULL, 30, 0, NULL, 0, NULL, 0, -1, 0 }
#define MQTTCLIENT_SUCCESS 0
#define MQTTCLIENT_FAILURE (-1)
#define MQTTCLIENT_DISCONNECTED (-3)
#define MQTTCLIENT_PERSISTENCE_DEFAULT 0
#define MQTTCLIENT_PERSISTENCE_NONE 1
#define MQTTVERSION_DEFAULT 0
#define MQTTVERSION_3_1_1 4
#define MQTTVERSION_5 5
#define MQTT_SSL_VERSION_DEFAULT 0
#define MQTT_SSL_VERSION_TLS_1_0 1
#define MQTT_SSL_VERSION_TLS_1_1 2
#define MQTT_SSL_VERSION_TLS_1_2 3

typedef int MQTTClient_messageArrived(void*, char*, int, MQTTClient_message*);
typedef void MQTTClient_deliveryComplete(void*, MQTTClient_deliveryToken);
typedef void MQTTClient_connectionLost(void*, char*);
int MQTTClient_create(MQTTClient* handle, const char* server, const char* id, int persistence,
                      void* context);
int MQTTClient_connect(MQTTClient handle, MQTTClient_connectOptions* options);
int MQTTClient_disconnect(MQTTClient handle, int timeout);
int MQTTClient_isConnected(MQTTClient handle);
int MQTTClient_setCallbacks(MQTTClient handle, void* context, MQTTClient_connectionLost* lost,
                            MQTTClient_messageArrived* arrived,
                            MQTTClient_deliveryComplete* complete);
int MQTTClient_setCommandTimeout(MQTTClient handle, unsigned long ms);
int MQTTClient_subscribe(MQTTClient handle, const char* topic, int qos);
int MQTTClient_unsubscribe(MQTTClient handle, const char* topic);
int MQTTClient_publish(MQTTClient handle, const char* topic, int n, const void* payload, int qos,
                       int retained, MQTTClient_deliveryToken* token);
int MQTTClient_publishMessage(MQTTClient handle, const char* topic, MQTTClient_message* message,
                              MQTTClient_deliveryToken* token);
int MQTTClient_waitForCompletion(MQTTClient handle, MQTTClient_deliveryToken token,
                                 unsigned long timeout);
int MQTTClient_receive(MQTTClient handle, char** topic, int* n, MQTTClient_message** message,
                       unsigned long timeout);
void MQTTClient_yield(void);
void MQTTClient_freeMessage(MQTTClient_message** message);
void MQTTClient_free(void* p);
void MQTTClient_destroy(MQTTClient* handle);
const char* MQTTClient_strerror(int code);

#ifdef __cplusplus
}
#endif
