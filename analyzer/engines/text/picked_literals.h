// PickedLiterals: what a picker knows of its literals while it scans, as tables that are read where
// they lie, so that a start costs nothing for a literal. Built at run time they are the same bytes,
// owned.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/text/literals.h"

namespace gonogo {

/// The first bytes of some literals.
struct LiteralHead {
  static constexpr std::size_t kMost = 8;

  std::string text;
  bool caseless = false;
  std::vector<std::uint32_t> literals;  // that begin with it, ascending
};

/// The heads of literals, sorted.
std::vector<LiteralHead> HeadsOf(std::span<const Literal> literals);

class PickedLiterals {
 public:
  /// The tables of the literals, by id; a multiple of 8 bytes. In the byte order of this machine.
  static std::string Serialise(std::span<const Literal> literals);

  /// Reads tables in place and takes them off the front of bytes, which begin at a multiple of 8
  /// and outlive what is returned. Nothing where they are cut short or wrong.
  static std::optional<PickedLiterals> Read(std::string_view& bytes);

  explicit PickedLiterals(std::span<const Literal> literals);

  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()) - 1; }
  std::string_view Text(std::uint32_t id) const {
    return texts_.substr(rows_[id].text, rows_[id + 1].text - rows_[id].text);
  }
  bool IsSuppression(std::uint32_t id) const { return (rows_[id].flags & kSuppression) != 0; }
  bool IsWanted(std::uint32_t id) const { return (rows_[id].flags & kWanted) != 0; }
  /// Of a wanted text: where the word stands in it.
  std::uint32_t WordAt(std::uint32_t id) const { return rows_[id].at; }
  std::span<const std::uint32_t> Clauses(std::uint32_t id) const {
    return clauses_.subspan(rows_[id].clause, rows_[id + 1].clause - rows_[id].clause);
  }
  std::span<const EncodedUse> Encoded(std::uint32_t id) const {
    return uses_.subspan(rows_[id].use, rows_[id + 1].use - rows_[id].use);
  }
  /// The literals with a head, which is an index into HeadsOf.
  std::span<const std::uint32_t> WithHead(std::uint32_t head) const {
    return members_.subspan(heads_[head], heads_[head + 1] - heads_[head]);
  }
  /// Whether the literal stands in the text at `begin`, where its head does.
  bool StandsAt(std::uint32_t id, std::string_view text, std::uint64_t begin) const;
  /// As it was when it was serialised.
  Literal Whole(std::uint32_t id) const;

 private:
  enum Flag : std::uint32_t { kCaseless = 1, kDecodes = 2, kWanted = 4, kSuppression = 8 };

  /// Where the parts of a literal begin; they end where those of the next begin, and one row stands
  /// behind the last.
  struct Row {
    std::uint32_t flags = 0;
    std::uint32_t at = 0;
    std::uint32_t text = 0;
    std::uint32_t clause = 0;
    std::uint32_t use = 0;
  };

  PickedLiterals() = default;
  bool IsSound() const;

  std::shared_ptr<const std::string> owned_;
  std::span<const Row> rows_;
  std::span<const std::uint32_t> clauses_;
  std::span<const EncodedUse> uses_;
  std::span<const std::uint32_t> heads_;  // where the members of each begin
  std::span<const std::uint32_t> members_;
  std::string_view texts_;
};

}  // namespace gonogo
