#include "analyzer/rulebook/table_lists.h"

namespace gonogo {
namespace {

/// Of one namespace: what GCC 12 needs to declare a name grows with the names that are there.
constexpr std::size_t kListsOfNamespace = 256;
/// Source bytes a line of a literal.
constexpr std::size_t kPieceBytes = 90;

/// Octal escapes of three digits: unlike hexadecimal ones they end by themselves. A question mark
/// is escaped because two of them may begin a trigraph.
std::string Escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') return {'\\', c};
  if (byte < 0x20 || byte >= 0x7F || c == '?') return fmt::format("\\{:03o}", byte);
  return {c};
}

}  // namespace

// The length is written out, since the text may hold NULs.
std::string Quoted(std::string_view text) {
  std::string pieces, piece;
  for (const char c : text) {
    piece += Escaped(c);
    if (piece.size() < kPieceBytes) continue;
    pieces += fmt::format("\n    \"{}\"", piece);
    piece.clear();
  }
  if (!piece.empty() || pieces.empty()) {
    pieces += fmt::format("{}\"{}\"", pieces.empty() ? "" : "\n    ", piece);
  }
  return pieces;
}

std::string Literal(std::string_view text) {
  if (text.empty()) return "std::string_view()";
  return fmt::format("std::string_view({}, {})", Quoted(text), text.size());
}

std::string TableLists::List(std::string_view type, const std::vector<std::string>& elements) {
  if (elements.empty()) return "{}";
  // Many rules share a list: the roles that are meant unless said otherwise, above all.
  const std::string rest = fmt::format("[] = {{\n  {}\n}};\n", fmt::join(elements, ",\n  "));
  const auto [known, fresh] = names_.emplace(fmt::format("{}{}", type, rest), "");
  if (!fresh) return known->second;
  const std::size_t number = names_.size() - 1;
  const std::string name = fmt::format("kList{}", number);
  arrays_ += fmt::format("inline namespace part{} {{\nconstexpr {} {}{}}}\n",
                         number / kListsOfNamespace, type, name, rest);
  known->second = name;
  return name;
}

std::string TableLists::Texts(std::span<const std::string_view> texts) {
  std::vector<std::string> elements;
  for (const std::string_view text : texts) elements.push_back(Literal(text));
  return List("std::string_view", elements);
}

std::string TableLists::Numbers(std::span<const std::uint32_t> numbers) {
  std::vector<std::string> elements;
  for (const std::uint32_t number : numbers) elements.push_back(fmt::format("{}", number));
  return List("std::uint32_t", elements);
}

}  // namespace gonogo
