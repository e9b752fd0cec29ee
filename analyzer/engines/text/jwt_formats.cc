// JSON web tokens (RFC 7519) and keys (RFC 7517). Of a token, header and payload say whose it is
// and what it may; whether it has expired is asked of a fixed day that lies behind all runs, since
// what a run says would else change by the day. A token that its own payload gives a week or less
// is told apart too: it was a session.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"
#include "analyzer/engines/text/json_parts.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortestSignature = 32;  // HS256, RFC 7518
constexpr double kWeek = 7 * 24 * 3600;
constexpr double kLongAgo = 1790812800;  // the beginning of October 2026

bool IsDocumentedPayload(const nlohmann::json& payload) {
  return TextField(payload, "name") == "John Doe" || TextField(payload, "sub") == "1234567890" ||
         TextField(payload, "iss") == "supabase-demo";
}

bool LivesShort(const nlohmann::json& payload) {
  if (!HasNumber(payload, "exp") || !HasNumber(payload, "iat")) return false;
  return payload["exp"].get<double>() - payload["iat"].get<double>() <= kWeek;
}

bool EndedLongAgo(const nlohmann::json& payload) {
  return HasNumber(payload, "exp") && payload["exp"].get<double>() < kLongAgo;
}

ProofResult ProveHeader(const nlohmann::json& header, std::string_view signature) {
  if (!header.is_object()) return Refuted("its parts do not decode to JSON");
  const std::string algorithm = TextField(header, "alg");
  if (algorithm.empty()) return Refuted("its header names no algorithm");
  // NATS: who is told in it signs every connection anew with a key of its own.
  if (algorithm == "ed25519-nkey") return Refuted("it is public by design");
  if (algorithm == "none" || signature.empty()) return Refuted("it is not signed");
  const auto decoded = Base64Decode(signature);
  if (!decoded) return Refuted("its signature does not decode");
  if (decoded->size() < kShortestSignature) return Refuted("its signature is too short to be one");
  return {};
}

/// The payload of a token that ProveJwt has not refuted.
nlohmann::json PayloadOf(std::string_view token) { return JsonIn(SplitAt(token, '.')[1]); }

std::string Jwt(std::string_view payload, FakeSource& source) {
  return UrlSafeBase64(R"({"alg":"HS256","typ":"JWT"})") + "." + UrlSafeBase64(payload) + "." +
         UrlSafeBase64(source.Bytes(32));
}

/// The bytes of a member of a key.
std::size_t SizeOf(const nlohmann::json& key, const char* member) {
  return Base64Decode(TextField(key, member)).value_or("").size();
}

/// The keys of RFC 7515, 7517 and 8037.
bool IsDocumentedKey(const nlohmann::json& key) {
  constexpr std::array<std::string_view, 6> kBeginnings = {
      "AyM1SysPpbyDfgZ"
      "ld3umj1qzKObwVM",
      "nWGxne_9WmC6hEr"
      "0kuwsxERJxWl7Mm",
      "Eq5xpGnNCivDfla"
      "f80X_MrQfYuI1Lv",
      "X4cTteJY_gn4FYP"
      "sXB8rdXix5vwsg1",
      "870MB6gfuTJ4Htu"
      "nUvYMyJpr5eUZNP",
      "jpsQnnGQmL-YBIf"
      "fH1136cspYG6-0i"};
  const std::string secret = TextField(key, "d") + TextField(key, "k");
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view begin) { return secret.starts_with(begin); });
}

bool IsWholeKey(const nlohmann::json& key) {
  const std::string type = TextField(key, "kty");
  if (type == "oct") return SizeOf(key, "k") >= 16;
  if (type == "RSA") return SizeOf(key, "n") >= 128 && SizeOf(key, "d") >= 64;
  const std::size_t size = SizeOf(key, "d");
  if (type == "OKP") return size >= 32 && size <= 57 && SizeOf(key, "x") == size;
  return type == "EC" && size >= 28 && size <= 66 && SizeOf(key, "x") >= 28;
}

/// {"hello": "world"}: what the test of a library signs.
bool SaysNothing(const nlohmann::json& payload) {
  constexpr std::array<std::string_view, 17> kClaims = {
      "iss",   "sub",      "aud",  "exp",   "iat",     "nbf", "jti",  "scope", "role",
      "roles", "username", "user", "email", "user_id", "uid", "name", "id"};
  return payload.size() <= 2 && std::ranges::none_of(kClaims, [&](std::string_view claim) {
           return payload.contains(claim);
         });
}

}  // namespace

