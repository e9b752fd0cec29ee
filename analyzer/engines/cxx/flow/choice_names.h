// What the names of settings and variables say of verification, and what they leave open.
#pragma once

#include <string_view>

namespace gonogo {

/// Whether the name says that a connection is encrypted, not whether the peer is checked: what
/// stands on its true side is not chosen by it. "mqtt_use_tls"; not "tls_strict", "ssl_cert".
bool SaysOnlyEncrypted(std::string_view name);

/// "ssl_insecure", "no_check_certificate", "set_verify_peer"; not "verifyLogin".
bool NamesVerification(std::string_view name);

/// `settings.ignoreSslErrors()`: of a setting that is asked for; a handler may be called so, too.
bool AsksToIgnoreErrors(std::string_view name);

/// `if (!initialized)`, `if (first_time)`: how far the program has come is nobody's setting.
bool NamesProgress(std::string_view name);

/// Names of variables that take up whether a call succeeded.
bool NamesOutcome(std::string_view name);

}  // namespace gonogo
