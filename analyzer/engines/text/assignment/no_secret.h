// NoSecret: why a value that is given to a secret's name is no secret. Each reason is a fact about
// the value alone, or about the value and its name; what is merely unlikely is left to weights
// (judgement.h).
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/engines/text/assignment/value_shape.h"
#include "analyzer/model/rule.h"

namespace gonogo {

struct GivenValue {
  const Assignment& assignment;
  const ValueShape& shape;
  ValueSort sort = ValueSort::kPassword;
  FileKind kind;
  FileRole role = FileRole::kProduct;
  std::string_view parent = {};  // the name of what the name is a part of: `jwt` of `jwt: secret`
  bool of_cluster = false;       // Kubernetes is near, where secrets have names
};

/// Formats whose whole purpose are settings; elsewhere a literal may be anything.
bool IsConfigKind(FileKind kind);

/// A word of it says that it is wrong, a fake or a hash: `wrongpassword`.
bool SaysItIsNone(std::string_view value);

/// `client-secret: apollo-secret`: in a setting with an unmistakable name words are what somebody
/// chose.
bool IsSettingOfSecret(const GivenValue& given);

/// `supersecret`, `Password!`: a weak password, or a placeholder.
bool IsGenericWords(std::string_view value);

/// Generic words that somebody may well have taken for a password: `supersecret`, not `password`.
bool IsWeakWords(std::string_view value);

/// `Password12!`: generic words as a rule for passwords wants them.
bool IsMixedWords(std::string_view value);

/// `postgres`, `minioadmin`: what images and manuals come with. Everybody knows it, so that nothing
/// is given away.
bool IsStockDefault(std::string_view value);

/// "a path", "the words of a text", "repeats its name"; empty where nothing rules it out.
std::string_view NoSecretReason(const GivenValue& given);

/// Why what is given to a key's name is hardly one: `lms-secret`. It may be one all the same, where
/// the same value is a secret elsewhere.
std::string_view WeakKeyReason(const GivenValue& given);

}  // namespace gonogo
