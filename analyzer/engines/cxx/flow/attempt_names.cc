#include "analyzer/engines/cxx/flow/attempt_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

/// Of a library: what it does to another program or a device.
constexpr auto kOutward = std::to_array<std::string_view>(
    {"connect",  "reconnect",    "login",  "logon",  "query",   "execute", "search",
     "publish",  "subscribe",    "submit", "upload", "perform", "request", "resolve",
     "ping",     "authenticate", "send",   "sendto", "sendmsg", "write",   "recv",
     "recvfrom", "msgsnd",       "bind",   "post",   "open",    "exec",    "dial"});
/// Of a function of the tree: others are looked into.
constexpr auto kConnecting =
    std::to_array<std::string_view>({"connect", "reconnect", "login", "open", "reopen", "dial"});

/// What opens and sends within the program, or ends it.
constexpr auto kInward = std::to_array<std::string_view>(
    {"open", "exec", "post", "search", "std::exec", "sem_post", "sem_open", "shm_open",
     "bind_param", "pthread_mutex_post", "regexec", "bind"});

/// What is asked and not done: mosquitto_want_write, can_send.
constexpr auto kQuestions = std::to_array<std::string_view>(
    {"want", "wants", "is", "can", "could", "should", "need", "needs", "must", "has"});

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// That something connects is said anywhere in a name: conn_pool_connect_server, connectbyip_nb.
/// Not in is_connected, on_connect, set_connect_timeout.
bool SaysConnect(const std::vector<std::string>& words) {
  constexpr auto kOther = std::to_array<std::string_view>(
      {"is",       "on",       "set",     "get",        "has",     "can",     "handle", "handler",
       "callback", "cb",       "timeout", "option",     "options", "opt",     "init",   "free",
       "new",      "register", "signal",  "slot",       "log",     "count",   "string", "info",
       "status",   "state",    "default", "disconnect", "wait",    "request", "packet", "pre",
       "post",     "after",    "before",  "event"});
  const auto connects = [](const std::string& word) {
    const bool verb = word.starts_with("connect") || word.starts_with("reconnect");
    return verb && word.find("connected") == std::string::npos &&
           word.find("connecti") == std::string::npos &&
           word.find("connector") == std::string::npos;
  };
  // `connectWithTimeout` connects; what stands behind the word is how.
  const auto with = std::ranges::find(words, "with");
  return std::any_of(words.begin(), with, connects) &&
         std::none_of(words.begin(), with,
                      [&](const std::string& word) { return IsOneOf(word, kOther); });
}

/// `InitConnection`, `open_db_connection`: not what only looks for one, or counts them.
bool SaysMakesConnection(const std::vector<std::string>& words) {
  constexpr auto kMakes = std::to_array<std::string_view>(
      {"init", "open", "make", "create", "establish", "start", "setup"});
  return words.size() > 1 && IsOneOf(words.front(), kMakes) && words.back() == "connection";
}

/// Of a function of the tree that is not seen: what is written and opened may be a file.
constexpr auto kExchange = std::to_array<std::string_view>(
    {"query", "publish", "subscribe", "submit", "upload", "download", "request", "ping",
     "authenticate", "send", "sendto", "transmit", "exchange", "recv", "receive"});

bool SaysExchange(std::string_view name) {
  const std::vector<std::string> words = WordsOfName(name);
  // `Conn_UpdatePing` writes down when it was.
  const bool notes = std::ranges::any_of(words, [](const std::string& word) {
    return word == "update" || word == "last" || word == "reset" || word == "count";
  });
  if (notes) return false;
  return IsOneOf(words.front(), kExchange) || IsOneOf(words.back(), kExchange);
}

/// Of library functions the verb stands first or last: mysql_stmt_execute, sendto_peer.
bool SaysOutward(std::string_view name) {
  const std::vector<std::string> words = WordsOfName(name);
  if (SoundsLikeQuestion(name)) return false;
  return IsOneOf(words.front(), kOutward) || IsOneOf(words.back(), kOutward) || SaysConnect(words);
}

/// What a server does with those who connect or log in: newConnect, on_login.
bool SaysServed(const std::vector<std::string>& words) {
  constexpr auto kServed =
      std::to_array<std::string_view>({"on", "new", "is", "has", "can", "accept", "accepted", "cb",
                                       "callback", "process", "parse"});
  return std::ranges::any_of(words,
                             [&](const std::string& word) { return IsOneOf(word, kServed); });
}

/// `useAutoReconnect()`, `autoReconnectRetries()`: what somebody chose.
bool NamesSetting(const std::vector<std::string>& words) {
  constexpr auto kNouns = std::to_array<std::string_view>(
      {"retries", "attempts", "interval", "count", "limit", "delay", "enabled", "settings",
       "config", "mode", "policy", "reason", "tries"});
  return words.front() == "use" || words.front() == "uses" || IsOneOf(words.back(), kNouns);
}

/// `open_log_files` opens no connection; what it is that is opened says nothing more.
bool SaysConnecting(std::string_view name) {
  const std::vector<std::string> words = WordsOfName(name);
  return (IsOneOf(words.back(), kConnecting) && !SaysServed(words)) || SaysConnect(words) ||
         SaysMakesConnection(words);
}

}  // namespace

bool SoundsLikeClient(std::string_view name) {
  constexpr auto kLibraries = std::to_array<std::string_view>(
      {"gearman",   "amqp",   "mosquitto", "redis", "nats", "ldap", "snmp",   "ssh", "modbus",
       "memcached", "mongoc", "cass",      "stomp", "xmpp", "etcd", "consul", "zoo", "beanstalk",
       "bs",        "mqtt",   "coap",      "irc",   "smpp", "ftp",  "sftp"});
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"work", "do", "run", "put", "fetch", "produce", "call", "store", "start", "session"});
  const std::vector<std::string> words = WordsOfName(name);
  const auto is_verb = [&](const std::string& word) { return IsOneOf(word, kVerbs); };
  return words.size() > 1 && IsOneOf(words.front(), kLibraries) &&
         std::ranges::any_of(words, is_verb);
}

