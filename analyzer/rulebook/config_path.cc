#include "analyzer/rulebook/config_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "analyzer/base/edit_distance.h"

namespace gonogo {
namespace {

struct WordRow {
  std::string_view name;
  ConfigWord word;
};

constexpr WordRow kWords[] = {
    {"$key", ConfigWord::kKey},       {"$path", ConfigWord::kPath},   {"$file", ConfigWord::kFile},
    {"$folder", ConfigWord::kFolder}, {"$scope", ConfigWord::kScope}, {"$kind", ConfigWord::kKind},
};

class PathReader {
 public:
  PathReader(std::string_view text, RuleStorage& storage) : text_(text), storage_(storage) {}

  std::expected<ConfigPath, ConfigFault> Read() {
    path_.text = storage_.Keep(std::string(text_));
    if (text_.starts_with('$')) {
      ReadWord();
    } else {
      ReadStart();
      if (text_ != "." && at_ < text_.size()) ReadSteps();
    }
    if (!fault_.message.empty()) return std::unexpected(fault_);
    path_.steps = storage_.Keep(std::move(steps_));
    return path_;
  }

 private:
  void Fail(std::size_t offset, std::string message) {
    if (fault_.message.empty()) fault_ = {offset, std::move(message)};
    at_ = text_.size();
  }

  void ReadWord() {
    path_.from = ConfigFrom::kWord;
    const auto row = std::ranges::find(kWords, text_, &WordRow::name);
    if (row != std::end(kWords)) {
      path_.word = row->word;
      return;
    }
    std::vector<std::string_view> names;
    for (const WordRow& known : kWords) names.push_back(known.name);
    Fail(0, fmt::format("unknown word \"{}\"; it is one of {}", text_, fmt::join(names, ", ")));
  }

  void ReadStart() {
    if (text_.starts_with('/')) {
      path_.from = ConfigFrom::kRoot;
      at_ = 1;
    } else if (text_.starts_with('^')) {
      path_.from = ConfigFrom::kAround;
      at_ = 1;
      if (text_.size() == 1) Fail(1, "a path is missing behind \"^\"");
    }
    while (text_.substr(at_).starts_with("..")) {
      path_.from = ConfigFrom::kAbove;
      ++path_.above;
      at_ += 2;
      if (at_ < text_.size() && text_[at_] == '/') ++at_;
    }
  }

  void ReadSteps() {
    for (;;) {
      ReadStep();
      if (at_ >= text_.size()) return;
      if (text_[at_] != '.') return Fail(at_, fmt::format("expected \".\" before \"{}\"", Rest()));
      ++at_;
    }
  }

  std::string_view Rest() const { return text_.substr(at_); }

  void ReadStep() {
    if (Rest().starts_with("**")) {
      steps_.push_back({.sort = ConfigStepSort::kDeep});
      at_ += 2;
    } else if (Rest() == "*" || Rest().starts_with("*.") || Rest().starts_with("*[")) {
      steps_.push_back({.sort = ConfigStepSort::kAny});
      ++at_;
    } else if (!Rest().starts_with('[')) {
      ReadNames();
    }
    while (Rest().starts_with('[')) ReadBrackets();
  }

  void ReadNames() {
    std::vector<std::string_view> names;
    for (;;) {
      names.push_back(ReadName());
      if (!Rest().starts_with('|')) break;
      ++at_;
    }
    steps_.push_back({.sort = ConfigStepSort::kKey, .names = storage_.Keep(std::move(names))});
  }

  std::string_view ReadName() {
    if (Rest().starts_with('"')) {
      const std::size_t close = text_.find('"', at_ + 1);
      if (close == text_.npos) {
        Fail(at_, "a quote does not end");
        return {};
      }
      const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
      at_ = close + 1;
      return Kept(name);
    }
    const std::string_view name = Rest().substr(0, Rest().find_first_of(".|[\""));
    if (name.empty()) {
      Fail(at_, "a name is missing");
      return {};
    }
    at_ += name.size();
    return Kept(name);
  }

  void ReadBrackets() {
    const std::size_t open = at_;
    const std::size_t close = text_.find(']', open);
    if (close == text_.npos) return Fail(open, "\"[\" without its \"]\"");
    const std::string_view inside = text_.substr(open + 1, close - open - 1);
    at_ = close + 1;
    const std::size_t equals = inside.find('=');
    if (inside == "*") {
      steps_.push_back({.sort = ConfigStepSort::kItems});
    } else if (equals != inside.npos && equals > 0) {
      std::vector<std::string_view> names = {Kept(inside.substr(0, equals)),
                                             Kept(inside.substr(equals + 1))};
      steps_.push_back({.sort = ConfigStepSort::kWith, .names = storage_.Keep(std::move(names))});
    } else {
      ConfigStep step{.sort = ConfigStepSort::kItem};
      const auto [end, error] =
          std::from_chars(inside.data(), inside.data() + inside.size(), step.item);
      if (error != std::errc() || end != inside.data() + inside.size())
        return Fail(open + 1, "brackets hold *, a number or key=value");
      steps_.push_back(step);
    }
  }

  std::string_view Kept(std::string_view text) { return storage_.Keep(std::string(text)); }

  std::string_view text_;
  RuleStorage& storage_;
  std::size_t at_ = 0;
  ConfigPath path_;
  std::vector<ConfigStep> steps_;
  ConfigFault fault_;
};

}  // namespace

std::expected<ConfigPath, ConfigFault> ParseConfigPath(std::string_view text,
                                                       RuleStorage& storage) {
  return PathReader(text, storage).Read();
}

}  // namespace gonogo
