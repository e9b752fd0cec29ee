#include "analyzer/engines/project/project_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "analyzer/engines/project/fact_places.h"

namespace gonogo {
namespace {

std::uint32_t NumberIn(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

bool AsksForFacts(const Rule& rule) {
  return std::ranges::any_of(rule.match, [](const MatchAlternative& alternative) {
    return alternative.type == ClauseType::kFacts;
  });
}

/// Why a query has no whole answer; empty where it has.
std::string WhyUnfinished(const QueryAnswer& answer, const QueryLimits& limits) {
  switch (answer.end) {
    case QueryEnd::kComplete:
      return "";
    case QueryEnd::kTooManyRows:
      return fmt::format("it has more than {} rows; let it say less", limits.rows);
    case QueryEnd::kTooLong:
      return fmt::format("it takes more than {} steps; make it simpler", limits.steps);
    case QueryEnd::kFailed:
      return answer.message;
  }
  return "";
}

Notice Unfinished(std::string_view whose, const std::string& why) {
  return {"facts-unanswered", Coverage::kPartlyRead, "", 0,
          fmt::format("the query of {} has no whole answer: {}", whose, why)};
}

/// The practice that a query over signs begins with; empty where it asks for anything else.
std::string_view FirstPractice(std::string_view sql) {
  constexpr std::string_view kNamed = "practice = '";
  const std::size_t at = sql.find(kNamed);
  if (at == sql.npos) return "";
  sql.remove_prefix(at + kNamed.size());
  return sql.substr(0, sql.find('\''));
}

/// `says` with each {column} replaced by what the row has.
std::string Filled(std::string_view says, const QueryAnswer& answer) {
  std::string filled;
  for (;;) {
    const std::size_t open = says.find('{');
    filled += says.substr(0, open);
    if (open == says.npos) return filled;
    const std::size_t close = std::min(says.find('}', open), says.size() - 1);
    const auto column = std::ranges::find(answer.columns, says.substr(open + 1, close - open - 1));
    if (column != answer.columns.end())
      filled += answer.rows[0][static_cast<std::size_t>(column - answer.columns.begin())];
    says.remove_prefix(close + 1);
  }
}

/// The one row is there and its total is not 0.
bool HasTotal(const QueryAnswer& answer) {
  const auto total = std::ranges::find(answer.columns, "total");
  if (total == answer.columns.end() || answer.rows.size() != 1) return false;
  const std::string& text =
      answer.rows[0][static_cast<std::size_t>(total - answer.columns.begin())];
  return !text.empty() && text != "0";
}

}  // namespace

/// One clause of one rule on its way through the answer of its query.
class ProjectEngine::Asking {
 public:
  Asking(const Rule& rule, const FactPlaces& places, std::set<std::string>& names,
         ProgramOutput& output)
      : rule_(rule), places_(places), names_(names), output_(output) {}

  void Add(const QueryAnswer& answer) {
    for (const std::vector<std::string>& row : answer.rows) AddRow(answer.columns, row);
    if (unplaced_ > 0) {
      Tell("fact-not-placed",
           fmt::format("rule \"{}\" found {} where no fact stands; take path, line and column from "
                       "one table",
                       rule_.id, Rows(unplaced_)));
    }
    if (ungraded_ > 0) {
      Tell("unknown-grade", fmt::format("rule \"{}\" found {} with a grade that it has not",
                                        rule_.id, Rows(ungraded_)));
    }
  }

 private:
  static std::string Rows(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "row" : "rows");
  }

  void Tell(std::string id, std::string message) {
    output_.notices.push_back({std::move(id), Coverage::kPartlyRead, "", 0, std::move(message)});
  }

  void AddRow(const std::vector<std::string>& columns, const std::vector<std::string>& row) {
    RowPlace place;
    std::string_view grade;
    std::string_view together;
    Match match;
    match.rule = &rule_;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view column = columns[i];
      if (column == "path") {
        place.path = row[i];
      } else if (column == "grade") {
        grade = row[i];
      } else if (column == "together") {
        together = row[i];
      } else if (std::uint32_t* number = NumberOf(column, place)) {
        *number = NumberIn(row[i]);
      } else {
        match.captures.push_back({*names_.insert(columns[i]).first, row[i]});
      }
    }
    const auto found = places_.Find(place);
    match.grade = GradeOf(grade);
    unplaced_ += found ? 0 : 1;
    ungraded_ += match.grade ? 0 : 1;
    if (!found || !match.grade) return;
    match.template_key = found->template_key;
    const TextRegion& region = found->region;
    match.range = {region.start.offset, region.end.offset};
    std::vector<Match>& matches = output_.matches[std::string(place.path)];
    if (!together.empty() && JoinsFirst(place.path, together, region, match, matches)) return;
    matches.push_back(std::move(match));
  }

