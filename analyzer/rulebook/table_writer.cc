#include "analyzer/rulebook/table_writer.h"

#include <fmt/format.h>
#include <map>

#include "analyzer/rulebook/config_tables.h"
#include "analyzer/rulebook/table_lists.h"

namespace gonogo {
namespace {

class TableWriter : public TableLists {
 public:
  std::string Alternative(const MatchAlternative& alternative) {
    const std::string kinds = Enums("FileKind", alternative.files.kinds);
    const std::string roles = Enums("FileRole", alternative.files.roles);
    const std::string paths = Texts(alternative.files.paths);
    return fmt::format(
        "{{.files = {{.kinds = {}, .roles = {}, .paths = {}}},\n   .type = {},\n   "
        ".text = {},\n   .assignment = {{.names = {}, .value = {}}},\n   .config = {},\n   .cxx = "
        "{},\n   .facts = {}}}",
        kinds, roles, paths, EnumLiteral("ClauseType", alternative.type), Text(alternative.text),
        Texts(alternative.assignment.names), EnumLiteral("ValueSort", alternative.assignment.value),
        alternative.config ? ConfigClauseTable(*alternative.config, *this) : "nullptr",
        alternative.cxx ? Cxx(*alternative.cxx) : "nullptr",
        alternative.facts ? Facts(*alternative.facts) : "nullptr");
  }

  std::string Grades(std::span<const Grade> grades) {
    std::vector<std::string> elements;
    for (const Grade& grade : grades) {
      elements.push_back(
          fmt::format("{{.name = {}, .severity = {}, .precision = {}, .message = {}}}",
                      Literal(grade.name), EnumLiteral("Severity", grade.severity),
                      EnumLiteral("Precision", grade.precision), Literal(grade.message)));
    }
    return List("Grade", elements);
  }

  std::string Examples(std::span<const Example> examples) {
    std::vector<std::string> elements;
    for (const Example& example : examples) {
      std::vector<std::string> files;
      for (const ExampleFile& file : example.files) {
        files.push_back(fmt::format("{{.path = {}, .text = {}, .find = {}}}", Literal(file.path),
                                    Literal(file.text), Numbers(file.find)));
      }
      elements.push_back(
          fmt::format("{{.files = {}, .line = {}}}", List("ExampleFile", files), example.line));
    }
    return List("Example", elements);
  }

  std::string RuleRow(const Rule& rule) {
    std::vector<std::string> match;
    for (const MatchAlternative& alternative : rule.match)
      match.push_back(Alternative(alternative));
    std::string row = fmt::format(
        "{{.id = {},\n   .item = {},\n   .concept_name = {},\n   .why = {},\n   .fix = {},\n"
        "   .cwe = {},\n   .references = {},\n   .match = {},\n",
        Literal(rule.id), Literal(rule.item), Literal(rule.concept_name), Literal(rule.why),
        Literal(rule.fix), Numbers(rule.cwe), Texts(rule.references),
        List("MatchAlternative", match));
    row += fmt::format(
        "   .grades = {},\n   .fact = {},\n   .fact_where = {},\n   .fact_values = {},\n   .over = "
        "{},\n   .formerly = {},\n   .group = {},\n   .general = "
        "{},\n",
        Grades(rule.grades), Literal(rule.fact), Literal(rule.fact_where),
        FactValues(rule.fact_values), Texts(rule.over), Texts(rule.formerly), Literal(rule.group),
        rule.general);
    return row + fmt::format(
                     "   .bad = {},\n   .ok = {},\n   .todo_bad = {},\n   .todo_ok = {},\n   "
                     ".source = {}}}",
                     Examples(rule.bad), Examples(rule.ok), Examples(rule.todo_bad),
                     Examples(rule.todo_ok), Literal(rule.source));
  }

  std::string ItemRow(const ChecklistItem& item) {
    return fmt::format(
        "{{.id = {},\n   .title = {},\n   .asks = {},\n   .against = {},\n   .evidence = {},\n   "
        ".questions = {},\n"
        "   .decided_by = {},\n   .understood = {},\n   .missing = {},\n   .measures = {}}}",
        Literal(item.id), Literal(item.title), Literal(item.asks), Texts(item.against),
        Texts(item.evidence), Texts(item.questions), Enums("FileKind", item.decided_by),
        Enums("FileKind", item.understood), Texts(item.missing), Measures(item.measures));
  }

