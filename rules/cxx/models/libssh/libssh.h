// C model of libssh: https://api.libssh.org/stable/. Declarations only.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ssh_session_struct* ssh_session;
typedef struct ssh_channel_struct* ssh_channel;
typedef struct ssh_key_struct* ssh_key;
enum ssh_options_e {
  SSH_OPTIONS_HOST,
  SSH_OPTIONS_PORT,
  SSH_OPTIONS_PORT_STR,
  SSH_OPTIONS_FD,
  SSH_OPTIONS_USER,
  SSH_OPTIONS_SSH_DIR,
  SSH_OPTIONS_IDENTITY,
  SSH_OPTIONS_KNOWNHOSTS,
  SSH_OPTIONS_TIMEOUT,
  SSH_OPTIONS_TIMEOUT_USEC,
  SSH_OPTIONS_LOG_VERBOSITY,
  SSH_OPTIONS_STRICTHOSTKEYCHECK
};
enum ssh_auth_e { SSH_AUTH_SUCCESS = 0, SSH_AUTH_DENIED, SSH_AUTH_PARTIAL, SSH_AUTH_INFO, SSH_AUTH_AGAIN, SSH_AUTH_ERROR = -1 };
enum ssh_known_hosts_e { SSH_KNOWN_HOSTS_ERROR = -2, SSH_KNOWN_HOSTS_NOT_FOUND = -1, SSH_KNOWN_HOSTS_UNKNOWN = 0, SSH_KNOWN_HOSTS_OK, SSH_KNOWN_HOSTS_CHANGED, SSH_KNOWN_HOSTS_OTHER };
#define SSH_OK 0
#define SSH_ERROR (-1)
#define SSH_AGAIN (-2)

ssh_session ssh_new(void);
void ssh_free(ssh_session session);
int ssh_options_set(ssh_session session, enum ssh_options_e type, const void* value);
int ssh_connect(ssh_session session);
void ssh_disconnect(ssh_session session);
const char* ssh_get_error(void* error);
int ssh_userauth_password(ssh_session session, const char* user, const char* password);
int ssh_userauth_publickey_auto(ssh_session session, const char* user, const char* passphrase);
int ssh_userauth_none(ssh_session session, const char* user);
enum ssh_known_hosts_e ssh_session_is_known_server(ssh_session session);
int ssh_session_update_known_hosts(ssh_session session);
ssh_channel ssh_channel_new(ssh_session session);
void ssh_channel_free(ssh_channel channel);
int ssh_channel_open_session(ssh_channel channel);
int ssh_channel_request_exec(ssh_channel channel, const char* command);
int ssh_channel_read(ssh_channel channel, void* to, uint32_t n, int is_stderr);
int ssh_channel_read_timeout(ssh_channel channel, void* to, uint32_t n, int is_stderr, int ms);
int ssh_channel_write(ssh_channel channel, const void* data, uint32_t n);
int ssh_channel_send_eof(ssh_channel channel);
int ssh_channel_close(ssh_channel channel);
int ssh_channel_is_eof(ssh_channel channel);
int ssh_channel_get_exit_status(ssh_channel channel);

#ifdef __cplusplus
}
#endif