  /// True where a row of the same file has said the same under `together`: this one is a further
  /// place of its finding. Rows come in no order, so the first place of the file speaks.
  bool JoinsFirst(std::string_view path, std::string_view together, const TextRegion& region,
                  Match& match, std::vector<Match>& matches) {
    const auto [first, is_new] = firsts_.try_emplace({std::string(path), std::string(together)},
                                                     First{matches.size(), region});
    if (is_new) return false;
    Match& spoken = matches[first->second.match];
    TextRegion further = region;
    if (match.range < spoken.range) {
      std::swap(further, first->second.region);
      std::swap(match.related, spoken.related);
      std::swap(match, spoken);
    }
    spoken.related.push_back({.path = std::string(path), .region = further, .message = "here"});
    return true;
  }

  static std::uint32_t* NumberOf(std::string_view column, RowPlace& place) {
    if (column == "line") return &place.line;
    if (column == "column") return &place.column;
    if (column == "end_line") return &place.end_line;
    return column == "end_column" ? &place.end_column : nullptr;
  }

  const Grade* GradeOf(std::string_view name) const {
    if (name.empty() && !rule_.grades.empty()) return &rule_.grades.front();
    const auto grade = std::ranges::find(rule_.grades, name, &Grade::name);
    return grade == rule_.grades.end() ? nullptr : &*grade;
  }

  struct First {
    std::size_t match = 0;
    TextRegion region;
  };

  const Rule& rule_;
  const FactPlaces& places_;
  std::set<std::string>& names_;
  std::map<std::pair<std::string, std::string>, First> firsts_;  // by path and `together`
  ProgramOutput& output_;
  std::size_t unplaced_ = 0;
  std::size_t ungraded_ = 0;
};

ProjectEngine::ProjectEngine(std::span<const Rule* const> rules, QueryLimits limits,
                             bool whole_tree)
    : limits_(limits), whole_tree_(whole_tree) {
  for (const Rule* rule : rules) {
    if (AsksForFacts(*rule)) rules_.push_back(rule);
  }
}

std::vector<std::string_view> ProjectEngine::QueriesAsked() const {
  std::vector<std::string_view> queries;
  for (const Rule* rule : rules_) {
    for (const MatchAlternative& alternative : rule->match) {
      if (IsAsked(alternative)) queries.push_back(alternative.facts->sql);
    }
  }
  return queries;
}

FactStore* ProjectEngine::Store(std::vector<Notice>& notices) {
  if (store_ || failed_) return store_ ? &*store_ : nullptr;
  std::vector<std::string_view> queries;  // none: whatever may be asked
  if (!whole_tree_ && !measures_) queries = QueriesAsked();
  Result<FactStore> opened = FactStore::Open(queries);
  if (opened) {
    store_.emplace(std::move(*opened));
    store_->Add(facts_);
    return &*store_;
  }
  failed_ = true;
  notices.push_back({"facts-unanswered", Coverage::kPartlyRead, "", 0, opened.error().message});
  return nullptr;
}

bool ProjectEngine::IsAsked(const MatchAlternative& alternative) const {
  if (alternative.type != ClauseType::kFacts || alternative.facts->of_part == whole_tree_)
    return false;
  if (whole_tree_) return true;
  // To make the tables takes longer than to read one file, which seldom states what is asked for.
  const std::string_view practice = FirstPractice(alternative.facts->sql);
  return practice.empty() || std::ranges::any_of(facts_, [&](const Fact& fact) {
           return std::ranges::any_of(fact.values, [&](const auto& value) {
             return value.first == "practice" && value.second == practice;
           });
         });
}

ProgramOutput ProjectEngine::Finish() {
  ProgramOutput output;
  // Without facts there is nothing that a rule could find, since each finding stands at one.
  if (rules_.empty() || facts_.empty()) return output;
  FactStore* const store = QueriesAsked().empty() ? nullptr : Store(output.notices);
  if (!store) return output;
  const FactPlaces places(facts_);
  for (const Rule* rule : rules_) {
    for (const MatchAlternative& alternative : rule->match) {
      if (!IsAsked(alternative)) continue;
      const QueryAnswer answer = store->Ask(alternative.facts->sql, limits_);
      if (const std::string why = WhyUnfinished(answer, limits_); !why.empty())
        output.notices.push_back(Unfinished(fmt::format("rule \"{}\"", rule->id), why));
      Asking(*rule, places, names_, output).Add(answer);
    }
  }
  return output;
}

std::vector<ItemMeasure> ProjectEngine::MeasureItems(std::span<const ChecklistItem> items,
                                                     std::vector<Notice>& notices) {
  std::vector<ItemMeasure> measures;
  if (facts_.empty()) return measures;
  measures_ = !items.empty();
  for (const ChecklistItem& item : items) {
    for (const Measure& measure : item.measures) {
      FactStore* const store = Store(notices);
      if (!store) return measures;
      const QueryAnswer answer = store->Ask(measure.sql, limits_);
      const std::string why = WhyUnfinished(answer, limits_);
      if (!why.empty()) notices.push_back(Unfinished(fmt::format("item {}", item.id), why));
      if (why.empty() && HasTotal(answer))
        measures.push_back({&item, Filled(measure.says, answer)});
    }
  }
  return measures;
}

}  // namespace gonogo
