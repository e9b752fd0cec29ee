#include "analyzer/engines/cxx/flow/choice.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/flow/choice_names.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 3;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether a variable of this type says yes, no, how much or which, and not whether it is there.
bool IsSetting(std::string_view type) {
  constexpr std::string_view kTypes[] = {"bool",
                                         "_Bool",
                                         "int",
                                         "unsigned int",
                                         "long",
                                         "unsigned long",
                                         "short",
                                         "unsigned char",
                                         "char",
                                         "std::basic_string",
                                         "QString",
                                         "gboolean",
                                         "signed char",
                                         "unsigned short",
                                         "long long",
                                         "unsigned long long",
                                         ""};
  // A truth value has many names in C: sbool, gboolean, BOOL, Bool.
  const bool truth = type.ends_with("bool") || type.ends_with("Bool") || type.ends_with("BOOL") ||
                     type.ends_with("boolean");
  return truth || std::ranges::count(kTypes, type) > 0;
}

bool IsComparison(std::string_view callee) {
  constexpr std::string_view kNames[] = {"strcmp",       "strncmp",   "strcasecmp",
                                         "strncasecmp",  "memcmp",    "std::strcmp",
                                         "std::strncmp", "g_strcmp0", "std::basic_string::compare"};
  return std::ranges::count(kNames, callee) > 0;
}

/// Whether a side of a test of what a library said is the one on which it failed. Zero and one are
/// what libraries call success; `if (result)` tells nothing.
bool IsFailing(const CxxValue& condition, bool side) {
  if (condition.kind != CxxValueKind::kCombined) return true;
  const std::string& operation = condition.operation;
  if (operation == "!" || operation == "<" || operation == "<=") return side;
  const bool equal = operation == "==";
  if ((!equal && operation != "!=") || condition.parts.size() != 2) return true;
  const CxxValue& constant = condition.parts[1];
  const bool success =
      constant.kind == CxxValueKind::kInteger && (constant.integer == 0 || constant.integer == 1);
  return equal == success ? !side : side;
}

/// Qt's names have no common beginning but these.
bool IsOfQtNetwork(std::string_view name) {
  constexpr std::string_view kBeginnings[] = {
      "QNetworkReply", "QNetworkAccess", "QNetworkRequest", "QAbstractSocket",
      "QSslSocket",    "QSslConfig",     "QTcpSocket",      "QWebSocket"};
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view begin) { return name.starts_with(begin); });
}

/// "POST", kPost, HTTP_PUT: which request it is says nothing about who may answer it.
bool IsRequestMethod(const CxxValue& value) {
  constexpr std::string_view kMethods[] = {"get", "post", "put", "delete", "patch", "head"};
  const std::string_view name = value.kind == CxxValueKind::kText ? value.text : value.name;
  if (name.empty()) return false;
  const bool one_word =
      value.kind != CxxValueKind::kText || WordsOfName(LastNameOf(name)).size() == 1;
  return one_word && HasWordOf(LastNameOf(name), kMethods);
}

/// `if (body.size() > 0)`, `if (!headers.empty())`: there is something, as behind a pointer.
bool AsksWhetherFilled(std::string_view callee, bool side) {
  constexpr std::string_view kCounts[] = {"size", "length", "count", "strlen"};
  const std::string_view name = LastNameOf(callee);
  if (name == "empty" || name == "isEmpty") return !side;
  return side && std::ranges::count(kCounts, name) > 0;
}

/// `if (handle_)` of a smart pointer or of a class around a handle. Of std::optional it asks for a
/// setting.
bool AsksForPresence(std::string_view callee) {
  return callee.ends_with("::operator bool") && !callee.starts_with("std::optional");
}

/// `if (certificate == known)`: whoever compares the certificate has verified it.
bool ComparesCertificates(const CxxEvent& event) {
  const std::string_view name = LastNameOf(event.callee);
  const bool compares = name == "operator==" || name == "operator!=" || name == "contains";
  const auto is_one = [](const CxxValue& value) {
    return value.type.find("Certificate") != std::string::npos;
  };
  return compares && (event.callee.find("Certificate") != std::string::npos || is_one(event.self) ||
                      std::ranges::any_of(event.arguments, is_one));
}

