// PreludeChoice: which standard headers the worker reads once for many units (a precompiled header)
// instead of once for each. It follows from the units of a round and what they include, never from
// what the cache has, so that a unit means the same in every run over the same tree.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/flags.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {

class PreludeChoice {
 public:
  /// Fills ParseRequest::prelude; `requests` are those of `files`, in their order.
  void Fill(std::span<const std::size_t> files, const FlagChooser& flags,
            std::span<ParseRequest> requests);

 private:
  std::map<std::string, std::vector<std::string>> chosen_;  // headers by flags
};

}  // namespace gonogo
