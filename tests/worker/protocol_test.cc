#include "analyzer/worker/protocol.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analyzer/worker/fields.h"
#include "filled_unit.h"

namespace gonogo {
namespace {

struct Anything {
  template <class T>
  operator T() const;
};

template <class T, class... Args>
constexpr std::size_t CountFields() {
  if constexpr (requires { T{Args{}..., Anything{}}; }) {
    return CountFields<T, Args..., Anything>();
  } else {
    return sizeof...(Args);
  }
}

template <class T>
std::size_t ListedFields() {
  std::size_t count = 0;
  T value;
  Fields(value, [&count](std::string_view, auto&) { ++count; });
  return count;
}

template <class T>
void CheckFields() {
  CHECK(ListedFields<T>() == CountFields<T>());
}

template <class... T>
void CheckAllFieldsAreListed() {
  (CheckFields<T>(), ...);
}

/// With indices that point to something.
CxxUnit SmallUnit() {
  CxxUnit unit;
  unit.path = "src/a.cc";
  unit.files = {"src/a.cc"};
  return unit;
}

CxxValue ValueOf(CxxValueKind kind) {
  CxxValue value;
  value.kind = kind;
  return value;
}

CxxUnit UnitWith(const CxxValue& value) {
  CxxUnit unit = SmallUnit();
  CxxFunction function;
  function.parameters.resize(1);
  function.blocks.resize(1);
  function.blocks[0].events.resize(1);
  function.blocks[0].events[0].arguments = {value};
  unit.functions = {function};
  return unit;
}

std::string JsonOf(const CxxValue& value) { return EncodeUnit(UnitWith(value)); }

CxxValue Back(const CxxValue& value) {
  const auto unit = DecodeUnit(JsonOf(value));
  REQUIRE(unit);
  return unit->functions[0].blocks[0].events[0].arguments[0];
}

}  // namespace

TEST_CASE("every field of the protocol is listed", "[worker]") {
  CheckAllFieldsAreListed<CxxPlace, CxxObject, CxxValue, CxxEvent, CxxBlock, CxxVariable,
                          CxxFunction, CxxClass, CxxGlobal, CxxInclude, CxxMatcherHit,
                          CxxUnderstanding, CxxUnit, SetupRequest, MatcherError, SetupAnswer,
                          ParseRequest, ParseFailure, ParseAnswer>();
}

TEST_CASE("what is written is read back", "[worker]") {
  ParseRequest request;
  Filler().Fill(request);
  const std::string json = Encode(Request(request));
  const auto read = DecodeRequest(json);
  REQUIRE(read);
  CHECK(Encode(*read) == json);
  CHECK(std::get<ParseRequest>(*read).overlay == request.overlay);

  SetupAnswer answer;
  Filler().Fill(answer);
  const auto answered = DecodeAnswer(Encode(Answer(answer)));
  REQUIRE(answered);
  CHECK(std::get<SetupAnswer>(*answered).errors[1].message == answer.errors[1].message);
}

TEST_CASE("a filled unit is written in full and read back", "[worker]") {
  CxxUnit unit;
  Filler().Fill(unit);
  WireWriter writer(kMostValueDepth);
  writer.Write(unit);
  const std::string json = std::move(writer).Take();
  WireReader reader(json, 100, 1 << 30);
  CxxUnit back;
  reader.Read(back);
  reader.End();
  REQUIRE(reader.error() == "");
  CHECK(EncodeUnit(back) == json);
  CHECK(back.functions[1].blocks[1].events[1].arguments[1].text ==
        unit.functions[1].blocks[1].events[1].arguments[1].text);
  CHECK(back.classes[1].initialisers[1].second.place.end_column ==
        unit.classes[1].initialisers[1].second.place.end_column);
}

TEST_CASE("texts of any bytes come through", "[worker]") {
  CxxValue value = ValueOf(CxxValueKind::kText);
  for (int byte = 0; byte < 256; ++byte) value.text += static_cast<char>(byte);
  value.text += "\"\\ \xc3\xa4 \xed\xa0\x80 \xf0\x9f\x98\x80 \xf0\x9f";
  CHECK(Back(value).text == value.text);
}

TEST_CASE("numbers at their limits come through", "[worker]") {
  CxxValue value = ValueOf(CxxValueKind::kReal);
  for (const std::int64_t integer :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    value.integer = integer;
    CHECK(Back(value).integer == integer);
  }
  for (const double real : {0.1, -1e300, 5e-324, std::numeric_limits<double>::infinity(),
                            -std::numeric_limits<double>::infinity()}) {
    value.real = real;
    CHECK(Back(value).real == real);
  }
  value.real = std::nan("");
  CHECK(std::isnan(Back(value).real));
}

TEST_CASE("values nested too deeply end in the unknown", "[worker]") {
  CxxValue value = ValueOf(CxxValueKind::kInteger);
  for (int i = 0; i < 500; ++i) {
    CxxValue outer = ValueOf(CxxValueKind::kCombined);
    outer.parts.push_back(std::move(value));
    value = std::move(outer);
  }
  const CxxValue back = Back(value);
  unsigned depth = 1;
  const CxxValue* at = &back;
  for (; !at->parts.empty(); at = &at->parts[0]) ++depth;
  CHECK(depth == kMostValueDepth + 1);
  CHECK(at->kind == CxxValueKind::kUnknown);
}

TEST_CASE("a wrong message is refused with its place", "[worker]") {
  struct Row {
    std::string json;
    std::string error;
  };
  for (const Row& row : std::vector<Row>{
           {"", "byte 0: \"{\" is expected"},
           {"{}", "not exactly one message"},
           {R"({"setup":{},"parse":{}})", "not exactly one message"},
           {R"({"setup":{}} x)", "byte 13: something behind the end"},
           {R"({"stop":{}})", "byte 8: an unknown key"},
           {R"({"setup":{"version":"a","version":"b"}})", "byte 34: a key that stands there twice"},
           {R"({"setup":{"version":1}})", "byte 20: \"\"\" is expected"},
           {R"({"parse":{"id":-1}})", "byte 17: a number that is out of range"},
           {R"({"parse":{"id":18446744073709551616}})", "byte 35: a number that is out of range"},
           {R"({"parse":{"failure":{"fault":4}}})", "byte 30: a number that is out of range"},
           {R"({"setup":{"version":"\ud800"}})", "byte 27: half a surrogate"},
           {"{\"setup\":{\"version\":\"\xff\"}}",
            "byte 21: a byte that must be written as an escape"},
           {R"({"setup":{"version":"a)", "byte 22: a text without an end"},
           {R"({"setup":{"errors":[{}}})", "byte 22: \"]\" is expected"},
           {R"({"setup":{"errors":[[]]}})", "byte 20: \"{\" is expected"},
       }) {
    CAPTURE(row.json);
    const auto answer = DecodeAnswer(row.json);
    REQUIRE(!answer);
    CHECK(answer.error().message == row.error);
  }
}

TEST_CASE("depth and memory of an answer are bounded", "[worker]") {
  std::string deep = R"({"path":"a","files":["a"],"gl":[{"i":)";
  for (int i = 0; i < 100'000; ++i) deep += R"({"v":[)";
  CHECK(DecodeUnit(deep).error().message.ends_with("nested too deeply"));
  WireReader reader(R"([{},{},{},{}])", 10, 3 * sizeof(CxxFunction));
  std::vector<CxxFunction> functions;
  reader.Read(functions);
  CHECK(reader.error().ends_with("larger than the limit"));
  CHECK(functions.size() == 4);
}

TEST_CASE("an index that points to nothing is refused", "[worker]") {
  const auto refused = [](const CxxUnit& unit) { return !DecodeUnit(EncodeUnit(unit)); };
  CHECK(!refused(SmallUnit()));
  CxxUnit unit = SmallUnit();
  unit.files = {"src/b.cc"};
  CHECK(refused(unit));

  CxxValue value = ValueOf(CxxValueKind::kResult);
  CHECK(!refused(UnitWith(value)));
  value.event = 1;
  CHECK(refused(UnitWith(value)));
  value = ValueOf(CxxValueKind::kObject);
  CHECK(refused(UnitWith(value)));  // local 0 of none
  value.object.root = CxxRoot::kParameter;
  CHECK(!refused(UnitWith(value)));
  value.object.index = 1;
  CHECK(refused(UnitWith(value)));
  value = ValueOf(CxxValueKind::kInteger);
  value.place = {1, 1, 1, 1, 2};
  CHECK(refused(UnitWith(value)));

  unit = UnitWith({});
  unit.functions[0].blocks[0].next = {1};
  CHECK(refused(unit));
  unit = SmallUnit();
  unit.globals.resize(1);
  CHECK(!refused(unit));
  unit.globals[0].initialiser = ValueOf(CxxValueKind::kResult);
  CHECK(refused(unit));
}

TEST_CASE("a captured object belongs to the enclosing function", "[worker]") {
  CxxUnit unit = SmallUnit();
  unit.functions.resize(2);
  unit.functions[0].usr = "outer";
  unit.functions[0].locals.resize(1);
  unit.functions[1].parent = "outer";
  unit.functions[1].locals.resize(3);
  CxxObject inside;
  inside.index = 2;
  unit.functions[1].captures = {{inside, {}}};
  CHECK(DecodeUnit(EncodeUnit(unit)));
  unit.functions[1].captures[0].second.index = 1;
  CHECK(!DecodeUnit(EncodeUnit(unit)));
}

}  // namespace gonogo
