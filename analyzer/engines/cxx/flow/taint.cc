#include "analyzer/engines/cxx/flow/taint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <set>
#include <tuple>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/far_texts.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/sql_place.h"
#include "analyzer/engines/cxx/flow/text_pieces.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kMostCallers = 4;  // one behind the other
constexpr std::size_t kMostPoints = 20'000;

/// A text on its way to a sink.
struct Point {
  EventId at;
  std::uint32_t argument = 0;
  bool format = false;  // the argument is a format, and what follows are its arguments
  FormatStyle style = FormatStyle::kPrintf;
  bool told = false;            // the sink says what kind of text it is
  bool in_sql = false;          // a part of a statement that the callee begins
  std::vector<EventId> inward;  // the calls that it goes through; the last is the sink

  auto key() const { return std::make_tuple(at, argument, format, in_sql); }
};

/// A tag, an end tag or a comment.
bool LooksLikeHtml(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (IsLetter(next) || next == '/' || next == '!') return true;
  }
  return false;
}

/// A piece that makes the text a finding.
struct Risk {
  TextPiece piece;
  bool certain = false;
  std::vector<EventId> callers;  // through which it came into the function that builds the text
  std::string reason;
};

class TaintRun {
 public:
  TaintRun(const CxxProgram& program, const ValueSources& sources, const TaintClause& clause)
      : program_(program),
        clause_(clause),
        resolver_(program, sources, {}),
        matcher_(program, resolver_),
        live_(program, resolver_),
        pieces_(program, sources, matcher_, live_, MeaningsOf(clause)) {
    for (std::uint32_t i = 0; i < clause.sinks.size(); ++i) names_.Add(clause.sinks[i], i);
  }

  void Tell(const Rule& rule, const MatchAlternative& alternative, AnalysisResult& result) {
    for (const EventId at : names_.EventsIn(program_)) {
      if (live_.IsLive(at)) FindSinks(at);
    }
    while (!points_.empty()) {
      const Point point = std::move(points_.front());
      points_.pop_front();
      LookAt(point, rule, alternative, result);
    }
    for (const FunctionId id : open_) TellOpen(id, rule, result);
    if (!pieces_.limited() && seen_.size() < kMostPoints) return;
    result.notices.push_back(
        {.id = "cxx-limit",
         .coverage = Coverage::kPartlyRead,
         .path = "",
         .line = 0,
         .message = fmt::format("rule \"{}\": some texts are put together of more than is followed",
                                rule.id)});
  }

 private:
  void FindSinks(EventId at) {
    const CxxEvent& event = program_.EventAt(at);
    for (const std::uint32_t index : names_.Candidates(event)) {
      const CallPattern& pattern = clause_.sinks[index];
      if (matcher_.Match(pattern, at, {}).verdict < Verdict::kSome) continue;
      const ObjectAt spot = PatternMatcher::ObjectOf(pattern, event, false);
      for (std::uint32_t i = 0; i < event.arguments.size(); ++i) {
        if (&event.arguments[i] == spot.value)
          Push({.at = at,
                .argument = i,
                .told = NamesItsSort(pattern),
                .in_sql = TakesCondition(pattern),
                .inward = {at}});
      }
    }
  }

  /// `set_content($, /html/)`: an argument beside the text says what it is.
  static bool NamesItsSort(const CallPattern& pattern) {
    return std::ranges::any_of(pattern.arguments, [](const ArgumentPattern& form) {
      return form.sort == ArgumentSort::kRegex;
    });
  }

  /// `model->setFilter("name = '" + name + "'")`: the statement around it is the library's.
  static bool TakesCondition(const CallPattern& pattern) {
    const std::string_view name = LastNameOf(pattern.name);
    return name == "setFilter" || name == "where";
  }

  void Push(Point point) {
    if (seen_.size() >= kMostPoints || !seen_.insert(point.key()).second) return;
    points_.push_back(std::move(point));
  }

