// Model of CivetWeb's C++ interface. Declarations only.
#pragma once
#include <civetweb.h>

#if __has_include(<string>)
#include <string>
#include <vector>
#endif

class CivetServer;
class CivetHandler {
 public:
  virtual ~CivetHandler();
  virtual bool handleGet(CivetServer* server, struct mg_connection* c);
  virtual bool handlePost(CivetServer* server, struct mg_connection* c);
  virtual bool handlePut(CivetServer* server, struct mg_connection* c);
  virtual bool handleDelete(CivetServer* server, struct mg_connection* c);
};
class CivetServer {
 public:
  CivetServer(const char** options, const struct mg_callbacks* callbacks = nullptr,
              const void* data = nullptr);
  CivetServer(const std::vector<std::string>& options,
              const struct mg_callbacks* callbacks = nullptr, const void* data = nullptr);
  virtual ~CivetServer();
  void close();
  void addHandler(const std::string& uri, CivetHandler* handler);
  void addHandler(const std::string& uri, CivetHandler& handler);
  void removeHandler(const std::string& uri);
  static bool getParam(struct mg_connection* c, const char* name, std::string& to, size_t n = 0);
};
