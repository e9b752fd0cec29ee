#include "analyzer/filter/suppression_text.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string Read(std::string_view text) {
  const SuppressionText read = ReadSuppression(text);
  if (!read.mistake.empty()) return "! " + read.mistake;
  std::string told;
  for (const std::string_view rule : read.rules) told += std::string(rule) + ' ';
  return told + "[" + std::string(read.until) + "] " + std::string(read.reason);
}

TEST_CASE("suppressions are read strictly") {
  struct Row {
    std::string_view text, read;
  };
  const Row rows[] = {
      {"gonogo:ignore a-rule -- why", "a-rule [] why"},
      {"gonogo:ignore a,b , c -- why not -- at all ", "a b c [] why not -- at all"},
      {"gonogo:ignore a,a -- why", "a [] why"},
      {"gonogo:ignore\ta until=2031-02-28 -- why", "a [2031-02-28] why"},
      {"gonogo:ignore until=2032-02-29 a -- why", "a [2032-02-29] why"},
      {"gonogo:ignore a — why", "a [] why"},
      {"gonogo:ignore a--b -- why", "a--b [] why"},
      {"gonogo:ignore a", "! it gives no reason"},
      {"gonogo:ignore a --", "! it gives no reason"},
      {"gonogo:ignore a --  ", "! it gives no reason"},
      {"gonogo:ignore a --why",
       "! the reason must stand behind \" -- \", and several rules are separated by commas"},
      {"gonogo:ignore a why not",
       "! the reason must stand behind \" -- \", and several rules are separated by commas"},
      {"gonogo:ignore -- why", "! it names no rule"},
      {"gonogo:ignore", "! it names no rule"},
      {"gonogo:ignore a, -- why", "! a rule is missing behind the last comma"},
      {"gonogo:ignore ,a -- why", "! rules are expected, separated by commas"},
      {"gonogo:ignore a* -- why", "! rules are expected, separated by commas"},
      {"gonogo:ignore: a -- why", "! a blank is expected behind \"gonogo:ignore\""},
      {"gonogo:ignored", "! a blank is expected behind \"gonogo:ignore\""},
      {"GoNoGo:Ignore a -- why", "! \"gonogo:ignore\" is written in lower case"},
      {"gonogo:ignore a until=2031-02-29 -- why",
       "! its date is none: until=YYYY-MM-DD is expected"},
      {"gonogo:ignore a until=2031-13-01 -- why",
       "! its date is none: until=YYYY-MM-DD is expected"},
      {"gonogo:ignore a until=2100-02-29 -- why",
       "! its date is none: until=YYYY-MM-DD is expected"},
      {"gonogo:ignore a until=31-1-1 -- why", "! its date is none: until=YYYY-MM-DD is expected"},
      {"gonogo:ignore a until= -- why", "! its date is none: until=YYYY-MM-DD is expected"},
      {"gonogo:ignore a until=2031-01-01 until=2032-01-01 -- why", "! it has two dates"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Read(row.text) == row.read);
  }
}

}  // namespace
}  // namespace gonogo
