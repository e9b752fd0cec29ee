#include <algorithm>
#include <array>
#include <initializer_list>

#include "analyzer/classify/file_kind.h"
#include "analyzer/classify/line_cursor.h"
#include "analyzer/classify/text_shape.h"

namespace gonogo {
namespace {

constexpr std::size_t kHead = 8192;

using Words = std::initializer_list<std::string_view>;

bool StartsWithAny(std::string_view line, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return line.starts_with(word); });
}

// Which of two lists of line starts is met first: 1, 2, or 0 for neither.
int FirstSign(std::string_view text, Words first, Words second) {
  LineCursor lines(text.substr(0, kHead));
  std::string_view line;
  while (lines.Next(line)) {
    if (line.empty()) continue;
    if (StartsWithAny(line, first)) return 1;
    if (StartsWithAny(line, second)) return 2;
  }
  return 0;
}

bool HasSign(std::string_view text, Words signs) { return FirstSign(text, signs, {}) == 1; }

FileKind KindOfMarkup(std::string_view text) {
  const std::string_view rest = SkipSpace(text.substr(0, kHead));
  if (StartsWithIgnoringCase(rest, "<!doctype html") || StartsWithIgnoringCase(rest, "<html")) {
    return FileKind::kHtml;
  }
  return rest.starts_with("<?xml") || rest.starts_with("<svg") ? FileKind::kXml
                                                               : FileKind::kUnknown;
}

bool LooksLikeUnit(std::string_view text) {
  return LooksLikeIni(text) && HasSign(text, {"[Unit]", "[Service]", "[Install]", "[Timer]"});
}

// What the text of a file without a telling name looks like.
FileKind KindByShape(std::string_view text, bool may_be_yaml) {
  const std::string_view rest = SkipSpace(text.substr(0, kHead));
  if (rest.empty()) return FileKind::kUnknown;
  if (rest.starts_with("<?php")) return FileKind::kPhp;
  if (const FileKind markup = KindOfMarkup(text); markup != FileKind::kUnknown) return markup;
  if (rest.starts_with("-----BEGIN ")) return FileKind::kPem;
  if (rest.starts_with("diff --git ")) return FileKind::kDiff;
  if (LooksLikeJson(text)) return FileKind::kJson;
  if (LooksLikeUnit(text)) return FileKind::kSystemd;
  if (LooksLikeIni(text)) return FileKind::kIni;
  if ((may_be_yaml || rest.starts_with("---\n")) && LooksLikeYaml(text)) return FileKind::kYaml;
  if (HasSign(text, {"server {", "server{", "upstream "}) && LooksLikeNginx(text)) {
    return FileKind::kNginx;
  }
  return HasSign(text, {"<VirtualHost"}) ? FileKind::kApache : FileKind::kUnknown;
}

FileKind KindOfConf(std::string_view text, FileKind otherwise) {
  if (KindOfMarkup(text) == FileKind::kXml || HasSign(text, {"<!DOCTYPE", "<configuration"})) {
    return FileKind::kXml;
  }
  if (LooksLikeJson(text)) return FileKind::kJson;
  if (LooksLikeIni(text)) return LooksLikeUnit(text) ? FileKind::kSystemd : FileKind::kIni;
  if (LooksLikeHaproxy(text)) return FileKind::kHaproxy;
  if (LooksLikeApache(text)) return FileKind::kApache;
  if (LooksLikeNginx(text)) return FileKind::kNginx;
  return LooksLikeYaml(text) ? FileKind::kYaml : otherwise;
}

FileKind KindOfObjectiveC(std::string_view text) {
  const int sign = FirstSign(text,
                             {"@interface", "@implementation", "@protocol", "@import", "@class",
                              "@end", "#import", "#include", "#define", "#pragma", "#if"},
                             {"%", "function ", "classdef ", "(*", ":- "});
  return sign == 1 ? FileKind::kObjectiveC : FileKind::kUnknown;
}

FileKind KindOfPerl(std::string_view text) {
  const int sign = FirstSign(
      text, {"use ", "my ", "sub ", "package ", "require ", "our ", "$", "@"}, {":-", ":- ", "%%"});
  return sign == 2 ? FileKind::kUnknown : FileKind::kPerl;
}

FileKind KindOfPhpInclude(std::string_view text) {
  const std::string_view head = text.substr(0, kHead);
  const std::string_view rest = SkipSpace(head);
  if (head.find("<?php") != std::string_view::npos) return FileKind::kPhp;
  if (rest.starts_with("<?") && !rest.starts_with("<?xml")) return FileKind::kPhp;
  if (LooksLikeXml(text)) return FileKind::kHtml;
  return HasSign(text, {"#include", "#define", "#if"}) ? FileKind::kC : FileKind::kUnknown;
}

