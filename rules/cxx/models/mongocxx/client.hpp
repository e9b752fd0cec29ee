// Model of the MongoDB C++ driver: https://mongocxx.org/api/current/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>
#if __cplusplus >= 201703L
#include <optional>
#include <string_view>
#endif
#endif

namespace bsoncxx {
#if __cplusplus >= 201703L
namespace stdx {
using string_view = std::string_view;
template <class T>
using optional = std::optional<T>;
}  // namespace stdx
#else
namespace stdx {
using string_view = std::string;
template <class T>
class optional {
 public:
  explicit operator bool() const;
  T& operator*();
  T* operator->();
};
}  // namespace stdx
#endif
namespace document {
class view {
 public:
  view();
  bool empty() const;
  class element {
   public:
    explicit operator bool() const;
    element operator[](const std::string& key) const;
    struct text {
      stdx::string_view value;
    };
    text get_string() const;
    text get_utf8() const;
    int get_int32() const;
    int64_t get_int64() const;
    double get_double() const;
    bool get_bool() const;
  };
  element operator[](const std::string& key) const;
  element operator[](const char* key) const;
};
class value {
 public:
  class view view() const;
  operator class view() const;
};
class view_or_value {
 public:
  view_or_value();
  view_or_value(class view v);
  view_or_value(value v);
};
}  // namespace document
namespace builder {
namespace basic {
template <class... T>
document::value make_document(T&&... arguments);
template <class... T>
document::value make_array(T&&... arguments);
struct pair {};
template <class K, class V>
pair kvp(K&& key, V&& v);
class document {
 public:
  template <class... T>
  void append(T&&... arguments);
  bsoncxx::document::view view() const;
  bsoncxx::document::value extract();
};
}  // namespace basic
namespace stream {
struct finalize_type {};
constexpr finalize_type finalize{};
class document {
 public:
  document();
  template <class T>
  document& operator<<(T&& v);
  bsoncxx::document::view view() const;
};
}  // namespace stream
}  // namespace builder
std::string to_json(document::view v);
document::value from_json(stdx::string_view text);
}  // namespace bsoncxx

namespace mongocxx {

class instance {
 public:
  instance();
  static instance& current();
};
class uri {
 public:
  uri();
  explicit uri(const char* text);
  explicit uri(const std::string& text);
  std::string database() const;
  std::string to_string() const;
  static const std::string k_default_uri;
};
namespace options {
class tls {
 public:
  tls& pem_file(std::string path);
  tls& pem_password(std::string password);
  tls& ca_file(std::string path);
  tls& ca_dir(std::string path);
  tls& allow_invalid_certificates(bool on);
};
using ssl = tls;
class client {
 public:
  client& tls_opts(tls options);
  client& ssl_opts(tls options);
};
class pool {
 public:
  pool(client options = client());
};
class find {
 public:
  find& limit(int64_t n);
  find& sort(bsoncxx::document::view_or_value order);
  find& projection(bsoncxx::document::view_or_value fields);
  find& max_time(std::chrono::milliseconds time);
};
class update {
 public:
  update& upsert(bool on);
};
class insert {};
}  // namespace options
class cursor {
 public:
  const bsoncxx::document::view* begin();
  const bsoncxx::document::view* end();
};
namespace result {
class insert_one {
 public:
  int32_t inserted_count() const;
};
class update {
 public:
  int32_t modified_count() const;
  int32_t matched_count() const;
};
class delete_result {
 public:
  int32_t deleted_count() const;
};
}  // namespace result
class collection {
 public:
  collection() noexcept;
  cursor find(bsoncxx::document::view_or_value filter,
              const options::find& options = options::find());
  bsoncxx::stdx::optional<bsoncxx::document::value> find_one(
      bsoncxx::document::view_or_value filter, const options::find& options = options::find());
  bsoncxx::stdx::optional<result::insert_one> insert_one(
      bsoncxx::document::view_or_value document,
      const options::insert& options = options::insert());
  bsoncxx::stdx::optional<result::update> update_one(
      bsoncxx::document::view_or_value filter, bsoncxx::document::view_or_value update,
      const options::update& options = options::update());
  bsoncxx::stdx::optional<result::update> update_many(
      bsoncxx::document::view_or_value filter, bsoncxx::document::view_or_value update,
      const options::update& options = options::update());
  bsoncxx::stdx::optional<result::delete_result> delete_one(
      bsoncxx::document::view_or_value filter);
  bsoncxx::stdx::optional<result::delete_result> delete_many(
      bsoncxx::document::view_or_value filter);
  std::int64_t count_documents(bsoncxx::document::view_or_value filter);
  void drop();
};
class database {
 public:
  database() noexcept;
  class collection collection(const std::string& name) const;
  class collection operator[](const std::string& name) const;
  bsoncxx::document::value run_command(bsoncxx::document::view_or_value command);
  bool has_collection(const std::string& name) const;
};
class client {
 public:
  client() noexcept;
  client(const class uri& u, const options::client& options = options::client());
  class database database(const std::string& name) const;
  class database operator[](const std::string& name) const;
  std::vector<std::string> list_database_names() const;
};
class pool {
 public:
  explicit pool(const uri& u = uri(), const options::pool& options = options::pool());
  class entry {
   public:
    client* operator->() const;
    client& operator*() const;
    class database operator[](const std::string& name) const;
  };
  entry acquire();
  bsoncxx::stdx::optional<entry> try_acquire();
};
class exception : public std::exception {
 public:
  const char* what() const noexcept override;
};
class operation_exception : public exception {};

}  // namespace mongocxx
