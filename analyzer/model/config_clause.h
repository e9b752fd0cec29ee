// ConfigClause: `config:` of a rule, read and checked. It says which objects of which
// configurations it is about, and conditions over paths below them. docs/config_patterns.md
// describes the notation, rulebook/config_clause_reader.h reads it, engines/config/ answers it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzer/model/config_shape.h"

namespace gonogo {

/// Which nodes of a kind of configuration a clause begins at.
enum class ConfigTargetSort : std::uint8_t {
  kShape,       // the root of each part of this shape
  kKind,        // of Kubernetes: objects of this kind
  kPod,         // what a pod is made from, in whatever object
  kServingPod,  // the same, of what runs on and on: no Job, no bare Pod
};

struct ConfigTarget {
  ConfigTargetSort sort = ConfigTargetSort::kShape;
  ConfigShape shape = ConfigShape::kUnknown;
  std::string_view kind = {};  // of kKind
  std::string_view group =
      {};  // of kKind: the API group; empty: the usual one of that kind, or any
};

enum class ConfigStepSort : std::uint8_t {
  kKey,    // a, a|b, timeout_*: entries of a map with one of these names
  kAny,    // *: all values of a map
  kItems,  // [*]: all items of a list
  kItem,   // [0], [-1]: one of them, from the front or the end
  kWith,   // [name=x]: those items in which that key has that value
  kDeep,   // **: the node and all below it
};

struct ConfigStep {
  ConfigStepSort sort = ConfigStepSort::kKey;
  std::span<const std::string_view> names = {};  // of kKey; of kWith the key and the value
  std::int32_t item = 0;                         // of kItem
};

enum class ConfigFrom : std::uint8_t {
  kHere,    // a.b: the node of `each`
  kRoot,    // /a.b: the object
  kAround,  // ^a.b: the node or the nearest around it that has the path
  kAbove,   // ../a.b: the node that holds it
  kWord,    // $key: what the engine knows about the node
};

enum class ConfigWord : std::uint8_t { kKey, kPath, kFile, kFolder, kScope, kKind };

struct ConfigPath {
  std::string_view text = {};  // as it was written
  ConfigFrom from = ConfigFrom::kHere;
  std::uint32_t above = 0;  // of kAbove
  ConfigWord word = ConfigWord::kKey;
  std::span<const ConfigStep> steps = {};  // none: the node itself
};

/// How the text of a value is a number.
enum class ConfigUnit : std::uint8_t {
  kNone,  // a number, or one with a unit that speaks for itself
  kSeconds,
  kMilliseconds,
  kGo,
  kPrometheus,
  kSpring,
  kNginx,
  kSystemd,
  kIso8601,
  kCron,  // the shortest time between two runs
  kSize,
  kQuantity,  // of Kubernetes
  kPercent,
  kVersion,
};

/// Questions about a value that a regex answers badly.
enum class ConfigSense : std::uint8_t {
  kTrue,
  kFalse,
  kNumber,
  kFloatingImage,
  kUntaggedImage,
  kPinnedImage,
  kPlaceholder,
  kSecretName,
  kLocalAddress,
  kUncheckedPromql,
  kRawCounterPromql,
  kSelfRatioPromql,
  kUnguardedSharePromql,
  kBrokenPromql,
  kReference,
};

enum class ConfigTermSort : std::uint8_t {
  // Conditions about a node.
  kAll,      // all terms
  kAnyOf,    // one of the terms
  kNot,      // its one term does not hold
  kSurely,   // its one term holds: what is not known does not
  kPath,     // its one term holds of what the path leads to
  kCompare,  // its two operands, by `relation`
  // Tests of what a path leads to. The first four ask about all of it, the others hold where one
  // node passes.
  kMissing,
  kPresent,
  kEmpty,
  kFilled,
  kEquals,   // one of `texts`
  kMatches,  // the regex texts[0]
  kNumber,   // as a number in `unit`, by `relation`, to `number`
  kSense,
  kSameAs,  // the text at `path`, from where the clause began
  kPartOf,  // a part of that text
  kHas,     // its one condition holds of the node
  kRuns,    // a command of the script matches texts[0] and not texts[1]
  kNodes,   // all terms hold of one node
  // Quantifiers over what a path leads to.
  kEvery,
  kNone,
  kCount,  // of the nodes that pass its one term, by `relation`, to `number`
  // Operands.
  kLiteral,
  kCapture,
  kPlus,
  kMinus,
  kTimes,
  kDivide,
};

enum class ConfigRelation : std::uint8_t { kBelow, kAtMost, kAbove, kAtLeast, kEqual, kUnequal };

struct ConfigTerm {
  ConfigTermSort sort = ConfigTermSort::kAll;
  std::span<const ConfigTerm> terms = {};
  ConfigPath path = {};           // of kPath, kSameAs, kPartOf
  std::string_view assumed = {};  // of kPath: what the format takes where nothing stands
  bool assumes = false;           // whether it takes anything
  std::span<const std::string_view> texts = {};  // of kEquals, kMatches, kRuns
  ConfigRelation relation = ConfigRelation::kEqual;
  double number = 0;  // of kNumber, kCount, kLiteral
  ConfigUnit unit = ConfigUnit::kNone;
  ConfigSense sense = ConfigSense::kTrue;
  std::uint32_t capture = 0;  // of kCapture: the index
};

enum class ConfigCaptureSort : std::uint8_t {
  kText,
  kPairs,      // the scalar entries of a map, as ",key=value,key=value,", sorted
  kKeys,       // the keys of a map, as ",a,b,"
  kCount,      // how many nodes the path leads to
  kImageName,  // an image reference without tag and digest
  kImageTag,
  kState,  // "present", "missing" or "unknown"
};

struct ConfigCapture {
  std::string_view name = {};
  ConfigPath path = {};
  ConfigCaptureSort sort = ConfigCaptureSort::kText;
  std::string_view assumed = {};
  bool assumes = false;
  ConfigUnit unit = ConfigUnit::kNone;
};

/// What of a file that could not be read the clause finds, instead of objects.
enum class ConfigErrors : std::uint8_t { kNone, kSyntax, kDuplicateKeys };

struct ConfigClause {
  std::span<const ConfigTarget> of = {};
  std::span<const ConfigPath> each = {};  // none: the target itself
  std::span<const ConfigCapture> captures = {};
  ConfigTerm when = {};    // kAll
  ConfigTerm find = {};    // kAll
  ConfigTerm unless = {};  // kAnyOf of none where nothing is said
  bool has_at = false;
  ConfigPath at = {};
  std::string_view write = {};  // what to put there, with {captures}
  ConfigErrors errors = ConfigErrors::kNone;
};

}  // namespace gonogo