  void LookAt(const Point& point, const Rule& rule, const MatchAlternative& alternative,
              AnalysisResult& result) {
    const CxxEvent& event = program_.EventAt(point.at);
    std::vector<TextPiece> pieces =
        point.format ? pieces_.OfFormat({&event, point.argument, point.style}, point.at.function)
                     : pieces_.OfArgument(point.at, point.argument);
    if (IsSql()) AddChained(event, point.at.function, pieces);
    const bool whole = std::ranges::none_of(pieces, [](const TextPiece& piece) {
      return piece.kind == PieceKind::kConstant &&
             piece.text.find_first_not_of(" ;\n") != std::string::npos;
    });
    const bool in_sql = IsSql() && (point.in_sql || HoldsSql(pieces));
    std::string before;
    for (const TextPiece& piece : pieces) {
      const bool passed =
          piece.kind == PieceKind::kFormat ||
          (piece.kind == PieceKind::kParameter && (whole || (in_sql && IsCondition(before))));
      if (passed) PushCallers(piece, point, in_sql);
      before += piece.kind == PieceKind::kConstant ? piece.text : "1";
    }
    if (clause_.into == TextSort::kHtml && !point.told && !IsHtml(pieces)) return;
    for (const Risk& risk : RisksOf(pieces, whole, in_sql))
      Report(risk, point, rule, alternative, result);
  }

  /// `session << "SELECT ... '" << name << "'"`: what stands in front of a part of a statement.
  void AddChained(const CxxEvent& event, FunctionId function, std::vector<TextPiece>& pieces) {
    const auto& events = program_.function(function).events;
    const CxxEvent* part = &event;
    while (LastNameOf(part->callee) == "operator<<" && part->self.kind == CxxValueKind::kResult &&
           part->self.event < events.size()) {
      const std::uint32_t number = part->self.event;
      part = events[number];
      if (LastNameOf(part->callee) != "operator<<" || part->arguments.size() != 1) return;
      std::vector<TextPiece> before = pieces_.OfArgument({function, number}, 0);
      pieces.insert(pieces.begin(), before.begin(), before.end());
    }
  }

  void PushCallers(const TextPiece& piece, const Point& point, bool in_sql) {
    open_.insert(piece.function);
    for (const EventId caller : program_.function(piece.function).callers) {
      if (!live_.IsLive(caller)) continue;
      const CxxEvent& event = program_.EventAt(caller);
      if (piece.parameter >= event.arguments.size()) continue;
      Point next{.at = caller,
                 .argument = piece.parameter,
                 .format = piece.kind == PieceKind::kFormat,
                 .style = piece.style,
                 .told = point.told,
                 .in_sql = in_sql,
                 .inward = {caller}};
      next.inward.insert(next.inward.end(), point.inward.begin(), point.inward.end());
      Push(std::move(next));
    }
  }

  static bool IsHtml(const std::vector<TextPiece>& pieces) {
    return std::ranges::any_of(pieces, [](const TextPiece& piece) {
      return piece.kind == PieceKind::kConstant && LooksLikeHtml(piece.text);
    });
  }

  bool IsSql() const { return clause_.into == TextSort::kSql; }

  /// The first piece that is the worst, of each text that may be there.
  std::vector<Risk> RisksOf(const std::vector<TextPiece>& pieces, bool whole, bool in_sql) {
    std::vector<Risk> risks;
    if (IsSql() && !in_sql) return risks;
    std::optional<Risk> worst;
    std::string before;
    const auto finish = [&] {
      if (worst) risks.push_back(std::move(*worst));
      worst.reset();
      before.clear();
    };
    for (const TextPiece& piece : pieces) {
      if (piece.begins && IsSql()) finish();
      if (piece.kind == PieceKind::kConstant) {
        before += piece.text;
        continue;
      }
      std::optional<Risk> risk = RiskOfPiece(piece, before, whole);
      if (risk && (!worst || (risk->certain && !worst->certain))) worst = std::move(risk);
      before += "1";
    }
    finish();
    return risks;
  }

