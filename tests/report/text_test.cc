#include "analyzer/report/text.h"

#include <catch2/catch.hpp>

#include "analyzer/report/checklist_text.h"
#include "analyzer/report/code_frame.h"
#include "analyzer/report/github.h"
#include "tests/report/run_builder.h"

namespace gonogo {
namespace {

TEST_CASE("an empty run says that nothing found is not a go") {
  const RunBuilder builder;
  CHECK(WriteText(builder.run, {}) == R"text(0 findings
0 files read (0 B)
nothing at or above medium; this is not a go: `gonogo checklist` says what is not known yet
)text");
}

TEST_CASE("the further places of a secret are told in one line") {
  RunBuilder builder;
  Finding& token = builder.Add(TokenRule(), 0, "a.py", 3, 1, 5, "token hub_aB… is in the source");
  token.places = 9;
  for (std::uint32_t line = 1; line < 9; ++line)
    token.related.push_back({"b.py", {At(line, 1), At(line, 4)}, "the same secret", "of b"});
  const std::string text = WriteText(builder.run, {});
  CHECK(text.contains("also: at b.py:1, b.py:2, b.py:3, b.py:4, b.py:5 and 3 more\n"));
  CHECK_FALSE(text.contains("see:"));
  CHECK_FALSE(WriteGithub(builder.run, {}).contains("b.py"));
  CHECK(WriteText(builder.run, {.verbose = true}).contains("b.py:7, b.py:8\n"));
}

TEST_CASE("of many low findings of one rule all but a few are told by their places") {
  RunBuilder builder;
  for (int file = 10; file < 30; ++file) {
    builder.Add(TransferRule(), 0, "d" + std::to_string(file) + ".py", 7, 1, 5, "no time limit")
        .severity = Severity::kLow;
  }
  const std::string text = WriteText(builder.run, {});
  CHECK(text.contains("d14.py: 1 finding\n"));
  CHECK(text.find("= why:") == text.rfind("= why:"));
  CHECK_FALSE(text.contains("d15.py: 1 finding"));
  CHECK(text.contains("low: 15 more of [" + std::string(TransferRule().id) +
                      "] (--verbose shows them)\n   --> d15.py:7:1\n"));
  CHECK(text.contains("   --> d26.py:7:1\n    and 3 more\n"));
  CHECK_FALSE(WriteText(builder.run, {.verbose = true}).contains("more of"));
  for (Finding& finding : builder.run.findings) finding.severity = Severity::kMedium;
  CHECK(WriteText(builder.run, {}).contains("d29.py: 1 finding\n"));
}

RunBuilder TwoFiles() {
  RunBuilder builder;
  Finding& token =
      builder.Add(TokenRule(), 0, "app/settings.py", 3, 10, 50, "token hub_aB… is in the source");
  token.secret = true;
  token.role = FileRole::kTest;
  token.signs = {"its checksum is right"};
  token.context = {2, {"", "\tTOKEN = \"hub_aB…(40 characters)\" # \u4E16", "done"}, {}};
  token.region = {At(3, 11), At(3, 51)};
  token.related = {{"app/other.py", {At(1, 1), At(1, 4)}, "the same token"}};
  Finding& net =
      builder.Add(TransferRule(), 1, "net.py", 9, 1, 5, "transfer may have no time limit");
  net.context = {9, {"wait()"}, {}};
  builder.Add(TransferRule(), 0, "net.py", 11, 1, 5, "transfer has no time limit").disposition =
      Disposition::kSuppressed;
  builder.Add(ProbeRule(), 0, "x.yaml", 1, 1, 2, "readiness probe on /ready");
  builder.run.files.read = 12;
  builder.run.files.bytes = 12345;
  builder.run.files.not_read = 1;
  builder.run.files.ignored = 2;
  builder.run.notices = {
      {"config-narrows", Coverage::kInformation, ".gonogo.yaml", 3, "\"x\" is left out"},
      {"too-large", Coverage::kNotRead, "big", 0, "\"big\" is over the limit"}};
  return builder;
}

TEST_CASE("findings are shown by file with frame, reasons and a summary") {
  CHECK(WriteText(TwoFiles().run, {}) == R"text(app/settings.py: 1 finding

high: token hub_aB… is in the source [hub-token]
 --> app/settings.py:3:11
  |
2 |
3 |     TOKEN = "hub_aB…(40 characters)" # 世
  |              ^^^^^^^^^^^^^^^^^^^^^^
4 | done
  = why: Whoever can read the repository can act as its owner.
  = fix: revoke it, then read the new one from the environment
  = signs: its checksum is right; role of the file: test
  = see: app/other.py:1:1 the same token

net.py: 1 finding

medium: transfer may have no time limit [unbounded-transfer]
 --> net.py:9:1
  |
9 | wait()
  | ^^^^
  = why: One stuck peer holds a thread for ever.
  = fix: set a time limit

2 findings: 1 high, 1 medium; beside them 1 suppressed
12 files read (12.3 KB), 1 not read, 2 ignored by git's rules
not read in full: 1 too-large
  big: "big" is over the limit [too-large]
  .gonogo.yaml:3: "x" is left out [config-narrows]
no-go: 2 findings at or above medium
)text");
}

TEST_CASE("a flow is shown step by step, and many places are counted") {
  RunBuilder builder;
  Finding& net = builder.Add(TransferRule(), 0, "net.cc", 9, 1, 5, "transfer has no time limit");
  net.context = {9, {"wait()"}, {}};
  net.flow = {{"net.cc", {At(9, 1), At(9, 5)}, "made here"},
              {"run\x1B.cc", {At(70, 3), At(70, 8)}, "used by `Run`"}};
  for (std::uint32_t line = 1; line <= 7; ++line)
    net.related.push_back({"run.cc", {At(line, 2), At(line, 3)}, "used here too"});
  const std::string text = WriteText(builder.run, {});
  CHECK(
      text.contains("  = flow: net.cc:9: made here\n"
                    "          run\\u{1B}.cc:70: used by `Run`\n"
                    "  = see: run.cc:1:2 used here too\n"));
  CHECK(text.contains("run.cc:5:2 used here too\n  = see: 2 places more (--verbose shows them)\n"));
  CHECK_FALSE(text.contains("run.cc:6"));
  net.flow.assign(20, net.flow[0]);
  const std::string long_flow = WriteText(builder.run, {});
  CHECK(long_flow.contains("          ... 8 steps more (--verbose shows them)\n"));
  ReportOptions verbose;
  verbose.verbose = true;
  const std::string all = WriteText(builder.run, verbose);
  CHECK(all.contains("run.cc:7:2 used here too\n"));
  CHECK_FALSE(all.contains("steps more"));
}

TEST_CASE("the github report annotates the worst first") {
  CHECK(
      WriteGithub(TwoFiles().run, {}) ==
      R"text(::error file=app/settings.py,line=3,endLine=3,col=11,endColumn=51,title=Hub token (hub-token)::Token hub_aB… is in the source.%0Awhy: Whoever can read the repository can act as its owner.%0Afix: revoke it, then read the new one from the environment
::warning file=net.py,line=9,endLine=9,col=1,endColumn=5,title=Unbounded transfer (unbounded-transfer)::Transfer may have no time limit.%0Awhy: One stuck peer holds a thread for ever.%0Afix: set a time limit
::notice title=gonogo::no-go: 2 findings at or above medium; 1 file not read in full
)text");
}

TEST_CASE("a hostile file cannot drive the terminal or add a workflow command") {
  RunBuilder builder;
  Finding& finding =
      builder.Add(TokenRule(), 0, "a\n::error::,\x1B[2J\xFF.py", 1, 1, 3, "m\n::warning::x%");
  finding.context = {1, {"\x1B]0;title\x07 \u202Eevil"}, {}};
  finding.justification = "\x1B[2J";
  finding.disposition = Disposition::kNew;
  ReportOptions options;
  options.verbose = true;
  const std::string text = WriteText(builder.run, options);
  CHECK_FALSE(text.contains('\x1B'));
  CHECK_FALSE(text.contains('\x07'));
  CHECK_FALSE(text.contains("\u202E"));
  CHECK(text.contains("\\u{1B}]0;title\\u{7} \\u{202E}evil"));
  const std::string github = WriteGithub(builder.run, {});
  CHECK(github.starts_with("::error file=a%0A%3A%3Aerror%3A%3A%2C\\u{1B}[2J\\xFF.py,line=1,"));
  CHECK_FALSE(github.contains("\n::warning"));
}

TEST_CASE("colours and links are written only where they are wanted") {
  ReportOptions options;
  options.color = true;
  options.links = true;
  const std::string text = WriteText(TwoFiles().run, options);
  CHECK(text.contains("\x1B[1;31mhigh\x1B[0m"));
  CHECK(text.contains("\x1B]8;;file:///srv/my%20repo/app/settings.py\x1B\\"));
  CHECK(text.contains(
      "\x1B]8;;https://github.com/gonogo-dev/gonogo/blob/main/docs/rules/hub-token.md\x1B\\"));
}

TEST_CASE("github gets ten of each kind and is told how many are missing") {
  RunBuilder builder;
  for (std::uint32_t i = 1; i <= 12; ++i) {
    builder.Add(TokenRule(), 0, "a.py", i, 1, 2, "token");
    builder.Add(TransferRule(), 1, "a.py", i, 1, 2, "slow");
    builder.Add(TransferRule(), 1, "a.py", i, 1, 2, "slow").severity = Severity::kLow;
  }
  const std::string out = WriteGithub(builder.run, {});
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = out.find(what); at != std::string::npos; at = out.find(what, at + 1))
      ++found;
    return found;
  };
  CHECK(count("::error ") == 10);
  CHECK(count("::warning ") == 10);
  CHECK(count("::notice ") == 10);
  CHECK(out.contains(
      "::notice title=gonogo::no-go: 24 findings at or above medium; 7 findings more not"));
}