bool IsSchemeText(const CxxValue& value) {
  return value.kind == CxxValueKind::kText &&
         (value.text.starts_with("http") || value.text.starts_with("wss") ||
          value.text.starts_with("ftps") || value.text == "tls" || value.text == "ssl");
}

}  // namespace

Choices::Choices(const CxxProgram& program, const ValueSources& sources, Resolver& resolver,
                 std::string_view library)
    : program_(program), sources_(sources), resolver_(resolver), library_(library) {}

FlowGraph& Choices::GraphOf(FunctionId function) {
  return graphs_.try_emplace(function, *program_.function(function).function).first->second;
}

/// curl_easy_setopt and CURLE_SSL_CACERT, SSL_CTX_set_verify and SSL_get_error.
bool Choices::IsKin(std::string_view name) const {
  if (IsOfQtNetwork(library_)) return IsOfQtNetwork(name);
  if (const std::size_t at = name.rfind("::"); at != std::string_view::npos) {
    const std::size_t own = library_.find("::");
    return own != std::string_view::npos && name.starts_with(library_.substr(0, own + 2));
  }
  const std::size_t end = library_.find_first_of("_:");
  const std::size_t length = end == std::string_view::npos ? 4 : std::min<std::size_t>(end, 4);
  if (name.size() < length || length < 3) return false;
  for (std::size_t i = 0; i < length; ++i) {
    if (Lower(name[i]) != Lower(library_[i])) return false;
  }
  return true;
}

/// `reply->attribute(target).toUrl().isEmpty()` asks what the other side said, in many steps.
bool Choices::IsAnswer(const CxxValue& value, FunctionId function, unsigned depth) const {
  if (depth > kDeepest) return false;
  if (value.kind == CxxValueKind::kResult) {
    const auto& events = program_.function(function).events;
    if (value.event >= events.size()) return false;
    const CxxEvent& event = *events[value.event];
    return IsKin(event.callee) || IsAnswer(event.self, function, depth + 1);
  }
  if (value.kind == CxxValueKind::kCombined) {
    return std::ranges::any_of(
        value.parts, [&](const CxxValue& part) { return IsAnswer(part, function, depth + 1); });
  }
  const bool local = value.kind == CxxValueKind::kObject && value.object.path.empty() &&
                     value.object.root == CxxRoot::kLocal;
  if (!local) return false;
  const Sources& sources = sources_.Of(function, CxxRoot::kLocal, value.object.index);
  return !sources.stores.empty() && std::ranges::all_of(sources.stores, [&](const Source& source) {
    return source.value != nullptr && IsAnswer(*source.value, function, depth + 1);
  });
}

Reason Choices::Of(EventId at, const ParameterConstants& given) { return OfEvent(at, given, 0); }

bool Choices::IsChosenOutside(FunctionId function) { return IsChosenOutside(function, 0); }

bool Choices::IsChosenOutside(FunctionId function, unsigned depth) {
  constexpr std::size_t kMostCallers = 8;
  const ProgramFunction& entry = program_.function(function);
  // The handler of an option, or what a library lets its users call.
  if (std::ranges::all_of(entry.callers, [&](EventId call) { return OnlyHandsOn(call); })) {
    return NamesVerification(entry.function->name) || IsHandedOnByChoice(entry);
  }
  if (entry.callers.size() > kMostCallers || depth == kDeepest) return false;
  return std::ranges::all_of(entry.callers, [&](EventId call) {
    return call.function != function &&
           (IsCalledByChoice(call) || IsChosenOutside(call.function, depth + 1));
  });
}

/// `if (settings.ignoreErrors()) connect(reply, .., [reply] { reply->ignoreSslErrors(); });`
bool Choices::IsHandedOnByChoice(const ProgramFunction& entry) {
  return !entry.callers.empty() &&
         std::ranges::all_of(entry.callers, [&](EventId call) { return IsCalledByChoice(call); });
}

/// Whether the event calls nothing, but keeps a function or hands it to somebody.
bool Choices::OnlyHandsOn(EventId call) const { return program_.TargetsOf(call).empty(); }

