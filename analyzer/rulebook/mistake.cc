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

void MistakeList::Add(Place place, std::string message) {
  if (mistakes_.size() > kMostMistakes) return;
  if (mistakes_.size() == kMostMistakes) message = "and more mistakes, which are not listed";
  mistakes_.push_back({file_, place.line, place.column, std::move(message)});
}

std::vector<Mistake> MistakeList::Take() && {
  std::stable_sort(mistakes_.begin(), mistakes_.end(), [](const Mistake& a, const Mistake& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  return std::move(mistakes_);
}

}  // namespace gonogo
