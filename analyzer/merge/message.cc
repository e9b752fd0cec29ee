#include "analyzer/merge/message.h"

#include <algorithm>
#include <vector>

#include "analyzer/merge/visible_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kCaptureCharacters = 80;
// A capture may be a whole file; more than this of it is not looked at, so that many such matches
// stay cheap.
constexpr std::size_t kCaptureBytes = 1024;

/// The secret as it is meant and as it stands in the file, the longest first, so that none hides a
/// longer one.
std::vector<std::string_view> OwnSecrets(std::string_view text, const Match& match) {
  std::vector<std::string_view> secrets;
  if (!match.secret.empty()) secrets.push_back(match.secret);
  for (const ByteRange& range : match.secrets) {
    if (range.begin < range.end) {
      secrets.push_back(text.substr(range.begin, range.end - range.begin));
    }
  }
  std::ranges::sort(secrets, [](std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  const auto repeats = std::ranges::unique(secrets);
  secrets.erase(repeats.begin(), repeats.end());
  return secrets;
}

/// `capture` with each own secret replaced by what may be seen of it, then with what is known of
/// others hidden.
std::string Redacted(std::string_view capture, std::span<const std::string_view> own, bool name,
                     const Redactor& secrets) {
  if (own.empty()) return name ? secrets.HideInName(capture) : secrets.Hide(capture);
  const std::string_view secret = own.front();
  std::string redacted;
  for (;;) {
    const std::size_t found = capture.find(secret);
    redacted += Redacted(capture.substr(0, found), own.subspan(1), name, secrets);
    if (found == capture.npos) return redacted;
    redacted += RedactSecret(secret);
    capture.remove_prefix(found + secret.size());
  }
}

std::string CaptureText(std::string_view capture, std::span<const std::string_view> own, bool name,
                        const Redactor& secrets) {
  // A long secret, such as a PEM block, is recognised before anything is cut.
  for (const std::string_view secret : own) {
    if (capture == secret) return RedactSecret(secret);
  }
  const bool cut = capture.size() > kCaptureBytes;
  std::string shown = Redacted(capture.substr(0, kCaptureBytes), own, name, secrets);
  if (cut) shown += "…";
  return VisibleText(shown, kCaptureCharacters);
}

const Capture* FindCapture(const Match& match, std::string_view name) {
  const auto found = std::ranges::find(match.captures, name, &Capture::name);
  return found == match.captures.end() ? nullptr : &*found;
}

bool IsName(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::string MessageOf(std::string_view text, const Match& match, const Redactor& secrets) {
  const std::vector<std::string_view> own = OwnSecrets(text, match);
  std::string_view rest = match.grade->message;
  std::string message;
  for (;;) {
    const std::size_t open = rest.find('{');
    message += rest.substr(0, open);
    if (open == rest.npos) return message;
    rest.remove_prefix(open);
    const std::size_t close = rest.find('}');
    const std::string_view name = close == rest.npos ? "" : rest.substr(1, close - 1);
    if (!IsName(name)) {
      message += '{';
      rest.remove_prefix(1);
      continue;
    }
    const Capture* capture = FindCapture(match, name);
    message += capture == nullptr ? "?" : CaptureText(capture->text, own, name == "name", secrets);
    rest.remove_prefix(close + 1);
  }
}

std::string_view RemarkOf(FileRole role) {
  switch (role) {
    case FileRole::kProduct:
      return "";
    case FileRole::kTest:
      return " (in a test)";
    case FileRole::kExample:
      return " (in an example)";
    case FileRole::kDocumentation:
      return " (in documentation)";
    case FileRole::kGenerated:
      return " (in generated code)";
    case FileRole::kMinified:
      return " (in minified code)";
    case FileRole::kLockFile:
      return " (in a lock file)";
    case FileRole::kVendored:
      return " (in vendored code)";
  }
  return "";
}

Severity SeverityIn(FileRole role, Severity severity) {
  const bool weaker =
      role == FileRole::kTest || role == FileRole::kExample || role == FileRole::kDocumentation;
  if (weaker && severity == Severity::kHigh) return Severity::kMedium;
  if (weaker && severity == Severity::kMedium) return Severity::kLow;
  return severity;
}

}  // namespace gonogo
