#include "analyzer/worker/clang/constants.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Lex/Lexer.h>

#include "analyzer/worker/clang/transparent.h"

namespace gonogo {
namespace {

using clang::Expr;
using llvm::dyn_cast;

struct TimeFunction {
  std::string_view name;
  double nanoseconds;
};

/// Functions and classes that make a length of time of a plain number.
constexpr std::array kTimeFunctions = {
    TimeFunction{"absl::Nanoseconds", 1},
    TimeFunction{"absl::Microseconds", 1e3},
    TimeFunction{"absl::Milliseconds", 1e6},
    TimeFunction{"absl::Seconds", 1e9},
    TimeFunction{"absl::Minutes", 60e9},
    TimeFunction{"absl::Hours", 3600e9},
    TimeFunction{"boost::posix_time::microseconds", 1e3},
    TimeFunction{"boost::posix_time::milliseconds", 1e6},
    TimeFunction{"boost::posix_time::millisec", 1e6},
    TimeFunction{"boost::posix_time::seconds", 1e9},
    TimeFunction{"boost::posix_time::minutes", 60e9},
    TimeFunction{"boost::posix_time::hours", 3600e9},
};

void SetDuration(double nanoseconds, CxxValue& value) {
  constexpr double kMost = 9.2e18;
  value.kind = CxxValueKind::kDuration;
  value.integer = static_cast<std::int64_t>(std::clamp(nanoseconds, -kMost, kMost));
}

/// A template argument std::ratio<a, b> as a number; 0 where it is none.
double RatioOf(const clang::TemplateArgument& argument) {
  if (argument.getKind() != clang::TemplateArgument::Type) return 0;
  const auto* ratio = dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      argument.getAsType()->getAsCXXRecordDecl());
  if (ratio == nullptr || ratio->getTemplateArgs().size() != 2) return 0;
  const auto& parts = ratio->getTemplateArgs();
  for (unsigned i = 0; i < 2; ++i) {
    if (parts[i].getKind() != clang::TemplateArgument::Integral) return 0;
  }
  const double below = parts[1].getAsIntegral().roundToDouble();
  return below == 0 ? 0 : parts[0].getAsIntegral().roundToDouble() / below;
}

bool FoldDuration(UnitContext& context, const Expr& expression, double tick, CxxValue& value) {
  Expr::EvalResult result;
  if (expression.isValueDependent() || !expression.isPRValue() ||
      !expression.EvaluateAsRValue(result, context.ast) || !result.Val.isStruct() ||
      result.Val.getStructNumFields() != 1) {
    return false;
  }
  const clang::APValue& count = result.Val.getStructField(0);
  if (count.isInt()) {
    SetDuration(count.getInt().roundToDouble() * tick, value);
  } else if (count.isFloat()) {
    SetDuration(count.getFloat().convertToDouble() * tick, value);
  } else {
    return false;
  }
  return true;
}

/// absl::Seconds(3), boost::posix_time::seconds(3).
bool FoldTimeFunction(UnitContext& context, const Expr& expression, CxxValue& value) {
  const clang::NamedDecl* made_by = nullptr;
  const Expr* argument = nullptr;
  if (const auto* call = dyn_cast<clang::CallExpr>(&expression)) {
    made_by = call->getDirectCallee();
    if (call->getNumArgs() == 1) argument = call->getArg(0);
  } else if (const auto* made = dyn_cast<clang::CXXConstructExpr>(&expression)) {
    made_by = made->getConstructor()->getParent();
    if (made->getNumArgs() == 1) argument = made->getArg(0);
  }
  if (made_by == nullptr || argument == nullptr || !made_by->getIdentifier()) return false;
  const std::string& name = context.names.Of(*made_by);
  const auto found = std::ranges::find(kTimeFunctions, name, &TimeFunction::name);
  CxxValue number;
  if (found == kTimeFunctions.end() || !FoldConstant(context, *argument, number)) return false;
  if (number.kind == CxxValueKind::kInteger) {
    SetDuration(static_cast<double>(number.integer) * found->nanoseconds, value);
  } else if (number.kind == CxxValueKind::kReal) {
    SetDuration(number.real * found->nanoseconds, value);
  } else {
    return false;
  }
  return true;
}

std::int64_t Clamped(const llvm::APSInt& number) {
  if (number.isUnsigned() && number.getActiveBits() > 63) {
    // 0xFFFFFFFFFFFFFFFF and its like are written for -1.
    return number.getActiveBits() <= 64 ? static_cast<std::int64_t>(number.getZExtValue())
                                        : INT64_MAX;
  }
  return number.getSignificantBits() > 64 ? INT64_MAX : number.getExtValue();
}

bool FoldNumber(UnitContext& context, const Expr& expression, CxxValue& value) {
  const clang::QualType type = expression.getType();
  if (type->isIntegralOrEnumerationType()) {
    Expr::EvalResult result;
    if (!expression.EvaluateAsInt(result, context.ast)) return false;
    value.kind = CxxValueKind::kInteger;
    value.integer = Clamped(result.Val.getInt());
    return true;
  }
  if (!type->isRealFloatingType()) return false;
  llvm::APFloat result(0.0);
  if (!expression.EvaluateAsFloat(result, context.ast)) return false;
  bool lost = false;
  result.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &lost);
  value.kind = CxxValueKind::kReal;
  value.real = result.convertToDouble();
  if (!std::isfinite(value.real)) value.real = 0;
  return true;
}

