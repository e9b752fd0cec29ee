// The parser of the mini language, which lowers as it reads; see mini_unit.h.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/worker/unit.h"
#include "tests/engines/cxx/flow/mini_tokens.h"

namespace gonogo {

struct MiniClass {
  CxxClass type;
  bool library = false;
};

struct MiniFunction {
  std::string return_type;
  bool internal = false;
  bool is_virtual = false;
  std::vector<std::string> overrides;
};

/// What all units of a text know.
struct MiniShared {
  std::map<std::string, MiniClass> classes;
  std::map<std::string, MiniFunction> functions;
  std::map<std::string, CxxGlobal> globals;
};

CxxEvent EventOf(CxxEventKind kind, const CxxPlace& place);
std::string UsrOf(const std::string& function);
std::string FieldUsr(const std::string& type, const std::string& field);

class MiniParser {
 public:
  explicit MiniParser(std::string_view text) : tokens_(SplitMini(text)) {}

  std::vector<std::unique_ptr<CxxUnit>> Units();

 private:
  struct Scope {
    std::map<std::string, std::pair<CxxObject, std::string>> names;  // object and type
  };

  /// A function that is being lowered; lambdas stand on those around them.
  struct Frame {
    CxxFunction function;
    std::string type;  // whose method it is
    std::vector<Scope> scopes;
    std::uint32_t block = 0;
    std::uint32_t events = 0;
    int lambdas = 0;
    bool lambda = false;
    bool ended = false;
  };

  const MiniToken& Peek(std::size_t ahead = 0) const;
  MiniToken Next() { return tokens_[std::min(at_++, tokens_.size() - 1)]; }
  bool Take(std::string_view text);
  void Expect(std::string_view text);
  std::string Name();
  CxxPlace PlaceOf(const MiniToken& token) const;

  void NewUnit(const std::string& path);
  CxxUnit& Unit() { return *units_.back(); }

  void Declaration();

  void Class(bool library);

  CxxValue Literal();

  void Global(bool constant);

  void Function(bool internal, bool dispatched, bool elsewhere);

  void Parameters(Frame& frame);

  void Body(Frame frame);

  /// Events were numbered as they were met; the IR numbers them block after block.
  void Renumber(CxxFunction& function);
  static void Renumber(CxxValue& value, const std::map<std::uint32_t, std::uint32_t>& numbers);

  Frame& Top() { return frames_.back(); }
  std::uint32_t NewBlock();
  CxxBlock& Here() { return Top().function.blocks[Top().block]; }
  void Go(std::uint32_t to) { Here().next.push_back(to); }

  CxxValue Emit(CxxEvent event);

  void Block();

  void Statement();

  void Return(const MiniToken& first);

  void Assign(const CxxValue& target, CxxValue value, const MiniToken& at);

  void Variable();

  CxxValue Construct(const std::string& type, const CxxValue& target, const MiniToken& at);

  std::vector<std::string> BasesOf(const std::string& type);

  std::vector<CxxValue> Arguments();

  void If();

  void While();

  /// Short-circuit operators are branches.
  void Condition(std::uint32_t yes, std::uint32_t no, bool loop);

  void Test(CxxValue value, std::uint32_t yes, std::uint32_t no, bool loop);

  CxxValue Combined(const std::string& operation, std::vector<CxxValue> parts);

  CxxValue Expression();

  CxxValue Conjunction();

  CxxValue Primary();

  CxxValue Lambda(const MiniToken& first);

  /// The object of a name, looked for inside out; a lambda captures what it finds outside.
  bool Find(std::size_t frame, const std::string& name, CxxObject& object, std::string& type);

  const CxxVariable* FieldOf(const std::string& type, const std::string& name);

  CxxValue Named(const MiniToken& first);

  CxxValue CallThrough(CxxValue self, const MiniToken& first);

  CxxValue Call(const std::string& name, CxxValue self, const MiniToken& first);

  std::vector<std::string> SelfAndBases(const std::string& type);

  CxxValue Suffixes(CxxValue value, const MiniToken& first);

  std::vector<MiniToken> tokens_;
  std::size_t at_ = 0;
  MiniShared shared_;
  std::vector<std::unique_ptr<CxxUnit>> units_;
  std::vector<Frame> frames_;
};

}  // namespace gonogo
