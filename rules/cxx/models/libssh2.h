// C model of libssh2: https://libssh2.org/docs.html. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if __has_include(<sys/types.h>)
#include <sys/stat.h>
#include <sys/types.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _LIBSSH2_SESSION LIBSSH2_SESSION;
typedef struct _LIBSSH2_CHANNEL LIBSSH2_CHANNEL;
typedef struct _LIBSSH2_KNOWNHOSTS LIBSSH2_KNOWNHOSTS;
typedef struct _LIBSSH2_AGENT LIBSSH2_AGENT;
typedef struct _LIBSSH2_SFTP LIBSSH2_SFTP;
typedef struct _LIBSSH2_SFTP_HANDLE LIBSSH2_SFTP_HANDLE;
typedef int libssh2_socket_t;
typedef uint64_t libssh2_uint64_t;
typedef int64_t libssh2_int64_t;
typedef struct stat libssh2_struct_stat;
struct libssh2_knownhost {
  unsigned int magic;
  char* name;
  char* key;
  int typemask;
};
struct libssh2_agent_publickey {
  unsigned int magic;
  unsigned char* blob;
  size_t blob_len;
  char* comment;
};
typedef struct _LIBSSH2_USERAUTH_KBDINT_PROMPT {
  unsigned char* text;
  size_t length;
  unsigned char echo;
} LIBSSH2_USERAUTH_KBDINT_PROMPT;
typedef struct _LIBSSH2_USERAUTH_KBDINT_RESPONSE {
  char* text;
  unsigned int length;
} LIBSSH2_USERAUTH_KBDINT_RESPONSE;
typedef struct _LIBSSH2_SFTP_ATTRIBUTES {
  unsigned long flags;
  libssh2_uint64_t filesize;
  unsigned long uid, gid, permissions, atime, mtime;
} LIBSSH2_SFTP_ATTRIBUTES;
typedef void (*LIBSSH2_KBDINT_F)(const char*, int, const char*, int, int,
                                 const LIBSSH2_USERAUTH_KBDINT_PROMPT*,
                                 LIBSSH2_USERAUTH_KBDINT_RESPONSE*, void**);

#define LIBSSH2_ERROR_NONE 0
#define LIBSSH2_ERROR_SOCKET_NONE (-1)
#define LIBSSH2_ERROR_TIMEOUT (-9)
#define LIBSSH2_ERROR_AUTHENTICATION_FAILED (-18)
#define LIBSSH2_ERROR_EAGAIN (-37)
#define LIBSSH2_SESSION_BLOCK_INBOUND 1
#define LIBSSH2_SESSION_BLOCK_OUTBOUND 2
#define LIBSSH2_HOSTKEY_HASH_MD5 1
#define LIBSSH2_HOSTKEY_HASH_SHA1 2
#define LIBSSH2_HOSTKEY_HASH_SHA256 3
#define LIBSSH2_KNOWNHOST_FILE_OPENSSH 1
#define LIBSSH2_KNOWNHOST_TYPE_PLAIN 1
#define LIBSSH2_KNOWNHOST_KEYENC_RAW (1 << 16)
#define LIBSSH2_KNOWNHOST_CHECK_MATCH 0
#define LIBSSH2_KNOWNHOST_CHECK_MISMATCH 1
#define LIBSSH2_KNOWNHOST_CHECK_NOTFOUND 2
#define LIBSSH2_KNOWNHOST_CHECK_FAILURE 3
#define LIBSSH2_METHOD_KEX 0
#define LIBSSH2_METHOD_HOSTKEY 1
#define LIBSSH2_METHOD_CRYPT_CS 2
#define LIBSSH2_METHOD_CRYPT_SC 3
#define SSH_DISCONNECT_BY_APPLICATION 11
#define LIBSSH2_CHANNEL_WINDOW_DEFAULT (2 * 1024 * 1024)
#define LIBSSH2_CHANNEL_PACKET_DEFAULT 32768

int libssh2_init(int flags);
void libssh2_exit(void);
LIBSSH2_SESSION* libssh2_session_init_ex(void* (*a)(size_t, void**), void (*f)(void*, void**),
                                         void* (*r)(void*, size_t, void**), void* abstract);
#define libssh2_session_init() libssh2_session_init_ex(NULL, NULL, NULL, NULL)
int libssh2_session_handshake(LIBSSH2_SESSION* session, libssh2_socket_t socket);
int libssh2_session_startup(LIBSSH2_SESSION* session, int socket);
int libssh2_session_disconnect_ex(LIBSSH2_SESSION* session, int reason, const char* text,
                                  const char* lang);
#define libssh2_session_disconnect(s, text) libssh2_session_disconnect_ex((s), 11, (text), "")
int libssh2_session_free(LIBSSH2_SESSION* session);
void libssh2_session_set_timeout(LIBSSH2_SESSION* session, long ms);
long libssh2_session_get_timeout(LIBSSH2_SESSION* session);
void libssh2_session_set_blocking(LIBSSH2_SESSION* session, int on);
int libssh2_session_get_blocking(LIBSSH2_SESSION* session);
int libssh2_session_block_directions(LIBSSH2_SESSION* session);
int libssh2_session_last_error(LIBSSH2_SESSION* session, char** text, int* length, int want);
int libssh2_session_last_errno(LIBSSH2_SESSION* session);
int libssh2_session_method_pref(LIBSSH2_SESSION* session, int type, const char* prefs);
int libssh2_session_flag(LIBSSH2_SESSION* session, int flag, int value);
const char* libssh2_session_hostkey(LIBSSH2_SESSION* session, size_t* length, int* type);
const char* libssh2_hostkey_hash(LIBSSH2_SESSION* session, int type);
char* libssh2_userauth_list(LIBSSH2_SESSION* session, const char* user, unsigned int length);
int libssh2_userauth_authenticated(LIBSSH2_SESSION* session);
int libssh2_userauth_password_ex(LIBSSH2_SESSION* session, const char* user, unsigned int length,
                                 const char* password, unsigned int password_length,
                                 void (*f)(LIBSSH2_SESSION*, char**, int*, void**));
