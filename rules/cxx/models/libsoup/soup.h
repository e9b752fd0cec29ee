// Model of libsoup: https://libsoup.gnome.org/libsoup-3.0/. Declarations only.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoupSession SoupSession;
typedef struct _SoupMessage SoupMessage;
#define SOUP_SESSION(object) ((SoupSession*)(object))
#define SOUP_MESSAGE(object) ((SoupMessage*)(object))
#define SOUP_SESSION_SSL_STRICT "ssl-strict"
#define SOUP_SESSION_SSL_CA_FILE "ssl-ca-file"
#define SOUP_SESSION_SSL_USE_SYSTEM_CA_FILE "ssl-use-system-ca-file"
#define SOUP_SESSION_TLS_DATABASE "tls-database"
#define SOUP_SESSION_HTTPS_ALIASES "https-aliases"
#define SOUP_SESSION_USER_AGENT "user-agent"
#define SOUP_SESSION_TIMEOUT "timeout"
#define SOUP_SESSION_IDLE_TIMEOUT "idle-timeout"
#define SOUP_SESSION_MAX_CONNS "max-conns"
#define SOUP_SESSION_MAX_CONNS_PER_HOST "max-conns-per-host"

SoupSession* soup_session_new(void);
SoupSession* soup_session_new_with_options(const char* first, ...);
SoupSession* soup_session_async_new(void);
SoupSession* soup_session_async_new_with_options(const char* first, ...);
SoupSession* soup_session_sync_new(void);
SoupSession* soup_session_sync_new_with_options(const char* first, ...);
SoupMessage* soup_message_new(const char* method, const char* uri);
void soup_session_set_timeout(SoupSession* session, guint seconds);

G_END_DECLS
