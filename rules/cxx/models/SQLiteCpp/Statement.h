// Model of SQLiteCpp: https://srombauts.github.io/SQLiteCpp/
#pragma once

#include <string>

#include <SQLiteCpp/Database.h>

namespace SQLite {

class Statement {
 public:
  Statement(const Database& database, const char* query);
  Statement(const Database& database, const std::string& query);
  template <class Value>
  void bind(int index, const Value& value);
  template <class Value>
  void bind(const char* name, const Value& value);
  void reset();
  bool executeStep();
  int exec();
  Column getColumn(int index) const;
  Column getColumn(const char* name) const;
};

}  // namespace SQLite