#define libssh2_userauth_password(s, user, password)                             \
  libssh2_userauth_password_ex((s), (user), (unsigned int)__builtin_strlen(user), (password), \
                               (unsigned int)__builtin_strlen(password), NULL)
int libssh2_userauth_publickey_fromfile_ex(LIBSSH2_SESSION* session, const char* user,
                                           unsigned int length, const char* public_key,
                                           const char* private_key, const char* passphrase);
#define libssh2_userauth_publickey_fromfile(s, user, pub, key, pass)                             \
  libssh2_userauth_publickey_fromfile_ex((s), (user), (unsigned int)__builtin_strlen(user), (pub), \
                                         (key), (pass))
int libssh2_userauth_keyboard_interactive_ex(LIBSSH2_SESSION* session, const char* user,
                                             unsigned int length, LIBSSH2_KBDINT_F f);
#define libssh2_userauth_keyboard_interactive(s, user, f) \
  libssh2_userauth_keyboard_interactive_ex((s), (user), (unsigned int)__builtin_strlen(user), (f))
LIBSSH2_CHANNEL* libssh2_channel_open_ex(LIBSSH2_SESSION* session, const char* type,
                                         unsigned int length, unsigned int window,
                                         unsigned int packet, const char* message,
                                         unsigned int n);
#define libssh2_channel_open_session(s) \
  libssh2_channel_open_ex((s), "session", 7, LIBSSH2_CHANNEL_WINDOW_DEFAULT, 32768, NULL, 0)
LIBSSH2_CHANNEL* libssh2_channel_direct_tcpip_ex(LIBSSH2_SESSION* session, const char* host,
                                                 int port, const char* from, int from_port);
int libssh2_channel_process_startup(LIBSSH2_CHANNEL* channel, const char* request,
                                    unsigned int length, const char* message, unsigned int n);
#define libssh2_channel_exec(c, command)                     \
  libssh2_channel_process_startup((c), "exec", 4, (command), \
                                  (unsigned int)__builtin_strlen(command))
#define libssh2_channel_shell(c) libssh2_channel_process_startup((c), "shell", 5, NULL, 0)
ssize_t libssh2_channel_read_ex(LIBSSH2_CHANNEL* channel, int stream, char* buffer, size_t n);
#define libssh2_channel_read(c, buffer, n) libssh2_channel_read_ex((c), 0, (buffer), (n))
#define libssh2_channel_read_stderr(c, buffer, n) libssh2_channel_read_ex((c), 1, (buffer), (n))
ssize_t libssh2_channel_write_ex(LIBSSH2_CHANNEL* channel, int stream, const char* buffer,
                                 size_t n);
#define libssh2_channel_write(c, buffer, n) libssh2_channel_write_ex((c), 0, (buffer), (n))
int libssh2_channel_send_eof(LIBSSH2_CHANNEL* channel);
int libssh2_channel_eof(LIBSSH2_CHANNEL* channel);
int libssh2_channel_wait_eof(LIBSSH2_CHANNEL* channel);
int libssh2_channel_close(LIBSSH2_CHANNEL* channel);
int libssh2_channel_wait_closed(LIBSSH2_CHANNEL* channel);
int libssh2_channel_free(LIBSSH2_CHANNEL* channel);
int libssh2_channel_get_exit_status(LIBSSH2_CHANNEL* channel);
void libssh2_channel_set_blocking(LIBSSH2_CHANNEL* channel, int on);
LIBSSH2_CHANNEL* libssh2_scp_recv2(LIBSSH2_SESSION* session, const char* path,
                                   libssh2_struct_stat* stat);
LIBSSH2_CHANNEL* libssh2_scp_send64(LIBSSH2_SESSION* session, const char* path, int mode,
                                    libssh2_int64_t size, time_t mtime, time_t atime);
LIBSSH2_KNOWNHOSTS* libssh2_knownhost_init(LIBSSH2_SESSION* session);
int libssh2_knownhost_readfile(LIBSSH2_KNOWNHOSTS* hosts, const char* path, int type);
int libssh2_knownhost_checkp(LIBSSH2_KNOWNHOSTS* hosts, const char* host, int port,
                             const char* key, size_t length, int mask,
                             struct libssh2_knownhost** out);
void libssh2_knownhost_free(LIBSSH2_KNOWNHOSTS* hosts);
LIBSSH2_AGENT* libssh2_agent_init(LIBSSH2_SESSION* session);
int libssh2_agent_connect(LIBSSH2_AGENT* agent);
void libssh2_keepalive_config(LIBSSH2_SESSION* session, int want, unsigned int interval);
int libssh2_keepalive_send(LIBSSH2_SESSION* session, int* next);

#ifdef __cplusplus
}
#endif
