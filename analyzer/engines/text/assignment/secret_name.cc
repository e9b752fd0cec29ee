#include "analyzer/engines/text/assignment/secret_name.h"

#include <algorithm>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

// Words that may follow a secret's name without changing what it names.
constexpr std::string_view kHarmlessAfter[] = {
    "1",       "2",       "3",         "admin",     "app",      "b64",        "base64",
    "bytes",   "default", "dev",       "hex",       "live",     "local",      "master",
    "new",     "old",     "plain",     "plaintext", "prod",     "production", "raw",
    "root",    "sandbox", "stage",     "staging",   "str",      "string",     "test",
    "text",    "user",    "val",       "value",     "main",     "backup",     "internal",
    "private", "primary", "secondary", "clear",     "cleartext"};

// Words before a secret's name that make it an action, a state or another thing.
constexpr std::string_view kTurnsBefore[] = {
    "ask",      "bad",         "bos",          "can",         "cancel",       "cancellation",
    "change",   "check",       "clear",        "comma",       "continuation", "count",
    "csrf",     "decrypt",     "delete",       "delimiter",   "design",       "disable",
    "disabled", "edit",        "empty",        "enable",      "encrypted",    "enter",
    "eof",      "eos",         "expired",      "expect",      "find",         "foreign",
    "forgot",   "forgotten",   "gen",          "generate",    "get",          "has",
    "hashed",   "have",        "hide",         "ignore",      "input",        "invalid",
    "is",       "lost",        "mask",         "match",       "max",          "min",
    "missing",  "next",        "no",           "num",         "pad",          "page",
    "parse",    "prev",        "previous",     "primary",     "prompt",       "public",
    "random",   "read",        "recover",      "remove",      "repeat",       "require",
    "required", "reset",       "resume",       "retype",      "save",         "sep",
    "show",     "sign",        "sort",         "sync",        "syntax",       "toggle",
    "unk",      "unset",       "update",       "validate",    "verify",       "view",
    "weak",     "without",     "wrong",        "xsrf",        "partition",    "cache",
    "map",      "idempotency", "authenticity", "withdrawal",  "placeholder",  "split",
    "cursor",   "expected",    "from",         "hash",        "fake",         "mock",
    "dummy",    "create",      "search",       "revoke",      "renew",        "query",
    "space",    "forgery",     "verification", "unsubscribe", "malformed",    "existing"};

// Short prefixes that people write together with a name: dbpass, smtppwd.
constexpr std::string_view kJoinedBefore[] = {
    "a",      "account",    "admin",    "api",    "app",     "auth",     "bind",   "cert",
    "client", "d",          "database", "db",     "default", "email",    "es",     "ftp",
    "git",    "http",       "jdbc",     "jwt",    "key",     "keystore", "ldap",   "login",
    "mail",   "master",     "mongo",    "mq",     "my",      "mysql",    "oracle", "pg",
    "pop",    "postgres",   "proxy",    "rabbit", "redis",   "remote",   "root",   "rpc",
    "s",      "sa",         "sftp",     "smtp",   "sql",     "ssh",      "store",  "system",
    "the",    "truststore", "u",        "user",   "vnc",     "web",      "wifi",   "z"};

