#include "analyzer/engines/cxx/code_note.h"

#include <catch2/catch.hpp>

namespace gonogo {

TEST_CASE("include lines are found", "[cxx]") {
  const CodeNote note = NoteOf({"a.cc", FileKind::kCpp},
                               "#include <a.h>\n"
                               "  #  include \"b/c.h\" // why\n"
                               "x #include <no.h>\n"
                               "#include MACRO\n"
                               "#include_next <d.h>\r\n"
                               "#includes <no.h>\n"
                               "#include \"unclosed\n"
                               "#include <e.h>",
                               CodeScan({}));
  std::vector<std::string> spelled;
  for (const WrittenInclude& include : note.includes)
    spelled.push_back(std::string(include.spelled) + (include.angled ? " angled" : ""));
  CHECK(spelled == std::vector<std::string>{"a.h angled", "b/c.h", "d.h angled", "e.h angled"});
}

TEST_CASE("definitions are seen at the start of lines", "[cxx]") {
  const std::vector<std::string> names = {"Client::Bound", "a::Set", "main",         "Declared",
                                          "Called",        "If",     "Server::Bound"};
  CHECK(DefinedIn("void Client::Bound(CURL* h) {\n"
                  "static int\nSet (int x)\n{\n"
                  "  Called(1);\n  if (If(2)) {}\n}\n"
                  "int Declared(int);\n",
                  names) == std::vector<std::size_t>{0, 1});
  CHECK(DefinedIn("", names).empty());
}

TEST_CASE("a file declares what it calls by itself", "[cxx]") {
  const std::vector<std::string> names = {"start_job", "stop_job", "log_job"};
  const std::string_view text =
      "extern int start_job(const char* name);\n"
      "int stop_job(void) {\n"
      "  log_job(1);\n"
      "  return 0;\n"
      "}\n";
  CHECK(DeclaredIn(text, names) == std::vector<std::size_t>{0});
  CHECK(DefinedIn(text, names) == std::vector<std::size_t>{1});
}

TEST_CASE("a main function makes a program", "[cxx]") {
  const CodeScan scan({});
  struct Row {
    std::string text;
    bool has;
  };
  for (const Row& row : std::vector<Row>{
           {"int main(int argc, char** argv) {}", true},
           {"int\nmain (void)\n{}", true},
           {"auto main() -> int {}", true},
           {"  return domain(x);", false},
           {"// call main() first", false},
           {"x = main(1);", false},
           {"app.main();", false},
           {"#define main(x) y", false},
           {"int w = run(\"main\");", false},
       }) {
    CAPTURE(row.text);
    CHECK(NoteOf({"a.cc", FileKind::kCpp}, row.text, scan).has_main == row.has);
    CHECK(NoteOf({"a.cc", FileKind::kCpp}, row.text, scan).words.empty());
  }
  CHECK(!NoteOf({"a.h", FileKind::kCpp}, "int main() {}", scan).has_main);
}

TEST_CASE("who counts attempts, or sleeps after a failure, is noted", "[cxx]") {
  const CodeScan scan({"sleep"});
  struct Row {
    std::string text;
    bool redials;
  };
  for (const Row& row : std::vector<Row>{
           {"for (;;) { Dial(); link->retries++; }", true},
           {"if (++attempts < 5) Dial();", true},
           {"--job->tries;", true},
           {"retries += 1;", true},
           {"int retries = 5;", false},
           {"// retries++", false},
           {"use(retries);", false},
           {"perror(\"worker failed\"); sleep(1);", true},
           {"Draw(); sleep(1);", false},
           {"perror(\"worker failed\");", false},
       }) {
    CAPTURE(row.text);
    CHECK(NoteOf({"a.c", FileKind::kC}, row.text, scan).redials == row.redials);
  }
  const std::string body = "void Run() { Reconnect(); sleep(5); }";
  CHECK(NoteOf({"a.h", FileKind::kCpp}, body, scan).redials);
  CHECK(!NoteOf({"a.h", FileKind::kCpp}, "void Reconnect();", scan).redials);
}

TEST_CASE("the name of a standard header is no use of its class", "[cxx]") {
  const CodeScan scan({"fstream", "QUrl", "curl"});
  const auto words = [&](std::string_view text) {
    return NoteOf({"a.cc", FileKind::kCpp}, text, scan).words;
  };
  CHECK(words("#include <fstream>\n").empty());
  CHECK(words("#include \"curl/curl.h\"\n") == std::vector<std::uint32_t>{2});
  CHECK(words("#include <fstream>\nstd::fstream f;\n") == std::vector<std::uint32_t>{0});
  CHECK(words("#include <QUrl>\n") == std::vector<std::uint32_t>{1});
}

TEST_CASE("a connect that joins a signal and a slot reaches no peer", "[cxx]") {
  const CodeScan scan({"curl", "connect"});
  const auto has_word = [&](std::string_view text) {
    return !NoteOf({"a.cc", FileKind::kCpp}, text, scan).words.empty();
  };
  CHECK_FALSE(has_word("connect(timer, &QTimer::timeout, this, [this] { Tick(); });"));
  CHECK_FALSE(has_word("QObject::connect(a,\n  SIGNAL(done()), b, SLOT(next()));"));
  CHECK(has_word("connect(reply, SIGNAL(sslErrors(QList<QSslError>)), reply, SLOT(x()));"));
  CHECK(has_word("connect(fd, (struct sockaddr*)&address, sizeof address);"));
  CHECK(has_word("socket.connect(endpoint); button.connect(&Window::close);"));
}

}  // namespace gonogo
