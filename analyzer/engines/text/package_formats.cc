// Tokens of package registries and build servers whose structure decodes: PyPI's are macaroons
// (libmacaroons' binary format, version 2), NuGet's base32 with a version, JFrog's base58 or a
// base64 text, TeamCity's three parts of base64.
#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

constexpr std::string_view kPyPi = "pypi-";
constexpr std::string_view kTeamCityHeader = "{\"typ\": \"TCV2\"}";

enum Field : char { kEnd = 0, kLocation = 1, kIdentifier = 2, kVerification = 4, kSignature = 6 };

/// A number of seven bits a byte, the lowest first.
std::optional<std::size_t> NextVarint(std::string_view& bytes) {
  std::size_t number = 0;
  for (unsigned shift = 0; shift < 28 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::size_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

/// The content of the field that comes next, if it is `field`.
std::optional<std::string_view> NextField(std::string_view& bytes, Field field) {
  if (bytes.empty() || bytes.front() != field) return std::nullopt;
  std::string_view rest = bytes.substr(1);
  const std::optional<std::size_t> size = NextVarint(rest);
  if (!size || *size > rest.size()) return std::nullopt;
  const std::string_view content = rest.substr(0, *size);
  bytes = rest.substr(*size);
  return content;
}

bool NextEnd(std::string_view& bytes) {
  if (bytes.empty() || bytes.front() != kEnd) return false;
  bytes.remove_prefix(1);
  return true;
}

/// Caveats: each may name a place, has an identifier, may have a verification id.
bool SkipCaveats(std::string_view& bytes) {
  while (!NextEnd(bytes)) {
    NextField(bytes, kLocation);
    if (!NextField(bytes, kIdentifier)) return false;
    NextField(bytes, kVerification);
    if (!NextEnd(bytes)) return false;
  }
  return true;
}

/// The host that a whole macaroon names; nothing where it is cut or wrong.
std::optional<std::string_view> PlaceOfMacaroon(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != 2) return std::nullopt;
  bytes.remove_prefix(1);
  const std::optional<std::string_view> place = NextField(bytes, kLocation);
  if (!place || !NextField(bytes, kIdentifier) || !NextEnd(bytes)) return std::nullopt;
  if (!SkipCaveats(bytes)) return std::nullopt;
  const std::optional<std::string_view> signature = NextField(bytes, kSignature);
  const bool whole = signature && signature->size() == 32 && bytes.empty();
  return whole ? place : std::nullopt;
}

std::string FieldOf(Field field, std::string_view content) {
  return std::string{field, static_cast<char>(content.size())} + std::string(content);
}

std::string Macaroon(std::string_view place, FakeSource& source) {
  const std::string id = RandomUuid(source.Of(kLowerHex, 32));
  const std::string caveat = "[3,\"" + RandomUuid(source.Of(kLowerHex, 32)) + "\"]";
  return "\2" + FieldOf(kLocation, place) + FieldOf(kIdentifier, id) + '\0' +
         FieldOf(kIdentifier, caveat) + '\0' + '\0' + FieldOf(kSignature, source.Bytes(32));
}

std::string LowerBase32(std::string_view bytes) {
  std::string text = Base32Encode(bytes);
  for (char& c : text) c = c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

ProofResult ProvePyPiToken(std::string_view secret) {
  if (!secret.starts_with(kPyPi)) return Refuted("its prefix is wrong");
  const std::optional<std::string> bytes = Base64Decode(secret.substr(kPyPi.size()));
  const std::optional<std::string_view> place =
      bytes ? PlaceOfMacaroon(*bytes) : std::optional<std::string_view>();
  if (!place) return Refuted("its macaroon does not decode");
  if (*place == "pypi.org") return Proved("its macaroon names pypi.org");
  if (*place == "test.pypi.org") return Shaped("its macaroon names test.pypi.org");
  return Refuted("its macaroon names no package index");
}

std::string FakePyPiToken(std::uint64_t number) {
  FakeSource source("pypi-token", number);
  return std::string(kPyPi) + UrlSafeBase64(Macaroon("pypi.org", source));
}

std::string FakeTestPyPiToken(std::uint64_t number) {
  FakeSource source("test-pypi-token", number);
  return std::string(kPyPi) + UrlSafeBase64(Macaroon("test.pypi.org", source));
}

ProofResult ProveNuGetApiKey(std::string_view secret) {
  if (secret.size() != 46 || !AllOf(secret, kLowerBase32)) return Refuted("its length is wrong");
  const std::string first = Base32Decode(UpperAscii(secret.substr(0, 20))).value_or("");
  const std::string second = Base32Decode(UpperAscii(secret.substr(20))).value_or("");
  const bool right = first.starts_with("v4") && first.size() == 12 && second.size() == 16 &&
                     LowerBase32(first) + LowerBase32(second) == secret;
  return right ? Proved("its parts decode to 12 and 16 bytes")
               : Refuted("its parts do not decode to 12 and 16 bytes");
}

std::string FakeNuGetApiKey(std::uint64_t number) {
  FakeSource source("nuget-api-key", number);
  const std::string first = LowerBase32("v4" + source.Bytes(10));
  return first + LowerBase32(source.Bytes(16));
}

ProofResult ProveJFrogApiKey(std::string_view secret) {
  const std::optional<std::string> bytes = Base58Decode(secret);
  const bool right = bytes && (bytes->size() == 53 || bytes->size() == 54);
  return right ? Shaped("it decodes to 54 bytes") : Refuted("it does not decode to 54 bytes");
}

std::string FakeJFrogApiKey(std::uint64_t number) {
  FakeSource source("jfrog-api-key", number);
  return "AKC"
         "p" +
         source.Of(kBase58, 69);
}

// base64 of "reftkn:NN:SECONDS:SECRET".
ProofResult ProveJFrogReferenceToken(std::string_view secret) {
  const std::string text = Base64Decode(secret).value_or("");
  const std::vector<std::string_view> parts = SplitAt(text, ':');
  const bool right = parts.size() == 4 && parts[0] == "reftkn" && AllOf(parts[1], kDigits) &&
                     AllOf(parts[2], kDigits) && parts[3].size() >= 16 && AllOf(parts[3], kAlnum);
  return right ? Proved("it decodes to a reference token")
               : Refuted("it does not decode to a reference token");
}

std::string FakeJFrogReferenceToken(std::uint64_t number) {
  FakeSource source("jfrog-reference-token", number);
  const std::string time = "17" + source.Of(kDigits, 8);
  return Base64Encode("reftkn:01:" + time + ":" + source.Of(kAlnum, 27));
}

ProofResult ProveTeamCityToken(std::string_view secret) {
  const std::vector<std::string_view> parts = SplitAt(secret, '.');
  if (parts.size() != 3) return Refuted("it has not three parts");
  if (Base64Decode(parts[0]) != kTeamCityHeader) return Refuted("its header is wrong");
  const std::optional<std::string> last = Base64Decode(parts[2]);
  if (!Base64Decode(parts[1]) || !last) return Refuted("its parts do not decode");
  return IsUuid(*last) ? Proved("its header and id decode") : Shaped("its header decodes");
}

std::string FakeTeamCityToken(std::uint64_t number) {
  FakeSource source("teamcity-token", number);
  const std::string middle = UrlSafeBase64(source.Of(kUrlSafe64, 27));
  const std::string last = UrlSafeBase64(RandomUuid(source.Of(kLowerHex, 32)));
  return PaddedBase64(kTeamCityHeader) + "." + middle + "." + last;
}

}  // namespace gonogo
