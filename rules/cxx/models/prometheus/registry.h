// Model of prometheus-cpp: https://jupp0r.github.io/prometheus-cpp/. Declarations only.
#pragma once

#if __has_include(<string>)
#include <map>
#include <memory>
#include <string>
#include <vector>
#endif

namespace prometheus {

using Labels = std::map<std::string, std::string>;
struct MetricFamily {};
class Collectable {
 public:
  virtual ~Collectable();
};
class Counter {
 public:
  void Increment();
  void Increment(double n);
  double Value() const;
};
class Gauge {
 public:
  void Increment();
  void Increment(double n);
  void Decrement();
  void Decrement(double n);
  void Set(double n);
  void SetToCurrentTime();
  double Value() const;
};
class Histogram {
 public:
  using BucketBoundaries = std::vector<double>;
  void Observe(double n);
};
class Summary {
 public:
  void Observe(double n);
};
template <class T>
class Family : public Collectable {
 public:
  template <class... A>
  T& Add(const Labels& labels, A&&... more);
  void Remove(T* metric);
};
class Registry : public Collectable {
 public:
  Registry();
  std::vector<MetricFamily> Collect() const;
};
template <class T>
class Builder {
 public:
  Builder& Labels(const std::map<std::string, std::string>& labels);
  Builder& Name(const std::string& name);
  Builder& Help(const std::string& help);
  Family<T>& Register(Registry& registry);
};
inline Builder<Counter> BuildCounter();
inline Builder<Gauge> BuildGauge();
inline Builder<Histogram> BuildHistogram();
inline Builder<Summary> BuildSummary();
class Exposer {
 public:
  explicit Exposer(const std::string& address, std::size_t threads = 2);
  void RegisterCollectable(const std::weak_ptr<Collectable>& collectable,
                           const std::string& uri = std::string("/metrics"));
};
class Gateway {
 public:
  Gateway(const std::string& host, const std::string& port, const std::string& job,
          const Labels& labels = {});
  void RegisterCollectable(const std::weak_ptr<Collectable>& collectable,
                           const Labels* labels = nullptr);
  int Push();
  int PushAdd();
};
class TextSerializer {
 public:
  std::string Serialize(const std::vector<MetricFamily>& metrics) const;
};

}  // namespace prometheus