template <std::size_t N>
bool Contains(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

bool IsWordByte(char c) {
  return IsLower(c) || IsUpper(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A new word begins at `at`: aB, or the last capital of ABc.
bool CamelBreak(std::string_view text, std::size_t at) {
  if (!IsUpper(text[at])) return false;
  if (!IsUpper(text[at - 1])) return true;
  return at + 1 < text.size() && IsLower(text[at + 1]);
}

bool AllDigits(std::string_view word) { return std::ranges::all_of(word, IsDigit); }

std::string_view WithoutDigits(std::string_view word) {
  while (!word.empty() && IsDigit(word.back())) word.remove_suffix(1);
  return word;
}

std::string Joined(std::string_view name) {
  std::string joined(name);
  std::erase(joined, ' ');
  return joined;
}

/// `BTCRPCPASSWORD`: of a constant whatever stands before the word, but what turns its meaning.
bool IsJoinedInCapitals(std::string_view last, std::string_view joined) {
  if (joined != "password" && joined != "passwd") return false;
  const std::string_view before = last.substr(0, last.size() - joined.size());
  return before.size() >= 2 && before != "no" && before != "set" && !Contains(kTurnsBefore, before);
}

/// How many of the last words (up to `end`) spell the name; 0 where they do not. A word that holds
/// the name behind a known prefix ("dbpassword") counts as one.
std::size_t WordsOfName(const std::vector<std::string>& words, std::size_t end,
                        std::string_view joined, bool capitals = false) {
  const std::string_view last = WithoutDigits(words[end - 1]);
  std::string_view left = joined;  // of the name, whose end the words so far spell
  for (std::size_t count = 1; count <= end; ++count) {
    const std::string_view word = count == 1 ? last : std::string_view(words[end - count]);
    if (!left.ends_with(word)) break;
    left.remove_suffix(word.size());
    if (left.empty()) return count;
  }
  if (last.size() > joined.size() && last.ends_with(joined) &&
      (Contains(kJoinedBefore, last.substr(0, last.size() - joined.size())) ||
       (capitals && IsJoinedInCapitals(last, joined)))) {
    return 1;
  }
  return 0;
}

/// The last words without those that may follow any name.
std::size_t EndOfName(const std::vector<std::string>& words) {
  std::size_t end = words.size();
  while (end > 1 && (AllDigits(words[end - 1]) || Contains(kHarmlessAfter, words[end - 1]))) --end;
  return end;
}

/// The name somewhere before the end: what follows it is the near miss.
std::string TurningWordAfter(const std::vector<std::string>& words, std::string_view joined) {
  for (std::size_t end = 1; end < words.size(); ++end) {
    if (WordsOfName(words, end, joined) > 0) return words[end];
  }
  return {};
}

// Tokens that open nothing: places in a sequence, what comes first of two writers, where messages
// are sent to.
constexpr std::string_view kOtherTokens[] = {
    "device",   "push",      "position",   "checkpoint",  "snapshot", "offset",
    "delta",    "watermark", "scroll",     "consistency", "revision", "version",
    "fencing",  "lock",      "pagination", "skip",        "start",    "starting",
    "end",      "ending",    "stop",       "iterator",    "sequence", "concurrency",
    "progress", "bookmark",  "tracking",   "word",        "clone",    "resumption"};

// `fastcgi_pass backend:9000`: who the request is passed on to.
constexpr std::string_view kPassedBy[] = {"fastcgi", "uwsgi", "scgi", "grpc", "memcached"};

/// HMAC_SIGNATURE_WITH_TOKEN: what a secret has signed.
std::string WordOfAnotherThing(const std::vector<std::string>& words, std::size_t name) {
  for (std::size_t at = 0; at < name; ++at) {
    if (words[at] == "signature") return words[at];
  }
  const std::string& before = words[name - 1];
  const bool other = (words[name] == "token" && Contains(kOtherTokens, before)) ||
                     (words[name] == "pass" && Contains(kPassedBy, before));
  return other ? before : "";
}

/// Just before the name, or at the beginning: INVALID_ADMIN_PASSWORD.
std::string TurningWordBefore(const std::vector<std::string>& words, std::size_t name) {
  constexpr std::string_view kAtBeginning[] = {
      "invalid", "required", "incorrect", "wrong", "missing", "expired",   "error",
      "forgot",  "reset",    "bad",       "err",   "no",      "encrypted", "hashed",
      "encoded", "crypted",  "fake",      "dummy", "mock",    "malformed", "show",
      "hide",    "toggle",   "is",        "has",   "should"};
  if (name == 0) return {};
  if (Contains(kTurnsBefore, words[name - 1])) return words[name - 1];
  if (const std::string other = WordOfAnotherThing(words, name); !other.empty()) return other;
  return Contains(kAtBeginning, words.front()) ? words.front() : "";
}

}  // namespace

std::vector<std::string> WordsOf(std::string_view identifier) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end > begin) words.push_back(LowerCase(identifier.substr(begin, end - begin)));
  };
  for (std::size_t at = 0; at < identifier.size(); ++at) {
    if (!IsWordByte(identifier[at])) {
      cut(at);
      begin = at + 1;
    } else if (at > begin && CamelBreak(identifier, at)) {
      cut(at);
      begin = at;
    }
  }
  cut(identifier.size());
  return words;
}

NameJudgement JudgeName(std::string_view identifier, std::span<const std::string_view> names) {
  const std::vector<std::string> words = WordsOf(identifier);
  NameJudgement best;
  if (words.empty()) return best;
  // The field in which a form sends back what its page was given: it lives as long as the page.
  if (identifier == "_token") return {NameAnswer::kNearMiss, "token", "_"};
  if (std::ranges::find(words, "public") != words.end()) {
    best = {NameAnswer::kNearMiss, names.empty() ? "" : names.front(), "public"};
    const bool any = std::ranges::any_of(names, [&](std::string_view name) {
      return WordsOfName(words, words.size(), Joined(name)) > 0;
    });
    return any ? best : NameJudgement{};
  }
  // `federation.example1.token`: how a setting is called that nobody has made yet.
  const auto example = std::ranges::find_if(words, [](const std::string& word) {
    return WithoutDigits(word) == "example" || WithoutDigits(word) == "sample";
  });
  if (example != words.end())
    return {NameAnswer::kNearMiss, names.empty() ? "" : names.front(), *example};
  const bool capitals = std::ranges::none_of(identifier, IsLower);
  for (const std::string_view name : names) {
    const std::string joined = Joined(name);
    std::size_t end = words.size();
    std::size_t count = WordsOfName(words, end, joined, capitals);
    if (count == 0) {
      end = EndOfName(words);
      count = WordsOfName(words, end, joined, capitals);
    }
    if (count == 0) {
      const std::string after = TurningWordAfter(words, joined);
      if (!after.empty() && best.answer == NameAnswer::kUnrelated)
        best = {NameAnswer::kNearMiss, name, after};
      continue;
    }
    const std::string word = TurningWordBefore(words, end - count);
    if (word.empty()) return {NameAnswer::kSecret, name, {}};
    best = {NameAnswer::kNearMiss, name, word};
  }
  return best;
}

std::vector<std::string> KeywordSpellings(std::string_view name) {
  if (name.find(' ') == std::string_view::npos) return {std::string(name)};
  std::vector<std::string> spellings = {Joined(name)};
  for (const char separator : {'_', '-', '.', ' '}) {
    std::string spelling(name);
    std::ranges::replace(spelling, ' ', separator);
    spellings.push_back(std::move(spelling));
  }
  return spellings;
}

}  // namespace gonogo
