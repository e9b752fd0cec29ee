#include "analyzer/worker/protocol.h"

#include "analyzer/worker/fields.h"
#include "analyzer/worker/unit_check.h"
#include "analyzer/worker/wire.h"

namespace gonogo {
namespace {

// Two levels for each part of a value, and what stands around the outermost.
constexpr unsigned kMostDepth = 2 * kMostValueDepth + 24;
// A short object of JSON may become a struct 300 times its size.
constexpr std::size_t kMostMemory = std::size_t{512} << 20;

/// One message of several kinds: exactly one field is set.
struct RequestEnvelope {
  std::optional<SetupRequest> setup;
  std::optional<ParseRequest> parse;
};

struct AnswerEnvelope {
  std::optional<SetupAnswer> setup;
  std::optional<ParseAnswer> parse;
};

template <class T, class F>
  requires(Is<T, RequestEnvelope> || Is<T, AnswerEnvelope>)
void Fields(T& envelope, F&& visit) {
  visit("setup", envelope.setup);
  visit("parse", envelope.parse);
}

template <class T>
std::string ToJson(const T& value) {
  WireWriter writer(kMostValueDepth);
  writer.Write(value);
  return std::move(writer).Take();
}

template <class T>
Result<T> FromJson(std::string_view json) {
  WireReader reader(json, kMostDepth, kMostMemory);
  T value;
  reader.Read(value);
  reader.End();
  if (!reader.error().empty()) return Fail(reader.error());
  return value;
}

template <class Message, class Envelope>
Result<Message> Unpack(std::string_view json) {
  Envelope envelope = TRY(FromJson<Envelope>(json));
  if (envelope.setup.has_value() == envelope.parse.has_value())
    return Fail("not exactly one message");
  if (envelope.setup) return Message(std::move(*envelope.setup));
  return Message(std::move(*envelope.parse));
}

template <class Envelope, class Setup, class Parse>
std::string Pack(const std::variant<Setup, Parse>& message) {
  Envelope envelope;
  if (const auto* setup = std::get_if<Setup>(&message)) envelope.setup = *setup;
  if (const auto* parse = std::get_if<Parse>(&message)) envelope.parse = *parse;
  return ToJson(envelope);
}

}  // namespace

std::string Encode(const Request& request) { return Pack<RequestEnvelope>(request); }

std::string Encode(const Answer& answer) { return Pack<AnswerEnvelope>(answer); }

Result<Request> DecodeRequest(std::string_view json) {
  return Unpack<Request, RequestEnvelope>(json);
}

Result<Answer> DecodeAnswer(std::string_view json) {
  Answer answer = TRY((Unpack<Answer, AnswerEnvelope>(json)));
  const auto* parse = std::get_if<ParseAnswer>(&answer);
  if (parse == nullptr || parse->failure) return answer;
  if (std::string fault = FaultOf(parse->unit); !fault.empty()) return Fail(std::move(fault));
  return answer;
}

std::string EncodeUnit(const CxxUnit& unit) { return ToJson(unit); }

Result<CxxUnit> DecodeUnit(std::string_view json) {
  CxxUnit unit = TRY(FromJson<CxxUnit>(json));
  if (std::string fault = FaultOf(unit); !fault.empty()) return Fail(std::move(fault));
  return unit;
}

}  // namespace gonogo
