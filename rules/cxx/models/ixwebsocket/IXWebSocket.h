// Model of IXWebSocket: https://machinezone.github.io/IXWebSocket/. Declarations only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include <ixwebsocket/IXSocketTLSOptions.h>

namespace ix {

enum class WebSocketMessageType { Message = 0, Open, Close, Error, Ping, Pong, Fragment };
enum class ReadyState { Connecting = 0, Open = 1, Closing = 2, Closed = 3 };
struct WebSocketErrorInfo {
  uint32_t retries = 0;
  double wait_time = 0;
  int http_status = 0;
  std::string reason;
};
struct WebSocketCloseInfo {
  uint16_t code = 0;
  std::string reason;
  bool remote = false;
};
struct WebSocketOpenInfo {
  std::string uri;
  std::map<std::string, std::string> headers;
};
struct WebSocketMessage {
  WebSocketMessageType type;
  std::string str;
  WebSocketErrorInfo errorInfo;
  WebSocketOpenInfo openInfo;
  WebSocketCloseInfo closeInfo;
  bool binary;
};
using WebSocketMessagePtr = std::unique_ptr<WebSocketMessage>;
using OnMessageCallback = std::function<void(const WebSocketMessagePtr&)>;
using WebSocketHttpHeaders = std::map<std::string, std::string>;
struct WebSocketSendInfo {
  bool success;
};
struct WebSocketInitResult {
  bool success;
  int http_status;
  std::string errorStr;
};

class WebSocket {
 public:
  WebSocket();
  ~WebSocket();
  void setUrl(const std::string& url);
  void setExtraHeaders(const WebSocketHttpHeaders& headers);
  void setTLSOptions(const SocketTLSOptions& options);
  void setPingInterval(int seconds);
  void setHandshakeTimeout(int seconds);
  void enablePong();
  void disablePong();
  void addSubProtocol(const std::string& protocol);
  void setOnMessageCallback(const OnMessageCallback& f);
  void start();
  void stop(uint16_t code = 1000, const std::string& reason = "");
  WebSocketInitResult connect(int seconds);
  void run();
  WebSocketSendInfo send(const std::string& data, bool binary = false);
  WebSocketSendInfo sendText(const std::string& data);
  WebSocketSendInfo sendBinary(const std::string& data);
  void close(uint16_t code = 1000, const std::string& reason = "");
  ReadyState getReadyState() const;
  const std::string& getUrl() const;
  void enableAutomaticReconnection();
  void disableAutomaticReconnection();
  void setMinWaitBetweenReconnectionRetries(uint32_t ms);
  void setMaxWaitBetweenReconnectionRetries(uint32_t ms);
};

}  // namespace ix
