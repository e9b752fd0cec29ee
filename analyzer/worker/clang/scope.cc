#include "analyzer/worker/clang/scope.h"

namespace gonogo {

Scope::Scope(UnitContext& context, const clang::FunctionDecl* function, Scope* outer,
             CxxFunction& lowered)
    : context_(context), function_(function), outer_(outer), lowered_(lowered) {
  if (function == nullptr) return;
  for (const clang::ParmVarDecl* parameter : function->parameters()) {
    CxxObject object;
    object.root = CxxRoot::kParameter;
    object.index = static_cast<std::uint32_t>(lowered_.parameters.size());
    known_[parameter] = std::move(object);
    lowered_.parameters.push_back({parameter->getNameAsString(),
                                   {},
                                   context_.names.Of(parameter->getType()),
                                   context_.places.Of(parameter->getLocation())});
  }
}

bool Scope::IsOwn(const clang::ValueDecl& variable) const {
  const clang::DeclContext* owner = variable.getParentFunctionOrMethod();
  return function_ == nullptr ? outer_ == nullptr : owner == function_;
}

CxxObject Scope::AddLocal(const clang::ValueDecl& variable) {
  CxxObject object;
  object.root = CxxRoot::kLocal;
  object.index = static_cast<std::uint32_t>(lowered_.locals.size());
  lowered_.locals.push_back({variable.getNameAsString(),
                             {},
                             context_.names.Of(variable.getType()),
                             context_.places.Of(variable.getLocation())});
  return known_[&variable] = std::move(object);
}

void Scope::Bind(const clang::ValueDecl& variable, CxxObject object) {
  known_[&variable] = std::move(object);
}

CxxObject Scope::Capture(const clang::ValueDecl& variable, CxxObject outside) {
  CxxObject inside = AddLocal(variable);
  lowered_.captures.emplace_back(inside, std::move(outside));
  return inside;
}

std::optional<CxxObject> Scope::Find(const clang::ValueDecl& variable) {
  const auto found = known_.find(&variable);
  if (found != known_.end()) return found->second;
  const auto* as_variable = llvm::dyn_cast<clang::VarDecl>(&variable);
  if (as_variable != nullptr && as_variable->hasGlobalStorage()) {
    CxxObject object;
    object.root = CxxRoot::kGlobal;
    object.usr = context_.names.UsrOf(variable);
    return object;
  }
  if (IsOwn(variable)) return AddLocal(variable);
  if (outer_ == nullptr) return std::nullopt;
  auto outside = outer_->Find(variable);
  if (!outside) return std::nullopt;
  if (outside->root == CxxRoot::kGlobal) return outside;
  return Capture(variable, *std::move(outside));
}

CxxObject Scope::This() {
  CxxObject object;
  object.root = CxxRoot::kThis;
  if (outer_ != nullptr && !captures_this_) {
    captures_this_ = true;
    lowered_.captures.emplace_back(object, outer_->This());
  }
  return object;
}

}  // namespace gonogo
