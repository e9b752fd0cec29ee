// Model of IXWebSocket: https://machinezone.github.io/IXWebSocket/. Declarations only.
#pragma once

#include <string>

namespace ix {

struct SocketTLSOptions {
  std::string certFile;
  std::string keyFile;
  std::string caFile = "SYSTEM";
  std::string ciphers = "DEFAULT";
  bool tls = false;
  bool disable_hostname_validation = false;
};

}  // namespace ix
