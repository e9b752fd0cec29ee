// Wire: JSON that is written from and read into plain structs without a tree in between. A struct
// takes part by a function Fields(value, visit) that names each of its fields once, for both
// directions (fields.h). A general JSON library was measured at a fifth of the time that Clang
// takes for a small C unit, most of it for nodes that live for a moment.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gonogo {

template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsPair = false;
template <class A, class B>
inline constexpr bool kIsPair<std::pair<A, B>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsRow = false;  // structs of numbers, written as an array
template <class T>
inline constexpr bool kIsRecursive = false;  // structs that hold others of their type

/// By name.
using Texts = std::map<std::string, std::string>;

/// Whether a value is left out.
template <class T>
bool IsDefault(const T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    return value == T{};
  } else if constexpr (kIsOptional<T>) {
    return !value.has_value();
  } else if constexpr (kIsPair<T>) {
    return false;
  } else if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else {
    bool all = true;
    Fields(value, [&all](std::string_view, const auto& field) { all = all && IsDefault(field); });
    return all;
  }
}

class WireWriter {
 public:
  explicit WireWriter(unsigned most_nested) : most_nested_(most_nested) {}

  template <class T>
  void Write(const T& value) {
    if constexpr (std::same_as<T, bool>) {
      text_ += value ? '1' : '0';
    } else if constexpr (std::is_enum_v<T>) {
      Number(static_cast<unsigned>(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
      Number(value);
    } else if constexpr (std::same_as<T, std::string>) {
      Text(value);
    } else if constexpr (kIsOptional<T>) {
      Write(*value);
    } else if constexpr (kIsPair<T>) {
      WritePair(value);
    } else if constexpr (kIsVector<T>) {
      WriteList(value);
    } else if constexpr (std::same_as<T, Texts>) {
      WriteTexts(value);
    } else {
      WriteFields(value);
    }
  }

  std::string Take() && { return std::move(text_); }

 private:
  template <class T>
  void Number(T number) {
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof(digits), number);
    text_.append(digits, end.ptr);
  }
  void Number(double number);
  void Text(std::string_view text);

  template <class T>
  void WriteList(const T& list) {
    char before = '[';
    if (list.empty()) text_ += before;
    for (const auto& element : list) {
      text_ += std::exchange(before, ',');
      Write(element);
    }
    text_ += ']';
  }

  template <class T>
  void WritePair(const T& pair) {
    text_ += '[';
    Write(pair.first);
    text_ += ',';
    Write(pair.second);
    text_ += ']';
  }

  void WriteTexts(const Texts& texts);

  template <class T>
  void WriteFields(const T& value) {
    constexpr char kOpen = kIsRow<T> ? '[' : '{';
    char before = kOpen;
    nested_ += kIsRecursive<T>;
    if (nested_ <= most_nested_ && !IsDefault(value)) {
      Fields(value, [&](std::string_view key, const auto& field) {
        if (!kIsRow<T> && IsDefault(field)) return;
        text_ += std::exchange(before, ',');
        if (!kIsRow<T>) Key(key);
        Write(field);
      });
    }
    if (before == kOpen) text_ += kOpen;
    text_ += kIsRow<T> ? ']' : '}';
    nested_ -= kIsRecursive<T>;
  }

  void Key(std::string_view key) {
    text_ += '"';
    text_ += key;
    text_ += "\":";
  }

  std::string text_;
  unsigned nested_ = 0;
  unsigned most_nested_;
};

/// Reads what WireWriter wrote, and nothing else: after the first mistake every call does nothing.
class WireReader {
 public:
  /// `most_bytes` bounds the memory of all that is read.
  WireReader(std::string_view text, unsigned most_depth, std::size_t most_bytes)
      : text_(text), most_depth_(most_depth), bytes_left_(most_bytes) {}

  template <class T>
  void Read(T& value) {
    if constexpr (std::same_as<T, bool>) {
      value = Number<unsigned>(1) != 0;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(Number<unsigned>(static_cast<unsigned>(LastOf(value))));
    } else if constexpr (std::same_as<T, double>) {
      Real(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = Number<T>(std::numeric_limits<T>::max());
    } else if constexpr (std::same_as<T, std::string>) {
      Text(value);
    } else if constexpr (kIsOptional<T>) {
      Read(value.emplace());
    } else if constexpr (kIsPair<T>) {
      ReadPair(value);
    } else if constexpr (kIsVector<T>) {
      ReadList(value);
    } else if constexpr (std::same_as<T, Texts>) {
      ReadTexts(value);
    } else if constexpr (kIsRow<T>) {
      ReadRow(value);
    } else {
      ReadFields(value);
    }
  }

  /// Nothing but white space may follow.
  void End();
  /// What is wrong; empty where nothing is.
  const std::string& error() const { return error_; }
  void Refuse(std::string_view what);

 private:
  void SkipSpace();
  /// Takes the character where it is the next one.
  bool Take(char c);
  void Expect(char c);
  bool ok() const { return error_.empty(); }
  void Enter(char open);
  void Charge(std::size_t bytes);
  std::string_view NumberToken();
  void Real(double& value);
  void Text(std::string& value);
  void Escape(std::string& value);
  unsigned HexEscape();
  void ReadTexts(Texts& texts);

  template <class T>
  T Number(T most) {
    const std::string_view token = NumberToken();
    T value{};
    const auto end = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = end.ec == std::errc() && end.ptr == token.data() + token.size();
    if (ok() && (!whole || value > most)) Refuse("a number that is out of range");
    return ok() ? value : T{};
  }

  template <class T>
  void ReadList(std::vector<T>& list) {
    Enter('[');
    if (!Take(']')) {
      do {
        Charge(sizeof(T));
        Read(list.emplace_back());
      } while (ok() && Take(','));
      Expect(']');
    }
    --depth_;
  }

  template <class A, class B>
  void ReadPair(std::pair<A, B>& pair) {
    Enter('[');
    Read(pair.first);
    Expect(',');
    Read(pair.second);
    Expect(']');
    --depth_;
  }

  template <class T>
  void ReadRow(T& row) {
    Enter('[');
    if (!Take(']')) {
      bool first = true;
      Fields(row, [&](std::string_view, auto& field) {
        if (!std::exchange(first, false)) Expect(',');
        Read(field);
      });
      Expect(']');
    }
    --depth_;
  }

  template <class T>
  void ReadFields(T& value) {
    Enter('{');
    if (!Take('}')) {
      std::uint64_t seen = 0;
      do ReadField(value, seen);
      while (ok() && Take(','));
      Expect('}');
    }
    --depth_;
  }

  template <class T>
  void ReadField(T& value, std::uint64_t& seen) {
    const std::string_view key = Key();
    unsigned number = 0;
    bool known = false;
    Fields(value, [&](std::string_view name, auto& field) {
      const std::uint64_t bit = std::uint64_t{1} << number++;
      if (known || name != key || !ok()) return;
      known = true;
      if ((seen & bit) != 0) return Refuse("a key that stands there twice");
      seen |= bit;
      Read(field);
    });
    if (!known) Refuse("an unknown key");
  }

  std::string_view Key();

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
  unsigned most_depth_;
  std::size_t bytes_left_;
  std::string error_;
};

}  // namespace gonogo
