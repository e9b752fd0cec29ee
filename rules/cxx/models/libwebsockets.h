// Model of libwebsockets, as far as rules talk about it.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lws;
struct lws_context;
struct lws_vhost;
struct lws_protocols;
typedef struct lws_retry_bo lws_retry_bo_t;

// The flags LCCSCF_... are known by their names.
struct lws_client_connect_info {
  struct lws_context* context;
  const char* address;
  int port;
  int ssl_connection;
  const char* path;
  const char* host;
  const char* origin;
  const char* protocol;
  int ietf_version_or_minus_one;
  void* userdata;
  const char* method;
  struct lws* parent_wsi;
  struct lws_vhost* vhost;
  struct lws** pwsi;
  const char* iface;
  const char* local_protocol_name;
  const char* alpn;
  void* opaque_user_data;
  const lws_retry_bo_t* retry_and_idle_policy;
};

struct lws* lws_client_connect_via_info(const struct lws_client_connect_info* info);
int lws_service(struct lws_context* context, int timeout);
void lws_cancel_service(struct lws_context* context);
void lws_context_destroy(struct lws_context* context);
struct lws_context* lws_get_context(const struct lws* wsi);
int lws_callback_on_writable(struct lws* wsi);

#ifdef __cplusplus
}
#endif
