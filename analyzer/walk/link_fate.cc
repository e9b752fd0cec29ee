#include "analyzer/walk/link_fate.h"

#include <string_view>
#include <utility>

namespace gonogo {
namespace {

constexpr int kMostLinks = 40;     // the kernel's own limit
constexpr int kMostLookups = 256;  // bounds what a folder full of hostile links can cost

class Resolver {
 public:
  Resolver(const FileSystem& tree, const std::string& link)
      : tree_(tree),
        at_(link.substr(0, link.rfind('/') == std::string::npos ? 0 : link.rfind('/'))) {}

  LinkFate Run(const std::string& link) {
    if (!Expand(link)) return fate_;
    while (!rest_.empty()) {
      if (!Step(TakeComponent())) return fate_;
    }
    return LinkFate::kInside;
  }

 private:
  bool End(LinkFate fate) {
    fate_ = fate;
    return false;
  }

  std::string TakeComponent() {
    const std::size_t slash = rest_.find('/');
    std::string component = rest_.substr(0, slash);
    rest_.erase(0, slash == std::string::npos ? slash : slash + 1);
    return component;
  }

  /// Puts the text of a link in front of what is still to be resolved.
  bool Expand(const std::string& link) {
    if (++links_ > kMostLinks) return End(LinkFate::kLoop);
    const auto text = tree_.ReadLink(link);
    if (!text || text->empty()) return End(LinkFate::kDangling);
    if (text->starts_with('/')) return End(LinkFate::kOutside);
    rest_ = rest_.empty() ? *text : *text + "/" + rest_;
    return true;
  }

  bool Step(const std::string& component) {
    if (++lookups_ > kMostLookups) return End(LinkFate::kLoop);
    if (component.empty() || component == ".") return true;
    if (component == "..") return GoUp();
    std::string next = at_.empty() ? component : at_ + "/" + component;
    const auto status = tree_.Status(next);
    if (!status) return End(LinkFate::kDangling);
    if (status->type == EntryType::kSymlink) return Expand(next);
    if (status->type != EntryType::kDirectory && !rest_.empty()) return End(LinkFate::kDangling);
    at_ = std::move(next);
    return true;
  }

  bool GoUp() {
    if (at_.empty()) return End(LinkFate::kOutside);
    const std::size_t slash = at_.rfind('/');
    at_.erase(slash == std::string::npos ? 0 : slash);
    return true;
  }

  const FileSystem& tree_;
  std::string at_;    // a directory without links in its path
  std::string rest_;  // what is still to be resolved from there
  LinkFate fate_ = LinkFate::kInside;
  int links_ = 0;
  int lookups_ = 0;
};

}  // namespace

LinkFate FateOfLink(const FileSystem& tree, const std::string& path) {
  return Resolver(tree, path).Run(path);
}

}  // namespace gonogo
