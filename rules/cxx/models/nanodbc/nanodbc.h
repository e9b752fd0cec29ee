// Model of nanodbc: https://nanodbc.github.io/nanodbc/api.html. Declarations only.
#pragma once
#include <list>
#include <stdexcept>
#include <string>

namespace nanodbc {
using string = std::string;
class database_error : public std::runtime_error {
 public:
  explicit database_error(const std::string& message);
};
class connection {
 public:
  connection();
  explicit connection(const string& text, long timeout = 0);
  connection(const string& dsn, const string& user, const string& password, long timeout = 0);
  void connect(const string& text, long timeout = 0);
  void disconnect();
  bool connected() const;
};
class result {
 public:
  bool next();
  template <class T>
  T get(short column) const;
  template <class T>
  T get(const string& column) const;
};
class statement {
 public:
  explicit statement(connection& db);
  statement(connection& db, const string& text, long timeout = 0);
  void prepare(const string& text, long timeout = 0);
  void timeout(long seconds);
  template <class T>
  void bind(short index, const T& value);
};
result execute(connection& db, const string& text, long rows = 1, long timeout = 0);
result execute(statement& prepared, long rows = 1, long timeout = 0);
void just_execute(connection& db, const string& text, long rows = 1, long timeout = 0);
void prepare(statement& made, const string& text, long timeout = 0);
class transaction {
 public:
  explicit transaction(const connection& db);
  void commit();
  void rollback();
};
}  // namespace nanodbc
