#include "analyzer/engines/cxx/flow/choice_names.h"

#include <algorithm>
#include <string>

#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
bool SaysOnlyEncrypted(std::string_view name) {
  constexpr std::string_view kEncrypted[] = {"ssl",    "tls",    "https", "ftps",     "wss",
                                             "secure", "scheme", "url",   "protocol", "starttls"};
  constexpr std::string_view kOfTrust[] = {
      "verify",   "verification", "verified", "valid",   "validate",    "invalid",
      "check",    "checks",       "cert",     "certs",   "certificate", "certificates",
      "ca",       "cafile",       "capath",   "cacert",  "trust",       "trusted",
      "insecure", "unsafe",       "strict",   "self",    "signed",      "selfsigned",
      "skip",     "ignore",       "ignored",  "no",      "not",         "non",
      "disable",  "disabled",     "allow",    "accept",  "any",         "peer",
      "host",     "hostname",     "pin",      "pinned",  "fingerprint", "level",
      "mode",     "policy",       "lax",      "relaxed", "auth",        "anonymous",
      "key",      "psk",          "error",    "errors",  "untrusted",   "unverified",
      "bypass",   "force",        "test",     "debug",   "local",       "localhost",
      "internal", "proxy",        "version",  "flags",   "security",    "require",
      "required", "server"};
  constexpr std::string_view kParts[] = {"verif", "valid", "check", "trust", "insecur", "ignor"};
  bool encrypted = false;
  for (const std::string& word : WordsOfName(name)) {
    const auto holds = [&](std::string_view part) { return word.contains(part); };
    if (std::ranges::count(kOfTrust, std::string_view(word)) > 0) return false;
    if (std::ranges::any_of(kParts, holds)) return false;
    encrypted = encrypted || std::ranges::count(kEncrypted, std::string_view(word)) > 0;
  }
  return encrypted;
}

bool NamesVerification(std::string_view name) {
  constexpr std::string_view kSaying[] = {"insecure",   "unverified", "noverify",  "verifypeer",
                                          "verifyhost", "selfsigned", "sslverify", "nocheck"};
  constexpr std::string_view kActions[] = {"verify", "verification", "verified", "check",
                                           "checks", "validate",     "valid",    "invalid",
                                           "trust",  "accept",       "signed"};
  constexpr std::string_view kSubjects[] = {
      "ssl",    "tls",     "cert",   "certs", "certificate", "certificates", "hostname",
      "peer",   "host",    "server", "self",  "no",          "skip",         "set",
      "ignore", "disable", "option", "opt",   "mode"};
  const std::string_view own = LastNameOf(name);
  return HasWordOf(own, kSaying) || (HasWordOf(own, kActions) && HasWordOf(own, kSubjects));
}

bool AsksToIgnoreErrors(std::string_view name) {
  constexpr std::string_view kLeaving[] = {"ignore", "ignored", "ignores", "skip", "bypass"};
  constexpr std::string_view kTls[] = {"ssl",         "tls",       "cert",     "certs",
                                       "certificate", "sslerrors", "sslerror", "tlserrors"};
  const std::string_view own = LastNameOf(name);
  return HasWordOf(own, kLeaving) && HasWordOf(own, kTls);
}

bool NamesProgress(std::string_view name) {
  constexpr std::string_view kWords[] = {
      "init",    "inited", "initialized", "initialised", "initialize", "isinit",   "first",
      "once",    "loaded", "started",     "created",     "connected",  "opened",   "registered",
      "running", "ready",  "logged",      "prepared",    "done",       "firsttime"};
  const std::string_view own = LastNameOf(name);
  return HasWordOf(own, kWords) && !NamesVerification(name);
}

bool NamesOutcome(std::string_view name) {
  constexpr std::string_view kNames[] = {"ret",     "rc",      "res", "result", "rv",
                                         "retval",  "rval",    "err", "error",  "status",
                                         "errcode", "retcode", "rtn"};
  return std::ranges::count(kNames, name) > 0;
}

}  // namespace gonogo
