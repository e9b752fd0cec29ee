// Model of MySQL's X DevAPI: https://dev.mysql.com/doc/dev/connector-cpp/latest/. Declarations only.
#pragma once
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

namespace mysqlx {
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message);
};
using string = std::string;
class Value {
 public:
  template <class T>
  T get() const;
  template <class T>
  operator T() const;
};
class Row {
 public:
  Value& operator[](unsigned index);
  const Value& operator[](unsigned index) const;
  explicit operator bool() const;
};
class RowResult {
 public:
  Row fetchOne();
  std::list<Row> fetchAll();
  unsigned long count();
};
class SqlResult : public RowResult {
 public:
  bool hasData() const;
  unsigned long getAffectedItemsCount() const;
  unsigned long getAutoIncrementValue() const;
};
class Result {
 public:
  unsigned long getAffectedItemsCount() const;
};
class SqlStatement {
 public:
  template <class... T>
  SqlStatement& bind(const T&... values);
  SqlResult execute();
};
class TableSelect {
 public:
  TableSelect& where(const string& condition);
  TableSelect& orderBy(const string& order);
  TableSelect& limit(unsigned count);
  template <class T>
  TableSelect& bind(const string& name, const T& value);
  RowResult execute();
};
class TableInsert {
 public:
  template <class... T>
  TableInsert& values(const T&... values);
  Result execute();
};
class TableUpdate {
 public:
  template <class T>
  TableUpdate& set(const string& field, const T& value);
  TableUpdate& where(const string& condition);
  template <class T>
  TableUpdate& bind(const string& name, const T& value);
  Result execute();
};
class TableRemove {
 public:
  TableRemove& where(const string& condition);
  template <class T>
  TableRemove& bind(const string& name, const T& value);
  Result execute();
};
class Table {
 public:
  template <class... T>
  TableSelect select(const T&... fields);
  template <class... T>
  TableInsert insert(const T&... fields);
  TableUpdate update();
  TableRemove remove();
};
class Schema {
 public:
  Table getTable(const string& name, bool check = false);
};
enum class SessionOption { URI, HOST, PORT, USER, PWD, DB, SSL_MODE, CONNECT_TIMEOUT };
class SessionSettings {
 public:
  template <class... T>
  explicit SessionSettings(const T&... options);
};
class Session {
 public:
  template <class... T>
  explicit Session(const T&... options);
  SqlStatement sql(const string& text);
  Schema getSchema(const string& name, bool check = false);
  Schema getDefaultSchema();
  void startTransaction();
  void commit();
  void rollback();
  void close();
};
class Client {
 public:
  template <class... T>
  explicit Client(const T&... options);
  Session getSession();
  void close();
};
template <class... T>
Session getSession(const T&... options);
template <class... T>
Client getClient(const T&... options);
}  // namespace mysqlx
