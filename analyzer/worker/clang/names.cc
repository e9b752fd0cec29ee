#include "analyzer/worker/clang/names.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/PrettyPrinter.h>
#include <clang/Index/USRGeneration.h>

namespace gonogo {
namespace {

bool IsPassedOver(const clang::DeclContext& context) {
  if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&context)) {
    return space->isInline() || space->isAnonymousNamespace();
  }
  if (const auto* type = llvm::dyn_cast<clang::EnumDecl>(&context)) return !type->isScoped();
  return !llvm::isa<clang::NamedDecl>(context);
}

/// A name alone: "Get", "operator<<", "~Client", "operator bool".
std::string OwnName(const clang::NamedDecl& declaration) {
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&declaration)) {
    const std::string type = method->getParent()->getNameAsString();
    if (llvm::isa<clang::CXXConstructorDecl>(method)) return type;
    if (llvm::isa<clang::CXXDestructorDecl>(method)) return "~" + type;
    if (method->getParent()->isLambda()) return "lambda";
  }
  if (const auto* tag = llvm::dyn_cast<clang::TagDecl>(&declaration)) {
    if (!tag->getIdentifier()) {
      const auto* named = tag->getTypedefNameForAnonDecl();
      return named != nullptr ? named->getNameAsString() : std::string();
    }
  }
  return declaration.getNameAsString();
}

/// What a pointer, reference or array leads to in one step; null where it is none.
clang::QualType Stepped(clang::QualType type) {
  if (type->isReferenceType() || type->isPointerType()) return type->getPointeeType();
  const auto* array = type->getAsArrayTypeUnsafe();
  return array != nullptr ? array->getElementType() : clang::QualType();
}

bool HasPlainName(const clang::NamedDecl& declaration) {
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration)) {
    return function->isExternC();
  }
  const auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration);
  return variable != nullptr && variable->isExternC();
}

}  // namespace

const clang::FunctionDecl& PatternOf(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* at = &function;
  if (const auto* pattern = at->getTemplateInstantiationPattern(false)) at = pattern;
  return *at->getCanonicalDecl();
}

const clang::CXXRecordDecl& PatternOf(const clang::CXXRecordDecl& record) {
  if (const auto* pattern = record.getTemplateInstantiationPattern()) {
    return *pattern->getCanonicalDecl();
  }
  if (const auto* made = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record)) {
    if (!made->isExplicitSpecialization()) {
      return *made->getSpecializedTemplate()->getTemplatedDecl()->getCanonicalDecl();
    }
  }
  return *record.getCanonicalDecl();
}

const clang::NamedDecl& PatternOf(const clang::NamedDecl& declaration) {
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration)) {
    return PatternOf(*function);
  }
  if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration)) {
    return PatternOf(*record);
  }
  if (const auto* field = llvm::dyn_cast<clang::FieldDecl>(&declaration)) {
    const auto* parent = llvm::dyn_cast<clang::CXXRecordDecl>(field->getParent());
    if (parent == nullptr) return *field->getCanonicalDecl();
    const auto* pattern = PatternOf(*parent).getDefinition();
    if (pattern == nullptr || pattern == parent) return *field->getCanonicalDecl();
    unsigned index = field->getFieldIndex();
    for (const auto* other : pattern->fields()) {
      if (index-- == 0) return *other->getCanonicalDecl();
    }
    return *field->getCanonicalDecl();
  }
  if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration)) {
    if (const auto* pattern = variable->getTemplateInstantiationPattern()) {
      return *pattern->getCanonicalDecl();
    }
  }
  return declaration;
}

clang::QualType Pointee(clang::QualType type) {
  while (!type.isNull()) {
    type = type.getNonReferenceType();
    if (const auto* pointer = type->getAs<clang::PointerType>()) {
      type = pointer->getPointeeType();
    } else if (const auto* array = type->getAsArrayTypeUnsafe()) {
      type = array->getElementType();
    } else {
      break;
    }
  }
  return type;
}

const clang::CXXRecordDecl* RecordOf(clang::QualType type) {
  const clang::QualType bare = Pointee(type);
  if (bare.isNull()) return nullptr;
  if (const auto* record = bare->getAsCXXRecordDecl()) return record;
  if (const auto* made = bare->getAs<clang::TemplateSpecializationType>()) {
    const auto* pattern = llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(
        made->getTemplateName().getAsTemplateDecl());
    if (pattern != nullptr) return pattern->getTemplatedDecl();
  }
  return nullptr;
}

