#include "analyzer/parse/dockerfile.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

TEST_CASE("a Dockerfile becomes a list of stages") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "[]"},
      {"FROM a:1 AS b\nFROM scratch\n", "[{FROM: {image: a:1, as: b}}, {FROM: {image: scratch}}]"},
      {"ARG V=1\nFROM --platform=$P a:${V}\n",
       "[{ARG: {V: 1}}, {FROM: {flags: {platform: $P}, image: a:${V}}}]"},
      {"from a\nrun b && \\\n  # why\n\n  c\n",
       "[{FROM: {image: a}, RUN: {shell: b &&              c}}]"},
      {"FROM a\nCMD [\"b\", \"c\\\"d\"]\nENTRYPOINT b c\n",
       "[{FROM: {image: a}, CMD: {exec: [\"b\", \"c\"d\"]}, ENTRYPOINT: {shell: b c}}]"},
      {"FROM a\nCMD ['b']\n", "[{FROM: {image: a}, CMD: {shell: ['b']}}]"},
      {"FROM a\nRUN --mount=type=cache,target=/x --network=none b\n",
       "[{FROM: {image: a}, RUN: {flags: {mount: type=cache,target=/x, network: none}, shell: "
       "b}}]"},
      {"FROM a\nENV A=1 B=\"x y\" C='z'\nENV D e f\nARG G\nLABEL \"h\"=i\n",
       "[{FROM: {image: a}, ENV: {A: 1, B: \"x y\", C: \"z\"}, ENV: {D: e f}, ARG: {G: ~}, "
       "LABEL: {\"h\": i}}]"},
      {"FROM a\nCOPY --from=b --chown=1:1 c d /e/\nADD [\"x y\", \"z\"]\n",
       "[{FROM: {image: a}, COPY: {flags: {from: b, chown: 1:1}, sources: [c, d], destination: "
       "/e/}, "
       "ADD: {sources: [\"x y\"], destination: \"z\"}}]"},
      {"FROM a\nHEALTHCHECK --interval=5s --retries=3 CMD curl -f x\nHEALTHCHECK NONE\n",
       "[{FROM: {image: a}, HEALTHCHECK: {flags: {interval: 5s, retries: 3}, shell: curl -f x}, "
       "HEALTHCHECK: {none: NONE}}]"},
      {"FROM a\nEXPOSE 80 443/tcp\nVOLUME [\"/x\"]\nUSER 1:1\nWORKDIR /a b\nSTOPSIGNAL SIGKILL\n",
       "[{FROM: {image: a}, EXPOSE: [80, 443/tcp], VOLUME: [\"/x\"], USER: 1:1, WORKDIR: /a b, "
       "STOPSIGNAL: SIGKILL}]"},
      {"FROM a\nONBUILD RUN b\n", "[{FROM: {image: a}, ONBUILD: {RUN: {shell: b}}}]"},
      {"FROM a\nRUN <<EOF\nb # c\nd\nEOF\nCOPY <<-\"X\" <<Y /z\n\te\n\tX\nf\nY\nUSER g\n",
       "[{FROM: {image: a}, RUN: {shell: <<EOF, heredocs: [\"b # c\\nd\\n\"]}, "
       "COPY: {sources: [<<-X, <<Y], destination: /z, heredocs: [\"\\te\\n\", \"f\\n\"]}, USER: "
       "g}]"},
      {"# escape=`\nFROM a\nRUN b `\n  c\\\nUSER d\n",
       "[{FROM: {image: a}, RUN: {shell: b     c\\}, USER: d}]"},
      {"FROM a\r\nRUN b \\\r\n c\r\n", "[{FROM: {image: a}, RUN: {shell: b     c}}]"},
      {"FROM a\nRUN b <<< c\n", "[{FROM: {image: a}, RUN: {shell: b <<< c}}]"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = ParseDockerfile(text);
    CheckTree(tree);
    CHECK(TreeText(tree) == expected);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("what is wrong in a Dockerfile costs its instruction only") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"FROM a\nRUNN b\nUSER c\n", "2:1 unknown instruction \"RUNN\""},
      {"RUN a\nFROM b\n", "1:1 an instruction in front of the first FROM"},
      {"FROM a\nCOPY b\n", "2:6 a source and a destination are needed"},
      {"FROM a\nHEALTHCHECK curl\n", "2:13 HEALTHCHECK takes NONE or CMD"},
      {"FROM a b\n", "1:8 FROM takes an image and \"AS name\""},
      {"FROM a\nUSER\n", "2:1 USER says nothing"},
      {"FROM a\nRUN <<EOF\nb\n", "2:1 a heredoc without an end"},
      {"FROM a\nONBUILD b\n", "2:9 ONBUILD takes an instruction"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = ParseDockerfile(text);
    CheckTree(tree);
    REQUIRE(ErrorTexts(tree).size() == 1);
    CHECK(ErrorTexts(tree).front() == expected);
  }
}

TEST_CASE("places in a Dockerfile hold over continued lines") {
  const ConfigTree tree = ParseDockerfile("# c\nFROM a\nRUN b \\\n # d\n  && c\n");
  const NodeIndex shell = NodeAt(tree, "0.RUN.shell");
  CHECK(PlaceOf(tree, shell) == "3:5-5:7");
  const std::size_t offset = tree.Text(shell).find("&&");
  CHECK(tree.text().substr(tree.ByteOfText(shell, offset), 4) == "&& c");
  CHECK(tree.comments().size() == 2);
}

}  // namespace
}  // namespace gonogo
