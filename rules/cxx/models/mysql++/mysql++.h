// Model of MySQL++: https://tangentsoft.com/mysqlpp/. Declarations only.
#pragma once

#include <exception>
#include <string>

namespace mysqlpp {

class Exception : public std::exception {};
class BadQuery : public Exception {};
class ConnectionFailed : public Exception {};

class Row {
 public:
  const char* operator[](int column) const;
  const char* operator[](const char* name) const;
};
class SimpleResult {
 public:
  operator bool() const;
  unsigned long rows() const;
};
class StoreQueryResult {
 public:
  operator bool() const;
  unsigned long num_rows() const;
  Row operator[](unsigned long row) const;
};
class UseQueryResult {
 public:
  operator bool() const;
  Row fetch_row();
};
enum quote_type0 { quote };
enum escape_type0 { escape };

class Query {
 public:
  bool exec();
  bool exec(const std::string& text);
  SimpleResult execute();
  SimpleResult execute(const std::string& text);
  StoreQueryResult store();
  StoreQueryResult store(const std::string& text);
  UseQueryResult use();
  UseQueryResult use(const std::string& text);
  std::string str();
  const char* error() const;
  int errnum() const;
  unsigned long escape_string(std::string* into, const char* text, unsigned long size) const;
  void reset();
  template <class T>
  Query& operator<<(const T& piece);
};

class Connection {
 public:
  Connection(bool throws = true);
  Connection(const char* database, const char* host, const char* user, const char* password,
             unsigned port = 0);
  bool connect(const char* = nullptr, const char* = nullptr, const char* = nullptr,
               const char* = nullptr, unsigned port = 0);
  bool connected() const;
  void disconnect();
  bool ping();
  Query query(const char* text = nullptr);
  Query query(const std::string& text);
  const char* error() const;
};

}  // namespace mysqlpp
