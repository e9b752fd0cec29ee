// CarriedFiles: configurations that a Kubernetes object carries as texts: `prometheus.yml: |` of a
// ConfigMap, `alertmanager.yaml: |` of a Secret, `values: |` of an Application. Each is read as the
// file that it becomes, and its places are those of the file in which it lies.
//
//   for (const CarriedFile& carried : CarriedFilesIn(source, text, file, wanted).files) ...
#pragma once

#include <list>
#include <string>
#include <string_view>

#include "analyzer/engines/config/config_file.h"

namespace gonogo {

struct CarriedFile {
  std::string text;  // of the whole file up to its end, blank but for its own lines
  SourceFile source;
  ConfigFile file;  // its tree reads `text`
};

struct CarriedFiles {
  std::list<CarriedFile> files;
  bool complete = true;  // false where there are more than one file may hold
};

/// Those that are for programs that rules know, by what they hold. A text that cannot be read, or
/// holds objects of Kubernetes, is none.
CarriedFiles CarriedFilesIn(const SourceFile& source, std::string_view text, const ConfigFile& file,
                            const ShapeFilter& wanted);

}  // namespace gonogo