  /// Names of tables that the program keeps in globals are its own, however they are put together.
  static bool IsOwnName(const TextPiece& piece) {
    return piece.kind != PieceKind::kSource && piece.value != nullptr &&
           piece.value->kind == CxxValueKind::kObject &&
           piece.value->object.root == CxxRoot::kGlobal;
  }

  /// Whoever runs the program may name any file and any command, but no other folder and no second
  /// command where the program chose the first. Names below what the kernel shows are its own.
  bool IsSpliced(std::string_view before) const {
    if (clause_.into != TextSort::kPath)
      return before.find_first_not_of(" ;\n\"'") != std::string_view::npos;
    constexpr std::array<std::string_view, 3> kOfKernel = {"/proc/", "/sys/", "/dev/"};
    const auto begins = [&](std::string_view folder) { return before.starts_with(folder); };
    return before.find_first_of("/\\") != std::string_view::npos &&
           std::ranges::none_of(kOfKernel, begins);
  }

  /// A parameter or variable of whatever type that stands between the quotes of a literal.
  bool IsWrittenAsText(const TextPiece& piece, std::string_view before) const {
    const bool quoted = IsInLiteral(before) || before.ends_with('"');
    if (piece.value == nullptr || !quoted || SaysTime(piece.name)) return false;
    if (piece.value->kind == CxxValueKind::kResult) return IsAccessor(piece);
    return piece.value->kind == CxxValueKind::kObject &&
           piece.value->object.root != CxxRoot::kGlobal;
  }

  /// `user.getName()` of the program's own, which is not seen; states and sorts are mostly
  /// constants.
  bool IsAccessor(const TextPiece& piece) const {
    const auto& events = program_.function(piece.function).events;
    if (piece.value->event >= events.size()) return false;
    const CxxEvent& event = *events[piece.value->event];
    const std::string_view own = LastNameOf(event.callee);
    // What stands in a field of a form.
    if (own == "text" || own == "currentText" || own == "toPlainText") return true;
    return event.in_tree && own.starts_with("get") && !SaysState(own) &&
           event.self.kind == CxxValueKind::kObject &&
           TextTypeOf(piece.value->type) == TextType::kText;
  }

  std::optional<Risk> RiskOfPiece(const TextPiece& piece, std::string_view before, bool whole) {
    const bool names = IsSql() && SqlPlaceBehind(before) == SqlPlace::kIdentifier;
    if (names && IsOwnName(piece)) return std::nullopt;
    Risk risk{.piece = piece, .certain = false, .callers = {}, .reason = {}};
    if (piece.kind == PieceKind::kParameter && !whole) {
      std::set<FunctionId> seen;
      std::optional<Risk> passed = WorstPassed(piece, 0, names, seen);
      if (!passed) return std::nullopt;
      risk = std::move(*passed);
    }
    const PieceKind kind = risk.piece.kind;
    // Whoever is given a whole statement to run is a shell of the database.
    if (IsSql() && whole) return std::nullopt;
    if (kind == PieceKind::kSource) {
      if (risk.piece.input && !IsSpliced(before)) return std::nullopt;
      if (risk.piece.input && IsSql() && SqlPlaceBehind(before) != SqlPlace::kValue)
        return std::nullopt;
      risk.certain = !risk.piece.input;
      risk.reason = fmt::format("it comes from '{}'", risk.piece.name);
      return risk;
    }
    if (!IsSql()) return std::nullopt;
    if (kind != PieceKind::kOther && kind != PieceKind::kUnknown) return std::nullopt;
    const SqlPlace place = SqlPlaceBehind(before);
    const bool text = kind == PieceKind::kOther || IsWrittenAsText(piece, before);
    risk.certain = text && place == SqlPlace::kValue;
    // A part of a statement that was built elsewhere is judged there.
    if (place == SqlPlace::kElsewhere) return std::nullopt;
    if (!risk.certain && SaysPartOfStatement(piece.name)) return std::nullopt;
    // Names of tables are mostly the program's own: that nothing is seen of one says little.
    if (place == SqlPlace::kIdentifier && kind == PieceKind::kUnknown) return std::nullopt;
    risk.reason = place == SqlPlace::kIdentifier
                      ? "it stands where a name of the schema does, which cannot be bound"
                  : text ? "it is a text, and nothing escapes or tests it"
                         : "where it comes from is not seen";
    if (!risk.callers.empty()) risk.reason += "; a caller passes it";
    return risk;
  }

