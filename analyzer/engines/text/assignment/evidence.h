// Evidence: what the signs of a judgement look at, and the few questions that many of them ask.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// What the signs look at.
struct Evidence {
  GivenValue given;
  std::string_view name;  // which of the rule's names
  FileRole role;
  std::string_view around;              // some lines around the value
  std::string_view before;              // the line up to the name
  bool pipeline = false;                // the file says what a build server does
  bool commented = false;               // inside a comment of several lines
  bool documented = false;              // inside a text that documents the code around it
  bool fenced = false;                  // inside a block of code of a manual
  std::string_view lines_before = {};   // of a test: the two lines before; empty elsewhere
  std::string_view rest_of_test = {};   // of a test: what follows in it; empty elsewhere
  std::string_view begin_of_test = {};  // of a test: the line with its name; empty elsewhere
  bool of_forms = false;                // of a test: its file is about how something is written
  bool expected = false;                // of a test: inside of a structure that should come out
};

bool IsValueRandom(const Evidence& e);

/// In a file of settings; one of no known kind, in which a name is given a quoted text, is one.
bool IsGivenInConfig(const Evidence& e);

/// The word before the name, in the identifier: `first` in kFirstPass.
std::string WordBeforeName(const Evidence& e);

/// `word` as a whole word or as part of an identifier; `lower` is in lower case.
bool HoldsWholeWord(std::string_view lower, std::string_view word);

}  // namespace gonogo
