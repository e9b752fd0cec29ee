#include <algorithm>
#include <array>

#include "analyzer/classify/file_kind.h"
#include "analyzer/classify/lower_name.h"

namespace gonogo {
namespace {

constexpr int kMostWrappers = 4;

bool BeginsName(std::string_view lower, std::string_view prefix) {
  if (!lower.starts_with(prefix)) return false;
  if (lower.size() == prefix.size()) return true;
  const char next = lower[prefix.size()];
  return next == '.' || next == '-' || next == '_';
}

// "Dockerfile.prod", ".env.local", "Jenkinsfile-release": a name with a variant behind it.
struct VariantName {
  std::string_view prefix;
  FileKind kind;
};

constexpr std::array kVariantNames = {
    VariantName{"containerfile", FileKind::kDockerfile},
    VariantName{"dockerfile", FileKind::kDockerfile},
    VariantName{"jenkinsfile", FileKind::kGroovy},
    VariantName{"makefile", FileKind::kMakefile},
    VariantName{"procfile", FileKind::kYaml},
    VariantName{"caddyfile", FileKind::kCaddy},
    VariantName{"tiltfile", FileKind::kStarlark},
};

// Of the names without extension, some are words: only in capitals do they name a build file.
bool IsBazelName(std::string_view name) {
  return name == "BUILD" || name == "WORKSPACE" || name == "BUCK";
}

const KindGuess* ExtensionGuess(std::string_view lower) {
  const std::size_t dot = ExtensionAt(lower);
  return dot == lower.size() ? nullptr : FindExtension(lower.substr(dot + 1));
}

// Kinds whose extension may be the name of a variant: "Makefile.feature", ".env.log".
bool MayBeVariant(FileKind kind) {
  return kind == FileKind::kDotenv || kind == FileKind::kIni || kind == FileKind::kLog ||
         kind == FileKind::kText || kind == FileKind::kGherkin || kind == FileKind::kUnknown;
}

// ".env.production" and "env.production" are dotenv; ".env.js" is JavaScript that makes one.
bool ReadDotenv(std::string_view lower, NameReading& reading) {
  const bool dotted = BeginsName(lower, ".env");
  if (!dotted && !lower.starts_with("env.")) return false;
  const KindGuess* extension = ExtensionGuess(lower);
  if (extension != nullptr && (!dotted || !MayBeVariant(extension->kind))) return false;
  reading.guess = {FileKind::kDotenv, KindQuestion::kSettled};
  return true;
}

bool ReadVariant(std::string_view lower, NameReading& reading) {
  // One comparison spares most names the walk over the table.
  if (lower.size() < 8 ||
      std::string_view("cdjmpt").find(lower.front()) == std::string_view::npos) {
    return false;
  }
  for (const VariantName& variant : kVariantNames) {
    // "Dockerfile.dockerignore" belongs to a Dockerfile and is none.
    if (!BeginsName(lower, variant.prefix) || lower.ends_with("ignore")) continue;
    const KindGuess* extension = ExtensionGuess(lower);
    if (extension == nullptr || MayBeVariant(extension->kind)) {
      reading.guess = {variant.kind, KindQuestion::kSettled};
      return true;
    }
    if (variant.kind != FileKind::kDockerfile) return false;
    reading.guess = {extension->kind, KindQuestion::kDockerfile};
    return true;
  }
  return false;
}

bool IsNumber(std::string_view text) { return !text.empty() && std::ranges::all_of(text, IsDigit); }

// The name without one wrapper; empty where there is none.
std::string_view Unwrap(std::string_view lower, Wrapper& wrapper) {
  if (lower.size() > 1 && lower.back() == '~') {
    wrapper = Wrapper::kOther;
    return lower.substr(0, lower.size() - 1);
  }
  const std::size_t dot = ExtensionAt(lower);
  if (dot == lower.size()) return {};
  const std::string_view extension = lower.substr(dot + 1);
  if (const Wrapper* found = FindWrapper(extension)) {
    wrapper = *found;
    return lower.substr(0, dot);
  }
  // "access.log.1"
  const std::string_view inner = lower.substr(0, dot);
  if (IsNumber(extension) && inner.ends_with(".log")) {
    wrapper = Wrapper::kOther;
    return inner;
  }
  return {};
}

bool ReadOneName(std::string_view lower, NameReading& reading) {
  if (const NamedFile* named = FindFileName(lower)) {
    reading.guess = named->guess;
    reading.role = named->role;
    return true;
  }
  if (ReadVariant(lower, reading) || ReadDotenv(lower, reading)) return true;
  if (const KindGuess* extension = ExtensionGuess(lower)) {
    reading.guess = *extension;
    return true;
  }
  return false;
}

}  // namespace

NameReading ReadName(std::string_view name, std::string_view lower) {
  NameReading reading;
  if (IsBazelName(name)) {
    reading.guess = {FileKind::kStarlark, KindQuestion::kSettled};
    return reading;
  }
  bool is_template = false;
  std::string_view rest = lower;
  for (int depth = 0; depth < kMostWrappers && !ReadOneName(rest, reading); ++depth) {
    Wrapper wrapper = Wrapper::kOther;
    const std::string_view inner = Unwrap(rest, wrapper);
    if (inner.empty()) break;
    rest = inner;
    is_template |= wrapper == Wrapper::kTemplate;
  }
  // "license.twig" is a page about licences.
  if (is_template && reading.guess.question == KindQuestion::kProse) reading = {};
  const bool open = reading.guess.question == KindQuestion::kAnything;
  if (open && is_template) {
    reading.guess.kind = FileKind::kTemplate;
    reading.guess.question = KindQuestion::kAnythingNamed;
  } else if (open && ExtensionAt(rest) != rest.size()) {
    reading.guess.question = KindQuestion::kAnythingNamed;
  }
  return reading;
}

}  // namespace gonogo