FileKind KindOfUnit(std::string_view text) {
  if (LooksLikeIni(text)) return FileKind::kSystemd;
  return KindByShape(text, false);
}

FileKind KindOfPem(std::string_view text) {
  if (HasPem(text) || text.starts_with("PuTTY-User-Key-File-")) return FileKind::kPem;
  return LooksLikeJson(text) ? FileKind::kJson : FileKind::kUnknown;
}

bool HasDockerInstruction(std::string_view text) {
  LineCursor lines(text.substr(0, kHead));
  std::string_view line;
  while (lines.Next(line)) {
    if (StartsWithIgnoringCase(line, "from ")) return true;
    // "from x import y" is not the first thing in a Dockerfile either.
    if (!line.empty() && line.front() != '#' && !StartsWithIgnoringCase(line, "arg ")) return false;
  }
  return false;
}

bool IsDockerfile(std::string_view text) {
  return HasDockerInstruction(text) && HasSign(text, {"FROM ", "RUN ", "COPY ", "CMD ", "from "}) &&
         !HasSign(text, {"import ", "def ", "package "});
}

bool MayHaveFirstLines(KindQuestion question) {
  switch (question) {
    case KindQuestion::kAnything:
    case KindQuestion::kAnythingNamed:
    case KindQuestion::kProse:
    case KindQuestion::kPerl:
    case KindQuestion::kPerlTest:
    case KindQuestion::kPhpInclude:
    case KindQuestion::kConf:
    case KindQuestion::kXmlOrConf:
      return true;
    default:
      return false;
  }
}

FileKind Either(FileKind answer, FileKind otherwise) {
  return answer == FileKind::kUnknown ? otherwise : answer;
}

}  // namespace

FileKind AnswerFromText(KindGuess guess, std::string_view text) {
  if (MayHaveFirstLines(guess.question)) {
    const FileKind kind = KindByFirstLines(text);
    if (kind != FileKind::kUnknown) return kind;
  }
  const std::string_view start = SkipSpace(text.substr(0, kHead));
  switch (guess.question) {
    case KindQuestion::kSettled:
    case KindQuestion::kProse:
      return guess.kind;
    case KindQuestion::kAnything:
      return Either(KindByShape(text, true), guess.kind);
    case KindQuestion::kAnythingNamed:
      return Either(KindByShape(text, false), guess.kind);
    case KindQuestion::kHeader:
      return KindOfHeader(text);
    case KindQuestion::kObjectiveC:
      return KindOfObjectiveC(text);
    case KindQuestion::kPerl:
      return KindOfPerl(text);
    case KindQuestion::kPerlTest:
      return HasSign(text, {"use ", "my ", "sub ", "package "}) ? FileKind::kPerl
                                                                : FileKind::kUnknown;
    case KindQuestion::kTypeScript:
      return StartsWithAny(start, {"<?xml", "<!DOCTYPE TS", "<TS"}) ? FileKind::kXml : guess.kind;
    case KindQuestion::kR:
      return start.starts_with("REBOL") ? FileKind::kUnknown : guess.kind;
    case KindQuestion::kFSharp:
      return HasSign(text, {"#version", "void main", "precision ", "uniform ", "varying "})
                 ? FileKind::kUnknown
                 : guess.kind;
    case KindQuestion::kPhpInclude:
      return KindOfPhpInclude(text);
    case KindQuestion::kConf:
      return KindOfConf(text, guess.kind);
    case KindQuestion::kXmlOrConf:
      return LooksLikeXml(text) ? FileKind::kXml : KindOfConf(text, guess.kind);
    case KindQuestion::kJsonOrYaml:
      return LooksLikeJson(text) ? FileKind::kJson : FileKind::kYaml;
    case KindQuestion::kUnit:
      return KindOfUnit(text);
    case KindQuestion::kPem:
      return KindOfPem(text);
    case KindQuestion::kDockerfile:
      return IsDockerfile(text) ? FileKind::kDockerfile : guess.kind;
    case KindQuestion::kVisualBasicClass:
      return StartsWithAny(start, {"VERSION ", "Attribute VB_"}) ? FileKind::kVisualBasic
                                                                 : FileKind::kUnknown;
    case KindQuestion::kYamlIfKeys:
      return LooksLikeYaml(text) ? FileKind::kYaml : FileKind::kUnknown;
    case KindQuestion::kJsonIfBrace:
      return LooksLikeJson(text) ? FileKind::kJson : FileKind::kUnknown;
  }
  return guess.kind;
}

}  // namespace gonogo
