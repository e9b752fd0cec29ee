// OpenUses: of the units that include a header which names a class, those are parsed that call one
// of its methods. A header of a Qt program that declares a function over a QSqlDatabase is included
// by half of its units, and most have nothing to do with databases.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "analyzer/engines/cxx/clause_words.h"
#include "analyzer/engines/cxx/triage.h"

namespace gonogo {

/// Reads the file of an index into the text; false where that fails.
using ReadIndexed = std::function<bool(std::size_t, std::string&)>;

/// Asks for those units.
void SettleOpenUses(Triage& triage, std::span<const ClauseWord> words, const ReadIndexed& read);

}  // namespace gonogo
