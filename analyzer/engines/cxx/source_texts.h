// SourceTexts: the files of the tree that places point into, read when the first place asks and
// kept. A place becomes bytes of the text as all engines see it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/base/file_system.h"
#include "analyzer/base/text_position.h"
#include "analyzer/model/finding.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

class SourceTexts {
 public:
  explicit SourceTexts(const FileSystem& tree) : tree_(tree) {}

  /// Nothing where the file cannot be read or has become shorter.
  std::optional<ByteRange> RangeOf(std::string_view path, const CxxPlace& place);
  std::optional<TextRegion> RegionOf(std::string_view path, const CxxPlace& place);
  /// The text of a place on one line, each run of blanks as one; at most 400 bytes. Empty where it
  /// cannot be read.
  std::string TextOf(std::string_view path, const CxxPlace& place);
  /// The whole text; null where it cannot be read.
  const std::string* Read(std::string_view path);

 private:
  struct File {
    std::string text;
    std::unique_ptr<LineIndex> lines;  // null: unreadable
  };

  const File& FileOf(std::string_view path);

  const FileSystem& tree_;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace gonogo
