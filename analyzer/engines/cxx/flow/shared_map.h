// SharedMap: values by the number of an object, in its order. Copies share their values, so that a
// state is copied for each edge of a function's graph at the price of its numbers alone, and what
// two states share is known to be equal without a look at it.
//
// The values are never changed in place: Set() puts a new one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace gonogo {

template <class V>
class SharedMap {
 public:
  using Key = std::uint32_t;
  // A value has as many owners as there are states that hold it, and no first among them.
  using Shared = std::shared_ptr<const V>;

  struct Item {
    Key first;
    const V& second;
  };

  class Iterator {
   public:
    explicit Iterator(const std::pair<Key, Shared>* at) : at_(at) {}
    Item operator*() const { return {at_->first, *at_->second}; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const std::pair<Key, Shared>* at_;
  };

  Iterator begin() const { return Iterator(entries_.data()); }
  Iterator end() const { return Iterator(entries_.data() + entries_.size()); }
  std::size_t size() const { return entries_.size(); }

  /// Null where there is none.
  const V* Find(Key key) const {
    const auto at = std::ranges::lower_bound(entries_, key, {}, &std::pair<Key, Shared>::first);
    return at == entries_.end() || at->first != key ? nullptr : at->second.get();
  }
  bool contains(Key key) const { return Find(key) != nullptr; }

  void Set(Key key, V value) { Put(key, std::make_shared<const V>(std::move(value))); }
  void Erase(Key key) {
    const auto at = std::ranges::lower_bound(entries_, key, {}, &std::pair<Key, Shared>::first);
    if (at != entries_.end() && at->first == key) entries_.erase(at);
  }

  /// Goes through both maps by number. `join` is given the number and both values, null where a
  /// map has none, and answers with what is held from now on; null leaves it as it is. Values that
  /// are shared are left alone. Says whether anything was put.
  template <class Join>
  bool JoinWith(const SharedMap& other, Join join) {
    bool changed = false;
    std::vector<std::pair<Key, Shared>> added;
    auto mine = entries_.begin();
    auto theirs = other.entries_.begin();
    while (mine != entries_.end() || theirs != other.entries_.end()) {
      const bool no_mine = mine == entries_.end();
      const bool no_theirs = theirs == other.entries_.end();
      if (no_mine || (!no_theirs && theirs->first < mine->first)) {
        Shared next = join(theirs->first, Shared(), theirs->second);
        if (next != nullptr) added.emplace_back(theirs->first, std::move(next));
        ++theirs;
        continue;
      }
      const bool both = !no_theirs && theirs->first == mine->first;
      if (!both || theirs->second != mine->second) {
        Shared next = join(mine->first, mine->second, both ? theirs->second : Shared());
        changed = changed || next != nullptr;
        if (next != nullptr) mine->second = std::move(next);
      }
      ++mine;
      if (both) ++theirs;
    }
    return Add(std::move(added)) || changed;
  }

  bool operator==(const SharedMap& other) const {
    return std::ranges::equal(entries_, other.entries_, [](const auto& one, const auto& two) {
      return one.first == two.first && (one.second == two.second || *one.second == *two.second);
    });
  }

 private:
  void Put(Key key, Shared value) {
    const auto at = std::ranges::lower_bound(entries_, key, {}, &std::pair<Key, Shared>::first);
    if (at != entries_.end() && at->first == key) {
      at->second = std::move(value);
    } else {
      entries_.emplace(at, key, std::move(value));
    }
  }

  /// In order, and none of them there yet.
  bool Add(std::vector<std::pair<Key, Shared>> added) {
    if (added.empty()) return false;
    const auto middle = static_cast<std::ptrdiff_t>(entries_.size());
    std::ranges::move(added, std::back_inserter(entries_));
    std::ranges::inplace_merge(entries_, entries_.begin() + middle, {},
                               &std::pair<Key, Shared>::first);
    return true;
  }

  std::vector<std::pair<Key, Shared>> entries_;
};

}  // namespace gonogo