/// That something is done at all is a choice, too: it is one about verification where the test
/// says so.
bool Choices::IsCalledByChoice(EventId call) {
  const ProgramFunction& entry = program_.function(call.function);
  return std::ranges::any_of(
      GraphOf(call.function).GuardsOf(entry.block_of[call.event]), [&](const Guard& guard) {
        const CxxBlock& test = entry.function->blocks[guard.block];
        return !guard.leaves && !test.is_loop &&
               SpeaksOfVerification(test.condition, call.function, 0) &&
               OfTest(test.condition, guard.edge == 0, call.function, {}) == Reason::kChoice;
      });
}

bool Choices::SpeaksOfVerification(const CxxValue& value, FunctionId function,
                                   unsigned depth) const {
  if (depth > kDeepest) return false;
  if (value.kind == CxxValueKind::kObject) {
    std::string name = NameOfObject(program_, function, value.object);
    name.erase(0, name.rfind('.') + 1);
    return NamesVerification(name) || WordsOfName(name).front().starts_with("verif");
  }
  if (value.kind == CxxValueKind::kResult) {
    const auto& events = program_.function(function).events;
    if (value.event >= events.size()) return false;
    const CxxEvent& event = *events[value.event];
    return NamesVerification(event.callee) || AsksToIgnoreErrors(event.callee) ||
           std::ranges::any_of(event.arguments, [](const CxxValue& argument) {
             return argument.kind == CxxValueKind::kText && NamesVerification(argument.text);
           });
  }
  return std::ranges::any_of(value.parts, [&](const CxxValue& part) {
    return SpeaksOfVerification(part, function, depth + 1);
  });
}

Reason Choices::OfEvent(EventId at, const ParameterConstants& given, unsigned depth) {
  if (at.event == kNoEvent) return Reason::kNothing;
  const ProgramFunction& entry = program_.function(at.function);
  Reason worst = Reason::kNothing;
  for (const Guard& guard : GraphOf(at.function).GuardsOf(entry.block_of[at.event])) {
    const CxxBlock& test = entry.function->blocks[guard.block];
    if (test.is_loop) continue;
    // `if (!insecure) return;` is a choice all the same.
    if (guard.leaves && !SpeaksOfVerification(test.condition, at.function, 0)) continue;
    worst = std::max(worst, OfTest(test.condition, guard.edge == 0, at.function, given, depth));
  }
  // Of alternatives the one that is least of a choice says it.
  for (const auto& group : GraphOf(at.function).AlternativesOf(entry.block_of[at.event])) {
    Reason least = Reason::kChoice;
    for (const Guard& guard : group) {
      const CxxBlock& test = entry.function->blocks[guard.block];
      least = std::min(least, OfTest(test.condition, guard.edge == 0, at.function, given, depth));
    }
    worst = std::max(worst, least);
  }
  return worst;
}

Reason Choices::Of(const Constant& constant) { return OfConstant(constant, 1); }

Reason Choices::OfConstant(const Constant& constant, unsigned depth) {
  Reason worst = OfEvent(constant.from, {}, depth);
  const bool stored = constant.from.event != kNoEvent;
  if (worst == Reason::kNothing && stored && IsChosenOutside(constant.from.function)) {
    return Reason::kChoice;
  }
  if (constant.test != nullptr) {
    worst = std::max(worst, OfTest(*constant.test, constant.test_true, constant.test_function, {},
                                   depth == 1 ? 0 : depth));
  }
  return worst;
}

Reason Choices::OfTest(const CxxValue& condition, bool side, FunctionId function,
                       const ParameterConstants& given, unsigned depth) {
  if (depth > kDeepest) return Reason::kChoice;
  if (!given.empty() && resolver_.Single(condition, function, given) != nullptr) {
    return Reason::kNothing;
  }
  Leaves leaves;
  Look(condition, side, function, given, depth, leaves);
  if (leaves.failure && IsFailing(condition, side)) return Reason::kFailure;
  if (leaves.choice) return Reason::kChoice;
  return leaves.standard ? Reason::kDefault : Reason::kNothing;
}

