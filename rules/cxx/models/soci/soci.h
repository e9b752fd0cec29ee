// C++ model of SOCI: https://soci.sourceforge.net/doc/master/. Declarations only.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>

namespace soci {
class soci_error : public std::runtime_error {
 public:
  explicit soci_error(const std::string& message);
};
enum indicator { i_ok, i_null, i_truncated };
class backend_factory {};
class connection_pool;
class row;
template <class T>
class rowset;
template <class T>
class session_ref;

namespace details {
struct bound {};
class once_temp_type {
 public:
  template <class T>
  once_temp_type& operator<<(const T& text);
  once_temp_type& operator,(const bound& value);
};
class once_type {
 public:
  template <class T>
  once_temp_type operator<<(const T& text);
};
class prepare_temp_type {
 public:
  template <class T>
  prepare_temp_type& operator<<(const T& text);
  prepare_temp_type& operator,(const bound& value);
};
class prepare_type {
 public:
  template <class T>
  prepare_temp_type operator<<(const T& text);
};
}  // namespace details

class session {
 public:
  session();
  template <class... Arguments>
  explicit session(Arguments&&... arguments);
  template <class... Arguments>
  void open(Arguments&&... arguments);
  void close();
  void reconnect();
  void begin();
  void commit();
  void rollback();
  template <class T>
  details::once_temp_type operator<<(const T& text);
  details::once_type once;
  details::prepare_type prepare;
};

template <class... Arguments>
details::bound use(Arguments&&... arguments);
template <class... Arguments>
details::bound into(Arguments&&... arguments);

class transaction {
 public:
  explicit transaction(session& sql);
  void commit();
  void rollback();
};

class statement {
 public:
  explicit statement(session& sql);
  statement(const details::prepare_temp_type& prepared);
  bool execute(bool exchange = false);
  bool fetch();
};
}  // namespace soci
