// What is known of calls that make and change text, by name: the C and C++ libraries, Qt, fmt,
// Abseil, GLib, Poco and what projects call alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzer/engines/cxx/flow/format_text.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

enum class TextCallSort : std::uint8_t {
  kJoins,    // the result is the object it is called on and the arguments, one behind the other
  kSame,     // the result is the text that it is given, or a part of it
  kFormats,  // the result is a format, filled in
  kNumber,   // the result is made of digits
};

/// A call whose result is a text.
struct TextCall {
  TextCallSort sort = TextCallSort::kSame;
  FormatStyle style = FormatStyle::kPrintf;
  std::size_t format = 0;   // which argument is the format
  bool of_object = false;   // the format is what it is called on
  bool takes_list = false;  // the arguments come as a va_list
};

std::optional<TextCall> TextCallOf(const CxxEvent& event);

/// A call that writes a text into one of its arguments, or into what it is called on.
struct TextWrite {
  static constexpr std::size_t kSelf = SIZE_MAX;

  std::size_t into = kSelf;  // which argument
  bool formats = false;      // `from` is a format, and what follows are its arguments
  FormatStyle style = FormatStyle::kPrintf;
  bool takes_list = false;
  std::size_t from = 0;  // the first argument that is written
  bool all = false;      // and those behind it
};

std::optional<TextWrite> TextWriteOf(const CxxEvent& event);
/// Whether nothing is left of what was in the text before such a write.
bool Replaces(const CxxEvent& event);
/// The same of a method of the text: `text = other`, `text.assign(other)`, `stream.str("")`.
bool Empties(const CxxEvent& event);

/// What the type says of a value that is put into a text.
enum class TextType : std::uint8_t { kText, kNumber, kOther, kUnknown };
TextType TextTypeOf(std::string_view type);

/// Whether a name says that what it gives is made safe, is a digest, or a made-up identifier.
bool SaysSafe(std::string_view callee);
/// Whether a name says that it tests what it is given.
bool SaysTest(std::string_view callee);
/// Whether a name says that it looks its argument up: in a list of what is allowed.
bool SaysLookUp(std::string_view callee);
/// Whether a name says settings: config, options.
/// Whether a call gives what somebody else sent, by its name: GetParam, header_value.
bool SaysInput(std::string_view callee);
bool SaysSetting(std::string_view name);
/// Of what hands out the name of a table, column or database: TableName, getDbName.
bool SaysSchemaName(std::string_view callee);
/// Of what is one of few: a state, a sort, a role.
bool SaysState(std::string_view name);
/// Of what is a part of a statement by its name: a table, a list of columns, `sql_join`.
bool SaysPartOfStatement(std::string_view name);
/// Of a variable that holds a date or a time: mostly made by the program itself.
bool SaysTime(std::string_view name);

}  // namespace gonogo
