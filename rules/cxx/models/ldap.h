// Model of OpenLDAP's client: https://www.openldap.org/software/man.cgi?query=ldap. Declarations
// only.
#pragma once

#include <stddef.h>
#include <sys/time.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ldap LDAP;
typedef struct ldapmsg LDAPMessage;
typedef struct ldapcontrol LDAPControl;
typedef struct berelement BerElement;
struct berval {
  unsigned long bv_len;
  char* bv_val;
};
typedef struct berval BerValue;
typedef struct ldapmod {
  int mod_op;
  char* mod_type;
  union {
    char** modv_strvals;
    struct berval** modv_bvals;
  } mod_vals;
} LDAPMod;
#define mod_values mod_vals.modv_strvals
#define LDAP_SUCCESS 0x00
#define LDAP_NO_SUCH_OBJECT 0x20
#define LDAP_INVALID_CREDENTIALS 0x31
#define LDAP_BUSY 0x33
#define LDAP_UNAVAILABLE 0x34
#define LDAP_SERVER_DOWN (-1)
#define LDAP_TIMEOUT (-5)
#define LDAP_CONNECT_ERROR (-11)
#define LDAP_SCOPE_BASE 0
#define LDAP_SCOPE_ONELEVEL 1
#define LDAP_SCOPE_SUBTREE 2
#define LDAP_NO_LIMIT 0
#define LDAP_PORT 389
#define LDAP_VERSION3 3
#define LDAP_OPT_SUCCESS 0
#define LDAP_OPT_PROTOCOL_VERSION 0x0011
#define LDAP_OPT_ERROR_NUMBER 0x0031
#define LDAP_OPT_DIAGNOSTIC_MESSAGE 0x0032
#define LDAP_OPT_NETWORK_TIMEOUT 0x5005
#define LDAP_OPT_TIMEOUT 0x5002
#define LDAP_MOD_ADD 0
#define LDAP_MOD_DELETE 1
#define LDAP_MOD_REPLACE 2
#define LDAP_SASL_SIMPLE ((char*)0)

LDAP* ldap_init(const char* host, int port);
LDAP* ldap_open(const char* host, int port);
int ldap_initialize(LDAP** session, const char* uri);
int ldap_set_option(LDAP* session, int option, const void* value);
int ldap_get_option(LDAP* session, int option, void* value);
int ldap_start_tls_s(LDAP* session, LDAPControl** server, LDAPControl** client);
int ldap_simple_bind_s(LDAP* session, const char* name, const char* password);
int ldap_bind_s(LDAP* session, const char* name, const char* password, int method);
int ldap_sasl_bind_s(LDAP* session, const char* name, const char* mechanism, struct berval* secret,
                     LDAPControl** server, LDAPControl** client, struct berval** answer);
int ldap_unbind(LDAP* session);
int ldap_unbind_s(LDAP* session);
int ldap_unbind_ext(LDAP* session, LDAPControl** server, LDAPControl** client);
int ldap_search_s(LDAP* session, const char* base, int scope, const char* filter, char** attributes,
                  int only, LDAPMessage** result);
int ldap_search_st(LDAP* session, const char* base, int scope, const char* filter,
                   char** attributes, int only, struct timeval* timeout, LDAPMessage** result);
int ldap_search_ext_s(LDAP* session, const char* base, int scope, const char* filter,
                      char** attributes, int only, LDAPControl** server, LDAPControl** client,
                      struct timeval* timeout, int limit, LDAPMessage** result);
int ldap_add_s(LDAP* session, const char* name, LDAPMod** changes);
int ldap_modify_s(LDAP* session, const char* name, LDAPMod** changes);
int ldap_delete_s(LDAP* session, const char* name);
LDAPMessage* ldap_first_entry(LDAP* session, LDAPMessage* result);
LDAPMessage* ldap_next_entry(LDAP* session, LDAPMessage* entry);
int ldap_count_entries(LDAP* session, LDAPMessage* result);
int ldap_msgfree(LDAPMessage* message);
char* ldap_get_dn(LDAP* session, LDAPMessage* entry);
char** ldap_get_values(LDAP* session, LDAPMessage* entry, const char* attribute);
void ldap_value_free(char** values);
void ldap_memfree(void* memory);
char* ldap_err2string(int error);

#ifdef __cplusplus
}
#endif
