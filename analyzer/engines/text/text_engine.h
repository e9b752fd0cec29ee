// TextEngine: the clause `text:`. Vectorscan finds all keywords of all rules in
// one pass, with their offsets; each keyword opens a window for its rules; RE2
// decides on the window and captures.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/engines/engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// Texts whose places others want to know; asked only where a database has to be made.
using WantedTexts = std::function<std::vector<WantedText>()>;

/// `database` is a serialised keyword database that was made from the same rules and wanted texts,
/// and outlives the engine; empty: compile one when the first file comes. workers is the number of
/// threads that will call ScanFile.
Result<std::unique_ptr<Engine>> MakeTextEngine(std::span<const Rule* const> rules,
                                               std::string_view database, unsigned workers,
                                               const WantedTexts& wanted = {});

/// The serialised Vectorscan databases over the keywords of the rules and the wanted texts, one for
/// each group of kinds, for any CPU with SSE4.2.
Result<std::string> CompileKeywords(std::span<const Rule* const> rules,
                                    std::span<const WantedText> wanted = {});

/// The same answer by RE2 alone, without keywords: for tests.
Result<std::unique_ptr<Engine>> MakeReferenceTextEngine(std::span<const Rule* const> rules,
                                                        std::span<const WantedText> wanted = {});

}  // namespace gonogo
