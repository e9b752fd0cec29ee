// Picker: one pass of Vectorscan over a text finds every literal with its end. Immutable and
// shared; each thread brings a scratch of its own. A callback must not scan again with the same
// scratch: collect, then act.
//
// The serialised form holds the literals beside the database, with the clauses of the rules that it
// was made for, so that nothing is worked out at start. It also serves for some of these rules:
// what nobody wants is passed over.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/engines/text/picked_literals.h"
#include "analyzer/engines/text/text_engine.h"

struct hs_database;
struct hs_scratch;

namespace gonogo {

class PickerScratch {
 public:
  explicit PickerScratch(hs_scratch* scratch) : scratch_(scratch) {}
  PickerScratch(PickerScratch&& other) noexcept : scratch_(other.scratch_) {
    other.scratch_ = nullptr;
  }
  PickerScratch& operator=(PickerScratch&&) = delete;
  ~PickerScratch();
  hs_scratch* get() const { return scratch_; }

 private:
  hs_scratch* scratch_;
};

class Picker {
 public:
  /// literal is an index into literals(); end is exclusive.
  using OnHit = void (*)(void* context, std::uint32_t literal, std::uint64_t end);

  /// For files of the group, from a serialised picker, which must outlive this one, or compiled now
  /// where that does not serve on this machine or for these rules.
  static Result<std::unique_ptr<Picker>> Make(std::span<const Rule* const> rules, KindGroup group,
                                              const WantedTexts& wanted,
                                              std::string_view serialised);
  ~Picker();

  const PickedLiterals& literals() const { return literals_; }
  /// What one thread needs to scan.
  PickerScratch MakeScratch() const;
  void Scan(std::string_view text, const PickerScratch& scratch, OnHit on_hit, void* context) const;

 private:
  Picker(hs_database* database, PickedLiterals literals)
      : database_(database), literals_(std::move(literals)) {}

  hs_database* database_;
  PickedLiterals literals_;
  std::unique_ptr<const std::string>
      aligned_;  // a copy that literals_ lie in, where the bytes began at an odd place
};

/// Whether this machine can run the picker at all.
bool CpuHasPicker();

Result<std::string> SerialisePicker(std::span<const Rule* const> rules, KindGroup group,
                                    std::span<const WantedText> wanted);

}  // namespace gonogo
