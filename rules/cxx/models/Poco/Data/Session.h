// Model of POCO Data: https://docs.pocoproject.org/current/00200-DataUserManual.html. Declarations
// only.
#pragma once
#include <cstddef>
#include <string>

namespace Poco {
namespace Data {
struct Binding {};
struct Extraction {};
class Session;
namespace Keywords {
void now(class StatementManipulator&);
template <class T>
Binding use(T& value);
template <class T>
Binding useRef(T& value);
template <class T>
Binding bind(T value);
template <class T>
Extraction into(T& value);
Extraction limit(std::size_t count);
Extraction range(std::size_t lower, std::size_t upper);
}  // namespace Keywords
class Statement {
 public:
  explicit Statement(Session& session);
  template <class T>
  Statement& operator<<(const T& text);
  template <class T>
  Statement& operator,(const T& part);
  Statement& operator,(void (*manipulator)(StatementManipulator&));
  std::size_t execute(bool reset = true);
  const Statement& executeAsync(bool reset = true);
  bool done();
};
class Session {
 public:
  Session(const std::string& connector, const std::string& connection, std::size_t timeout = 60);
  explicit Session(const std::string& connection, std::size_t timeout = 60);
  template <class T>
  Statement operator<<(const T& text);
  void begin();
  void commit();
  void rollback();
  void close();
  bool isConnected();
  void setLoginTimeout(std::size_t seconds);
  void setConnectionTimeout(std::size_t seconds);
};
class SessionPool {
 public:
  SessionPool(const std::string& connector, const std::string& connection, int least = 1,
              int most = 32, int idle = 60);
  Session get();
};
class SessionFactory {
 public:
  static SessionFactory& instance();
  Session create(const std::string& connector, const std::string& connection);
};
class RecordSet {
 public:
  explicit RecordSet(const Statement& statement);
  RecordSet(Session& session, const std::string& query);
  bool moveFirst();
  bool moveNext();
  std::size_t rowCount() const;
};
}  // namespace Data
}  // namespace Poco
