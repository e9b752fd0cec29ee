#include "analyzer/engines/cxx/flow/usr_name.h"

#include <vector>

namespace gonogo {
namespace {

std::vector<std::string_view> Parts(std::string_view usr) {
  std::vector<std::string_view> parts;
  while (!usr.empty()) {
    const std::size_t end = usr.find('@');
    parts.push_back(usr.substr(0, end));
    if (end == std::string_view::npos) break;
    usr.remove_prefix(end + 1);
  }
  return parts;
}

/// Whether the part before a name says what kind of thing is named: namespaces, classes, fields...
/// A template's tag carries its parameters: "ST>1#T".
bool IsTag(std::string_view part) {
  constexpr std::string_view kTags[] = {"N", "S", "U", "E", "FI", "F", "SA", "UA", "EA", "Ea"};
  for (const std::string_view tag : kTags) {
    if (part == tag) return true;
  }
  return part.starts_with("ST>") || part.starts_with("SP>") || part.starts_with("FT>");
}

}  // namespace

std::string QualifiedNameOfUsr(std::string_view usr) {
  if (!usr.starts_with("c:")) return "";
  const std::vector<std::string_view> parts = Parts(usr);
  std::string name;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (!IsTag(parts[i])) continue;
    std::string_view word = parts[i + 1];
    word = word.substr(0, word.find_first_of("#>("));
    // Inline namespaces of the standard library are no part of a name.
    if (!word.empty() && word != "__cxx11" && word != "__1") {
      if (!name.empty()) name += "::";
      name += word;
    }
    ++i;
  }
  return name;
}

std::string_view LastNameOfUsr(std::string_view usr) {
  const std::size_t at = usr.rfind('@');
  const std::string_view word = at == std::string_view::npos ? usr : usr.substr(at + 1);
  return word.substr(0, word.find_first_of("#>("));
}

std::string_view LastNameOf(std::string_view qualified) {
  const std::size_t at = qualified.rfind("::");
  return at == std::string_view::npos ? qualified : qualified.substr(at + 2);
}

}  // namespace gonogo