TEST_CASE("a code frame marks the finding wherever it stands") {
  struct Row {
    std::string line;
    std::uint32_t begin, end;
    std::string expected;
  };
  const std::string far = std::string(200, 'x') + "HERE" + std::string(200, 'y');
  const Row rows[] = {
      {"abc", 2, 3, "  |\n1 | abc\n  |  ^\n"},
      {"a\tbc", 3, 5, "  |\n1 | a   bc\n  |     ^^\n"},
      {"世x", 4, 5, "  |\n1 | 世x\n  |   ^\n"},
      {"e\u0301x", 4, 5, "  |\n1 | e\u0301x\n  |  ^\n"},
      {"a\x1B"
       "b",
       3, 4, "  |\n1 | a\\u{1B}b\n  |        ^\n"},
      {"abc", 4, 4, "  |\n1 | abc\n  |    ^\n"},
      {"", 1, 1, "  |\n1 |\n  | ^\n"},
      {"abc", 90, 99, "  |\n1 | abc\n  |    ^\n"},
      {far, 201, 205,
       "  |\n1 | …" + std::string(30, 'x') + "HERE" + std::string(66, 'y') + "…\n  | " +
           std::string(31, ' ') + "^^^^\n"},
  };
  for (const Row& row : rows) {
    RunBuilder builder;
    Finding& finding = builder.Add(TransferRule(), 0, "a", 1, row.begin, row.end, "m");
    finding.context = {1, {row.line}, {}};
    CHECK(CodeFrame(finding, Terminal(false, false)) == row.expected);
  }
}

