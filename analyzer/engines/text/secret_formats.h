// SecretFormats: one table of the formats that gonogo knows offline: how a value is proved, and how
// a fake one is made for examples and tests. A fake is always valid, never real, and the same for
// the same number.
//
// To add a format: a row in the table of secret_formats.cc, with validator, generator and the
// source of the fact.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

enum class Proof : std::uint8_t {
  kProved,   // the format proves itself: a checksum is right, a structure decodes
  kShape,    // it has the shape, which is all that can be said
  kRefuted,  // a checksum is wrong or a structure does not decode: no finding
};

struct ProofResult {
  Proof proof = Proof::kShape;
  std::string sign;  // what spoke: "its checksum is right", "names AWS account 123456789012"
};

struct SecretFormat {
  std::string_view name;  // kebab-case, as in `validate:` and <<fake:NAME>>
  ProofResult (*validate)(std::string_view secret);  // null where there is only a shape
  std::string (*generate)(std::uint64_t number);     // a fake for examples
  bool strong;                                       // at least 80 random bits
};

std::span<const SecretFormat> SecretFormats();
const SecretFormat* FindSecretFormat(std::string_view name);

/// A fake by name: of a format of the table, or random characters as "ALPHABET-COUNT" (`alnum-36`,
/// alphabets as in fake_source.h, 1 to 999 characters). Nothing where the name is neither.
std::optional<std::string> MakeFake(std::string_view name, std::uint64_t number);

/// The names of all formats, and one of each alphabet.
std::vector<std::string_view> FakeNames();

/// Fills each <<fake:NAME>> (also <<fake:NAME:2>> for another value); nothing where a name is
/// unknown. The further lines of a fake of several lines get the indentation of the line it stands
/// in.
std::optional<std::string> FillFakes(std::string_view text);

/// The one reason of PlaceholderReason that a caller may overrule: the words can be a weak
/// password.
inline constexpr std::string_view kGenericWords = "generic words";

/// Why a value cannot be a real secret ("placeholder", "generic words", "template", "documented
/// example", "one character repeated", "alphabet run"), or empty. Looks at the value alone.
std::string_view PlaceholderReason(std::string_view value);

/// Shannon entropy in bits per character.
double Entropy(std::string_view value);

}  // namespace gonogo
