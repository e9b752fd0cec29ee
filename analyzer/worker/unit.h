// Unit: what the Clang worker says about one translation unit, lowered to calls, stores and
// branches. It names no library and no rule: the analyses in engines/cxx/ give it meaning, over all
// units of a program, without LLVM.
//
// Dereference, address-of, casts, parentheses, `.get()` of smart pointers, std::move and references
// leave no trace: `*h`, `&h`, `h.get()` and `h` are one CxxObject. What cannot be lowered is
// kUnknown, never left out.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gonogo {

/// 1-based; columns in bytes; the end is exclusive. Where a macro was expanded, the place of its
/// use.
struct CxxPlace {
  std::uint32_t file = 0;  // index into CxxUnit::files
  std::uint32_t line = 0;  // 0: no place
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
};

enum class CxxRoot : std::uint8_t { kLocal, kParameter, kThis, kGlobal };

/// An object by where it is kept. A global, a static member and a static local are kGlobal.
struct CxxObject {
  CxxRoot root = CxxRoot::kLocal;
  std::uint32_t index = 0;        // of the local or the parameter
  std::string usr;                // of the global
  std::vector<std::string> path;  // USRs of the fields passed through, outermost first; "[]" is an
                                  // element of an array or a container
};

enum class CxxValueKind : std::uint8_t {
  kUnknown,
  kInteger,  // folded: integers, characters, booleans, enumerators
  kReal,     // folded
  kText,     // string literals, folded
  kNull,
  kDuration,  // std::chrono and absl::Duration, folded: `integer` is nanoseconds
  kObject,
  kResult,    // of the call or construction that is event `event` of the same function
  kFunction,  // a function or a lambda: `usr`
  kCombined,  // of `parts`: by an operator, a conditional, a braced list
};

struct CxxValue {
  CxxValueKind kind = CxxValueKind::kUnknown;
  std::int64_t integer = 0;
  double real = 0;
  std::string text;               // kText, decoded; UTF-8 where the literal is
  std::vector<CxxPlace> spelled;  // kText: the literal's tokens, so that a cache need not hold the
                                  // text; empty where they stand in no file
  CxxObject object;
  std::uint32_t event = 0;
  std::string usr;        // kFunction
  std::string operation;  // kCombined: "+", "?:", "{}", "!", "==", ...; "?:" has condition first
  std::vector<CxxValue> parts;
  std::string name;  // qualified name of the enumerator, constant or macro that it was spelled as
  std::string type;  // canonical, without const, references, pointers, template arguments and
                     // inline namespaces: "CURL", "std::basic_string", "httplib::Client"
  CxxPlace place;
};

enum class CxxEventKind : std::uint8_t {
  kCall,       // callee(arguments), or self.callee(arguments)
  kConstruct,  // an object of class `callee` is made of arguments: a declaration, new, a temporary,
               // a member's or a base's initialiser. `target` is the object; kUnknown for a
               // temporary, which its users name by kResult
  kStore,      // target = arguments[0]: assignment, initialisation of a variable, field or element
  kReturn,     // arguments[0], where there is one
  kThrow,
  kDestroy,  // the object `self` ends: scope end or delete
};

struct CxxEvent {
  CxxEventKind kind = CxxEventKind::kCall;
  std::string callee;  // qualified, without template arguments and inline namespaces:
                       // "curl_easy_setopt", "httplib::Client::Get"; kConstruct: of the class.
                       // Empty where the function is unknown (a call through a pointer)
  std::string usr;     // of the function or constructor; of a template, its pattern's
  std::vector<std::string> also;    // qualified names of the methods that it overrides, of the
                                    // bases of a constructed class, of the class it is called on
  std::vector<std::string> macros;  // through which the call was spelled, outermost first
  CxxValue self;                    // kCall of a method: the object; kDestroy
  std::vector<CxxValue> arguments;  // default arguments are written out, from where they are known
  CxxValue target;
  bool is_virtual = false;  // dispatched at run time
  bool in_tree = false;     // the callee is declared in a file of the tree: it is no library's
  CxxPlace place;           // of the whole expression
  CxxPlace name_place;      // of the callee's name
};

