#include "analyzer/worker/read_guard.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("a hostile tree reads itself, its build folder and the system's headers") {
  const ReadGuard guard = {.root = "/srv/tree", .folders = {"/srv/build"}, .anywhere = false};
  for (const char* path :
       {"/srv/tree/a.h", "/srv/build/config.h", "/usr/include/stdio.h",
        "/usr/lib/gcc/x86_64-linux-gnu/12/include/omp.h", "/usr/include/c++/12/vector",
        "/usr/lib/x86_64-linux-gnu/glib-2.0/include/glibconfig.h", "/opt/qt/include/QString"}) {
    INFO(path);
    CHECK(MayRead(guard, path));
  }
  for (const char* path : {"/etc/passwd", "/srv/treeother/a.h", "/srv/other/a.h",
                           "/root/.ssh/id_rsa", "/proc/self/environ", "/dev/zero", "/sys/kernel/x",
                           "/home/x/include/a.h", "/usr/share/doc/x", "/srv/tree2",
                           "/usr/lib/x/include-me-not", "relative/a.h", "", "/", "/usr/include"}) {
    INFO(path);
    CHECK_FALSE(MayRead(guard, path));
  }
}

TEST_CASE("a named database reads anywhere but from the kernel") {
  const ReadGuard guard = {.root = "/srv/tree", .folders = {}, .anywhere = true};
  CHECK(MayRead(guard, "/home/x/lib/include/a.h"));
  CHECK_FALSE(MayRead(guard, "/proc/self/mem"));
  CHECK_FALSE(MayRead(guard, "/dev/stdin"));
}

TEST_CASE("without a tree nothing but headers of the system is read") {
  const ReadGuard guard;
  CHECK(MayRead(guard, "/usr/include/stdio.h"));
  CHECK_FALSE(MayRead(guard, "/srv/tree/a.h"));
}

TEST_CASE("one folder beneath another is told by whole names") {
  CHECK(IsBeneath("/a/b", "/a/b"));
  CHECK(IsBeneath("/a/b/", "/a/b/c"));
  CHECK(IsBeneath("/", "/a"));
  CHECK_FALSE(IsBeneath("/a/b", "/a/bc"));
  CHECK_FALSE(IsBeneath("/a/b", "/a"));
}

}  // namespace
}  // namespace gonogo
