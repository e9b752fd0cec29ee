// NameTable: from a lower-case name to a value, built at compile time. A row lists the names of one
// value, separated by blanks, so that a table reads like prose:
//
//   constexpr NameRow<FileKind> kRows[] = {{FileKind::kC, "c h"}, {FileKind::kGo, "go"}};
//   constexpr auto kTable = MakeNameTable<kRows>();
//   const FileKind* kind = kTable.Find("go");
//
// A name that stands twice does not compile.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzer/base/check.h"

namespace gonogo {

template <class Value>
struct NameRow {
  Value value;
  std::string_view names;  // lower case, separated by single blanks
};

constexpr std::uint32_t HashOfName(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

/// Open addressing; at most half of the slots are in use, so that a miss ends soon.
template <class Value, std::size_t kCount>
class NameTable {
 public:
  constexpr void Add(std::string_view name, Value value) {
    std::size_t slot = HashOfName(name) & (kSlots - 1);
    while (!slots_[slot].name.empty()) {
      CHECK(slots_[slot].name != name);
      slot = (slot + 1) & (kSlots - 1);
    }
    slots_[slot] = {value, name};
    if (name.size() > longest_) longest_ = name.size();
  }

  /// Null where the name is in no row. The name is lower case.
  constexpr const Value* Find(std::string_view name) const {
    if (name.empty() || name.size() > longest_) return nullptr;
    std::size_t slot = HashOfName(name) & (kSlots - 1);
    while (!slots_[slot].name.empty()) {
      if (slots_[slot].name == name) return &slots_[slot].value;
      slot = (slot + 1) & (kSlots - 1);
    }
    return nullptr;
  }

 private:
  struct Slot {
    Value value{};
    std::string_view name;
  };
  static constexpr std::size_t kSlots = std::bit_ceil(2 * kCount);
  std::array<Slot, kSlots> slots_{};
  std::size_t longest_ = 0;
};

/// Calls visit(name) for each name of a row.
template <class Visit>
constexpr void ForEachName(std::string_view names, Visit visit) {
  while (!names.empty()) {
    const std::size_t blank = names.find(' ');
    visit(names.substr(0, blank));
    names.remove_prefix(blank == std::string_view::npos ? names.size() : blank + 1);
  }
}

template <const auto& rows>
consteval std::size_t CountNames() {
  std::size_t count = 0;
  for (const auto& row : rows) ForEachName(row.names, [&](std::string_view) { ++count; });
  return count;
}

template <const auto& rows>
consteval auto MakeNameTable() {
  NameTable<decltype(rows[0].value), CountNames<rows>()> table;
  for (const auto& row : rows) {
    ForEachName(row.names, [&](std::string_view name) { table.Add(name, row.value); });
  }
  return table;
}

}  // namespace gonogo