  /// Who runs a program may run any command and open any file, but a quote in what he gives breaks
  /// the statement.
  std::optional<Risk> FromCommandLine(const TextPiece& piece) const {
    if (!IsSql()) return std::nullopt;
    Risk risk{.piece = piece, .certain = false, .callers = {}, .reason = {}};
    risk.piece.kind = PieceKind::kSource;
    risk.piece.input = true;
    return risk;
  }

  /// The worst that any caller passes; what nobody is seen to pass may be anything.
  /// `names`: a name of the schema is passed.
  std::optional<Risk> WorstPassed(const TextPiece& piece, unsigned depth, bool names,
                                  std::set<FunctionId>& seen) {
    const ProgramFunction& function = program_.function(piece.function);
    if (function.function->is_main) return FromCommandLine(piece);
    // All code puts paths together: who calls that is parsed only where it has no header.
    const bool is_rare =
        clause_.into == TextSort::kCommand || function.function->declared.line == 0;
    if (is_rare) open_.insert(piece.function);
    if (!seen.insert(piece.function).second) return std::nullopt;
    const auto index = piece.parameter;
    const auto& parameters = function.function->parameters;
    const TextType type =
        index < parameters.size() ? TextTypeOf(parameters[index].type) : TextType::kUnknown;
    if (type == TextType::kNumber) return std::nullopt;
    // A container of texts is no text, but what is put into it may be one.
    const bool typed = type == TextType::kOther;
    if (function.callers.empty() || depth >= kMostCallers) {
      if (typed) return std::nullopt;
      Risk risk{.piece = piece, .certain = false, .callers = {}, .reason = {}};
      risk.piece.kind = type == TextType::kText ? PieceKind::kOther : PieceKind::kUnknown;
      return risk;
    }
    std::optional<Risk> worst;
    for (const EventId caller : function.callers) {
      const CxxEvent& event = program_.EventAt(caller);
      if (index >= event.arguments.size() || !live_.IsLive(caller)) continue;
      for (const TextPiece& passed : pieces_.OfArgument(caller, index)) {
        std::optional<Risk> risk;
        if (passed.kind == PieceKind::kParameter) {
          risk = WorstPassed(passed, depth + 1, names, seen);
        } else if (passed.kind >= PieceKind::kSource && !(names && IsOwnName(passed))) {
          risk = Risk{.piece = passed, .certain = false, .callers = {}, .reason = {}};
          // Whatever is passed as a string is one.
          const bool text = index < parameters.size() && IsStringClass(parameters[index].type);
          if (passed.kind == PieceKind::kUnknown && text) risk->piece.kind = PieceKind::kOther;
        }
        if (typed && risk && risk->piece.kind != PieceKind::kSource) continue;
        if (!risk || (worst && !IsWorse(risk->piece, worst->piece))) continue;
        risk->callers.push_back(caller);
        worst = std::move(risk);
      }
    }
    if (!worst) return std::nullopt;
    // It is told where the text is built, not where the piece comes from.
    const PieceKind kind = worst->piece.kind;
    const EventId origin = worst->piece.origin;
    const bool input = worst->piece.input;
    const std::string name = kind == PieceKind::kSource ? worst->piece.name : piece.name;
    worst->piece = piece;
    worst->piece.kind = kind;
    worst->piece.input = input;
    worst->piece.name = name;
    worst->piece.origin = origin;
    return worst;
  }

