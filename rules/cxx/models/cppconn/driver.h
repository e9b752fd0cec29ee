// Model of MySQL Connector/C++ with the interface of JDBC:
// https://dev.mysql.com/doc/connector-cpp/8.0/en/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <istream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
#include <cstdint>
#endif

namespace sql {

class SQLString {
 public:
  SQLString();
  SQLString(const std::string& text);
  SQLString(const char* text);
  operator const std::string&() const;
  const char* c_str() const;
  const std::string& asStdString() const;
  size_t length() const;
};
class ConnectPropertyVal {
 public:
  ConnectPropertyVal();
  ConnectPropertyVal(int v);
  ConnectPropertyVal(bool v);
  ConnectPropertyVal(double v);
  ConnectPropertyVal(const char* v);
  ConnectPropertyVal(const std::string& v);
  ConnectPropertyVal(const SQLString& v);
};
using ConnectOptionsMap = std::map<SQLString, ConnectPropertyVal>;
inline bool operator<(const SQLString& a, const SQLString& b) { return a.asStdString() < b.asStdString(); }

class SQLException : public std::runtime_error {
 public:
  explicit SQLException(const std::string& reason);
  const std::string& getSQLState() const;
  int getErrorCode() const;
};
class DataType {
 public:
  enum { UNKNOWN = 0, BIT, TINYINT, SMALLINT, MEDIUMINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, CHAR, VARCHAR, TIMESTAMP, DATE, TIME, SQLNULL };
};
class ResultSetMetaData {
 public:
  virtual ~ResultSetMetaData();
  virtual unsigned int getColumnCount() = 0;
  virtual SQLString getColumnName(unsigned int column) = 0;
  virtual SQLString getColumnLabel(unsigned int column) = 0;
  virtual int getColumnType(unsigned int column) = 0;
};
class ResultSet {
 public:
  virtual ~ResultSet();
  virtual bool next() = 0;
  virtual bool first() = 0;
  virtual bool isNull(unsigned int column) const = 0;
  virtual bool isNull(const SQLString& column) const = 0;
  virtual SQLString getString(unsigned int column) const = 0;
  virtual SQLString getString(const SQLString& column) const = 0;
  virtual int32_t getInt(unsigned int column) const = 0;
  virtual int32_t getInt(const SQLString& column) const = 0;
  virtual uint32_t getUInt(const SQLString& column) const = 0;
  virtual int64_t getInt64(unsigned int column) const = 0;
  virtual int64_t getInt64(const SQLString& column) const = 0;
  virtual uint64_t getUInt64(const SQLString& column) const = 0;
  virtual long double getDouble(unsigned int column) const = 0;
  virtual long double getDouble(const SQLString& column) const = 0;
  virtual bool getBoolean(const SQLString& column) const = 0;
  virtual std::istream* getBlob(const SQLString& column) const = 0;
  virtual size_t rowsCount() const = 0;
  virtual void close() = 0;
  virtual ResultSetMetaData* getMetaData() const = 0;
};
class Statement {
 public:
  virtual ~Statement();
  virtual bool execute(const SQLString& sql) = 0;
  virtual ResultSet* executeQuery(const SQLString& sql) = 0;
  virtual int executeUpdate(const SQLString& sql) = 0;
  virtual ResultSet* getResultSet() = 0;
  virtual bool getMoreResults() = 0;
  virtual uint64_t getUpdateCount() = 0;
  virtual void setQueryTimeout(unsigned int seconds) = 0;
  virtual void close() = 0;
};
class PreparedStatement : public Statement {
 public:
  using Statement::execute;
  using Statement::executeQuery;
  using Statement::executeUpdate;
  virtual bool execute() = 0;
  virtual ResultSet* executeQuery() = 0;
  virtual int executeUpdate() = 0;
  virtual void clearParameters() = 0;
  virtual void setString(unsigned int n, const SQLString& v) = 0;
  virtual void setInt(unsigned int n, int32_t v) = 0;
  virtual void setUInt(unsigned int n, uint32_t v) = 0;
  virtual void setInt64(unsigned int n, int64_t v) = 0;
  virtual void setUInt64(unsigned int n, uint64_t v) = 0;
  virtual void setDouble(unsigned int n, double v) = 0;
  virtual void setBoolean(unsigned int n, bool v) = 0;
  virtual void setNull(unsigned int n, int type) = 0;
  virtual void setDateTime(unsigned int n, const SQLString& v) = 0;
  virtual void setBlob(unsigned int n, std::istream* blob) = 0;
};
class Connection {
 public:
  virtual ~Connection();
  virtual Statement* createStatement() = 0;
  virtual PreparedStatement* prepareStatement(const SQLString& sql) = 0;
  virtual void setSchema(const SQLString& name) = 0;
  virtual SQLString getSchema() = 0;
  virtual void setAutoCommit(bool on) = 0;
  virtual void commit() = 0;
  virtual void rollback() = 0;
  virtual bool isClosed() = 0;
  virtual bool isValid() = 0;
  virtual bool reconnect() = 0;
  virtual void close() = 0;
  virtual Connection* setClientOption(const SQLString& name, const void* value) = 0;
  virtual Connection* setClientOption(const SQLString& name, const SQLString& value) = 0;
};
class Driver {
 public:
  virtual ~Driver();
  virtual Connection* connect(const SQLString& host, const SQLString& user,
                              const SQLString& password) = 0;
  virtual Connection* connect(ConnectOptionsMap& options) = 0;
  virtual void threadInit() = 0;
  virtual void threadEnd() = 0;
};
namespace mysql {
class MySQL_Driver : public Driver {
 public:
  Connection* connect(const SQLString& host, const SQLString& user,
                      const SQLString& password) override;
  Connection* connect(ConnectOptionsMap& options) override;
  void threadInit() override;
  void threadEnd() override;
};
MySQL_Driver* get_driver_instance();
MySQL_Driver* get_mysql_driver_instance();
}  // namespace mysql

}  // namespace sql
extern "C" sql::Driver* get_driver_instance();
