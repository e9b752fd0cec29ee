// A unit in which every field of every struct has a value of its own: what is lost on the way
// shows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/worker/fields.h"

namespace gonogo {

/// Gives each field another value, in the order in which fields.h lists them.
class Filler {
 public:
  template <class T>
  void Fill(T& value) {
    ++next_;
    if constexpr (std::is_same_v<T, bool>) {
      value = true;
    } else if constexpr (std::is_enum_v<T>) {
      value = LastOf(value);
    } else if constexpr (std::is_same_v<T, double>) {
      value = 1.0 / next_;
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = static_cast<T>(next_);
    } else if constexpr (std::is_same_v<T, std::string>) {
      value = "text " + std::to_string(next_);
    } else if constexpr (kIsOptional<T>) {
      Fill(value.emplace());
    } else if constexpr (kIsPair<T>) {
      Fill(value.first);
      Fill(value.second);
    } else if constexpr (kIsVector<T>) {
      // A value holds values: an end is needed.
      if (nested_ < 3) value.resize(2);
      ++nested_;
      for (auto& element : value) Fill(element);
      --nested_;
    } else if constexpr (std::is_same_v<T, Texts>) {
      value["a"] = "b";
    } else {
      Fields(value, [this](std::string_view, auto& field) { Fill(field); });
    }
  }

 private:
  int next_ = 0;
  int nested_ = -3;
};

}  // namespace gonogo
