#include "analyzer/engines/cxx/triage.h"

#include <catch2/catch.hpp>

#include "notes.h"

namespace gonogo {
namespace {

class Tree {
 public:
  explicit Tree(std::map<std::string, std::string> files)
      : files_(std::move(files)), notes_(NotesOf(files_, scan_)), triage_(notes_, words_) {}

  std::vector<std::string> Take() {
    std::vector<std::string> paths;
    for (const std::size_t index : triage_.TakeNew()) paths.push_back(notes_[index].path);
    return paths;
  }

  void AddWord(const std::string& word, const std::string& header) {
    const WordScan scan({word});
    std::vector<std::size_t> files;
    for (std::size_t index = 0; index < notes_.size(); ++index) {
      if (!scan.Scan(files_[notes_[index].path]).empty()) files.push_back(index);
    }
    triage_.AddWord(word, header, files);
  }

  std::string Why(const std::string& path) {
    return Describe(triage_.reason(triage_.IndexOf(path)));
  }

 private:
  std::map<std::string, std::string> files_;
  std::vector<ClauseWord> words_ = {
      {"curl_easy_perform"},
      {"GetCallback", WordPlace::kAnywhere, true, WordRole::kAsks, {"cpr"}},
      {"cpr", WordPlace::kScope, true, WordRole::kContext},
      {"usleep", WordPlace::kCall, false, WordRole::kHelps}};
  CodeScan scan_{{"curl_easy_perform", "GetCallback", "cpr", "usleep"},
                 {WordPlace::kAnywhere, WordPlace::kAnywhere, WordPlace::kScope, WordPlace::kCall}};
  std::vector<CodeNote> notes_;
  Triage triage_;
};

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("what connects by its name and sleeps is parsed", "[cxx]") {
  Tree tree({{"src/dial.c", "while (pool_connect_ex(p) < 0) usleep(5);"},
             {"src/told.c", "if (!is_connected(p)) usleep(5);"},
             {"src/ends.c", "disconnect(p); usleep(5);"},
             {"src/once.c", "pool_connect_ex(p);"},
             {"src/rests.c", "usleep(5);"}});
  CHECK(tree.Take() == Paths{"src/dial.c"});
}

TEST_CASE("a unit is parsed for its own words or those of its headers", "[cxx]") {
  Tree tree({{"src/own.cc", "curl_easy_perform(h);"},
             {"src/none.cc", "#include \"plain.h\"\n"},
             {"src/plain.h", "int f();"},
             {"src/through.cc", "#include \"outer.h\"\n"},
             {"src/outer.h", "#include \"inner.h\"\n"},
             {"src/inner.h", "inline void g() { curl_easy_perform(h); }"},
             {"src/circle.h", "#include \"circle2.h\"\n"},
             {"src/circle2.h", "#include \"circle.h\"\n"}});
  CHECK(tree.Take() == Paths{"src/own.cc", "src/through.cc"});
  CHECK(tree.Take().empty());
  CHECK(tree.Why("src/own.cc") == "parsed: it has the word \"curl_easy_perform\"");
  CHECK(tree.Why("src/through.cc") ==
        "parsed: it includes 'src/inner.h', which has the word \"curl_easy_perform\"");
  CHECK(tree.Why("src/none.cc") == "not parsed: no rule has a word in it");
  CHECK(tree.Why("src/inner.h") == "read with 'src/through.cc', which includes it");
}

TEST_CASE("what a header means by its own name is not what its neighbours mean", "[cxx]") {
  Tree tree({{"lib/log.h", ""},
             {"src/log.h", "#include <log.h>\nCURLcode F() { return curl_easy_perform(h); }"},
             {"src/z.cc", "#include <log.h>\n"}});
  CHECK(tree.Take() == Paths{"src/z.cc"});
}

TEST_CASE("a call in a header's own body asks for one reader of it", "[cxx]") {
  const std::vector<ClauseWord> words = {{"open_it", WordPlace::kCall}, {"Handle"}};
  const CodeScan scan({"open_it", "Handle"}, {WordPlace::kCall, WordPlace::kAnywhere});
  const auto taken = [&](const std::string& header) {
    const std::map<std::string, std::string> files = {
        {"a.cc", "#include \"h.h\"\n"}, {"b.cc", "#include \"h.h\"\n"}, {"h.h", header}};
    const std::vector<CodeNote> notes = NotesOf(files, scan);
    Triage triage(notes, words);
    Paths paths;
    for (const std::size_t index : triage.TakeNew()) paths.push_back(notes[index].path);
    return paths;
  };
  CHECK(taken("inline int f() { return open_it(1); }") == Paths{"a.cc"});
  CHECK(taken("int open_it(int);").empty());
  CHECK(taken("#define OPEN(x) \\\n  open_it(x)\n") == Paths{"a.cc", "b.cc"});
  CHECK(taken("struct S { Handle h; };") == Paths{"a.cc", "b.cc"});
}

TEST_CASE("a word counts where what it needs is spoken of", "[cxx]") {
  Tree tree({{"src/a.cc", "void f() { Get(GetCallback()); }"},
             {"src/b.cc", "void f() { cpr::GetCallback(f); }"},
             {"src/c.cc", "#include \"client.h\"\nvoid f() { GetCallback(f); }"},
             {"src/client.h", "using namespace cpr;"},
             {"src/d.cc", "#include <cpr/api.h>\nvoid f() { GetCallback(f); }"},
             {"src/e.cc", "// cpr::GetCallback\nvoid f() { Call(\"cpr::\", GetCallback); }"}});
  CHECK(tree.Take() == Paths{"src/b.cc", "src/c.cc", "src/d.cc"});
}

TEST_CASE("a header that no unit includes is parsed alone", "[cxx]") {
  Tree tree({{"include/lib.hpp", "inline void f() { curl_easy_perform(h); }"},
             {"include/other.hpp", "int x;"}});
  CHECK(tree.Take() == Paths{"include/lib.hpp"});
}

TEST_CASE("a wrapper makes those parse who include its header and name it", "[cxx]") {
  Tree tree({{"src/wrapper.cc", "#include \"wrapper.h\"\nint Send() { curl_easy_perform(h); }"},
             {"src/wrapper.h", "int Send();"},
             {"src/user.cc", "#include \"wrapper.h\"\nvoid f() { Send(); }"},
             {"src/stranger.cc", "void g() { Send(); }"},
             {"src/silent.cc", "#include \"wrapper.h\"\n"}});
  CHECK(tree.Take() == Paths{"src/wrapper.cc"});
  tree.AddWord("Send", "src/wrapper.h");
  CHECK(tree.Take() == Paths{"src/user.cc"});
  tree.AddWord("Send", "src/wrapper.h");
  CHECK(tree.Take().empty());
}

TEST_CASE("what only helps is parsed where it is called", "[cxx]") {
  const CodeScan scan({"curl_easy_perform", "curl_easy_setopt"});
  const std::vector<CodeNote> notes =
      NotesOf({{"a.cc", "curl_easy_perform(h);"}, {"b.cc", "curl_easy_setopt(h);"}}, scan);
  const std::vector<ClauseWord> words = {
      {"curl_easy_perform"}, {"curl_easy_setopt", WordPlace::kAnywhere, false, WordRole::kHelps}};
  Triage triage(notes, words);
  CHECK(triage.TakeNew() == std::vector<std::size_t>{0});
  CHECK(triage.Helpers() == std::vector<std::size_t>{1});
  triage.AddHelper(1, "Bound");
  CHECK(triage.TakeNew() == std::vector<std::size_t>{1});
  CHECK(triage.Helpers().empty());
  CHECK(Describe(triage.reason(1)) ==
        "parsed: it defines 'Bound', which a parsed file calls, and has the word "
        "\"curl_easy_setopt\"");
}

TEST_CASE("code of others is parsed where a parsed unit calls it", "[cxx]") {
  Tree tree(
      {{"src/a.cc", "#include \"http.h\"\nvoid f() { curl_easy_perform(h); }"},
       {"third_party/http/http.h", "void Get();"},
       {"third_party/http/http.c", "#include \"http.h\"\nvoid Get() { curl_easy_perform(h); }"},
       {"third_party/curl/tool.c", "#include \"tool.h\"\nint x() { curl_easy_perform(h); }"},
       {"third_party/curl/tool.h", "int x();"}});
  CHECK(tree.Take() == Paths{"src/a.cc", "third_party/http/http.c"});
  CHECK(tree.Why("third_party/curl/tool.c") ==
        "not parsed: code of others, which no parsed file calls");
}

TEST_CASE("a library's header in the tree asks for no unit that includes it", "[cxx]") {
  const std::vector<ClauseWord> words = {{"Handle"}};
  const std::vector<CodeNote> notes =
      NotesOf({{"third_party/lib/lib.h", "typedef void Handle;\nHandle* open_it();"},
               {"own.h", "struct Own { Handle* handle; };"},
               {"plain.cc", "#include \"third_party/lib/lib.h\"\nint f();"},
               {"uses.cc", "#include \"third_party/lib/lib.h\"\nHandle* h;"},
               {"through.cc", "#include \"own.h\"\nint g();"}},
              CodeScan({"Handle"}));
  Triage triage(notes, words);
  CHECK(triage.TakeNew() ==
        std::vector<std::size_t>{triage.IndexOf("through.cc"), triage.IndexOf("uses.cc")});
}

}  // namespace gonogo
