// Notes and triage of a small tree in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/code_note.h"

namespace gonogo {

/// A header whose name ends in .c or .cc is none; below third_party/ everything is vendored.
inline std::vector<CodeNote> NotesOf(const std::map<std::string, std::string>& files,
                                     const CodeScan& scan) {
  std::vector<CodeNote> notes;
  for (const auto& [path, text] : files) {
    SourceFile file{path, path.ends_with(".c") ? FileKind::kC : FileKind::kCpp,
                    path.starts_with("third_party/") ? FileRole::kVendored : FileRole::kProduct};
    notes.push_back(NoteOf(file, text, scan));
  }
  return notes;
}

}  // namespace gonogo
