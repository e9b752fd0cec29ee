// C model of the NATS client: https://nats-io.github.io/nats.c/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if !defined(__cplusplus)
#include <stdbool.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  NATS_OK = 0,
  NATS_ERR,
  NATS_PROTOCOL_ERROR,
  NATS_IO_ERROR,
  NATS_NO_SERVER,
  NATS_TIMEOUT,
  NATS_CONNECTION_CLOSED,
  NATS_CONNECTION_DISCONNECTED,
  NATS_INVALID_ARG,
  NATS_NOT_FOUND,
  NATS_NO_MEMORY,
  NATS_SLOW_CONSUMER,
  NATS_MAX_PAYLOAD,
  NATS_INVALID_SUBSCRIPTION,
  NATS_NO_RESPONDERS,
  NATS_DRAINING
} natsStatus;
typedef struct __natsConnection natsConnection;
typedef struct __natsSubscription natsSubscription;
typedef struct __natsMsg natsMsg;
typedef struct __natsOptions natsOptions;
typedef struct __natsStatistics natsStatistics;
typedef struct __jsCtx jsCtx;
typedef char natsInbox;
typedef struct {
  const char* Prefix;
  int64_t Wait;
} jsOptions;
typedef struct {
  char* Stream;
  uint64_t Sequence;
  bool Duplicate;
} jsPubAck;
typedef struct {
  const char* Stream;
  const char* Consumer;
} jsSubOptions;
typedef void (*natsMsgHandler)(natsConnection*, natsSubscription*, natsMsg*, void*);
typedef void (*natsConnectionHandler)(natsConnection*, void*);
typedef void (*natsErrHandler)(natsConnection*, natsSubscription*, natsStatus, void*);
#define NATS_DEFAULT_URL "nats://localhost:4222"

natsStatus nats_Open(int64_t spins);
void nats_Close(void);
natsStatus nats_CloseAndWait(int64_t timeout);
void nats_Sleep(int64_t ms);
int64_t nats_Now(void);
const char* nats_GetLastError(natsStatus* status);
void nats_PrintLastErrorStack(void* file);
const char* natsStatus_GetText(natsStatus status);
natsStatus natsOptions_Create(natsOptions** options);
void natsOptions_Destroy(natsOptions* options);
natsStatus natsOptions_SetURL(natsOptions* options, const char* url);
natsStatus natsOptions_SetServers(natsOptions* options, const char** servers, int n);
natsStatus natsOptions_SetUserInfo(natsOptions* options, const char* user, const char* password);
natsStatus natsOptions_SetToken(natsOptions* options, const char* token);
natsStatus natsOptions_SetUserCredentialsFromFiles(natsOptions* options, const char* creds,
                                                   const char* seed);
natsStatus natsOptions_SetTimeout(natsOptions* options, int64_t ms);
natsStatus natsOptions_SetWriteDeadline(natsOptions* options, int64_t ms);
natsStatus natsOptions_SetName(natsOptions* options, const char* name);
natsStatus natsOptions_SetSecure(natsOptions* options, bool secure);
natsStatus natsOptions_LoadCATrustedCertificates(natsOptions* options, const char* file);
natsStatus natsOptions_LoadCertificatesChain(natsOptions* options, const char* certs,
                                             const char* key);
natsStatus natsOptions_SetExpectedHostname(natsOptions* options, const char* host);
natsStatus natsOptions_SkipServerVerification(natsOptions* options, bool skip);
natsStatus natsOptions_SetPingInterval(natsOptions* options, int64_t ms);
natsStatus natsOptions_SetMaxPingsOut(natsOptions* options, int n);
natsStatus natsOptions_SetAllowReconnect(natsOptions* options, bool allow);
natsStatus natsOptions_SetMaxReconnect(natsOptions* options, int n);
natsStatus natsOptions_SetReconnectWait(natsOptions* options, int64_t ms);
natsStatus natsOptions_SetReconnectJitter(natsOptions* options, int64_t ms, int64_t tls_ms);
natsStatus natsOptions_SetErrorHandler(natsOptions* options, natsErrHandler f, void* arg);
natsStatus natsOptions_SetClosedCB(natsOptions* options, natsConnectionHandler f, void* arg);
natsStatus natsOptions_SetDisconnectedCB(natsOptions* options, natsConnectionHandler f,
                                         void* arg);
natsStatus natsOptions_SetReconnectedCB(natsOptions* options, natsConnectionHandler f, void* arg);
natsStatus natsConnection_Connect(natsConnection** nc, natsOptions* options);
natsStatus natsConnection_ConnectTo(natsConnection** nc, const char* urls);
bool natsConnection_IsClosed(natsConnection* nc);
natsStatus natsConnection_Flush(natsConnection* nc);
natsStatus natsConnection_FlushTimeout(natsConnection* nc, int64_t timeout);
natsStatus natsConnection_Drain(natsConnection* nc);
void natsConnection_Close(natsConnection* nc);
void natsConnection_Destroy(natsConnection* nc);
natsStatus natsConnection_Publish(natsConnection* nc, const char* subject, const void* data,
                                  int n);
natsStatus natsConnection_PublishString(natsConnection* nc, const char* subject,
                                        const char* text);
natsStatus natsConnection_PublishMsg(natsConnection* nc, natsMsg* msg);
natsStatus natsConnection_Request(natsMsg** reply, natsConnection* nc, const char* subject,
                                  const void* data, int n, int64_t timeout);
natsStatus natsConnection_RequestString(natsMsg** reply, natsConnection* nc, const char* subject,
                                        const char* text, int64_t timeout);
natsStatus natsConnection_Subscribe(natsSubscription** sub, natsConnection* nc,
                                    const char* subject, natsMsgHandler f, void* arg);
natsStatus natsConnection_SubscribeSync(natsSubscription** sub, natsConnection* nc,
                                        const char* subject);
natsStatus natsConnection_QueueSubscribe(natsSubscription** sub, natsConnection* nc,
                                         const char* subject, const char* queue,
                                         natsMsgHandler f, void* arg);
natsStatus natsConnection_JetStream(jsCtx** js, natsConnection* nc, jsOptions* options);
natsStatus natsSubscription_NextMsg(natsMsg** msg, natsSubscription* sub, int64_t timeout);
natsStatus natsSubscription_Unsubscribe(natsSubscription* sub);
natsStatus natsSubscription_Drain(natsSubscription* sub);
void natsSubscription_Destroy(natsSubscription* sub);
natsStatus natsMsg_Create(natsMsg** msg, const char* subject, const char* reply, const char* data,
                          int n);
void natsMsg_Destroy(natsMsg* msg);
const char* natsMsg_GetSubject(const natsMsg* msg);
const char* natsMsg_GetReply(const natsMsg* msg);
const char* natsMsg_GetData(const natsMsg* msg);
int natsMsg_GetDataLength(const natsMsg* msg);
natsStatus natsMsg_Ack(natsMsg* msg, jsOptions* options);
natsStatus js_Publish(jsPubAck** ack, jsCtx* js, const char* subject, const void* data, int n,
                      void* options, int* error);
void jsCtx_Destroy(jsCtx* js);

#ifdef __cplusplus
}
#endif
