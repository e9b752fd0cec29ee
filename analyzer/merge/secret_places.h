// SecretPlaces: one secret is one finding, at however many places of the tree it stands. What is
// repaired is the secret, once; forty findings of it hide the others. The finding stands at its
// most serious place and names the others, each with the fingerprint that it has by itself: so a
// fingerprint is that of a place, and a further place elsewhere changes none.
//
// A list of records, each with a secret of its own, is one finding too: what is repaired is the
// list.
//
// Runs when all files have been read and what suppresses has spoken: a suppression speaks for its
// own place, and the other places of the secret stay open.
#pragma once

#include <vector>

#include "analyzer/model/finding.h"

namespace gonogo {

/// It is none by itself, and counts only as a further place of a secret that is found elsewhere.
bool IsWeakPlace(const Finding& finding);

/// Of `findings`, sorted by path and place, the open ones of one secret become one. Gives those
/// that the spread of their value makes unlikely, in no order that matters. The order of what
/// remains stays. No weak place is left alone.
std::vector<RejectedCandidate> JoinSecretPlaces(std::vector<Finding>& findings);

}  // namespace gonogo
