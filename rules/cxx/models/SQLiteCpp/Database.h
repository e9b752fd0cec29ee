// Model of SQLiteCpp: https://srombauts.github.io/SQLiteCpp/
#pragma once

#include <string>

namespace SQLite {

extern const int OPEN_READONLY;
extern const int OPEN_READWRITE;
extern const int OPEN_CREATE;

class Column {
 public:
  int getInt() const;
  long long getInt64() const;
  double getDouble() const;
  const char* getText(const char* otherwise = "") const;
  std::string getString() const;
  bool isNull() const;
  operator int() const;
  operator std::string() const;
};

class Database {
 public:
  Database(const char* file, int flags = 0, int busy_timeout_ms = 0, const char* vfs = nullptr);
  Database(const std::string& file, int flags = 0, int busy_timeout_ms = 0,
           const std::string& vfs = std::string());
  int exec(const char* queries);
  int exec(const std::string& queries);
  int tryExec(const char* queries);
  int tryExec(const std::string& queries);
  Column execAndGet(const char* query);
  Column execAndGet(const std::string& query);
  bool tableExists(const std::string& table) const;
  void setBusyTimeout(int ms);
  long long getLastInsertRowid() const;
};

}  // namespace SQLite