/// Events in the order of evaluation; then, where there are two successors, a test.
struct CxxBlock {
  std::vector<CxxEvent> events;
  std::vector<std::uint32_t> next;  // with a condition: [true, false]; a switch: its cases
  bool has_condition = false;
  CxxValue condition;    // kResult refers to events of the function by their number
  bool is_loop = false;  // the condition is a loop's
  CxxPlace place;        // of the condition
};

struct CxxVariable {
  std::string name;
  std::string usr;   // of a field or global; empty for locals
  std::string type;  // as in CxxValue
  CxxPlace place;
};

/// A function with a body. Events are numbered through, block after block.
struct CxxFunction {
  std::string usr;
  std::string name;  // qualified; of a lambda, the enclosing function's and "::lambda"
  std::string class_usr;
  std::vector<CxxVariable> parameters;
  std::vector<CxxVariable> locals;
  std::vector<std::string> overrides;  // USRs of methods
  std::string parent;                  // of a lambda: the enclosing function's USR
  std::vector<std::pair<CxxObject, CxxObject>> captures;  // of a lambda: (inside as a local or
                                                          // this, outside)
  std::string return_type;
  bool is_constructor = false;
  bool is_destructor = false;
  bool is_internal = false;  // static, or in an unnamed namespace: unknown to other units
  bool is_main = false;
  bool is_address_taken = false;  // in this unit: it may be called by the unknown
  std::vector<CxxBlock> blocks;   // 0 is the entry
  CxxPlace place;                 // of the name
  CxxPlace body;
  /// Where the first declaration outside a .c/.cc/.cpp file stands: the header that hands the
  /// function to others.
  CxxPlace declared;
};

struct CxxClass {
  std::string usr;
  std::string name;                // qualified
  std::vector<std::string> bases;  // USRs
  std::vector<CxxVariable> fields;
  std::vector<std::pair<std::string, CxxValue>> initialisers;  // of fields, by USR
  CxxPlace place;
};

struct CxxGlobal {
  CxxVariable variable;
  CxxValue initialiser;
  bool is_constant = false;
};

struct CxxInclude {
  std::string spelled;  // as written, without the brackets
  bool angled = false;
  std::string resolved;  // absolute or relative to the tree as in `files`; empty: not found
  bool model = false;    // one of ours took its place
  CxxPlace place;
};

/// What a `matcher` clause bound at one place.
struct CxxMatcherHit {
  std::uint32_t matcher = 0;  // index into the set-up's list
  CxxPlace place;             // of the node bound to "root", else of the whole match
  std::vector<std::pair<std::string, CxxPlace>> bound;  // by bind name
};

/// How much of the unit Clang understood.
struct CxxUnderstanding {
  std::uint32_t calls = 0;       // whose callee is known
  std::uint32_t lost_calls = 0;  // recovery expressions that stand for calls
  std::uint32_t errors = 0;      // of the parser, in the main file
  std::string first_error;       // its message; quotes no source text
  CxxPlace first_error_place;
  std::uint32_t missing_includes = 0;
};

struct CxxUnit {
  std::string path;  // of the main file
  /// Paths; of the tree: relative to its root; outside: absolute. 0 is the main file.
  std::vector<std::string> files;
  std::vector<std::string> dependencies;  // every file that was read, as in `files`
  std::vector<CxxInclude> includes;       // of files of the tree
  std::vector<CxxFunction> functions;     // of files of the tree only
  std::vector<CxxClass> classes;          // likewise
  std::vector<CxxGlobal> globals;         // likewise
  std::vector<CxxMatcherHit> hits;
  CxxUnderstanding understanding;
};

}  // namespace gonogo
