// Prints trees for scripts/compare_trees and the bench: reads lines "FORMAT PATH" and writes a line
// of JSON for each file: its documents as lists of [kind, style, begin, end, text, tag, anchor].
// With --time it parses all files and prints bytes, nodes, seconds of CPU and bytes of memory.
#include <malloc.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzer/parse/dockerfile.h"
#include "analyzer/parse/haproxy.h"
#include "analyzer/parse/hcl.h"
#include "analyzer/parse/ini.h"
#include "analyzer/parse/json.h"
#include "analyzer/parse/line_formats.h"
#include "analyzer/parse/nginx.h"
#include "analyzer/parse/toml.h"
#include "analyzer/parse/xml.h"
#include "analyzer/parse/yaml.h"

namespace gonogo {
namespace {

ConfigTree ParseYamlAs(TemplateDialect dialect, std::string_view text) {
  YamlOptions options;
  options.dialect = dialect;
  return ParseYaml(text, options);
}

using Parser = ConfigTree (*)(std::string_view text);

struct Format {
  std::string_view name;
  Parser parse;
};

constexpr Format kFormats[] = {
    {"yaml", [](std::string_view t) { return ParseYamlAs(TemplateDialect::kNone, t); }},
    {"helm", [](std::string_view t) { return ParseYamlAs(TemplateDialect::kGo, t); }},
    {"jinja", [](std::string_view t) { return ParseYamlAs(TemplateDialect::kJinja, t); }},
    {"auto", [](std::string_view t) { return ParseYamlAs(TemplateDialect::kAuto, t); }},
    {"json", [](std::string_view t) { return ParseJson(t); }},
    {"toml", [](std::string_view t) { return ParseToml(t); }},
    {"xml", [](std::string_view t) { return ParseXml(t); }},
    {"hcl", [](std::string_view t) { return ParseHcl(t); }},
    {"dockerfile", [](std::string_view t) { return ParseDockerfile(t); }},
    {"nginx", [](std::string_view t) { return ParseNginx(t); }},
    {"haproxy", [](std::string_view t) { return ParseHaproxy(t); }},
    {"ini", [](std::string_view t) { return ParseIni(t, IniDialect::kIni); }},
    {"my.cnf", [](std::string_view t) { return ParseIni(t, IniDialect::kMyCnf); }},
    {"systemd", [](std::string_view t) { return ParseIni(t, IniDialect::kSystemd); }},
    {"properties", [](std::string_view t) { return ParseIni(t, IniDialect::kProperties); }},
    {"dotenv", [](std::string_view t) { return ParseIni(t, IniDialect::kDotenv); }},
    {"redis", [](std::string_view t) { return ParseRedisConf(t); }},
    {"postgresql", [](std::string_view t) { return ParsePostgresConf(t); }},
    {"pg_hba", [](std::string_view t) { return ParsePgHba(t); }},
    {"crontab", [](std::string_view t) { return ParseCrontab(t, CrontabSort::kOfUser); }},
    {"codeowners", [](std::string_view t) { return ParseCodeowners(t); }},
};

ConfigTree Parse(std::string_view name, std::string_view text) {
  for (const Format& format : kFormats) {
    if (format.name == name) return format.parse(text);
  }
  std::cerr << "dump_trees: unknown format \"" << name << "\"\n";
  std::exit(2);
}

nlohmann::json NodeJson(const ConfigTree& tree, NodeIndex index) {
  constexpr const char* kKinds[] = {"scalar", "map", "list", "alias", "opaque"};
  const ConfigNode& node = tree.node(index);
  const bool leaf = node.kind != NodeKind::kMap && node.kind != NodeKind::kList;
  const NodeProperties* properties = tree.PropertiesOf(index);
  return {kKinds[static_cast<int>(node.kind)],
          static_cast<int>(node.style),
          node.begin,
          node.end,
          leaf ? std::string(tree.Text(index)) : std::string(),
          std::string(properties == nullptr ? "" : properties->tag),
          std::string(properties == nullptr ? "" : properties->anchor)};
}

/// Nodes in order, and [end] behind the last of a map or list.
nlohmann::json DocumentJson(const ConfigTree& tree, const ConfigDocument& document) {
  nlohmann::json nodes = nlohmann::json::array();
  if (document.root == kNoNode) return nodes;
  std::vector<NodeIndex> ends;
  for (NodeIndex i = document.root; i < tree.node(document.root).next; ++i) {
    nodes.push_back(NodeJson(tree, i));
    const NodeKind kind = tree.node(i).kind;
    if (kind == NodeKind::kMap || kind == NodeKind::kList) ends.push_back(tree.node(i).next);
    while (!ends.empty() && ends.back() == i + 1) {
      nodes.push_back({"end"});
      ends.pop_back();
    }
  }
  return nodes;
}

void Dump(const ConfigTree& tree, const std::string& path) {
  nlohmann::json file = {{"path", path}, {"documents", nlohmann::json::array()}};
  for (const ConfigDocument& document : tree.documents()) {
    file["documents"].push_back(
        {{"failed", document.failed}, {"nodes", DocumentJson(tree, document)}});
  }
  file["errors"] = nlohmann::json::array();
  for (const ConfigError& error : tree.errors()) {
    file["errors"].push_back({static_cast<int>(error.sort), error.offset, error.message});
  }
  std::cout << file.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) << "\n";
}

struct Input {
  std::string format, path, text;
};

std::vector<Input> ReadInputs() {
  std::vector<Input> inputs;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t blank = line.find(' ');
    if (blank == line.npos) continue;
    std::ifstream file(line.substr(blank + 1), std::ios::binary);
    inputs.push_back({line.substr(0, blank),
                      line.substr(blank + 1),
                      {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
  return inputs;
}

/// Bytes that are allocated now: the peak of the process would count what reading the files took.
std::size_t AllocatedBytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

void Time(const std::vector<Input>& inputs) {
  std::size_t bytes = 0;
  std::size_t nodes = 0;
  std::vector<ConfigTree> trees;  // kept, so that their memory is seen
  trees.reserve(inputs.size());
  const std::size_t before = AllocatedBytes();
  const std::clock_t begin = std::clock();
  for (const Input& input : inputs) {
    trees.push_back(Parse(input.format, input.text));
    bytes += input.text.size();
    nodes += trees.back().nodes().size();
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  const nlohmann::json result = {{"files", inputs.size()},
                                 {"bytes", bytes},
                                 {"nodes", nodes},
                                 {"seconds", seconds},
                                 {"memory", AllocatedBytes() - before}};
  std::cout << result.dump() << "\n";
}

}  // namespace
}  // namespace gonogo

int main(int count, char** arguments) {
  const std::vector<gonogo::Input> inputs = gonogo::ReadInputs();
  if (count > 1 && std::string_view(arguments[1]) == "--time") {
    gonogo::Time(inputs);
    return 0;
  }
  for (const gonogo::Input& input : inputs) {
    gonogo::Dump(gonogo::Parse(input.format, input.text), input.path);
  }
  return 0;
}
