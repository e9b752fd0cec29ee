#include "analyzer/worker/clang/declarations.h"

#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>

#include "analyzer/worker/clang/constants.h"
#include "analyzer/worker/clang/function_lowering.h"

namespace gonogo {
namespace {

using llvm::dyn_cast;

/// Values of a place that has no events and no locals: whatever would need them is unknown there.
CxxValue ConstantValue(UnitContext& context, const clang::Expr& expression) {
  CxxFunction nowhere;
  Scope scope(context, nullptr, nullptr, nowhere);
  Values values(context, scope);
  CxxValue value = values.Of(expression);
  return nowhere.locals.empty() ? value : CxxValue();
}

/// Whether making the value needs code that a program's start or a function runs.
bool NeedsCode(const clang::Stmt& statement, int depth) {
  if (llvm::isa<clang::LambdaExpr>(statement) || depth > 100) return true;
  if (llvm::isa<clang::CallExpr, clang::CXXConstructExpr, clang::CXXNewExpr>(statement))
    return true;
  for (const clang::Stmt* child : statement.children()) {
    if (child != nullptr && NeedsCode(*child, depth + 1)) return true;
  }
  return false;
}

class Visitor {
 public:
  explicit Visitor(UnitContext& context) : context_(context) {}

  void Visit(const clang::Decl& declaration, int depth) {
    if (depth > 200 || declaration.isImplicit() || declaration.isInvalidDecl()) {
      if (!llvm::isa<clang::FunctionDecl, clang::DeclContext>(declaration)) return;
    }
    if (const auto* from = dyn_cast<clang::FunctionTemplateDecl>(&declaration)) {
      return Visit(*from->getTemplatedDecl(), depth + 1);
    }
    if (const auto* from = dyn_cast<clang::ClassTemplateDecl>(&declaration)) {
      return Visit(*from->getTemplatedDecl(), depth + 1);
    }
    if (const auto* from = dyn_cast<clang::VarTemplateDecl>(&declaration)) {
      return Visit(*from->getTemplatedDecl(), depth + 1);
    }
    if (const auto* friendly = dyn_cast<clang::FriendDecl>(&declaration)) {
      if (friendly->getFriendDecl() != nullptr) Visit(*friendly->getFriendDecl(), depth + 1);
      return;
    }
    if (const auto* function = dyn_cast<clang::FunctionDecl>(&declaration)) {
      Function(*function);
    } else if (const auto* variable = dyn_cast<clang::VarDecl>(&declaration)) {
      Global(*variable);
    } else if (const auto* record = dyn_cast<clang::RecordDecl>(&declaration)) {
      Class(*record, depth);
    } else if (llvm::isa<clang::NamespaceDecl, clang::LinkageSpecDecl, clang::ExportDecl>(
                   declaration)) {
      VisitAll(*llvm::cast<clang::DeclContext>(&declaration), depth);
    }
  }

  /// Classes in bodies are met while bodies are lowered.
  void VisitLocalClasses() {
    while (!context_.local_classes.empty()) {
      const auto* record = context_.local_classes.back();
      context_.local_classes.pop_back();
      Class(*record, 0);
    }
  }

 private:
  void VisitAll(const clang::DeclContext& around, int depth) {
    for (const clang::Decl* declaration : around.decls()) Visit(*declaration, depth + 1);
  }

  void Function(const clang::FunctionDecl& function) {
    if (!function.doesThisDeclarationHaveABody() || function.hasSkippedBody() ||
        function.isDefaulted() || function.isImplicit() || function.getBody() == nullptr ||
        !context_.places.IsInTree(function.getLocation())) {
      return;
    }
    FunctionLowering::Lower(context_, function);
    VisitLocalClasses();
  }

  void Class(const clang::RecordDecl& record, int depth) {
    if (!record.isThisDeclarationADefinition() || record.isImplicit()) return;
    const auto* in_cxx = dyn_cast<clang::CXXRecordDecl>(&record);
    if (in_cxx != nullptr && in_cxx->isLambda()) return;
    if (!context_.places.IsInTree(record.getLocation())) return;
    CxxClass lowered;
    lowered.usr = context_.names.UsrOf(record);
    lowered.name = context_.names.Of(record);
    lowered.place = context_.places.Of(record.getLocation());
    if (in_cxx != nullptr) AddBases(*in_cxx, lowered);
    AddFields(record, lowered);
    context_.unit.classes.push_back(std::move(lowered));
    VisitAll(record, depth);
  }

  void AddBases(const clang::CXXRecordDecl& record, CxxClass& lowered) {
    for (const clang::CXXBaseSpecifier& base : record.bases()) {
      const auto* parent = RecordOf(base.getType());
      if (parent != nullptr) lowered.bases.push_back(context_.names.UsrOf(*parent));
    }
  }

  void AddFields(const clang::RecordDecl& record, CxxClass& lowered) {
    for (const clang::FieldDecl* field : record.fields()) {
      if (field->isAnonymousStructOrUnion()) continue;
      const std::string& usr = context_.names.UsrOf(*field);
      lowered.fields.push_back({field->getNameAsString(), usr, context_.names.Of(field->getType()),
                                context_.places.Of(field->getLocation())});
      if (const clang::Expr* given = field->getInClassInitializer()) {
        lowered.initialisers.emplace_back(usr, ConstantValue(context_, *given));
      }
    }
  }

  void Global(const clang::VarDecl& variable) {
    if (!variable.hasGlobalStorage() || !context_.places.IsInTree(variable.getLocation())) return;
    if (variable.isThisDeclarationADefinition() == clang::VarDecl::DeclarationOnly) return;
    CxxGlobal lowered;
    lowered.variable = {variable.getNameAsString(), context_.names.UsrOf(variable),
                        context_.names.Of(variable.getType()),
                        context_.places.Of(variable.getLocation())};
    lowered.variable.name = context_.names.Of(variable);
    lowered.is_constant = variable.getType().isConstQualified() || variable.isConstexpr();
    const clang::Expr* given = variable.getInit();
    if (given != nullptr) lowered.initialiser = ConstantValue(context_, *given);
    context_.unit.globals.push_back(std::move(lowered));
    if (given == nullptr || variable.isStaticLocal()) return;
    CxxValue folded;
    if (FoldConstant(context_, *given, folded)) return;
    const bool has_parts = given->getType()->isRecordType() || given->getType()->isArrayType();
    const bool is_numbers = given->getType()->isArrayType() &&
                            context_.ast.getBaseElementType(given->getType())->isArithmeticType();
    if (NeedsCode(*given, 0) || (has_parts && !is_numbers)) {
      FunctionLowering::LowerInitialiser(context_, variable);
    }
  }

  UnitContext& context_;
};

}  // namespace

void LowerDeclarations(UnitContext& context, const std::vector<clang::Decl*>& declarations) {
  Visitor visitor(context);
  for (const clang::Decl* declaration : declarations) visitor.Visit(*declaration, 0);
  visitor.VisitLocalClasses();
  for (CxxFunction& function : context.unit.functions) {
    function.is_address_taken =
        function.is_address_taken || context.address_taken.contains(function.usr);
  }
}

}  // namespace gonogo