void SetText(UnitContext& context, const clang::StringLiteral& literal, CxxValue& value) {
  constexpr std::size_t kLongest = 1 << 16;
  value.kind = CxxValueKind::kText;
  if (literal.getCharByteWidth() == 1) {
    value.text = literal.getString().substr(0, kLongest).str();
  } else {
    for (unsigned i = 0; i < std::min<unsigned>(literal.getLength(), kLongest); ++i) {
      const std::uint32_t unit = literal.getCodeUnit(i);
      value.text += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
  }
  for (unsigned i = 0; i < literal.getNumConcatenated(); ++i) {
    const CxxPlace place = context.places.OfSpelling(literal.getStrTokenLoc(i));
    if (place.line == 0) {
      value.spelled.clear();
      return;
    }
    value.spelled.push_back(place);
  }
}

/// A variable that never changes has the value of its initialiser.
bool FoldVariable(UnitContext& context, const clang::VarDecl& variable, int depth, CxxValue& value);

bool Fold(UnitContext& context, const Expr& expression, int depth, CxxValue& value) {
  const Expr* at = &expression;
  for (; at != nullptr && depth < 40; ++depth) {
    if (const auto* literal = dyn_cast<clang::StringLiteral>(at)) {
      SetText(context, *literal, value);
      return true;
    }
    if (llvm::isa<clang::CXXNullPtrLiteralExpr, clang::GNUNullExpr>(at)) {
      value.kind = CxxValueKind::kNull;
      return true;
    }
    // A list in parentheses has no type.
    const bool is_known =
        !at->getType().isNull() && !at->isValueDependent() && !at->containsErrors();
    if (is_known && at->getType()->isPointerType() &&
        at->isNullPointerConstant(context.ast, Expr::NPC_NeverValueDependent) !=
            Expr::NPCK_NotNull) {
      value.kind = CxxValueKind::kNull;
      return true;
    }
    if (is_known && FoldNumber(context, *at, value)) return true;
    const double tick = is_known ? TickOf(at->getType()) : 0;
    if (tick != 0 && FoldDuration(context, *at, tick, value)) return true;
    if (FoldTimeFunction(context, *at, value)) return true;
    if (const auto* reference = dyn_cast<clang::DeclRefExpr>(at)) {
      const auto* variable = dyn_cast<clang::VarDecl>(reference->getDecl());
      return variable != nullptr && FoldVariable(context, *variable, depth + 1, value);
    }
    if (const auto* unary = dyn_cast<clang::UnaryOperator>(at)) {
      if (unary->getOpcode() != clang::UO_Extension && unary->getOpcode() != clang::UO_Plus) {
        return false;
      }
    }
    at = llvm::isa<clang::BinaryOperator>(at) ? nullptr : Inner(*at);
  }
  return false;
}

bool FoldVariable(UnitContext& context, const clang::VarDecl& variable, int depth,
                  CxxValue& value) {
  if (llvm::isa<clang::ParmVarDecl>(variable)) return false;
  const clang::QualType type = variable.getType();
  const bool constant =
      type.isConstQualified() || variable.isConstexpr() ||
      (type->isArrayType() && context.ast.getBaseElementType(type).isConstQualified());
  const Expr* initialiser = constant ? variable.getAnyInitializer() : nullptr;
  if (initialiser == nullptr || !Fold(context, *initialiser, depth, value)) return false;
  value.name = context.names.Of(variable);
  return true;
}

/// Whether an expression is a variable, a field or a call that cannot be constant: most are, and
/// the question costs Clang more.
bool IsVariable(UnitContext& context, const Expr& expression) {
  const Expr& bare = WithoutCasts(expression);
  if (const auto* reference = dyn_cast<clang::DeclRefExpr>(&bare)) {
    const auto* variable = dyn_cast<clang::VarDecl>(reference->getDecl());
    if (variable == nullptr) return false;
    const clang::QualType type = variable->getType();
    return llvm::isa<clang::ParmVarDecl>(variable) ||
           (!variable->isConstexpr() && !type.isConstQualified() && !type->isReferenceType() &&
            !context.ast.getBaseElementType(type).isConstQualified());
  }
  if (const auto* member = dyn_cast<clang::MemberExpr>(&bare)) {
    return llvm::isa<clang::FieldDecl>(member->getMemberDecl());
  }
  const auto* call = dyn_cast<clang::CallExpr>(&bare);
  const auto* callee = call != nullptr ? call->getDirectCallee() : nullptr;
  return callee != nullptr && !context.ast.getLangOpts().CPlusPlus && callee->getBuiltinID() == 0;
}

/// The name of a constant or enumerator that the expression is but for casts, parentheses and
/// conversions.
std::string NameOfConstant(UnitContext& context, const Expr& expression) {
  const Expr* bare = &WithoutCasts(expression);
  while (llvm::isa<clang::CXXConstructExpr>(bare) && Inner(*bare) != nullptr) {
    bare = &WithoutCasts(*Inner(*bare));
  }
  const clang::ValueDecl* declaration = nullptr;
  if (const auto* reference = dyn_cast<clang::DeclRefExpr>(bare)) {
    declaration = reference->getDecl();
  } else if (const auto* member = dyn_cast<clang::MemberExpr>(bare)) {
    declaration = member->getMemberDecl();
  }
  if (declaration == nullptr || !llvm::isa<clang::EnumConstantDecl, clang::VarDecl>(declaration)) {
    return {};
  }
  return context.names.Of(*declaration);
}

}  // namespace

