#include <algorithm>
#include <string>

#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 10;
constexpr std::size_t kMostBelow = 300;
constexpr std::size_t kMostAttempts = 12;

void Remember(std::vector<std::int64_t>& list, std::int64_t number) {
  if (std::ranges::count(list, number) == 0) list.push_back(number);
}

bool AreAll(const std::vector<std::int64_t>& list, bool zero) {
  return !list.empty() &&
         std::ranges::all_of(list, [&](std::int64_t number) { return (number == 0) == zero; });
}

}  // namespace

bool OutcomeReader::IsResume(const CxxValue& value) const {
  if (value.name.empty()) {
    return value.kind == CxxValueKind::kInteger && value.integer < 0 &&
           std::ranges::count(resumes_, std::to_string(value.integer)) > 0;
  }
  return std::ranges::count(resumes_, LastNameOf(value.name)) > 0;
}

const std::set<FunctionId>& OutcomeReader::Below(FunctionId function) {
  const auto [known, fresh] = below_.try_emplace(function);
  std::set<FunctionId>& all = known->second;
  if (!fresh) return all;
  std::vector<FunctionId> open = {function};
  all.insert(function);
  for (std::size_t i = 0; i < open.size() && open.size() < kMostBelow; ++i) {
    for (const CallSite& site : program_.function(open[i]).calls) {
      for (const FunctionId target : site.targets) {
        if (all.insert(target).second) open.push_back(target);
      }
    }
  }
  return all;
}

bool OutcomeReader::StoresIn(FunctionId function, std::string_view field_usr) {
  const std::set<FunctionId>& below = Below(function);
  const auto by_function = [&](const Source& source) { return below.contains(source.at.function); };
  return std::ranges::any_of(sources_.OfField(field_usr).stores, by_function) ||
         std::ranges::any_of(sources_.OfGlobal(field_usr).stores, by_function);
}

std::vector<std::optional<std::int64_t>> OutcomeReader::ConstantsStoredIn(FunctionId function,
                                                                          std::string_view usr) {
  const std::set<FunctionId>& below = Below(function);
  std::vector<std::optional<std::int64_t>> stored;
  const auto add = [&](const Source& source) {
    if (!below.contains(source.at.function)) return;
    const auto value = source.value == nullptr ? std::nullopt : ConstantNumberOf(*source.value);
    if (std::ranges::count(stored, value) == 0) stored.push_back(value);
  };
  std::ranges::for_each(sources_.OfField(usr).stores, add);
  std::ranges::for_each(sources_.OfGlobal(usr).stores, add);
  return stored;
}

const ReturnMeaning& OutcomeReader::MeaningOf(FunctionId function) {
  const auto [known, fresh] = meanings_.try_emplace(function);
  if (!fresh || depth_ >= kDeepest) return known->second;
  ++depth_;
  ReturnMeaning meaning = Read(function);
  --depth_;
  return meanings_[function] = std::move(meaning);
}

ReturnMeaning OutcomeReader::Read(FunctionId function) {
  ReturnMeaning meaning;
  const ProgramFunction& entry = program_.function(function);
  const auto returns_value = [&](EventId at) { return !program_.EventAt(at).arguments.empty(); };
  if (std::ranges::none_of(sources_.Returns(function), returns_value)) return meaning;
  const std::vector<bool> all(entry.function->blocks.size(), true);
  // A truth value or a pointer: where nothing says otherwise it is true where it went well.
  const bool typed = SignOfType(entry.function->return_type) == OutcomeSign::kSuccess;
  bool raw = false;
  std::size_t count = 0;
  const auto& tried = attempts_.In(function);
  const bool only_guessed = std::ranges::all_of(tried, &Attempt::guessed);
  for (const Attempt& attempt : tried) {
    if (attempt.guessed && !only_guessed) continue;
    if (++count > kMostAttempts) break;
    const AttemptView view(*this, attempt, all);
    for (const EventId at : sources_.Returns(function)) {
      const CxxEvent& event = program_.EventAt(at);
      if (event.arguments.empty()) continue;
      const CxxValue& value = event.arguments[0];
      const OutcomeSign sign = view.SignOf(value);
      raw = raw || sign != OutcomeSign::kNone;
      const bool clear = (sign == OutcomeSign::kSuccess || sign == OutcomeSign::kFailure) &&
                         (!typed || value.kind != CxxValueKind::kObject);
      if (clear && meaning.truth == OutcomeSign::kNone) meaning.truth = sign;
      const bool null = value.kind == CxxValueKind::kNull;
      if (!null && value.kind != CxxValueKind::kInteger) continue;
      const std::uint32_t block = entry.block_of[at.event];
      const bool fails = view.failed().tested[block];
      const bool succeeds = view.succeeded().reached[block];
      if (fails == succeeds) continue;
      Remember(fails ? meaning.failures : meaning.successes, null ? 0 : value.integer);
    }
  }
  if (meaning.truth != OutcomeSign::kNone) return meaning;
  const bool says = raw || !meaning.failures.empty() || !meaning.successes.empty();
  if (typed && says) {
    const bool denies = SignOfName(LastNameOf(entry.function->name)) == OutcomeSign::kFailure;
    meaning = {.truth = denies ? OutcomeSign::kFailure : OutcomeSign::kSuccess,
               .failures = {},
               .successes = {}};
    return meaning;
  }
  if (AreAll(meaning.failures, true) || AreAll(meaning.successes, false)) {
    meaning.truth = OutcomeSign::kSuccess;
  } else if (AreAll(meaning.failures, false) || AreAll(meaning.successes, true)) {
    meaning.truth = OutcomeSign::kFailure;
  } else if (says) {
    // A number may be an error, a count or a handle: only a comparison tells.
    meaning.truth = OutcomeSign::kRaw;
  }
  return meaning;
}

}  // namespace gonogo
