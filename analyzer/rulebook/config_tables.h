// ConfigTables: a clause `config:` as C++ source.
#pragma once

#include <string>

#include "analyzer/model/config_clause.h"
#include "analyzer/rulebook/table_lists.h"

namespace gonogo {

/// An expression of type const ConfigClause*.
std::string ConfigClauseTable(const ConfigClause& clause, TableLists& lists);

}  // namespace gonogo
