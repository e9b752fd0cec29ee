// C model of Paho's asynchronous MQTT client:
// https://eclipse.github.io/paho.mqtt.c/MQTTAsync/html/. Declarations only.
#pragma once

#include <MQTTClient.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef void* MQTTAsync;
typedef int MQTTAsync_token;
typedef MQTTClient_message MQTTAsync_message;
typedef MQTTClient_willOptions MQTTAsync_willOptions;
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
} MQTTAsync_SSLOptions;
typedef struct {
  MQTTAsync_token token;
} MQTTAsync_successData;
typedef struct {
  MQTTAsync_token token;
  int code;
  const char* message;
} MQTTAsync_failureData;
typedef void MQTTAsync_onSuccess(void*, MQTTAsync_successData*);
typedef void MQTTAsync_onFailure(void*, MQTTAsync_failureData*);
typedef struct {
  char struct_id[4];
  int struct_version;
  int keepAliveInterval;
  int cleansession;
  int maxInflight;
  MQTTAsync_willOptions* will;
  const char* username;
  const char* password;
  int connectTimeout;
  int retryInterval;
  MQTTAsync_SSLOptions* ssl;
  MQTTAsync_onSuccess* onSuccess;
  MQTTAsync_onFailure* onFailure;
  void* context;
  int automaticReconnect;
  int minRetryInterval;
  int maxRetryInterval;
  int MQTTVersion;
} MQTTAsync_connectOptions;
typedef struct {
  char struct_id[4];
  int struct_version;
  MQTTAsync_onSuccess* onSuccess;
  MQTTAsync_onFailure* onFailure;
  void* context;
  MQTTAsync_token token;
} MQTTAsync_responseOptions;
typedef struct {
  char struct_id[4];
  int struct_version;
  int timeout;
  MQTTAsync_onSuccess* onSuccess;
  MQTTAsync_onFailure* onFailure;
  void* context;
} MQTTAsync_disconnectOptions;
#define MQTTAsync_message_initializer MQTTClient_message_initializer
#define MQTTAsync_SSLOptions_initializer \
  { {'M', 'Q', 'T', 'S'}, 5, NULL, NULL, NULL, NULL, NULL, 1, 0, 0, NULL }
#define MQTTAsync_connectOptions_initializer                                                  \
  {                                                                                           \
    {'M', 'Q', 'T', 'C'}, 8, 60, 1, 65535, NULL, NULL, NULL, 30, 0, NULL, NULL, NULL, NULL, 0, 1, \
        60, 0                                                                                 \
  }
#define MQTTAsync_responseOptions_initializer \
  { {'M', 'Q', 'T', 'R'}, 1, NULL, NULL, 0, 0 }
#define MQTTAsync_disconnectOptions_initializer \
  { {'M', 'Q', 'T', 'D'}, 1, 0, NULL, NULL, NULL }
#define MQTTASYNC_SUCCESS 0

int MQTTAsync_create(MQTTAsync* handle, const char* server, const char* id, int persistence,
                     void* context);
int MQTTAsync_setCallbacks(MQTTAsync handle, void* context, void (*lost)(void*, char*),
                           int (*arrived)(void*, char*, int, MQTTAsync_message*),
                           void (*complete)(void*, MQTTAsync_token));
int MQTTAsync_connect(MQTTAsync handle, const MQTTAsync_connectOptions* options);
int MQTTAsync_disconnect(MQTTAsync handle, const MQTTAsync_disconnectOptions* options);
int MQTTAsync_isConnected(MQTTAsync handle);
int MQTTAsync_subscribe(MQTTAsync handle, const char* topic, int qos,
                        MQTTAsync_responseOptions* response);
int MQTTAsync_sendMessage(MQTTAsync handle, const char* topic, const MQTTAsync_message* message,
                          MQTTAsync_responseOptions* response);
int MQTTAsync_waitForCompletion(MQTTAsync handle, MQTTAsync_token token, unsigned long timeout);
void MQTTAsync_freeMessage(MQTTAsync_message** message);
void MQTTAsync_free(void* p);
void MQTTAsync_destroy(MQTTAsync* handle);
const char* MQTTAsync_strerror(int code);

#ifdef __cplusplus
}
#endif
