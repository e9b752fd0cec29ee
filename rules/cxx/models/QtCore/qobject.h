// Model of Qt's core: https://doc.qt.io/qt-6/qtcore-module.html. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#endif

#define Q_OBJECT
#define Q_GADGET
#define Q_INVOKABLE
#define Q_SLOTS
#define Q_SIGNALS public
#define signals public
#define slots
#define emit
#define Q_EMIT
#define Q_ENUM(x)
#define Q_PROPERTY(...)
#define Q_DISABLE_COPY(x)
#define Q_DISABLE_COPY_MOVE(x)
#define Q_DECLARE_METATYPE(x)
#define Q_UNUSED(x) (void)(x);
#define Q_ASSERT(x) ((void)0)
#define Q_NULLPTR nullptr
#define Q_DECL_OVERRIDE override
#define Q_OVERRIDE override
#define SIGNAL(x) "2" #x
#define SLOT(x) "1" #x
#define QT_BEGIN_NAMESPACE
#define QT_END_NAMESPACE
#define QT_VERSION_CHECK(major, minor, patch) ((major << 16) | (minor << 8) | (patch))
#define QT_VERSION QT_VERSION_CHECK(5, 15, 2)
#define QT_VERSION_MAJOR 5
#define QStringLiteral(x) QString(x)
#define QLatin1Literal QLatin1String
#define QByteArrayLiteral(x) QByteArray(x)
#define Q_FOREACH(variable, container) for (variable : container)
#define foreach Q_FOREACH
#define forever for (;;)

using qint64 = long long;
using quint64 = unsigned long long;
using qint32 = int;
using quint32 = unsigned int;
using quint16 = unsigned short;
using qintptr = long long;
using quint8 = unsigned char;
using qreal = double;
using uint = unsigned int;
using uchar = unsigned char;
using qsizetype = std::ptrdiff_t;

namespace Qt {
enum ConnectionType {
  AutoConnection,
  DirectConnection,
  QueuedConnection,
  BlockingQueuedConnection,
  UniqueConnection
};
enum CaseSensitivity { CaseInsensitive, CaseSensitive };
enum TimerType { PreciseTimer, CoarseTimer, VeryCoarseTimer };
enum DateFormat { TextDate, ISODate };
enum SplitBehavior { KeepEmptyParts, SkipEmptyParts };
}  // namespace Qt