double TickOf(clang::QualType type) {
  const auto* record = dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      type.isNull() ? nullptr : type.getNonReferenceType()->getAsCXXRecordDecl());
  if (record == nullptr || !record->getIdentifier() || record->getName() != "duration" ||
      record->getTemplateArgs().size() != 2) {
    return 0;
  }
  return RatioOf(record->getTemplateArgs()[1]) * 1e9;
}

bool IsConstantTime(UnitContext& context, const Expr& made) {
  CxxValue value;
  if (FoldTimeFunction(context, made, value)) return true;
  return TickOf(made.getType()) != 0 && FoldConstant(context, made, value);
}

std::string MacroOf(UnitContext& context, const Expr& expression) {
  clang::SourceLocation begin = expression.getBeginLoc();
  clang::SourceLocation end = expression.getEndLoc();
  if (!begin.isMacroID() || !end.isMacroID()) return {};
  const clang::SourceManager& sources = context.places.sources();
  const clang::LangOptions& language = context.places.language();
  std::string outermost, of_library;
  while (begin.isMacroID() && end.isMacroID()) {
    if (sources.isMacroArgExpansion(begin) && sources.isMacroArgExpansion(end)) {
      begin = sources.getImmediateMacroCallerLoc(begin);
      end = sources.getImmediateMacroCallerLoc(end);
      continue;
    }
    if (sources.getFileID(begin) != sources.getFileID(end)) break;
    const unsigned length =
        clang::Lexer::MeasureTokenLength(sources.getSpellingLoc(end), sources, language);
    if (!sources.isAtStartOfImmediateMacroExpansion(begin) ||
        !sources.isAtEndOfImmediateMacroExpansion(end.getLocWithOffset(static_cast<int>(length)))) {
      break;
    }
    outermost = clang::Lexer::getImmediateMacroName(begin, sources, language).str();
    if (!context.places.IsInTree(sources.getSpellingLoc(begin))) of_library = outermost;
    const clang::CharSourceRange use = sources.getImmediateExpansionRange(begin);
    begin = use.getBegin();
    end = use.getEnd();
  }
  return of_library.empty() ? outermost : of_library;
}

bool FoldConstant(UnitContext& context, const Expr& expression, CxxValue& value) {
  if (IsVariable(context, expression)) return false;
  const bool folded = Fold(context, expression, 0, value);
  std::string name = NameOfConstant(context, expression);
  if (name.empty() || !folded) {
    if (std::string macro = MacroOf(context, expression); !macro.empty()) name = std::move(macro);
  }
  if (folded && !name.empty()) value.name = std::move(name);
  if (!folded) value.name.clear();
  return folded;
}

}  // namespace gonogo
