#include "analyzer/rulebook/mistake.h"

#include <fmt/format.h>

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::size_t kMostMistakes = 100;

}  // namespace

std::string Describe(const Mistake& mistake) {
  return fmt::format("{}:{}:{}: {}", mistake.file, mistake.line, mistake.column, mistake.message);
}

std::string DescribeAll(const std::vector<Mistake>& mistakes, std::string_view what) {
  std::string text = fmt::format("{} mistakes in {}", mistakes.size(), what);
  for (const Mistake& mistake : mistakes) text += "\n" + Describe(mistake);
  return text;
}

void MistakeList::Add(Place place, std::string message) {
  if (full()) return;
  if (mistakes_.size() == kMostMistakes) message = "and more mistakes, which are not listed";
  mistakes_.push_back({file_, place.line, place.column, std::move(message)});
}

bool MistakeList::full() const { return mistakes_.size() > kMostMistakes; }

std::vector<Mistake> MistakeList::Take() && {
  std::sort(mistakes_.begin(), mistakes_.end());
  return std::move(mistakes_);
}

}  // namespace gonogo