class QByteArray {
 public:
  QByteArray();
  QByteArray(const char* text, int n = -1);
  const char* constData() const;
  const char* data() const;
  char* data();
  int size() const;
  int length() const;
  bool isEmpty() const;
  void clear();
  QByteArray& append(const char* text);
  QByteArray& append(const QByteArray& other);
  QByteArray& operator+=(const QByteArray& other);
  QByteArray toBase64() const;
  QByteArray toHex() const;
  static QByteArray fromBase64(const QByteArray& data);
  static QByteArray number(int n);
  std::string toStdString() const;
  static QByteArray fromStdString(const std::string& text);
  QByteArray trimmed() const;
  int toInt(bool* ok = nullptr) const;
  bool operator==(const char* text) const;
};
QByteArray operator+(const QByteArray& a, const QByteArray& b);
class QLatin1String {
 public:
  explicit QLatin1String(const char* text);
};
class QStringList;
class QString {
 public:
  QString();
  QString(const char* text);
  QString(QLatin1String text);
  QString(const QByteArray& text);
  static QString fromUtf8(const char* text, int n = -1);
  static QString fromUtf8(const QByteArray& text);
  static QString fromLatin1(const char* text, int n = -1);
  static QString fromLocal8Bit(const char* text, int n = -1);
  static QString fromStdString(const std::string& text);
  static QString number(int n, int base = 10);
  static QString number(double n, char format = 'g', int precision = 6);
  static QString asprintf(const char* format, ...);
  QByteArray toUtf8() const;
  QByteArray toLatin1() const;
  QByteArray toLocal8Bit() const;
  std::string toStdString() const;
  template <class... T>
  QString arg(const T&... arguments) const;
  QString& append(const QString& other);
  QString& operator+=(const QString& other);
  bool isEmpty() const;
  bool isNull() const;
  int size() const;
  int length() const;
  QString trimmed() const;
  QString toLower() const;
  QString toUpper() const;
  QString left(int n) const;
  QString mid(int from, int n = -1) const;
  QString right(int n) const;
  QString& replace(const QString& a, const QString& b);
  bool startsWith(const QString& text, Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  bool endsWith(const QString& text, Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  bool contains(const QString& text, Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  int indexOf(const QString& text) const;
  int toInt(bool* ok = nullptr, int base = 10) const;
  double toDouble(bool* ok = nullptr) const;
  QStringList split(const QString& separator) const;
  void clear();
  bool operator==(const QString& other) const;
  bool operator!=(const QString& other) const;
  bool operator<(const QString& other) const;
};
QString operator+(const QString& a, const QString& b);
QString operator+(const QString& a, const char* b);
QString operator+(const char* a, const QString& b);
inline QString operator""_qs(const char16_t* text, size_t) {
  return QString(reinterpret_cast<const char*>(text));
}
inline QString operator""_s(const char16_t* text, size_t) {
  return QString(reinterpret_cast<const char*>(text));
}

template <class T>
class QList {
 public:
  QList();
  QList(std::initializer_list<T> items);
  void append(const T& item);
  void push_back(const T& item);
  QList& operator<<(const T& item);
  T& operator[](int index);
  const T& operator[](int index) const;
  const T& at(int index) const;
  const T& first() const;
  const T& last() const;
  int size() const;
  int count() const;
  int length() const;
  bool isEmpty() const;
  bool contains(const T& item) const;
  void clear();
  const T* begin() const;
  const T* end() const;
  T* begin();
  T* end();
};
template <class T>
using QVector = QList<T>;
class QStringList : public QList<QString> {
 public:
  using QList<QString>::QList;
  QString join(const QString& separator) const;
};
template <class K, class V>
class QMap {
 public:
  QMap();
  QMap(std::initializer_list<std::pair<K, V>> items);
  V& operator[](const K& key);
  V value(const K& key, const V& otherwise = V()) const;
  void insert(const K& key, const V& value);
  bool contains(const K& key) const;
  QList<K> keys() const;
  int remove(const K& key);
  bool isEmpty() const;
};
template <class K, class V>
using QHash = QMap<K, V>;
template <class A, class B>
using QPair = std::pair<A, B>;
class QUrl;
class QVariant {
 public:
  QVariant();
  QVariant(int v);
  QVariant(bool v);
  QVariant(double v);
  QVariant(const char* v);
  QVariant(const QString& v);
  QVariant(const QByteArray& v);
  int toInt(bool* ok = nullptr) const;
  bool toBool() const;
  double toDouble(bool* ok = nullptr) const;
  unsigned int toUInt(bool* ok = nullptr) const;
  long long toLongLong(bool* ok = nullptr) const;
  QString toString() const;
  QByteArray toByteArray() const;
  QUrl toUrl() const;
  bool isValid() const;
  bool isNull() const;
  template <class T>
  T value() const;
  template <class T>
  static QVariant fromValue(const T& v);
};
using QVariantMap = QMap<QString, QVariant>;
using QVariantList = QList<QVariant>;
#include <QtCore/qurl.h>

class QObject;
class QMetaObject {
 public:
  class Connection {
   public:
    explicit operator bool() const;
  };
  template <class... T>
  static bool invokeMethod(T&&... arguments);
};
class QObject {
 public:
  explicit QObject(QObject* parent = nullptr);
  virtual ~QObject();
  void deleteLater();
  void setParent(QObject* parent);
  QObject* parent() const;
  QObject* sender() const;
  void setObjectName(const QString& name);
  bool setProperty(const char* name, const QVariant& value);
  QVariant property(const char* name) const;
  bool blockSignals(bool on);
  int startTimer(int ms);
  void killTimer(int id);
  static QString tr(const char* text, const char* comment = nullptr, int n = -1);
  static QMetaObject::Connection connect(const QObject* sender, const char* signal,
                                         const QObject* receiver, const char* slot,
                                         Qt::ConnectionType type = Qt::AutoConnection);
  template <class S, class F>
  static QMetaObject::Connection connect(const QObject* sender, S signal, F f);
  template <class S, class R, class F>
  static QMetaObject::Connection connect(const QObject* sender, S signal, const R* receiver, F f,
                                         Qt::ConnectionType type = Qt::AutoConnection);
  template <class... T>
  static bool disconnect(T&&... arguments);
  bool disconnect() const;
};
template <class T>
T qobject_cast(QObject* object);
template <class... A>
struct QOverload {
  template <class R, class T>
  static constexpr auto of(R (T::*f)(A...)) -> decltype(f);
};
template <class... A>
struct QOverloadModel {
  template <class R, class T>
  constexpr auto operator()(R (T::*f)(A...)) const -> decltype(f);
};
#if __cplusplus >= 201402L
template <class... A>
constexpr QOverloadModel<A...> qOverload{};
#endif
class QEvent;
class QTimer : public QObject {
 public:
  explicit QTimer(QObject* parent = nullptr);
  void start();
  void start(int ms);
  void start(std::chrono::milliseconds ms);
  void stop();
  void setInterval(int ms);
  void setInterval(std::chrono::milliseconds ms);
  void setSingleShot(bool on);
  bool isActive() const;
  void timeout();
  template <class... T>
  static void singleShot(int ms, T&&... arguments);
  template <class... T>
  static void singleShot(std::chrono::milliseconds ms, T&&... arguments);
};
class QElapsedTimer {
 public:
  void start();
  qint64 elapsed() const;
  bool hasExpired(qint64 ms) const;
};
class QEventLoop : public QObject {
 public:
  enum ProcessEventsFlag { AllEvents = 0, ExcludeUserInputEvents = 1 };
  explicit QEventLoop(QObject* parent = nullptr);
  int exec(ProcessEventsFlag flags = AllEvents);
  void quit();
  void exit(int code = 0);
  bool isRunning() const;
};
class QCoreApplication : public QObject {
 public:
  QCoreApplication(int& argc, char** argv);
  static int exec();
  static void quit();
  static void exit(int code = 0);
  static void processEvents();
  static QCoreApplication* instance();
  static void setApplicationName(const QString& name);
  static void setOrganizationName(const QString& name);
  static QString applicationDirPath();
  void aboutToQuit();
};
class QGuiApplication : public QCoreApplication {
 public:
  QGuiApplication(int& argc, char** argv);
};
class QApplication : public QGuiApplication {
 public:
  QApplication(int& argc, char** argv);
};
class QThread : public QObject {
 public:
  explicit QThread(QObject* parent = nullptr);
  void start();
  void quit();
  bool wait(unsigned long ms = ~0UL);
  static void msleep(unsigned long ms);
  static QThread* currentThread();

 protected:
  virtual void run();
  int exec();
};
class QSettings : public QObject {
 public:
  explicit QSettings(QObject* parent = nullptr);
  QVariant value(const QString& key, const QVariant& otherwise = QVariant()) const;
  void setValue(const QString& key, const QVariant& value);
};
class QIODevice : public QObject {
 public:
  enum OpenModeFlag { NotOpen = 0, ReadOnly = 1, WriteOnly = 2, ReadWrite = 3, Text = 16 };
  bool open(int mode);
  bool isOpen() const;
  void close();
  QByteArray readAll();
  QByteArray read(qint64 n);
  QByteArray readLine(qint64 n = 0);
  qint64 write(const QByteArray& data);
  qint64 write(const char* data, qint64 n);
  qint64 bytesAvailable() const;
  QString errorString() const;
  virtual bool waitForReadyRead(int ms);
  virtual bool waitForBytesWritten(int ms);
  void readyRead();
};
class QFile : public QIODevice {
 public:
  explicit QFile(const QString& name);
  bool exists() const;
};
class QJsonValue;
class QJsonObject {
 public:
  QJsonObject();
  QJsonObject(std::initializer_list<std::pair<QString, QJsonValue>> items);
  QJsonValue value(const QString& key) const;
  QJsonValue operator[](const QString& key) const;
  QJsonValue operator[](const QString& key);
  void insert(const QString& key, const QJsonValue& value);
  bool contains(const QString& key) const;
  bool isEmpty() const;
};
class QJsonArray {
 public:
  int size() const;
  QJsonValue at(int index) const;
  void append(const QJsonValue& value);
};
class QJsonValue {
 public:
  QJsonValue();
  QJsonValue(int v);
  QJsonValue(bool v);
  QJsonValue(double v);
  QJsonValue(const char* v);
  QJsonValue(const QString& v);
  QJsonValue(const QJsonObject& v);
  QString toString() const;
  int toInt(int otherwise = 0) const;
  double toDouble(double otherwise = 0) const;
  bool toBool(bool otherwise = false) const;
  QJsonObject toObject() const;
  QJsonArray toArray() const;
  QJsonValue& operator=(const QString& v);
};
struct QJsonParseError {
  int error;
  QString errorString() const;
};
class QJsonDocument {
 public:
  enum JsonFormat { Indented, Compact };
  QJsonDocument();
  explicit QJsonDocument(const QJsonObject& object);
  static QJsonDocument fromJson(const QByteArray& json, QJsonParseError* error = nullptr);
  QByteArray toJson(JsonFormat format = Indented) const;
  QJsonObject object() const;
  QJsonArray array() const;
  bool isNull() const;
  bool isObject() const;
};
class QDebug {
 public:
  template <class T>
  QDebug& operator<<(const T& v);
  QDebug& noquote();
};
QDebug qDebug();
QDebug qWarning();
QDebug qCritical();
QDebug qInfo();
void qDebug(const char* format, ...);
void qWarning(const char* format, ...);
void qCritical(const char* format, ...);
void qInfo(const char* format, ...);
template <class T>
class QSharedPointer {
 public:
  QSharedPointer();
  explicit QSharedPointer(T* p);
  T* operator->() const;
  T& operator*() const;
  T* data() const;
  T* get() const;
  explicit operator bool() const;
  template <class... A>
  static QSharedPointer create(A&&... arguments);
};
template <class T>
class QScopedPointer {
 public:
  explicit QScopedPointer(T* p = nullptr);
  T* operator->() const;
  T& operator*() const;
  T* data() const;
  T* get() const;
  T* take();
  void reset(T* p = nullptr);
};
template <class T>
class QPointer {
 public:
  QPointer(T* p = nullptr);
  T* operator->() const;
  T* data() const;
  explicit operator bool() const;
};
struct QScopedPointerDeleteLater {};
class QProcess : public QIODevice {
 public:
  explicit QProcess(QObject* parent = nullptr);
  void start(const QString& program, const QStringList& arguments);
  bool waitForStarted(int ms = 30000);
  bool waitForFinished(int ms = 30000);
};
