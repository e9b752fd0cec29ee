#include "analyzer/worker/flag_filter.h"

#include <catch2/catch.hpp>

#include "analyzer/worker/response_words.h"

namespace gonogo {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string Filtered(const std::string& command, const std::string& file = "x.cc") {
  FlagRequest request;
  request.arguments = SplitWords(command);
  request.file = file;
  return Joined(FilterFlags(request).arguments);
}

struct Row {
  std::string command;
  std::string expected;
};

void CheckRows(const std::vector<Row>& rows, const std::string& file = "x.cc") {
  for (const Row& row : rows) {
    INFO(row.command);
    CHECK(Filtered(row.command, file) == row.expected);
  }
}

TEST_CASE("what changes how a text is parsed is kept") {
  CheckRows({
      {"g++ -Iinc -I ../inc -c x.cc", "-xc++ -Iinc -I../inc"},
      {"g++ -DA=1 -D B -UC -U D", "-xc++ -DA=1 -DB -UC -UD"},
      {"g++ -isystem /usr/include/x -isystemy -iquote q -idirafter z",
       "-xc++ -isystem/usr/include/x -isystemy -iquoteq -idirafterz"},
      {"g++ -std=c++17 -m32 -pthread", "-xc++ -std=c++17 -m32 -pthread"},
      {"g++ --std=gnu++20", "-xc++ -std=gnu++20"},
      {"g++ -include config.h", "-xc++ -include config.h"},
      {"g++ -fno-exceptions -fno-rtti -funsigned-char -fshort-enums",
       "-xc++ -fno-exceptions -fno-rtti -funsigned-char -fshort-enums"},
      {"g++ -mavx2 -msse4.2 -march=haswell", "-xc++ -mavx2 -msse4.2 -march=haswell"},
      {"clang++ --target=aarch64-linux-gnu", "-xc++ --target=aarch64-linux-gnu"},
      {"clang++ -target arm-none-eabi", "-xc++ --target=arm-none-eabi"},
      {"clang-cl /Iinc /DX=1 /std:c++17", "-xc++ -std=c++17 -Iinc -DX=1"},
  });
}

TEST_CASE("the language is that of -x, of the compiler, of the file's name") {
  CHECK(Filtered("cc -c", "x.c") == "-xc");
  CHECK(Filtered("cc -c", "x.cpp") == "-xc++");
  CHECK(Filtered("g++ -c", "x.c") == "-xc++");
  CHECK(Filtered("/opt/bin/x86_64-linux-gnu-g++-12 -c", "x.c") == "-xc++");
  CHECK(Filtered("cc -x c++ -c", "x.c") == "-xc++");
  CHECK(Filtered("g++ -xc -c", "x.cc") == "-xc");
  CHECK(Filtered("", "x.hpp") == "-xc++");
}

TEST_CASE("a standard of the other language is dropped") {
  CHECK(Filtered("gcc -std=c++17", "x.c") == "-xc");
  CHECK(Filtered("g++ -std=c11", "x.cc") == "-xc++");
  CHECK(Filtered("g++ -std=c++17/../../x", "x.cc") == "-xc++");
}

TEST_CASE("wrappers are not run and not taken for the compiler") {
  CheckRows(
      {
          {"ccache g++ -DA", "-xc++ -DA"},
          {"distcc /usr/bin/gcc -DA", "-xc -DA"},
          {"sh -c 'rm -rf /'", "-xc"},
          {"env X=1 ccache clang++ -DA", "-xc++ -DA"},
          {"./configure-me.sh gcc -DA", "-xc -DA"},
      },
      "x.c");
}

TEST_CASE("nothing that runs, loads, writes or looks elsewhere comes through") {
  for (const std::string command : {
           "g++ -o out.o",
           "g++ -oout.o",
           "g++ --output out",
           "g++ -MD -MF deps.d -MT x -MQ y -MMD -MP -MJ z.json",
           "g++ -fplugin=evil.so -fplugin-arg-evil-x=1 -fpass-plugin=evil.so",
           "g++ -Xclang -load -Xclang evil.so",
           "g++ -Xclang -add-plugin -Xclang evil",
           "g++ -load evil.so -plugin evil",
           "g++ -mllvm -load=evil.so",
           "g++ -Xpreprocessor -o -Xpreprocessor x",
           "g++ -Wp,-MD,deps.d -Wa,-al=list -Wl,-o,x",
           "g++ -fmodules -fmodules-cache-path=/tmp/c -fmodule-file=x.pcm -fmodule-map-file=m",
           "g++ -fcxx-modules -fimplicit-modules -fprebuilt-module-path=/p -fbuild-session-file=s",
           "g++ -B /evil -B/evil --prefix=/evil",
           "g++ -specs=evil.specs --specs=evil --specs evil",
           "g++ --config evil.cfg --config=evil.cfg --config-system-dir=/x",
           "g++ --sysroot=/other --sysroot /other -isysroot /other",
           "g++ -ivfsoverlay evil.yaml --vfsoverlay evil.yaml",
           "g++ -include-pch evil.pch -fpch-preprocess -Winvalid-pch",
           "g++ -working-directory /other -working-directory=/other",
           "g++ -resource-dir /evil -resource-dir=/evil",
           "g++ -fsanitize=address -fsanitize-ignorelist=/etc/passwd",
           "g++ -fprofile-use=/x -fprofile-instr-use=/x --coverage -fprofile-generate",
           "g++ -save-temps -save-temps=obj -ftime-trace=/x -ftime-report -frecord-command-line",
           "g++ --serialize-diagnostics x.dia -serialize-diagnostics x.dia",
           "g++ -index-store-path /x -fcrash-diagnostics-dir=/x -gen-reproducer",
           "g++ -wrapper /evil,x -aux-info x -dumpbase x -dumpdir /x",
           "g++ --gcc-toolchain=/x -gcc-toolchain /x --cuda-path=/x --ptxas-path=/x",
           "g++ -foptimization-record-file=x -fsave-optimization-record -fdump-tree-all",
           "g++ -cc1 -E -S -emit-llvm -emit-ast -c -### -v --version",
           "g++ -iplugindir=x -fuse-ld=/evil -T script.ld -L /x -lfoo",
           "g++ -march=native -x cuda -xhip -x assembler-with-cpp -x ir -x pcm",
           "g++ -D -U -I",
           "g++ other.cc evil.o /etc/passwd",
           "g++ -- -fplugin=evil.so",
       }) {
    INFO(command);
    const std::string result = Filtered(command);
    const bool nothing = result == "-xc++" || result == "-xc++ -D-U";
    CHECK(nothing);
  }
}

TEST_CASE("a value is never taken for an option, nor an option for a value") {
  CheckRows({
      {"g++ -o -DA -DB", "-xc++ -DB"},
      {"g++ -MF -Iinc -DB", "-xc++ -DB"},
      {"g++ -I -fplugin=evil.so", "-xc++ -I-fplugin=evil.so"},
      {"g++ -D -load", "-xc++ -D-load"},
      {"g++ -isystem @missing", "-xc++"},
      {"g++ -Xclang -DA -DB", "-xc++ -DB"},
  });
}

TEST_CASE("words with a value take letters and digits only") {
  CheckRows({
      {"g++ -march=../../x", "-xc++"},
      {"g++ -mcpu=a/b -mavx$(x)", "-xc++"},
      {"g++ --target=../../evil", "-xc++"},
  });
}

TEST_CASE("response files are read where the caller lets them, and no deeper than is sound") {
  int reads = 0;
  FlagRequest request;
  request.file = "x.cc";
  request.response_file = [&](const std::string& path) -> std::optional<std::string> {
    ++reads;
    if (path == "loop") return "@loop -DL";
    if (path == "plain") return "-DA '-DB=x y' -fplugin=evil.so @nested";
    if (path == "nested") return "-DC";
    return std::nullopt;
  };
  request.arguments = {"g++", "@plain", "@/etc/shadow", "-DD"};
  CHECK(FilterFlags(request).arguments ==
        std::vector<std::string>{"-xc++", "-DA", "-DB=x y", "-DC", "-DD"});
  reads = 0;
  request.arguments = {"g++", "@loop"};
  CHECK(FilterFlags(request).arguments.size() <= 10);
  CHECK(reads <= 10);
  request.response_file = nullptr;
  CHECK(FilterFlags(request).arguments == std::vector<std::string>{"-xc++"});
}

TEST_CASE("a response file that doubles itself is cut") {
  FlagRequest request;
  request.response_file = [](const std::string&) { return "@x @x @x @x -DA"; };
  request.arguments = {"g++", "@x"};
  CHECK(FilterFlags(request).arguments.size() < 100'000);
}

TEST_CASE("the root of all headers is the caller's to allow") {
  FlagRequest request;
  request.arguments = {"g++", "--sysroot=/in", "-isysroot", "/out"};
  request.file = "x.cc";
  request.may_be_sysroot = [](const std::string& path) { return path == "/in"; };
  const FilteredFlags flags = FilterFlags(request);
  CHECK(flags.arguments == std::vector<std::string>{"-xc++", "--sysroot=/in"});
}

}  // namespace
}  // namespace gonogo
