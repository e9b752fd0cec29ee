// Picker: one pass of Vectorscan over a text finds every literal with its end. Immutable and
// shared; each thread brings a scratch of its own. A callback must not scan again with the same
// scratch: collect, then act.
//
// The serialised form names its literals, so a database serves any engine whose literals are among
// them: one that was made for all built-in rules also serves when some of them are switched off.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/engines/text/literals.h"

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
  /// literal is an index into the literals that the picker was made for; end is exclusive.
  using OnHit = void (*)(void* context, std::uint32_t literal, std::uint64_t end);

  /// From a serialised database, or compiled now where that does not serve on this machine or for
  /// these literals.
  static Result<std::unique_ptr<Picker>> Make(const std::vector<Literal>& literals,
                                              std::string_view serialised);
  ~Picker();

  std::vector<PickerScratch> MakeScratches(unsigned count) const;
  void Scan(std::string_view text, const PickerScratch& scratch, OnHit on_hit, void* context) const;

 private:
  Picker(hs_database* database, std::vector<std::uint32_t> literal_of_id);

  hs_database* database_;
  std::vector<std::uint32_t> literal_of_id_;  // kUnused for what no rule of this run wants
};

/// Whether this machine can run the picker at all.
bool CpuHasPicker();

Result<std::string> SerialisePicker(const std::vector<Literal>& literals);

}  // namespace gonogo