ProofResult ProveJwt(std::string_view secret) {
  const std::vector<std::string_view> parts = SplitAt(secret, '.');
  if (parts.size() != 3) return Refuted("it has not three parts");
  ProofResult header = ProveHeader(JsonIn(parts[0]), parts[2]);
  if (header.proof == Proof::kRefuted) return header;
  const nlohmann::json payload = JsonIn(parts[1]);
  if (!payload.is_object()) return Refuted("its parts do not decode to JSON");
  if (SaysNothing(payload)) return Refuted("its payload names nobody and no end");
  if (IsDocumentedPayload(payload)) return Refuted("it is a documented example");
  if (TextField(payload, "role") == "anon") return Refuted("its role is public by design");
  if (EndedLongAgo(payload)) return Refuted("it ended long ago");
  if (LivesShort(payload)) return Shaped("its payload gives it a week at most");
  return Proved("its header and payload decode");
}

std::string FakeJwt(std::uint64_t number) {
  FakeSource source("jwt", number);
  const std::string subject = source.Of(kLowerHex, 24);
  return Jwt(fmt::format(R"({{"iss":"https://login.shop.internal","sub":"{}","iat":{}}})", subject,
                         1700000000 + source.Below(80000000)),
             source);
}

ProofResult ProveSupabaseServiceKey(std::string_view secret) {
  if (!secret.contains('.')) return {};  // sb_secret_...
  ProofResult token = ProveJwt(secret);
  if (token.proof == Proof::kRefuted) return token;
  const nlohmann::json payload = PayloadOf(secret);
  const bool right =
      TextField(payload, "role") == "service_role" && TextField(payload, "ref").size() == 20;
  return right ? Proved("its payload names a project and the service role")
               : Refuted("its payload names no project with the service role");
}

std::string FakeSupabaseServiceKey(std::uint64_t number) {
  FakeSource source("supabase-service-key", number);
  const std::string project = source.Of(kLowerAlnum.substr(10), 20);
  return Jwt(fmt::format(R"({{"iss":"supabase","ref":"{}","role":"service_role",)"
                         R"("iat":1700000000,"exp":2015576000}})",
                         project),
             source);
}

ProofResult ProveKubernetesToken(std::string_view secret) {
  ProofResult token = ProveJwt(secret);
  if (token.proof == Proof::kRefuted) return token;
  const nlohmann::json payload = PayloadOf(secret);
  const bool old = TextField(payload, "iss") == "kubernetes/serviceaccount";
  if (old) return Proved("its payload names a service account, and it does not expire");
  if (payload.contains("kubernetes.io")) return Shaped("its payload names a service account");
  return Refuted("its payload names no service account");
}

std::string FakeKubernetesToken(std::uint64_t number) {
  FakeSource source("kubernetes-token", number);
  const std::string subject = source.Of(kLowerAlnum.substr(10), 12);
  return Jwt(fmt::format(R"({{"iss":"kubernetes/serviceaccount",)"
                         R"("sub":"system:serviceaccount:shop:{}"}})",
                         subject),
             source);
}

/// "k" of a symmetric key that decodes to "changeme...".
bool HoldsPlaceholder(const nlohmann::json& key) {
  std::string text = TextField(key, "k");
  while (text.size() % 4 != 0) text += '=';
  const std::string decoded = Base64Decode(text).value_or("");
  const bool typed = decoded.size() >= 4 &&
                     std::ranges::all_of(decoded, [](char c) { return c >= ' ' && c <= '~'; });
  const std::string_view reason = PlaceholderReason(decoded);
  return typed && (reason == "placeholder" || reason == kGenericWords);
}

ProofResult ProveJsonWebKey(std::string_view secret) {
  const nlohmann::json key = nlohmann::json::parse(secret, nullptr, false);
  if (!key.is_object()) return Refuted("it is no JSON object");
  if (!IsWholeKey(key)) return Refuted("it holds no whole private key");
  if (IsDocumentedKey(key)) return Refuted("it is a documented example");
  if (HoldsPlaceholder(key)) return Refuted("what it holds is a placeholder");
  return Proved("it holds a private key");
}

/// The public half does not belong to the private one, so no program can use it.
std::string FakeJsonWebKey(std::uint64_t number) {
  FakeSource source("json-web-key", number);
  const std::string x = UrlSafeBase64(source.Bytes(32));
  return fmt::format(R"({{"kty":"OKP","crv":"Ed25519","x":"{}","d":"{}"}})", x,
                     UrlSafeBase64(source.Bytes(32)));
}

}  // namespace gonogo