void Choices::Look(const CxxValue& value, bool side, FunctionId function,
                   const ParameterConstants& given, unsigned depth, Leaves& leaves) {
  if (depth > kDeepest) return;
  switch (value.kind) {
    case CxxValueKind::kObject:
      return LookAtObject(value, side, function, given, depth, leaves);
    case CxxValueKind::kResult:
      return LookAtCall(value, side, function, given, depth, leaves);
    case CxxValueKind::kUnknown:
      leaves.choice = true;
      return;
    case CxxValueKind::kCombined:
      break;
    default:
      leaves.failure = leaves.failure || (!value.name.empty() && IsKin(value.name));
      return;
  }
  if (std::ranges::any_of(value.parts, IsRequestMethod)) return;
  // `flags & VERIFY_PEER` asks a setting, whoever has given the bit its name.
  const bool bits = value.operation == "&" && value.parts.size() == 2;
  if (bits && value.parts[1].kind == CxxValueKind::kInteger) {
    return Look(value.parts[0], side, function, given, depth, leaves);
  }
  // A field of something that was not understood: a setting, as far as one can tell.
  if (value.operation == "recovered") {
    leaves.choice = true;
    return;
  }
  const bool negates = value.operation == "!" || value.operation == "!=";
  // strcmp() is false where its texts are equal; that is told where it is looked at.
  const bool zero = value.parts.size() == 2 && value.operation == "==" &&
                    value.parts[1].kind == CxxValueKind::kInteger && value.parts[1].integer == 0 &&
                    value.parts[1].name.empty();
  for (const CxxValue& part : value.parts) {
    Look(part, negates || zero ? !side : side, function, given, depth, leaves);
  }
}

void Choices::LookAtObject(const CxxValue& value, bool side, FunctionId function,
                           const ParameterConstants& given, unsigned depth, Leaves& leaves) {
  if (!IsSetting(value.type) && !value.type.starts_with("CURLcode")) return;
  const CxxObject& object = value.object;
  const bool local = object.root == CxxRoot::kLocal && object.path.empty();
  if (local) {
    // What a call of the library said, kept in a variable.
    const auto& events = program_.function(function).events;
    for (const Source& source : sources_.Of(function, object.root, object.index).stores) {
      const bool result = source.value != nullptr && source.value->kind == CxxValueKind::kResult &&
                          source.value->event < events.size();
      if (result && IsKin(events[source.value->event]->callee)) {
        leaves.failure = true;
        return;
      }
    }
  }
  if (local && KeepsOutcome(function, object.index)) return;
  // Of a member its own name says it, not that of what holds it.
  const std::string name = NameOfObject(program_, function, object);
  const std::string_view own = std::string_view(name).substr(name.rfind('.') + 1);
  if ((side && SaysOnlyEncrypted(own)) || NamesProgress(own)) return;
  const Resolved resolved = resolver_.Resolve(value, function, given);
  const bool verifies = NamesVerification(own) || WordsOfName(own).front().starts_with("verif");
  if (verifies && IsDefault(object, side)) {
    leaves.standard = true;
    return;
  }
  if (resolved.open || resolved.constants.empty()) {
    leaves.choice = true;
    return;
  }
  // Only the program changes it: then it is a choice where one of the changes is.
  for (const Constant& constant : resolved.constants) {
    const Reason reason = OfConstant(constant, depth + 1);
    leaves.choice = leaves.choice || reason == Reason::kChoice;
    leaves.failure = leaves.failure || reason == Reason::kFailure;
  }
}

/// `bool verify_peer = false;` among the options, or set so by the constructor: it is so unless
/// somebody says otherwise, and the program itself does not.
bool Choices::IsDefault(const CxxObject& object, bool side) {
  const bool global = object.path.empty() && object.root == CxxRoot::kGlobal;
  if (!global && object.path.empty()) return false;
  const Sources& sources =
      global ? sources_.OfGlobal(object.usr) : sources_.OfField(object.path.back());
  bool so = false;
  const CxxGlobal* known = global ? program_.GlobalOf(object.usr) : nullptr;
  if (known != nullptr && IsConstant(known->initialiser)) {
    if (IsTrue(known->initialiser) != side) return false;
    so = true;
  }
  for (const Source& source : sources.stores) {
    const bool initial = source.at.event == kNoEvent ||
                         program_.function(source.at.function).function->is_constructor;
    if (source.value == nullptr) continue;
    const CxxValue* constant = IsConstant(*source.value)
                                   ? source.value
                                   : resolver_.Single(*source.value, source.at.function, {});
    if (constant == nullptr) continue;
    const bool leads = IsTrue(*constant) == side;
    so = so || (initial && leads);
    const bool always = source.at.event == kNoEvent || OfEvent(source.at, {}, 1) != Reason::kChoice;
    if (!leads && always) return false;
  }
  return so;
}