TEST_CASE("a finding over many lines is marked on each and shortened in the middle") {
  RunBuilder builder;
  Finding& finding = builder.Add(TransferRule(), 0, "a", 2, 3, 1, "m");
  finding.region.end = At(32, 3);
  finding.context.first_line = 1;
  for (int i = 1; i <= 33; ++i) finding.context.lines.push_back("  x" + std::to_string(i));
  const std::string frame = CodeFrame(finding, Terminal(false, false));
  CHECK(frame.contains(" 2 |   x2\n   |   ^^\n"));
  CHECK(frame.contains("...\n30 |   x30\n   |   ^^^\n"));
  CHECK(frame.ends_with("33 |   x33\n"));
}

TEST_CASE("rejected candidates are listed when they are asked for") {
  RunBuilder builder;
  builder.run.rejected.push_back(
      {"hub-token", "a.py", {At(2, 3), At(2, 9)}, "placeholder", "  x = \"changeme\""});
  CHECK_FALSE(WriteText(builder.run, {}).contains("placeholder"));
  ReportOptions options;
  options.explain_rejected = true;
  CHECK(WriteText(builder.run, options)
            .starts_with("not reported: 1 candidate\n\n  a.py:2:3 hub-token: placeholder\n    x = "
                         "\"changeme\"\n\n"));
}

TEST_CASE("the checklist says each verdict with its evidence") {
  RunBuilder builder = TwoFiles();
  builder.Decide(0, Verdict::kIncomplete, "C files were not read");
  builder.Decide(1, Verdict::kGo, "a probe exists");
  builder.Decide(2, Verdict::kNoGo, "1 finding is open");
  builder.run.verdicts[1].evidence = {3};
  builder.run.verdicts[2].against = {0};
  builder.run.verdicts[2].questions = {"Who rotates the keys?"};
  CHECK(WriteChecklist(builder.run, {}) == R"text(A2  INCOMPLETE  timeouts and retries
    C files were not read

B4  GO          health checks
    a probe exists
    evidence: x.yaml:1 readiness probe on /ready [readiness-probe]

C1  NO-GO       secrets
    1 finding is open
    against: app/settings.py:3 token hub_aB… is in the source [hub-token]
    question: Who rotates the keys?

3 items: 1 NO-GO, 1 INCOMPLETE, 1 GO
overall: NO-GO: something stands against production
)text");
  CHECK(WriteChecklist(RunBuilder().run, {}) == "0 items\n");
}

}  // namespace
}  // namespace gonogo
