// ChosenValue: words and numbers that people choose for a secret although they look like a name or
// a placeholder: `mySecretKey`, `test-secret`, `123456`. They count only where the name leaves no
// doubt that a secret is meant.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/no_secret.h"

namespace gonogo {

/// The name, or the one that it stands in, says whose secret it is: `JWT_SECRET`, `password`,
/// `secret` in `jwt:`.
bool IsUnmistakableName(const GivenValue& given);

/// `123456`, `abc12345`, `111111`: the passwords that are taken most.
bool IsChosenNumber(std::string_view value);

/// Such a number as a password that somebody has set.
bool IsChosenNumber(const GivenValue& given);

/// Words for a secret in a program or a test, which say more than the name does.
bool IsChosenWords(const GivenValue& given);

/// `gravity-secret`, `my_key_2`: not only labels as `client-secret` and `secret_key`.
bool IsSecretOfSomething(std::string_view value);

/// `session({ secret: 'keyboard cat' })`: a call that takes a secret in any words.
bool IsTakenAsItIs(const GivenValue& given);

}  // namespace gonogo
