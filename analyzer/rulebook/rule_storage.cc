#include "analyzer/rulebook/rule_storage.h"

#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

void RuleStorageDeleter::operator()(RuleStorage* storage) const { delete storage; }

}  // namespace gonogo
