#include "analyzer/walk/git_library.h"

#include <dlfcn.h>

#include <type_traits>

namespace gonogo {

bool LibGit2::Load(void* library) {
  const auto find = [&](auto& function, const char* name) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
    return function != nullptr;
  };
  return find(init, "git_libgit2_init") && find(shutdown, "git_libgit2_shutdown") &&
         find(opts, "git_libgit2_opts") && find(open_bare, "git_repository_open_bare") &&
         find(set_config, "git_repository_set_config") &&
         find(free_repository, "git_repository_free") && find(new_config, "git_config_new") &&
         find(free_config, "git_config_free") && find(lookup, "git_reference_lookup") &&
         find(symbolic_target, "git_reference_symbolic_target") &&
         find(target, "git_reference_target") && find(free_reference, "git_reference_free") &&
         find(to_text, "git_oid_tostr") && find(open_index, "git_index_open") &&
         find(entry_count, "git_index_entrycount") && find(entry, "git_index_get_byindex") &&
         find(free_index, "git_index_free");
}

LoadedGit::LoadedGit() : library_(dlopen("libgit2.so.1.5", RTLD_NOW | RTLD_LOCAL)) {
  ready_ = library_ != nullptr && git_.Load(library_) && git_.init() >= 0;
  if (!ready_) return;
  for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                          GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL}) {
    git_.opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  }
}

LoadedGit::~LoadedGit() {
  if (ready_) git_.shutdown();
  if (library_ != nullptr) dlclose(library_);
}

}  // namespace gonogo
