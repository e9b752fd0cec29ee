// Model of cppzmq's additions. Declarations only.
#pragma once

#include <zmq.hpp>

#if __has_include(<deque>)
#include <deque>
#include <functional>
#endif

namespace zmq {

template <class O>
recv_result_t recv_multipart(socket_ref socket, O out, recv_flags flags = recv_flags::none);
template <class O>
recv_result_t recv_multipart_n(socket_ref socket, O out, size_t n,
                               recv_flags flags = recv_flags::none);
template <class R>
send_result_t send_multipart(socket_ref socket, R&& messages, send_flags flags = send_flags::none);

class multipart_t {
 public:
  multipart_t();
  explicit multipart_t(socket_ref socket);
  explicit multipart_t(const std::string& text);
  bool recv(socket_ref socket, int flags = 0);
  bool send(socket_ref socket, int flags = 0);
  void addstr(const std::string& text);
  void pushstr(const std::string& text);
  std::string popstr();
  std::string peekstr(size_t index) const;
  void add(message_t&& message);
  message_t pop();
  size_t size() const;
  bool empty() const;
  message_t& operator[](size_t index);
};

class active_poller_t {
 public:
  using handler_type = std::function<void(event_flags)>;
  void add(socket_ref socket, event_flags events, handler_type handler);
  void remove(socket_ref socket);
  size_t wait(std::chrono::milliseconds timeout);
};

}  // namespace zmq