bool SoundsLikeAttempt(const CxxEvent& event, bool unseen) {
  if (event.kind != CxxEventKind::kCall || event.callee.empty()) return false;
  const std::string_view name = LastNameOf(event.callee);
  if (event.callee.starts_with("std::") || name.starts_with("operator")) return false;
  if (name.starts_with("sqlite3_")) return false;  // a file of the program's own
  if (NamesSetting(WordsOfName(name))) return false;
  // A function that no header declares counts as the tree's.
  if (event.in_tree)
    return SaysConnecting(name) || (unseen && (SaysExchange(name) || SoundsLikeClient(name)));
  if (SoundsLikeClient(name)) return true;
  return !IsOneOf(event.callee, kInward) && SaysOutward(name);
}

bool SoundsLikeConnect(const CxxEvent& event) {
  constexpr auto kLast = std::to_array<std::string_view>({"connect", "reconnect", "login", "dial"});
  const std::vector<std::string> words = WordsOfName(LastNameOf(event.callee));
  return SaysConnect(words) || SaysMakesConnection(words) ||
         (IsOneOf(words.back(), kLast) && !SaysServed(words));
}

bool SoundsLikePointerThatConnects(std::string_view name) {
  std::vector<std::string> words = WordsOfName(name);
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"func", "fn", "fun", "function", "f", "ptr", "p", "m", "pf", "fp"});
  std::erase_if(words, [&](const std::string& word) { return IsOneOf(word, kKinds); });
  return !words.empty() && SaysConnect(words);
}

bool SoundsLikeRemote(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"server", "host", "hostname", "ip", "addr", "address", "port", "sock", "socket", "conn",
       "connection", "url", "uri", "remote", "peer", "broker", "endpoint"});
  if (name.empty()) return false;
  const std::vector<std::string> words = WordsOfName(name);
  return std::ranges::any_of(words, [&](const std::string& word) { return IsOneOf(word, kWords); });
}

bool SoundsLocal(std::string_view callee) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"is",     "has",    "can",    "close",  "free",   "destroy", "release", "init",   "log",
       "print",  "printf", "set",    "copy",   "parse",  "add",     "remove",  "delete", "insert",
       "find",   "lookup", "dump",   "str",    "cmp",    "compare", "format",  "new",    "create",
       "alloc",  "bind",   "listen", "accept", "wait",   "poll",    "lock",    "unlock", "handle",
       "debug",  "error",  "info",   "warn",   "next",   "pop",     "empty",   "valid",  "strerror",
       "reset",  "sql",    "json",   "xml",    "config", "cfg",     "conf",    "option", "obj",
       "object", "value",  "map",    "list",   "hash",   "string"});
  const std::vector<std::string> words = WordsOfName(LastNameOf(callee));
  return SoundsLikeReceive(callee) ||
         std::ranges::any_of(words, [&](const std::string& word) { return IsOneOf(word, kWords); });
}

bool SoundsLikeQuestion(std::string_view callee) {
  return std::ranges::any_of(WordsOfName(LastNameOf(callee)),
                             [](const std::string& word) { return IsOneOf(word, kQuestions); });
}

bool SoundsLikeClosing(std::string_view callee) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"close", "disconnect", "shutdown", "free", "destroy", "cleanup", "log", "terminate", "drop",
       "abort", "kill", "remove"});
  const std::vector<std::string> words = WordsOfName(LastNameOf(callee));
  return IsOneOf(words.front(), kWords) || IsOneOf(words.back(), kWords);
}

bool SoundsLikeReceive(std::string_view callee) {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"recv", "receive", "read", "accept", "poll", "dequeue", "pop", "wait", "consume", "listen"});
  const std::string lower = LowerCase(LastNameOf(callee));
  return std::ranges::any_of(
      kParts, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

bool GivesOneOfMany(std::string_view callee) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"recv", "receive", "read", "readline", "getline", "line", "gets", "poll", "pop", "next",
       "dequeue", "input", "message", "msg", "command", "cmd", "event"});
  return HasWordOf(callee, kWords);
}

bool SoundsLikeNext(std::string_view callee) {
  return std::ranges::any_of(WordsOfName(LastNameOf(callee)), [](const std::string& word) {
    return word == "next" || word == "fetch";
  });
}

bool SoundsLikeStop(std::string_view callee) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"shut", "shutdown", "stop", "stopped", "stopping", "quit", "exit", "exiting", "terminate",
       "terminated", "terminating", "cancel", "cancelled", "canceled", "interrupted", "aborted"});
  return std::ranges::any_of(WordsOfName(LastNameOf(callee)),
                             [&](const std::string& word) { return IsOneOf(word, kWords); });
}

bool SpeaksOfRetry(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"reconnect", "re-connect", "retrying", "retry in", "will retry", "retry_", "_retry",
       "try again", "trying again", "connect again", "connecting again"});
  const std::string lower = LowerCase(text);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool SoundsLikeRetry(std::string_view name) {
  constexpr auto kParts =
      std::to_array<std::string_view>({"retr", "tries", "tried", "attempt", "reconnect"});
  const std::string lower = LowerCase(name);
  return lower == "try" || std::ranges::any_of(kParts, [&](std::string_view part) {
           return lower.find(part) != std::string::npos;
         });
}

}  // namespace gonogo
