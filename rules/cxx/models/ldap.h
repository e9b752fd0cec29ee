// C model of libldap: https://www.openldap.org/software/man.cgi?query=ldap. Declarations only.
#pragma once

#include <sys/time.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ldap LDAP;
typedef struct ldapmsg LDAPMessage;
typedef struct berelement BerElement;
struct berval {
  unsigned long bv_len;
  char* bv_val;
};
typedef struct berval BerValue;
typedef struct ldapcontrol {
  char* ldctl_oid;
  struct berval ldctl_value;
  char ldctl_iscritical;
} LDAPControl;
typedef struct ldapmod {
  int mod_op;
  char* mod_type;
  union {
    char** modv_strvals;
    struct berval** modv_bvals;
  } mod_vals;
} LDAPMod;
#define mod_values mod_vals.modv_strvals
#define mod_bvalues mod_vals.modv_bvals
typedef struct ldap_url_desc {
  struct ldap_url_desc* lud_next;
  char* lud_scheme;
  char* lud_host;
  int lud_port;
  char* lud_dn;
  char** lud_attrs;
  int lud_scope;
  char* lud_filter;
  char** lud_exts;
  int lud_crit_exts;
} LDAPURLDesc;

#define LDAP_API_VERSION 3001
#define LDAP_VENDOR_VERSION 20500
#define LDAP_PORT 389
#define LDAPS_PORT 636
#define LDAP_VERSION3 3
#define LDAP_OPT_DESC 0x0001
#define LDAP_OPT_DEREF 0x0002
#define LDAP_OPT_SIZELIMIT 0x0003
#define LDAP_OPT_TIMELIMIT 0x0004
#define LDAP_OPT_REFERRALS 0x0008
#define LDAP_OPT_RESTART 0x0009
#define LDAP_OPT_PROTOCOL_VERSION 0x0011
#define LDAP_OPT_RESULT_CODE 0x0031
#define LDAP_OPT_ERROR_NUMBER LDAP_OPT_RESULT_CODE
#define LDAP_OPT_DIAGNOSTIC_MESSAGE 0x0032
#define LDAP_OPT_ERROR_STRING LDAP_OPT_DIAGNOSTIC_MESSAGE
#define LDAP_OPT_DEBUG_LEVEL 0x5001
#define LDAP_OPT_TIMEOUT 0x5002
#define LDAP_OPT_NETWORK_TIMEOUT 0x5005
#define LDAP_OPT_URI 0x5006
#define LDAP_OPT_X_TLS 0x6000
#define LDAP_OPT_X_TLS_CACERTFILE 0x6002
#define LDAP_OPT_X_TLS_CACERTDIR 0x6003
#define LDAP_OPT_X_TLS_CERTFILE 0x6004
#define LDAP_OPT_X_TLS_KEYFILE 0x6005
#define LDAP_OPT_X_TLS_REQUIRE_CERT 0x6006
#define LDAP_OPT_X_TLS_CIPHER_SUITE 0x6008
#define LDAP_OPT_X_TLS_NEWCTX 0x600f
#define LDAP_OPT_X_TLS_NEVER 0
#define LDAP_OPT_X_TLS_HARD 1
#define LDAP_OPT_X_TLS_DEMAND 2
#define LDAP_OPT_X_TLS_ALLOW 3
#define LDAP_OPT_X_TLS_TRY 4
#define LDAP_OPT_X_KEEPALIVE_IDLE 0x6300
#define LDAP_OPT_SUCCESS 0
#define LDAP_OPT_ON ((void*)1)
#define LDAP_OPT_OFF ((void*)0)
#define LDAP_SUCCESS 0
#define LDAP_TIMEOUT (-5)
#define LDAP_SERVER_DOWN (-1)
#define LDAP_CONNECT_ERROR (-11)
#define LDAP_BUSY 0x33
#define LDAP_UNAVAILABLE 0x34
#define LDAP_MOD_ADD 0
#define LDAP_MOD_DELETE 1
#define LDAP_MOD_REPLACE 2
#define LDAP_NO_SUCH_OBJECT 0x20
#define LDAP_INVALID_CREDENTIALS 0x31
#define LDAP_OTHER 0x50
#define LDAP_NO_MEMORY (-10)
#define LDAP_SCOPE_BASE 0
#define LDAP_SCOPE_ONELEVEL 1
#define LDAP_SCOPE_SUBTREE 2
#define LDAP_NO_LIMIT 0
#define LDAP_AUTH_SIMPLE 0x80U
#define LDAP_SASL_SIMPLE ((char*)0)
#define LDAP_MSG_ONE 0
#define LDAP_MSG_ALL 1