 private:
  std::string Text(const TextClause& clause) {
    std::string text = fmt::format(
        "{{.keywords = {},\n     .span = {},\n     .regex = {},\n     .unless = {},\n     "
        ".unless_span = {},\n"
        "     .require = {},\n     .at = {},\n     .secret = {},\n",
        Texts(clause.keywords), EnumLiteral("TextSpan", clause.span), Literal(clause.regex),
        Literal(clause.unless), EnumLiteral("TextSpan", clause.unless_span),
        Literal(clause.require), Literal(clause.at), Literal(clause.secret));
    return text + fmt::format(
                      "     .entropy = {},\n     .min_length = {},\n     .allow = {},\n     "
                      ".placeholders = {},\n"
                      "     .validator = {},\n     .decode = {}}}",
                      clause.entropy, clause.min_length, Texts(clause.allow), clause.placeholders,
                      Literal(clause.validator), clause.decode);
  }

  /// An expression of type const FactsClause*.
  std::string Facts(const FactsClause& clause) {
    return List("FactsClause",
                {fmt::format("{{.sql = {}, .of_part = {}}}", Literal(clause.sql), clause.of_part)});
  }

  std::string FactValues(std::span<const FactValue> values) {
    std::vector<std::string> elements;
    for (const FactValue& value : values) {
      elements.push_back(
          fmt::format("{{.column = {}, .text = {}}}", Literal(value.column), Literal(value.text)));
    }
    return List("FactValue", elements);
  }

  std::string Measures(std::span<const Measure> measures) {
    std::vector<std::string> elements;
    for (const Measure& measure : measures) {
      elements.push_back(
          fmt::format("{{.sql = {}, .says = {}}}", Literal(measure.sql), Literal(measure.says)));
    }
    return List("Measure", elements);
  }

  /// Lists that several rules share are written once, so that they are one list again.
  std::string Patterns(std::span<const CallPattern> patterns) {
    if (patterns.empty()) return "{}";
    const auto [known, fresh] = patterns_.try_emplace(patterns.data());
    if (fresh) known->second = NewPatterns(patterns);
    return known->second;
  }

  std::string NewPatterns(std::span<const CallPattern> patterns) {
    std::vector<std::string> elements;
    for (const CallPattern& pattern : patterns) {
      elements.push_back(fmt::format(
          "{{.sort = {}, .name = {}, .arguments = {}, .open = {}, .on_object = {}, .text = {}}}",
          EnumLiteral("PatternSort", pattern.sort), Literal(pattern.name),
          Arguments(pattern.arguments), pattern.open, pattern.on_object, Literal(pattern.text)));
    }
    return List("CallPattern", elements);
  }

  std::string Arguments(std::span<const ArgumentPattern> arguments) {
    std::vector<std::string> elements;
    for (const ArgumentPattern& argument : arguments) {
      elements.push_back(fmt::format(
          "{{.sort = {}, .negated = {}, .some = {}, .names = {}, .number = {}, .text = {}, "
          ".capture = {}}}",
          EnumLiteral("ArgumentSort", argument.sort), argument.negated, argument.some,
          Texts(argument.names), argument.number, Literal(argument.text),
          Literal(argument.capture)));
    }
    return List("ArgumentPattern", elements);
  }

  std::string Groups(std::span<const PatternGroup> groups) {
    std::vector<std::string> elements;
    for (const PatternGroup& group : groups) {
      elements.push_back(
          fmt::format("{{.all = {}, .patterns = {}}}", group.all, Patterns(group.patterns)));
    }
    return List("PatternGroup", elements);
  }

