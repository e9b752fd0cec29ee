// What names say about the kind of a file. A name either settles it or leaves a question for the
// content, with a kind that holds where the content does not answer.
//
// To add a name, an extension or an interpreter: a word in a row of file_kind_table.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/model/file_kind.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// What only the content can tell.
enum class KindQuestion : std::uint8_t {
  kSettled,           // nothing: the name decides
  kAnything,          // the name says nothing
  kProse,             // "README": prose unless its first lines say otherwise
  kAnythingNamed,     // an unknown extension: like kAnything, but prose in YAML's shape is not YAML
  kHeader,            // C, C++ or Objective-C
  kObjectiveC,        // or MATLAB and others
  kPerl,              // or Prolog
  kPerlTest,          // ".t": Perl, or something else
  kTypeScript,        // or a translation of Qt
  kR,                 // or Rebol
  kFSharp,            // or a shader
  kPhpInclude,        // ".inc" and the like: PHP, C, HTML, or something else
  kConf,              // nginx, Apache, HAProxy, XML, JSON, YAML, INI
  kXmlOrConf,         // ".config", ".props": XML, or as kConf
  kJsonOrYaml,        // "rc" files of JavaScript tools
  kUnit,              // a systemd unit, or something else
  kPem,               // PEM, or something else
  kDockerfile,        // "Dockerfile.py": a Dockerfile if it has instructions
  kVisualBasicClass,  // ".cls", ".frm"
  kYamlIfKeys,        // ".rules": YAML, or something else
  kJsonIfBrace,       // ".map": JSON, or something else
};

struct KindGuess {
  FileKind kind = FileKind::kUnknown;
  KindQuestion question = KindQuestion::kAnything;
};

/// What an exact name says: its kind, and its role where that is plain.
struct NamedFile {
  KindGuess guess;
  FileRole role = FileRole::kProduct;
};

/// Extensions that stand around another name.
enum class Wrapper : std::uint8_t { kTemplate, kOther };

/// All take lower-case text and give null where they know nothing. Extensions come without their
/// dot.
const NamedFile* FindFileName(std::string_view name);
const KindGuess* FindExtension(std::string_view extension);
const Wrapper* FindWrapper(std::string_view extension);
/// "python" for any version of it.
const FileKind* FindInterpreter(std::string_view program);
/// Names of modes in modelines.
const FileKind* FindEditorMode(std::string_view mode);

}  // namespace gonogo
