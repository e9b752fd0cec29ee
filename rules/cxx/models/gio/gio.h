// Model of GIO: https://docs.gtk.org/gio/. Declarations only.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _GTlsCertificate GTlsCertificate;
typedef struct _GTlsConnection GTlsConnection;
typedef struct _GTlsClientConnection GTlsClientConnection;
typedef struct _GTlsDatabase GTlsDatabase;
typedef enum {
  G_TLS_CERTIFICATE_NO_FLAGS = 0,
  G_TLS_CERTIFICATE_UNKNOWN_CA = 1,
  G_TLS_CERTIFICATE_BAD_IDENTITY = 2,
  G_TLS_CERTIFICATE_NOT_ACTIVATED = 4,
  G_TLS_CERTIFICATE_EXPIRED = 8,
  G_TLS_CERTIFICATE_REVOKED = 16,
  G_TLS_CERTIFICATE_INSECURE = 32,
  G_TLS_CERTIFICATE_GENERIC_ERROR = 64,
  G_TLS_CERTIFICATE_VALIDATE_ALL = 127
} GTlsCertificateFlags;

typedef struct _GSocketClient GSocketClient;

GSocketClient* g_socket_client_new(void);
void g_socket_client_set_tls(GSocketClient* client, gboolean tls);
void g_socket_client_set_tls_validation_flags(GSocketClient* client, GTlsCertificateFlags flags);
void g_tls_client_connection_set_validation_flags(GTlsClientConnection* connection,
                                                  GTlsCertificateFlags flags);

G_END_DECLS
