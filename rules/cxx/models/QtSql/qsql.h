// Model of Qt's SQL module: https://doc.qt.io/qt-6/qtsql-module.html. Declarations only.
#pragma once
#include <QtCore/qobject.h>

namespace QSql {
enum ParamTypeFlag { In = 1, Out = 2, InOut = 3, Binary = 4 };
}

class QSqlError {
 public:
  enum ErrorType { NoError, ConnectionError, StatementError, TransactionError, UnknownError };
  QString text() const;
  QString databaseText() const;
  QString driverText() const;
  QString nativeErrorCode() const;
  ErrorType type() const;
  bool isValid() const;
};

class QSqlRecord {
 public:
  QVariant value(int index) const;
  QVariant value(const QString& name) const;
  QString fieldName(int index) const;
  int indexOf(const QString& name) const;
  int count() const;
  bool isEmpty() const;
  bool isNull(int index) const;
  void setValue(int index, const QVariant& value);
  void setValue(const QString& name, const QVariant& value);
};

class QSqlDriver : public QObject {
 public:
  enum DriverFeature { Transactions, QuerySize, BLOB, Unicode, PreparedQueries, NamedPlaceholders };
  bool hasFeature(DriverFeature feature) const;
};

class QSqlQuery;
class QSqlDatabase {
 public:
  QSqlDatabase();
  QSqlDatabase(const QSqlDatabase& other);
  QSqlDatabase& operator=(const QSqlDatabase& other);
  static QSqlDatabase addDatabase(const QString& type, const QString& name = QString());
  static QSqlDatabase database(const QString& name = QString(), bool open = true);
  static void removeDatabase(const QString& name);
  static bool contains(const QString& name = QString());
  static QStringList drivers();
  bool open();
  bool open(const QString& user, const QString& password);
  void close();
  bool isOpen() const;
  bool isValid() const;
  bool transaction();
  bool commit();
  bool rollback();
  void setDatabaseName(const QString& name);
  void setHostName(const QString& host);
  void setPort(int port);
  void setUserName(const QString& name);
  void setPassword(const QString& password);
  void setConnectOptions(const QString& options = QString());
  QSqlError lastError() const;
  QStringList tables() const;
  QString databaseName() const;
  QString connectionName() const;
  QSqlDriver* driver() const;
  QSqlRecord record(const QString& table) const;
  QSqlQuery exec(const QString& query = QString()) const;
};

class QSqlQuery {
 public:
  explicit QSqlQuery(const QString& query = QString(), const QSqlDatabase& db = QSqlDatabase());
  explicit QSqlQuery(const QSqlDatabase& db);
  bool exec(const QString& query);
  bool exec();
  bool execBatch();
  bool prepare(const QString& query);
  void addBindValue(const QVariant& value, int type = QSql::In);
  void bindValue(const QString& name, const QVariant& value, int type = QSql::In);
  void bindValue(int position, const QVariant& value, int type = QSql::In);
  QVariant value(int index) const;
  QVariant value(const QString& name) const;
  bool next();
  bool first();
  bool last();
  bool previous();
  bool seek(int index, bool relative = false);
  bool isActive() const;
  bool isValid() const;
  bool isNull(int index) const;
  bool isSelect() const;
  int size() const;
  int at() const;
  int numRowsAffected() const;
  void setForwardOnly(bool forward);
  void clear();
  void finish();
  QVariant lastInsertId() const;
  QSqlError lastError() const;
  QString lastQuery() const;
  QString executedQuery() const;
  QSqlRecord record() const;
};

class QSqlQueryModel : public QObject {
 public:
  explicit QSqlQueryModel(QObject* parent = nullptr);
  void setQuery(const QString& query, const QSqlDatabase& db = QSqlDatabase());
  void setQuery(const QSqlQuery& query);
  QSqlQuery query() const;
  QSqlError lastError() const;
  QSqlRecord record(int row) const;
  int rowCount() const;
  int columnCount() const;
  void clear();
};

class QSqlTableModel : public QSqlQueryModel {
 public:
  enum EditStrategy { OnFieldChange, OnRowChange, OnManualSubmit };
  explicit QSqlTableModel(QObject* parent = nullptr, const QSqlDatabase& db = QSqlDatabase());
  void setTable(const QString& table);
  void setFilter(const QString& filter);
  void setSort(int column, int order);
  void setEditStrategy(EditStrategy strategy);
  bool select();
  bool submitAll();
  bool insertRow(int row);
  bool removeRow(int row);
};

class QSqlRelationalTableModel : public QSqlTableModel {
 public:
  explicit QSqlRelationalTableModel(QObject* parent = nullptr,
                                    const QSqlDatabase& db = QSqlDatabase());
};
