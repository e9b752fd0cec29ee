// The words of clauses `config:` that stand for one of a set: units and senses. One table each.
//
// To add a sense: an enumerator in config_clause.h, a row in config_words.cc, and its answer in
// engines/config/value_sense.cc.
#pragma once

#include <span>
#include <string_view>

#include "analyzer/model/config_clause.h"

namespace gonogo {

struct ConfigUnitRow {
  std::string_view name;
  ConfigUnit unit;
};
std::span<const ConfigUnitRow> ConfigUnits();

struct ConfigSenseRow {
  std::string_view name;
  ConfigSense sense;
};
std::span<const ConfigSenseRow> ConfigSenses();

struct ConfigCaptureSortRow {
  std::string_view name;
  ConfigCaptureSort sort;
};
std::span<const ConfigCaptureSortRow> ConfigCaptureSorts();

}  // namespace gonogo
