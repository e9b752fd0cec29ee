#include "analyzer/engines/cxx/feature_macros.h"

#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostMacros = 16;

bool IsOfMacro(char c) { return IsUpper(c) || IsDigit(c) || c == '_'; }

/// USE_SSL and SIO_TLS; not NO_SSL, OPENSSL_STATIC or OPENSSL_API_COMPAT.
bool IsFeature(std::string_view name) {
  constexpr std::array<std::string_view, 6> kFeatures = {"SSL",     "TLS",    "HTTPS",
                                                         "OPENSSL", "GNUTLS", "CRYPTO"};
  constexpr std::array<std::string_view, 10> kOther = {
      "NO", "NOT", "DISABLE", "DISABLED", "WITHOUT", "STATIC", "COMPAT", "DLL", "SKIP", "DEBUG"};
  bool feature = false;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find('_'));
    name.remove_prefix(std::min(word.size() + 1, name.size()));
    if (std::ranges::count(kOther, word) > 0) return false;
    feature = feature || std::ranges::count(kFeatures, word) > 0;
  }
  return feature;
}

}  // namespace

void ReadFeatureMacros(std::string_view text, std::set<std::string>& macros) {
  constexpr std::string_view kDefine = "-D";
  for (std::size_t at = text.find(kDefine); at != std::string_view::npos;
       at = text.find(kDefine, at + 1)) {
    const std::string_view rest = text.substr(at + kDefine.size());
    const auto end = std::ranges::find_if_not(rest, IsOfMacro);
    const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    const std::string_view behind = rest.substr(name.size());
    const bool plain = behind.empty() || behind.starts_with("=1") ||
                       std::string_view(" \t\r\n)\";").contains(behind[0]);
    if (plain && IsFeature(name) && macros.size() < kMostMacros) macros.emplace(name);
  }
}

}  // namespace gonogo
