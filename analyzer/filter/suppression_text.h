// SuppressionText: the grammar of one suppression, read strictly. What is wrong is said in words
// that show the right form.
//
//   `gonogo:ignore RULE[,RULE] [until=YYYY-MM-DD] -- reason`
//
// An em dash serves as well as "--", which must not stand within an XML comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct SuppressionText {
  std::vector<std::string_view> rules;  // as written, without repeats
  std::string_view until;               // a valid date, or empty
  std::string_view reason;
  std::string mistake;  // empty where the form is right
};

/// `text` begins with "gonogo:ignore", in whatever case, and ends where the comment ends.
SuppressionText ReadSuppression(std::string_view text);

}  // namespace gonogo
