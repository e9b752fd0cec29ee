#include "analyzer/engines/config/carried_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gonogo {
namespace {

/// Bytes of all texts of one file, each of which is as long as the file up to its end.
constexpr std::size_t kMostBytes = 8 << 20;
constexpr std::uint64_t kMostEntries = 1000;

bool IsCarried(ConfigShape shape) {
  constexpr auto kShapes = std::to_array<ConfigShape>(
      {ConfigShape::kPrometheus, ConfigShape::kPrometheusRules, ConfigShape::kAlertmanager,
       ConfigShape::kGrafanaDashboard, ConfigShape::kGrafanaProvisioning,
       ConfigShape::kOpenTelemetry, ConfigShape::kEnvoy, ConfigShape::kTraefik, ConfigShape::kNginx,
       ConfigShape::kHelmValues});
  return std::ranges::find(kShapes, shape) != kShapes.end();
}

/// Objects that give values to a chart as a text, and where: `helm: {values: |}` of Argo CD.
struct ValuesRow {
  std::string_view kind;
  std::string_view path;
};

constexpr ValuesRow kValues[] = {
    {"Application", "spec/source/helm/values"},
    {"Application", "spec/sources/*/helm/values"},
    {"ApplicationSet", "spec/template/spec/source/helm/values"},
    {"ApplicationSet", "spec/template/spec/sources/*/helm/values"},
    {"HelmChart", "spec/valuesContent"},
    {"HelmChartConfig", "spec/valuesContent"},
};

/// What the name of a key says its text is; kUnknown of what is read by no such format.
FileKind KindOfKey(std::string_view key, std::string_view text) {
  if (key.ends_with(".yml") || key.ends_with(".yaml") || key.ends_with(".rules"))
    return FileKind::kYaml;
  if (key.ends_with(".json")) return FileKind::kJson;
  const bool serves = text.contains("server {") || text.contains("upstream ");
  return key.ends_with(".conf") && serves ? FileKind::kNginx : FileKind::kUnknown;
}

/// Indentation means nothing to these formats but in itself, so the lines may stay where they are.
std::string BlankBut(std::string_view text, std::size_t begin, std::size_t end) {
  std::string blank(text.substr(0, end));
  std::ranges::replace_if(
      blank.begin(), blank.begin() + static_cast<std::ptrdiff_t>(begin),
      [](char c) { return c != '\n' && c != '\r'; }, ' ');
  return blank;
}

bool Failed(const ConfigTree& tree) {
  return !tree.errors().empty() || std::ranges::any_of(tree.documents(), &ConfigDocument::failed);
}

class CarriedReader {
 public:
  CarriedReader(const SourceFile& source, std::string_view text, const ConfigFile& file,
                const ShapeFilter& wanted)
      : source_(source), text_(text), file_(file), wanted_(wanted) {}

  CarriedFiles Read() && {
    for (const ConfigPart& part : file_.parts) {
      if (part.object_kind == "ConfigMap") ReadEntries(part.node, "data");
      if (part.object_kind == "Secret") ReadEntries(part.node, "stringData");
      for (const ValuesRow& row : kValues) {
        if (part.object_kind != row.kind) continue;
        for (const NodeIndex value : NodesAt(file_.tree, part.node, row.path))
          ReadIfBlock("values.yaml", value);
      }
    }
    return std::move(found_);
  }

 private:
  void ReadEntries(NodeIndex object, std::string_view field) {
    const auto data = FindEntry(file_.tree, object, field);
    if (!data) return;
    std::uint64_t budget = kMostEntries;
    for (const FoundEntry& entry : EntriesOf(file_.tree, data->value, budget)) {
      ReadIfBlock(file_.tree.Text(entry.key), entry.value);
    }
  }

  void ReadIfBlock(std::string_view key, NodeIndex node) {
    const ConfigNode& value = file_.tree.node(node);
    if (value.kind == NodeKind::kScalar && value.style == NodeStyle::kLiteral) ReadText(key, value);
  }

  void ReadText(std::string_view key, const ConfigNode& value) {
    const std::size_t end = std::min<std::size_t>(value.end, text_.size());
    const std::size_t begin = text_.find('\n', value.begin);  // behind the header: `|-`
    if (begin >= end) return;
    const FileKind kind = KindOfKey(key, text_.substr(begin, end - begin));
    if (kind == FileKind::kUnknown) return;
    found_.complete = found_.complete && end <= left_;
    if (end > left_) return;
    left_ -= end;
    CarriedFile& carried = found_.files.emplace_back();
    carried.text = BlankBut(text_, begin, end);
    carried.source = source_;
    carried.source.kind = kind;
    if (!ReadFile(carried, key)) found_.files.pop_back();
  }

  bool ReadFile(CarriedFile& carried, std::string_view key) const {
    SourceFile named = carried.source;
    if (key == "values.yaml") named.path += "/values.yaml";
    auto file = ReadConfigFile(named, carried.text, wanted_);
    if (!file || Failed(file->tree)) return false;
    carried.file = std::move(*file);
    std::erase_if(carried.file.parts,
                  [](const ConfigPart& part) { return !IsCarried(part.shape); });
    return !carried.file.parts.empty();
  }

  const SourceFile& source_;
  std::string_view text_;
  const ConfigFile& file_;
  const ShapeFilter& wanted_;
  std::size_t left_ = kMostBytes;
  CarriedFiles found_;
};

}  // namespace

CarriedFiles CarriedFilesIn(const SourceFile& source, std::string_view text, const ConfigFile& file,
                            const ShapeFilter& wanted) {
  return CarriedReader(source, text, file, wanted).Read();
}

}  // namespace gonogo
