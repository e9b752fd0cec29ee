// C model of libpq: https://www.postgresql.org/docs/current/libpq.html. Declarations only.
#pragma once

#include <stddef.h>
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int Oid;
#define InvalidOid ((Oid)0)
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef char pqbool;
typedef struct pgNotify {
  char* relname;
  int be_pid;
  char* extra;
} PGnotify;
typedef struct _PQconninfoOption {
  char* keyword;
  char* envvar;
  char* compiled;
  char* val;
  char* label;
  char* dispchar;
  int dispsize;
} PQconninfoOption;

typedef enum {
  CONNECTION_OK,
  CONNECTION_BAD,
  CONNECTION_STARTED,
  CONNECTION_MADE,
  CONNECTION_AWAITING_RESPONSE,
  CONNECTION_AUTH_OK,
  CONNECTION_SETENV,
  CONNECTION_SSL_STARTUP,
  CONNECTION_NEEDED,
  CONNECTION_CHECK_WRITABLE,
  CONNECTION_CONSUME,
  CONNECTION_GSS_STARTUP,
  CONNECTION_CHECK_TARGET,
  CONNECTION_CHECK_STANDBY
} ConnStatusType;
typedef enum {
  PGRES_POLLING_FAILED,
  PGRES_POLLING_READING,
  PGRES_POLLING_WRITING,
  PGRES_POLLING_OK,
  PGRES_POLLING_ACTIVE
} PostgresPollingStatusType;
typedef enum {
  PGRES_EMPTY_QUERY,
  PGRES_COMMAND_OK,
  PGRES_TUPLES_OK,
  PGRES_COPY_OUT,
  PGRES_COPY_IN,
  PGRES_BAD_RESPONSE,
  PGRES_NONFATAL_ERROR,
  PGRES_FATAL_ERROR,
  PGRES_COPY_BOTH,
  PGRES_SINGLE_TUPLE,
  PGRES_PIPELINE_SYNC,
  PGRES_PIPELINE_ABORTED
} ExecStatusType;
typedef enum {
  PQTRANS_IDLE,
  PQTRANS_ACTIVE,
  PQTRANS_INTRANS,
  PQTRANS_INERROR,
  PQTRANS_UNKNOWN
} PGTransactionStatusType;
typedef enum {
  PQPING_OK,
  PQPING_REJECT,
  PQPING_NO_RESPONSE,
  PQPING_NO_ATTEMPT
} PGPing;
typedef enum { PQERRORS_TERSE, PQERRORS_DEFAULT, PQERRORS_VERBOSE } PGVerbosity;

#define PG_DIAG_SEVERITY 'S'
#define PG_DIAG_SQLSTATE 'C'
#define PG_DIAG_MESSAGE_PRIMARY 'M'
#define PG_DIAG_MESSAGE_DETAIL 'D'
#define PG_DIAG_MESSAGE_HINT 'H'
#define PG_DIAG_CONSTRAINT_NAME 'n'
#define PG_DIAG_COLUMN_NAME 'c'
#define PG_DIAG_TABLE_NAME 't'
#define PG_DIAG_SCHEMA_NAME 's'

PGconn* PQconnectdb(const char* conninfo);
PGconn* PQconnectdbParams(const char* const* keywords, const char* const* values, int expand);
PGconn* PQconnectStart(const char* conninfo);
PGconn* PQconnectStartParams(const char* const* keywords, const char* const* values, int expand);
PostgresPollingStatusType PQconnectPoll(PGconn* conn);
PGconn* PQsetdbLogin(const char* host, const char* port, const char* options, const char* tty,
                     const char* db, const char* login, const char* pwd);
#define PQsetdb(host, port, options, tty, db) PQsetdbLogin(host, port, options, tty, db, NULL, NULL)
void PQfinish(PGconn* conn);
void PQreset(PGconn* conn);
int PQresetStart(PGconn* conn);
PostgresPollingStatusType PQresetPoll(PGconn* conn);
PGPing PQping(const char* conninfo);
PGPing PQpingParams(const char* const* keywords, const char* const* values, int expand);
PQconninfoOption* PQconndefaults(void);
PQconninfoOption* PQconninfoParse(const char* conninfo, char** error);
PQconninfoOption* PQconninfo(PGconn* conn);
void PQconninfoFree(PQconninfoOption* options);