int ldap_initialize(LDAP** ldp, const char* uri);
LDAP* ldap_init(const char* host, int port);
LDAP* ldap_open(const char* host, int port);
int ldap_set_option(LDAP* ld, int option, const void* value);
int ldap_get_option(LDAP* ld, int option, void* value);
int ldap_start_tls_s(LDAP* ld, LDAPControl** server, LDAPControl** client);
int ldap_simple_bind_s(LDAP* ld, const char* who, const char* password);
int ldap_simple_bind(LDAP* ld, const char* who, const char* password);
int ldap_bind_s(LDAP* ld, const char* who, const char* password, int method);
int ldap_sasl_bind(LDAP* ld, const char* dn, const char* mechanism, struct berval* cred, LDAPControl** server, LDAPControl** client, int* id);
int ldap_sasl_bind_s(LDAP* ld, const char* dn, const char* mechanism, struct berval* cred, LDAPControl** server, LDAPControl** client, struct berval** answer);
int ldap_search_s(LDAP* ld, const char* base, int scope, const char* filter, char** attributes, int only, LDAPMessage** result);
int ldap_search_st(LDAP* ld, const char* base, int scope, const char* filter, char** attributes, int only, struct timeval* timeout, LDAPMessage** result);
int ldap_search_ext(LDAP* ld, const char* base, int scope, const char* filter, char** attributes, int only, LDAPControl** server, LDAPControl** client, struct timeval* timeout, int size, int* id);
int ldap_search_ext_s(LDAP* ld, const char* base, int scope, const char* filter, char** attributes, int only, LDAPControl** server, LDAPControl** client, struct timeval* timeout, int size, LDAPMessage** result);
int ldap_add_s(LDAP* ld, const char* dn, LDAPMod** attributes);
int ldap_modify_s(LDAP* ld, const char* dn, LDAPMod** modifications);
int ldap_delete_s(LDAP* ld, const char* dn);
int ldap_add_ext_s(LDAP* ld, const char* dn, LDAPMod** attributes, LDAPControl** server, LDAPControl** client);
int ldap_modify_ext_s(LDAP* ld, const char* dn, LDAPMod** modifications, LDAPControl** server, LDAPControl** client);
int ldap_delete_ext_s(LDAP* ld, const char* dn, LDAPControl** server, LDAPControl** client);
int ldap_result(LDAP* ld, int id, int all, struct timeval* timeout, LDAPMessage** result);
int ldap_unbind(LDAP* ld);
int ldap_unbind_s(LDAP* ld);
int ldap_unbind_ext(LDAP* ld, LDAPControl** server, LDAPControl** client);
int ldap_unbind_ext_s(LDAP* ld, LDAPControl** server, LDAPControl** client);
int ldap_count_entries(LDAP* ld, LDAPMessage* result);
LDAPMessage* ldap_first_entry(LDAP* ld, LDAPMessage* result);
LDAPMessage* ldap_next_entry(LDAP* ld, LDAPMessage* entry);
char* ldap_get_dn(LDAP* ld, LDAPMessage* entry);
char* ldap_first_attribute(LDAP* ld, LDAPMessage* entry, BerElement** ber);
char* ldap_next_attribute(LDAP* ld, LDAPMessage* entry, BerElement* ber);
char** ldap_get_values(LDAP* ld, LDAPMessage* entry, const char* attribute);
struct berval** ldap_get_values_len(LDAP* ld, LDAPMessage* entry, const char* attribute);
int ldap_count_values(char** values);
int ldap_count_values_len(struct berval** values);
void ldap_value_free(char** values);
void ldap_value_free_len(struct berval** values);
int ldap_msgfree(LDAPMessage* message);
void ldap_memfree(void* p);
char* ldap_err2string(int error);
int ldap_url_parse(const char* url, LDAPURLDesc** desc);
void ldap_free_urldesc(LDAPURLDesc* desc);
int ldap_is_ldap_url(const char* url);

#ifdef __cplusplus
}
#endif
