// Literals: what the picker looks for. First the keywords of all text clauses, in the order of
// KeywordsOf, without case unless all regexes behind one mind it; then what the keywords of clauses
// with `decode:` look like inside base64 and hex text and percent-encoded, to depth 2. The build
// and the run derive the list from the rules by the same function. Files of C and C++ have a list
// of their own, since words of other languages would slow down the search there, and theirs the
// search elsewhere.
//
// A keyword inside base64 has one of three alignments, and the characters at its edges also hold
// bits of its neighbours, so they are cut off: "ghp_" is seen as "Z2hwX", "hwXw" or "naHBf". Such a
// form stands for one spelling: where the regex minds case it is the author's, else also the lower,
// upper and capitalised one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/model/rule.h"

namespace gonogo {

enum class Codec : std::uint8_t { kBase64, kHex, kPercent };

/// "base64", "hex", "percent-encoding".
std::string_view NameOf(Codec codec);

/// How to decode around a literal: it stands `phase` characters (modulo 4) after the start of a
/// group of base64.
struct EncodedUse {
  Codec codec = Codec::kBase64;
  std::uint8_t phase = 0;

  auto operator<=>(const EncodedUse&) const = default;
};

struct Literal {
  std::string text;
  bool caseless = false;
  bool suppression = false;            // "gonogo:ignore"
  bool decodes = false;                // a keyword whose encoded forms are literals too
  std::vector<std::uint32_t> clauses;  // indices into ClausesOf(rules) that have it as a keyword
  std::vector<EncodedUse> encoded;
  bool wanted = false;   // a text whose places are told
  std::uint64_t at = 0;  // of the word in it
};

/// Files that are searched for the same literals.
enum class KindGroup : std::uint8_t { kC, kOther };
inline constexpr std::size_t kKindGroups = 2;

KindGroup GroupOf(FileKind kind);

/// One text alternative of one rule.
struct ClauseOfRule {
  const Rule* rule = nullptr;
  const MatchAlternative* alternative = nullptr;
};

std::vector<ClauseOfRule> ClausesOf(std::span<const Rule* const> rules);

/// Whether the regex has the keyword as it is spelled and in no other case, so that other cases of
/// it cannot lead to a match. (A keyword in one case opens fewer windows, and is found faster.)
bool MindsCase(std::string_view keyword, std::string_view regex);

/// The keywords alone of the clauses that can speak of files of the group, sorted without case.
std::vector<Literal> KeywordLiteralsOf(std::span<const Rule* const> rules, KindGroup group);

/// Deterministic: depends on the rules alone, not on their order but for Literal::clauses. At the
/// end come, of C and C++, the texts that others want to know the places of.
std::vector<Literal> LiteralsOf(std::span<const Rule* const> rules, KindGroup group,
                                std::span<const WantedText> wanted = {});

/// The spellings in which an encoded keyword of the clause is looked for.
std::vector<std::string> SpellingsOf(std::string_view keyword, std::string_view regex);

}  // namespace gonogo