/// `config.getBool("tls.verify", false)`: what nobody wrote into the file is off.
bool Choices::AsksWithDefault(const CxxEvent& event, bool side, FunctionId function,
                              unsigned depth) {
  if (depth > kDeepest) return false;
  if (event.arguments.size() < 2) {
    const auto& events = program_.function(function).events;
    const CxxValue& self = event.self;
    return event.arguments.empty() && self.kind == CxxValueKind::kResult &&
           self.event < events.size() &&
           AsksWithDefault(*events[self.event], side, function, depth + 1);
  }
  const bool named = std::ranges::any_of(event.arguments, [](const CxxValue& argument) {
    return argument.kind == CxxValueKind::kText && NamesVerification(argument.text);
  });
  if (!named) return false;
  const CxxValue* standard = resolver_.Single(event.arguments.back(), function, {});
  return standard != nullptr && standard->kind == CxxValueKind::kInteger &&
         IsTrue(*standard) == side;
}

/// `result = open(); if (result != OK) goto cleanup;`: what calls said, one after the other, is
/// nobody's setting.
bool Choices::KeepsOutcome(FunctionId function, std::uint32_t local) const {
  const ProgramFunction& entry = program_.function(function);
  const auto& locals = entry.function->locals;
  if (local >= locals.size() || locals[local].type == "bool") return false;
  std::set<std::string_view> callees;
  for (const Source& source : sources_.Of(function, CxxRoot::kLocal, local).stores) {
    const bool result = source.value != nullptr && source.value->kind == CxxValueKind::kResult &&
                        source.value->event < entry.events.size();
    if (!result) continue;
    const CxxEvent& event = *entry.events[source.value->event];
    if (event.kind != CxxEventKind::kCall || NamesVerification(event.callee)) return false;
    callees.insert(event.callee);
  }
  return callees.size() > 1 || (!callees.empty() && NamesOutcome(locals[local].name));
}

void Choices::LookAtCall(const CxxValue& value, bool side, FunctionId function,
                         const ParameterConstants& given, unsigned depth, Leaves& leaves) {
  const auto& events = program_.function(function).events;
  if (value.event >= events.size()) return;
  const CxxEvent& event = *events[value.event];
  if (event.kind == CxxEventKind::kCall && IsKin(event.callee)) {
    leaves.failure = true;
    return;
  }
  if (std::ranges::any_of(event.arguments, IsSchemeText)) return;
  if (std::ranges::any_of(event.arguments, IsRequestMethod)) return;
  if (ComparesCertificates(event)) {
    leaves.choice = true;
    return;
  }
  if (IsAnswer(event.self, function, 0) || AsksForPresence(event.callee)) return;
  if (AsksWhetherFilled(event.callee, side) && !SpeaksOfVerification(event.self, function, 0)) {
    return;
  }
  const bool positive = IsComparison(event.callee) ? !side : side;
  if (positive && SaysOnlyEncrypted(event.callee)) return;
  // getenv("IRC_ENABLE_SSL"), config.Bool("use_tls")
  const auto named = [](const CxxValue& text) {
    return text.kind == CxxValueKind::kText && SaysOnlyEncrypted(text.text);
  };
  if (positive && std::ranges::any_of(event.arguments, named)) return;
  if (event.arguments.empty() && NamesProgress(event.callee)) return;
  if (!IsSetting(value.type) && value.type != "bool") return;
  if (resolver_.Single(value, function, given) != nullptr) return;
  if (AsksWithDefault(event, side, function, depth)) {
    leaves.standard = true;
    return;
  }
  leaves.choice = true;
}

}  // namespace gonogo
