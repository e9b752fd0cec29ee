// Judgement: does a literal that is given to a secret's name stand for a secret? Several weak signs
// together decide: the name, what the value looks like, where it stands, what stands beside it.
// Each sign is a row of one table with its weight; the sum is compared with two thresholds.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/text/assignment/evidence.h"
#include "analyzer/model/finding.h"

namespace gonogo {

struct Sign {
  std::string_view text;  // as the finding says it
  double weight;
  bool (*holds)(const Evidence& evidence);
};

/// All signs with their weights.
std::span<const Sign> Signs();

enum class Confidence { kNone, kPossible, kLikely };

struct Judgement {
  Confidence confidence = Confidence::kNone;
  double score = 0;
  std::vector<const Sign*> signs;  // those that hold, in the order of the table
};

Judgement Judge(const Evidence& evidence);

/// The score of a candidate that is none by itself, and counts where the same value is a secret
/// elsewhere: never 0, which stands for what was not weighed.
double WeakScore(double score);
bool IsWeakScore(double score);

/// Where in the tree one value stands.
struct SecretSpread : Spread {
  std::size_t manuals = 0;  // of the places, those in documentation
  std::size_t worded = 0;   // of the places, those of a key of words in the code of a test
};

struct SpreadSign {
  std::string_view text;
  double weight;
  bool (*holds)(const SecretSpread& spread);
};

/// The signs that only the whole tree shows.
std::span<const SpreadSign> SpreadSigns();

struct SpreadJudgement {
  Confidence confidence = Confidence::kNone;
  double score = 0;
  std::vector<const SpreadSign*> signs;
};

/// What remains of a judgement with this score, when the tree has been read.
SpreadJudgement JudgeSpread(double score, const SecretSpread& spread);

}  // namespace gonogo
