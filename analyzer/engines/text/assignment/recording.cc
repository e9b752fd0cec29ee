#include "analyzer/engines/text/assignment/recording.h"

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kHead = 512;  // bytes of the file that are looked at

/// `2025-06-23T10:52`, `2025-06-23 10:52`: each 9 of the form stands for a digit.
bool IsTime(std::string_view text) {
  constexpr std::string_view kForm = "9999-99-99T99:99";
  if (text.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool blank = kForm[i] == 'T' && text[i] == ' ';
    if (kForm[i] == '9' ? !IsDigit(text[i]) : text[i] != kForm[i] && !blank) return false;
  }
  return true;
}

}  // namespace

bool IsRecording(std::string_view text, FileKind kind) {
  if (kind != FileKind::kText && kind != FileKind::kUnknown) return false;
  const std::string_view head = text.substr(0, kHead);
  for (std::size_t at = head.find("-"); at != head.npos; at = head.find('-', at + 1)) {
    if (at >= 4 && IsTime(head.substr(at - 4))) return true;
  }
  return false;
}

}  // namespace gonogo
