#include "analyzer/engines/cxx/flow/address_text.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 4;

bool HasWord(std::string_view name) {
  constexpr std::string_view kWords[] = {"ssl", "tls", "https", "secure", "scheme", "encrypt"};
  const std::string lower = LowerCase(name);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool Speaks(const CxxProgram& program, FunctionId function, const CxxValue& value, unsigned depth) {
  if (depth > kDeepest) return false;
  if (value.kind == CxxValueKind::kObject)
    return HasWord(NameOfObject(program, function, value.object));
  if (value.kind == CxxValueKind::kText) return HasWord(value.text);
  if (value.kind == CxxValueKind::kResult) {
    const auto& events = program.function(function).events;
    if (value.event >= events.size()) return false;
    const CxxEvent& event = *events[value.event];
    return HasWord(event.callee) || Speaks(program, function, event.self, depth + 1) ||
           std::ranges::any_of(event.arguments, [&](const CxxValue& argument) {
             return Speaks(program, function, argument, depth + 1);
           });
  }
  if (HasWord(value.name)) return true;
  return std::ranges::any_of(value.parts, [&](const CxxValue& part) {
    return Speaks(program, function, part, depth + 1);
  });
}

}  // namespace

bool AsksForAddress(const ArgumentPattern& form) {
  return form.sort == ArgumentSort::kRegex && form.text.starts_with('^') &&
         form.text.find("://") != std::string::npos;
}

bool AsksForAddress(const CallPattern& pattern) {
  return std::ranges::any_of(pattern.arguments,
                             [](const ArgumentPattern& form) { return AsksForAddress(form); });
}

bool IsEncryptedAddress(std::string_view text) {
  return text.starts_with("https:") || text == "https" || text.starts_with("wss:");
}

bool SpeaksOfEncryption(const CxxProgram& program, FunctionId function, const CxxValue& test) {
  return Speaks(program, function, test, 0);
}

}  // namespace gonogo