  std::string Typestate(const TypestateClause& clause) {
    std::string text = fmt::format(
        "{{.object = {},\n     .types = {},\n     .made_by = {},\n     .bound_by = {},\n     "
        ".unbound_by = {},\n",
        Literal(clause.object), Texts(clause.types), Patterns(clause.made_by),
        Groups(clause.bound_by), Patterns(clause.unbound_by));
    return text + fmt::format(
                      "     .reset_by = {},\n     .copied_by = {},\n     .used_by = {},\n     "
                      ".same_as = {},\n     .beside = {},\n     .carriers = {},\n     "
                      ".starts_bounded = {},\n     .unit = {},\n     .huge = {}}}",
                      Patterns(clause.reset_by), Patterns(clause.copied_by),
                      Patterns(clause.used_by), Patterns(clause.same_as), Patterns(clause.beside),
                      Texts(clause.carriers), clause.starts_bounded, clause.unit, clause.huge);
  }

  std::string Loop(const LoopClause& clause) {
    return fmt::format(
        "{{.find = {}, .calls = {}, .connects = {}, .waits = {}, .clocks = {}, .randoms = {}, "
        ".resumes = {}, .hopeless = {}, .like = {}}}",
        EnumLiteral("LoopFault", clause.find), Patterns(clause.calls), Patterns(clause.connects),
        Patterns(clause.waits), Patterns(clause.clocks), Patterns(clause.randoms),
        Texts(clause.resumes), Texts(clause.hopeless), Literal(clause.like));
  }

  /// An expression of type const CxxClause*: the name of an array of one.
  std::string Cxx(const CxxClause& clause) {
    const std::string row = fmt::format(
        "{{.sort = {},\n   .matcher = {{.expression = {}, .words = {}}},\n   .typestate = {},\n   "
        ".call = {{.of = {}, .unless = {}, .secret = {}}},\n   .taint = {{.into = {}, .sinks = {}, "
        ".sources = {}, .inputs = {}, .escapes = {}}},\n   .loop = {}}}",
        EnumLiteral("CxxClauseSort", clause.sort), Literal(clause.matcher.expression),
        Texts(clause.matcher.words), Typestate(clause.typestate), Patterns(clause.call.of),
        Patterns(clause.call.unless), Literal(clause.call.secret),
        EnumLiteral("TextSort", clause.taint.into), Patterns(clause.taint.sinks),
        Patterns(clause.taint.sources), Patterns(clause.taint.inputs),
        Patterns(clause.taint.escapes), Loop(clause.loop));
    return List("CxxClause", {row});
  }

  std::map<const CallPattern*, std::string> patterns_;  // names of the lists written
};

}  // namespace

std::string WriteTables(std::span<const Rule* const> rules,
                        std::span<const ChecklistItem* const> checklist,
                        const EmbeddedTexts& texts) {
  TableWriter writer;
  std::vector<std::string> rule_rows, item_rows;
  for (const Rule* rule : rules) rule_rows.push_back(writer.RuleRow(*rule));
  for (const ChecklistItem* item : checklist) item_rows.push_back(writer.ItemRow(*item));
  const std::string rule_list = writer.List("Rule", rule_rows);
  const std::string item_list = writer.List("ChecklistItem", item_rows);
  return fmt::format(
      "// Generated from rules/ by gonogo-rulec.\n#include \"analyzer/rulebook/rule_book.h\"\n\n"
      "namespace gonogo {{\nnamespace {{\n\n{}\n"
      "// Aligned, since its tables are read where they lie.\n"
      "alignas(64) constexpr char kKeywordDatabase[] = {};\n\n"
      "constexpr BuiltInRules kBuiltIn = {{\n  .rules = {},\n  .checklist = {},\n  "
      ".keyword_database = {{kKeywordDatabase, sizeof kKeywordDatabase - 1}},\n"
      "  .rule_schema = {},\n  .config_schema = {},\n  .rule_set_hash = {},\n}};\n\n"
      "}}  // namespace\n\nconst BuiltInRules& EmbeddedRules() {{ return kBuiltIn; }}\n\n}}  // "
      "namespace gonogo\n",
      writer.arrays(), Quoted(texts.keyword_database), rule_list, item_list,
      Literal(texts.rule_schema), Literal(texts.config_schema), Literal(texts.rule_set_hash));
}

}  // namespace gonogo
