#include "analyzer/engines/cxx/flow/constant_answer.h"

namespace gonogo {

bool AnswersAlways(const CxxProgram& program, FunctionId body, std::int64_t number) {
  bool answers = false;
  for (const CxxEvent* event : program.function(body).events) {
    if (event->kind == CxxEventKind::kThrow) return false;
    if (event->kind != CxxEventKind::kReturn) continue;
    const bool constant =
        event->arguments.size() == 1 && event->arguments[0].kind == CxxValueKind::kInteger;
    if (!constant || event->arguments[0].integer != number) return false;
    answers = true;
  }
  return answers;
}

}  // namespace gonogo
