#include "analyzer/engines/cxx/flow/joined_text.h"

#include <algorithm>

#include "analyzer/engines/cxx/flow/format_text.h"

namespace gonogo {
namespace {

struct KnownFormat {
  std::string_view callee;
  FormatCall call;
};

constexpr KnownFormat kFormats[] = {
    {"snprintf", {.result = false, .format = 2}},
    {"std::snprintf", {.result = false, .format = 2}},
    {"sprintf", {.result = false, .format = 1}},
    {"std::sprintf", {.result = false, .format = 1}},
    {"asprintf", {.result = false, .format = 1}},
    {"g_snprintf", {.result = false, .format = 2}},
    {"curl_msnprintf", {.result = false, .format = 2}},
    {"g_strdup_printf", {.result = true, .format = 0}},
    {"curl_maprintf", {.result = true, .format = 0}},
    {"fmt::format", {.result = true, .format = 0, .braces = true}},
    {"std::format", {.result = true, .format = 0, .braces = true}},
};

std::string_view Piece(const std::vector<std::string>& pieces, std::size_t number) {
  return number < pieces.size() ? std::string_view(pieces[number]) : kUnknownPiece;
}

}  // namespace

bool HasUnknownPiece(std::string_view text) {
  return text.find(kUnknownPiece) != std::string_view::npos;
}

std::optional<FormatCall> FormatCallOf(std::string_view callee) {
  const auto found = std::ranges::find(kFormats, callee, &KnownFormat::callee);
  if (found == std::end(kFormats)) return std::nullopt;
  return found->call;
}

std::string Formatted(std::string_view format, const std::vector<std::string>& pieces,
                      bool braces) {
  std::string text;
  const FormatStyle style = braces ? FormatStyle::kBraces : FormatStyle::kPrintf;
  for (const FormatPart& part : PartsOfFormat(format, style)) {
    text += part.text;
    if (part.converts) text += Piece(pieces, part.argument);
  }
  return text;
}

bool Appends(std::string_view callee) {
  constexpr std::string_view kCallees[] = {
      "std::basic_string::operator+=", "std::basic_string::append",
      "QString::operator+=", "QString::append"};
  return std::ranges::count(kCallees, callee) > 0;
}

bool Joins(const CxxEvent& event) {
  const bool plus = event.callee == "std::operator+" || event.callee == "operator+";
  return plus && event.arguments.size() == 2;
}

}  // namespace gonogo
