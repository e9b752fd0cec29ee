#include "analyzer/classify/classifier.h"

#include "analyzer/classify/file_kind.h"
#include "analyzer/classify/file_role.h"
#include "analyzer/classify/lower_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestName = 255;

}  // namespace

SourceFile Classify(std::string_view path, std::string_view text) {
  const std::string_view name = NameInPath(path);
  const LowerName<kLongestName> lower(name);
  const NameReading reading = ReadName(name, lower.view());
  SourceFile file;
  file.path = path;
  file.kind = AnswerFromText(reading.guess, text);
  const std::string_view directories =
      name.size() == path.size() ? "" : path.substr(0, path.size() - name.size() - 1);
  const PathParts parts{directories, name, lower.view()};
  file.role = RoleOf(parts, file.kind, reading.role, text);
  return file;
}

}  // namespace gonogo
