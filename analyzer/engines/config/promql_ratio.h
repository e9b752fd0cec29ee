// Ratios in expressions of Prometheus that say something else than they seem to.
#pragma once

#include "analyzer/parse/promql.h"

namespace gonogo {

/// A part of a metric is compared or divided by the metric itself, series by series:
/// `rate(requests_total{code="500"}[5m]) / rate(requests_total[5m])`. Series meet by all of their
/// labels, so each meets itself and the quotient is 1 wherever there is one.
bool DividesSeriesByItself(const PromQuery& query);

/// A share of a rate is compared, and nothing asks for traffic: one failure of two requests at
/// night is half of all.
bool ComparesShareOfAnyTraffic(const PromQuery& query);

}  // namespace gonogo