char* PQdb(const PGconn* conn);
char* PQuser(const PGconn* conn);
char* PQpass(const PGconn* conn);
char* PQhost(const PGconn* conn);
char* PQport(const PGconn* conn);
char* PQoptions(const PGconn* conn);
ConnStatusType PQstatus(const PGconn* conn);
PGTransactionStatusType PQtransactionStatus(const PGconn* conn);
const char* PQparameterStatus(const PGconn* conn, const char* name);
int PQprotocolVersion(const PGconn* conn);
int PQserverVersion(const PGconn* conn);
char* PQerrorMessage(const PGconn* conn);
int PQsocket(const PGconn* conn);
int PQbackendPID(const PGconn* conn);
int PQclientEncoding(const PGconn* conn);
int PQsetClientEncoding(PGconn* conn, const char* encoding);
int PQsslInUse(PGconn* conn);
void* PQgetssl(PGconn* conn);
int PQisthreadsafe(void);
int PQlibVersion(void);
typedef void (*PQnoticeReceiver)(void*, const PGresult*);
typedef void (*PQnoticeProcessor)(void*, const char*);
PQnoticeReceiver PQsetNoticeReceiver(PGconn* conn, PQnoticeReceiver f, void* arg);
PQnoticeProcessor PQsetNoticeProcessor(PGconn* conn, PQnoticeProcessor f, void* arg);
PGVerbosity PQsetErrorVerbosity(PGconn* conn, PGVerbosity verbosity);

PGresult* PQexec(PGconn* conn, const char* query);
PGresult* PQexecParams(PGconn* conn, const char* command, int n, const Oid* types,
                       const char* const* values, const int* lengths, const int* formats,
                       int format);
PGresult* PQprepare(PGconn* conn, const char* name, const char* query, int n, const Oid* types);
PGresult* PQexecPrepared(PGconn* conn, const char* name, int n, const char* const* values,
                         const int* lengths, const int* formats, int format);
PGresult* PQdescribePrepared(PGconn* conn, const char* name);
int PQsendQuery(PGconn* conn, const char* query);
int PQsendQueryParams(PGconn* conn, const char* command, int n, const Oid* types,
                      const char* const* values, const int* lengths, const int* formats,
                      int format);
int PQsendPrepare(PGconn* conn, const char* name, const char* query, int n, const Oid* types);
int PQsendQueryPrepared(PGconn* conn, const char* name, int n, const char* const* values,
                        const int* lengths, const int* formats, int format);
int PQsetSingleRowMode(PGconn* conn);
PGresult* PQgetResult(PGconn* conn);
int PQisBusy(PGconn* conn);
int PQconsumeInput(PGconn* conn);
int PQflush(PGconn* conn);
int PQsetnonblocking(PGconn* conn, int on);
int PQisnonblocking(const PGconn* conn);
int PQenterPipelineMode(PGconn* conn);
int PQexitPipelineMode(PGconn* conn);
int PQpipelineSync(PGconn* conn);
PGnotify* PQnotifies(PGconn* conn);
int PQputCopyData(PGconn* conn, const char* buffer, int bytes);
int PQputCopyEnd(PGconn* conn, const char* error);
int PQgetCopyData(PGconn* conn, char** buffer, int async);
PGcancel* PQgetCancel(PGconn* conn);
void PQfreeCancel(PGcancel* cancel);
int PQcancel(PGcancel* cancel, char* error, int size);

ExecStatusType PQresultStatus(const PGresult* res);
char* PQresStatus(ExecStatusType status);
char* PQresultErrorMessage(const PGresult* res);
char* PQresultErrorField(const PGresult* res, int code);
void PQclear(PGresult* res);
void PQfreemem(void* p);
int PQntuples(const PGresult* res);
int PQnfields(const PGresult* res);
int PQnparams(const PGresult* res);
char* PQfname(const PGresult* res, int column);
int PQfnumber(const PGresult* res, const char* name);
Oid PQftype(const PGresult* res, int column);
int PQfformat(const PGresult* res, int column);
int PQfmod(const PGresult* res, int column);
int PQfsize(const PGresult* res, int column);
Oid PQftable(const PGresult* res, int column);
char* PQcmdStatus(PGresult* res);
char* PQcmdTuples(PGresult* res);
Oid PQoidValue(const PGresult* res);
char* PQgetvalue(const PGresult* res, int row, int column);
int PQgetlength(const PGresult* res, int row, int column);
int PQgetisnull(const PGresult* res, int row, int column);

char* PQescapeLiteral(PGconn* conn, const char* text, size_t length);
char* PQescapeIdentifier(PGconn* conn, const char* text, size_t length);
size_t PQescapeStringConn(PGconn* conn, char* to, const char* from, size_t length, int* error);
size_t PQescapeString(char* to, const char* from, size_t length);
unsigned char* PQescapeByteaConn(PGconn* conn, const unsigned char* from, size_t length,
                                 size_t* to_length);
unsigned char* PQunescapeBytea(const unsigned char* text, size_t* length);

#ifdef __cplusplus
}
#endif
