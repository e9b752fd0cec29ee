// Redaction: what may be said of a secret. A secret is shown by its first characters and its
// length: enough to find it in a vault or a provider's list, never enough to use it. Two nets are
// laid over every text of a file: the places where an engine found secrets, and the runs of bytes
// those secrets are made of, so that a copy of a secret in a comment, a capture or a reason is
// hidden although no rule matched there.
//
//   Redactor secrets;
//   secrets.Add(text, {begin, end});         // each place, and secrets.AddValue(decoded) where it
//   is encoded secrets.Seal(text); secrets.Text(text, {line_begin, line_end});
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/finding.h"

namespace gonogo {

/// A secret in a form that can be recognised and not used, on one line: "ghp_aB…(40 characters)".
/// Under 12 characters nothing of it is shown.
std::string RedactSecret(std::string_view secret);

/// One secret of a file, or several that overlap.
struct SecretPlace {
  ByteRange range;
  std::uint64_t shown = 0;       // bytes at its begin that may be seen
  std::uint64_t characters = 0;  // its length
  bool lines = false;            // holds line breaks: each line of it becomes "…"
};

class Redactor {
 public:
  void Add(std::string_view text, ByteRange secret);
  /// A secret that does not stand in the text as such: the decoded form.
  void AddValue(std::string_view secret);
  /// Beyond this point no secret is added.
  void Seal(std::string_view text);

  /// `text` within `range`, secrets redacted, line breaks kept, valid UTF-8. `also` are ranges to
  /// hide besides.
  std::string Text(std::string_view text, ByteRange range,
                   std::span<const ByteRange> also = {}) const;
  /// A text that is not a part of the file, such as a capture: runs of 8 bytes and more of any
  /// secret of at least 12 characters become "…".
  std::string Hide(std::string_view text) const;
  /// The same of a name that a secret is given to: `password` may share its letters with
  /// "correct_password", so runs shorter than any such secret stay.
  std::string HideInName(std::string_view name) const;
  /// Where the secret begins that covers this offset, or the offset.
  std::uint64_t BeginOfSecretAt(std::uint64_t offset) const;
  bool empty() const { return places_.empty() && runs_.empty(); }

 private:
  void AppendHidden(std::string_view text, std::size_t least, std::string& into) const;
  bool IsRun(std::uint64_t bytes) const;

  std::vector<SecretPlace> places_;    // after Seal: ascending, disjoint
  std::vector<std::uint64_t> runs_;    // after Seal: sorted; each is 8 bytes of a secret
  std::vector<std::uint64_t> filter_;  // bits that say quickly what is not in runs_
};

}  // namespace gonogo