  /// std::string, QString and their like; of a pointer to characters less is known.
  static bool IsStringClass(std::string_view type) {
    return type.ends_with("string") || type.ends_with("String");
  }

  static bool IsWorse(const TextPiece& one, const TextPiece& other) {
    return std::tie(one.kind, one.input) < std::tie(other.kind, other.input);
  }

  void Report(const Risk& risk, const Point& point, const Rule& rule,
              const MatchAlternative& alternative, AnalysisResult& result) {
    FlowOutcome outcome;
    outcome.rule = &rule;
    outcome.alternative = &alternative;
    outcome.outcome = risk.certain ? "certain" : "possible";
    if (!Reports(rule, outcome.outcome, outcome.grade)) return;
    const FlowPlace piece = PlaceIn(program_, risk.piece.built_in, risk.piece.place);
    outcome.at = piece ? piece : PlaceOf(program_, point.at);
    if (!told_.insert({outcome.at.path, outcome.at.place.line, outcome.at.place.column}).second)
      return;
    const CxxEvent& sink = program_.EventAt(point.inward.back());
    AddCapture(outcome, "sink", NameOfCallee(sink));
    AddCapture(outcome, "piece", risk.piece.name.empty() ? "a value" : risk.piece.name);
    AddCapture(outcome, "function", program_.function(risk.piece.built_in).function->name);
    outcome.signs.push_back(risk.reason);
    if (risk.piece.origin.event != kNoEvent) AddStep(risk.piece.origin, "comes from", outcome);
    for (auto caller = risk.callers.rbegin(); caller != risk.callers.rend(); ++caller)
      AddStep(*caller, "passed to", outcome);
    outcome.flow.push_back({outcome.at, "put into the text"});
    for (const EventId at : point.inward)
      AddStep(at, at == point.inward.back() ? "given to" : "passed to", outcome);
    result.outcomes.push_back(std::move(outcome));
    if (IsSql()) TellUnseen(risk.piece, result);
  }

  /// Functions of files that are not parsed decide what the piece is: `StateName(name, state)`.
  void TellUnseen(const TextPiece& piece, AnalysisResult& result) const {
    if (piece.value == nullptr) return;
    const auto& events = program_.function(piece.function).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      const CxxEvent& event = *events[number];
      const auto fills = [&](const CxxValue& argument) {
        return argument.kind == CxxValueKind::kObject &&
               piece.value->kind == CxxValueKind::kObject &&
               SameRoot(argument.object, piece.value->object);
      };
      const bool gives = piece.value->kind == CxxValueKind::kResult && piece.value->event == number;
      if (event.kind != CxxEventKind::kCall || !event.in_tree || event.callee.empty()) continue;
      if (!gives && std::ranges::none_of(event.arguments, fills)) continue;
      if (program_.TargetsOf({piece.function, number}).empty())
        result.far.push_back(FarTextAt(event, true));
    }
  }

  void AddStep(EventId at, std::string_view how, FlowOutcome& outcome) const {
    outcome.flow.push_back(
        {PlaceOf(program_, at), fmt::format("{} '{}'", how, NameOfCallee(program_.EventAt(at)))});
  }

  void TellOpen(FunctionId id, const Rule& rule, AnalysisResult& result) const {
    const CxxFunction& function = *program_.function(id).function;
    if (function.is_internal || function.is_main || !function.parent.empty()) return;
    AddOpen(result, program_, id, rule);
  }

  const CxxProgram& program_;
  const TaintClause& clause_;
  Resolver resolver_;
  PatternMatcher matcher_;
  LiveCode live_;
  TextPieces pieces_;
  PatternNames names_;
  std::deque<Point> points_;
  std::set<std::tuple<EventId, std::uint32_t, bool, bool>> seen_;
  std::set<FunctionId> open_;
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

void AnalyseTaint(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                  const MatchAlternative& alternative, AnalysisResult& result) {
  TaintRun(program, sources, alternative.cxx->taint).Tell(rule, alternative, result);
}

}  // namespace gonogo