std::string Names::Build(const clang::NamedDecl& declaration) {
  std::string name = OwnName(declaration);
  if (HasPlainName(declaration)) return name;
  for (const clang::DeclContext* context = declaration.getDeclContext(); context != nullptr;
       context = context->getParent()) {
    if (IsPassedOver(*context) || context->isTranslationUnit()) continue;
    const auto* outer = llvm::cast<clang::NamedDecl>(context);
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(outer);
    if (record != nullptr && record->isLambda()) continue;
    const std::string& prefix = Of(*outer);
    return prefix.empty() ? name : prefix + "::" + name;
  }
  return name;
}

const std::string& Names::Of(const clang::NamedDecl& declaration) {
  const clang::NamedDecl* pattern = &PatternOf(declaration);
  const auto found = names_.find(pattern);
  if (found != names_.end()) return found->second;
  std::string name = Build(*pattern);
  return names_[pattern] = std::move(name);
}

const std::string& Names::UsrOf(const clang::Decl& declaration) {
  const clang::Decl* canonical = declaration.getCanonicalDecl();
  if (const auto* named = llvm::dyn_cast<clang::NamedDecl>(&declaration)) {
    canonical = PatternOf(*named).getCanonicalDecl();
  }
  const auto found = usrs_.find(canonical);
  if (found != usrs_.end()) return found->second;
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(canonical)) {
    if (method->getParent()->isLambda()) {
      std::string usr = UsrOfLambda(*method->getParent());
      return usrs_[canonical] = std::move(usr);
    }
  }
  llvm::SmallString<128> buffer;
  std::string usr;
  if (!clang::index::generateUSRForDecl(canonical, buffer)) usr = std::string(buffer);
  if (usr.size() > 2 && usr[2] != '@') usr += "|" + places_.PathOf(canonical->getLocation());
  return usrs_[canonical] = std::move(usr);
}

/// Clang's own USRs of lambdas differ from release to release and may be equal for two.
std::string Names::UsrOfLambda(const clang::CXXRecordDecl& record) {
  const clang::SourceManager& sources = places_.sources();
  const clang::SourceLocation at = sources.getExpansionLoc(record.getLocation());
  const clang::DeclContext* outer = record.getParent();
  while (outer != nullptr && !llvm::isa<clang::FunctionDecl>(outer)) outer = outer->getParent();
  const std::string parent = outer != nullptr ? UsrOf(*llvm::cast<clang::FunctionDecl>(outer))
                                              : "c:|" + places_.PathOf(record.getLocation());
  return parent + "@lambda@" + std::to_string(sources.getFileOffset(at));
}

void Names::NoteTypedef(const clang::TypedefNameDecl& declaration) {
  const auto* tag = declaration.getUnderlyingType()->getAsTagDecl();
  if (tag == nullptr || !tag->getDeclContext()->getRedeclContext()->isTranslationUnit()) return;
  const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(tag);
  if (record != nullptr && record->hasDefinition() && !record->isCLike()) return;
  public_names_.try_emplace(tag->getCanonicalDecl(), &declaration);
}

std::string Names::NameOfTag(const clang::TagDecl& tag) {
  const auto found = public_names_.find(tag.getCanonicalDecl());
  if (found != public_names_.end()) return found->second->getNameAsString();
  return Of(tag);
}

/// `typedef void CURL` hides nothing: of all typedefs the innermost is the library's.
std::string Names::InnermostTypedef(clang::QualType type) {
  std::string name = "void";
  while (!type.isNull()) {
    if (const auto* alias = llvm::dyn_cast<clang::TypedefType>(type.getTypePtr())) {
      name = alias->getDecl()->getNameAsString();
    }
    const clang::QualType next = type.getSingleStepDesugaredType(ast_);
    type = next == type ? Stepped(type) : next;
  }
  return name;
}

std::string Names::BuildType(clang::QualType type) {
  const clang::QualType bare = Pointee(type);
  if (bare.isNull()) return {};
  if (const auto* tag = bare->getAsTagDecl()) {
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(tag);
    if (record != nullptr && record->isLambda()) return "lambda";
    return NameOfTag(*tag);
  }
  if (const auto* record = RecordOf(bare)) return Of(*record);
  if (bare->isDependentType()) return {};
  if (bare->isVoidType()) {
    return InnermostTypedef(type);
  }
  if (const auto* builtin = bare->getAs<clang::BuiltinType>()) {
    return builtin->getName(clang::PrintingPolicy(places_.language())).str();
  }
  return {};
}

const std::string& Names::Of(clang::QualType type) {
  const auto found = types_.find(type.getAsOpaquePtr());
  if (found != types_.end()) return found->second;
  std::string name = type.isNull() ? std::string() : BuildType(type);
  return types_[type.getAsOpaquePtr()] = std::move(name);
}

}  // namespace gonogo
