// Fact: something true of the tree at one place, stated by a rule with `fact:`. Facts of all files
// become the rows of one store (facts/), over which clauses `facts:` ask; they are no findings and
// stand in no report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/model/rule.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

struct Fact {
  const Rule* rule = nullptr;  // rule->fact is the kind, which is the table
  std::string path;            // relative to the root
  FileKind kind = FileKind::kUnknown;
  FileRole role = FileRole::kProduct;
  TextRegion region;
  std::uint64_t template_key = 0;  // that of its match
  std::string link_unit;           // of C and C++; empty where there is none, or it is unknown
  /// Columns of the table and their texts, by column; each at most 1 KiB, nothing of a secret.
  std::vector<std::pair<std::string_view, std::string>> values;
};

}  // namespace gonogo
