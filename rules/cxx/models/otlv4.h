// Model of OTL: https://otl.sourceforge.net/otl3_stream_class.htm. Declarations only.
#pragma once
#include <string>

class otl_exception {
 public:
  unsigned char msg[1000];
  char stm_text[2048];
  char var_info[256];
  int code;
};
class otl_connect {
 public:
  explicit otl_connect(const char* connection = nullptr, int commits = 0);
  static void otl_initialize(int threaded = 0);
  void rlogon(const char* connection, int commits = 0);
  void logoff();
  void commit();
  void rollback();
  long direct_exec(const char* text, int ignores = 1);
  otl_connect& operator<<(const char* text);
};
class otl_cursor {
 public:
  static long direct_exec(otl_connect& db, const char* text, int ignores = 1);
};
class otl_stream {
 public:
  otl_stream();
  otl_stream(int size, const char* text, otl_connect& db, const char* table = nullptr);
  void open(int size, const char* text, otl_connect& db, const char* table = nullptr);
  void close();
  void flush();
  int eof();
  template <class T>
  otl_stream& operator<<(const T& value);
  template <class T>
  otl_stream& operator>>(T& value);
};
using otl_nocommit_stream = otl_stream;
