"""What gonogo-cxx makes of small units: each point of analyzer/worker/unit.h. Nothing but system headers is on disk."""

import unittest

from worker_client import Unit, Worker


class LoweringTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.worker = Worker()

    @classmethod
    def tearDownClass(cls):
        cls.worker.__exit__()

    def unit(self, text, name="a.c", flags=(), files=None, **more):
        flags = flags or (["-std=c++17"] if name.endswith(".cc") else [])
        answer = self.worker.parse({name: text, **(files or {})}, flags, **more)
        self.assertNotIn("failure", answer)
        return Unit(answer["unit"])

    def check(self, unit, function, *lines):
        self.assertEqual(list(lines), unit.lines(function))

    def test_calls_stores_and_conditions_in_c(self):
        unit = self.unit("""
            typedef struct conn_s { int fd; long limit; } conn;
            typedef void HANDLE;
            HANDLE* make(int kind);
            void set(HANDLE* h, int option, ...);
            enum { OPT_LIMIT = 7 };
            #define FIVE_MINUTES (5 * 60)
            #define OFF 0
            static const int kDefault = 30;
            int run(conn* c) {
              HANDLE* h = make(OFF);
              conn x = {.fd = 1, .limit = FIVE_MINUTES};
              set(h, OPT_LIMIT, kDefault);
              c->limit = x.limit;
              conn* other = c;
              (*other).fd++;
              if (h && c->fd > 0) return -1;
              for (int i = 0; i < 3; i++) set((void*)h, OPT_LIMIT, (long)i, "a" "b");
              return c->fd ? 1 : 2;
            }""")
        self.check(unit, "run",
                   "0 call make (0<OFF>)", "1 store (#0) -> h", "2 store (1) -> x.fd",
                   "3 store (300<FIVE_MINUTES>) -> x.limit", "4 call set (h, 7<OPT_LIMIT>, 30<kDefault>)",
                   "5 store (x.limit) -> c.limit", "6 store (c) -> other",
                   "7 store ((+ other.fd, 1)) -> other.fd", "if h", "if (> c.fd, 0)", "8 return (-1)",
                   "9 store (0) -> i", "loop (< i, 3)", '10 call set (h, 7<OPT_LIMIT>, i, "ab")',
                   "11 store ((+ i, 1)) -> i", "if c.fd", "12 return ((?: c.fd, 1, 2))")
        types = {variable["n"]: variable["ty"] for variable in unit.functions["run"]["lo"]}
        self.assertEqual({"h": "HANDLE", "x": "conn", "other": "conn", "i": "int"}, types)

    def test_what_a_condition_of_do_while_has_decided_leaves_at_once(self):
        for name in ["a.c", "a.cc"]:
            unit = self.unit("int a(void), b(void); void f(void) { do { } while (a() && b()); }", name)
            blocks = unit.functions["f"]["b"]
            left = next(b for b in blocks if any(e.get("c", "").startswith("a") for e in b.get("e", [])))
            right = next(b for b in blocks if any(e.get("c", "").startswith("b") for e in b.get("e", [])))
            # Where a() is false, b() is neither called nor asked for.
            outside = left["n"][1]
            asked = right if right.get("h") else blocks[right["n"][0]]
            self.assertEqual(outside, asked["n"][1])
            self.assertNotIn("e", blocks[outside])

    def test_the_public_name_of_a_struct_of_c(self):
        unit = self.unit("typedef struct pg_conn PGconn; PGconn* open_it(void);"
                         "void f(void) { struct pg_conn* c = open_it(); }")
        self.assertEqual("PGconn", unit.functions["f"]["lo"][0]["ty"])

    def test_blocks_lead_where_control_goes(self):
        unit = self.unit("int a(void), b(void); int f(int x) { if (x) a(); else b(); while (a()) b(); return x; }")
        edges = unit.edges("f")
        conditions = [i for i, block in enumerate(unit.functions["f"]["b"]) if block.get("h")]
        self.assertEqual(2, len(conditions))
        for index in conditions:
            self.assertEqual(2, len(edges[index]))
        true, false = edges[conditions[0]]
        callee = lambda index: unit.functions["f"]["b"][index]["e"][0]["c"]
        self.assertEqual(("a", "b"), (callee(true), callee(false)))
        self.assertTrue(unit.functions["f"]["b"][conditions[1]]["l"])

    def test_a_switch_tests_its_cases(self):
        unit = self.unit("int a(void); void f(int x) { switch (x) { case 1: a(); break; case 2: a(); } a(); }")
        tests = [block for block in unit.functions["f"]["b"] if block.get("h")]
        self.assertEqual({1, 2}, {block["c"]["v"][1]["i"] for block in tests})

    def test_a_switch_over_ranges_only_leads_to_its_cases(self):
        unit = self.unit("int a(void); void f(int x) { switch (x) { case 1 ... 5: a(); break; case 7: a(); } a(); }")
        self.assertIn(3, [len(next) for next in unit.edges("f")])

    def test_what_is_never_run_is_left_out(self):
        unit = self.unit("int a(void), b(void); void f(void) { if (0) a(); b(); return; a(); }")
        self.check(unit, "f", "0 call b", "1 return")

    def test_constructions_and_destructions(self):
        unit = self.unit("""
            namespace lib { inline namespace v2 {
            struct Base { explicit Base(int a = 3); virtual ~Base(); virtual void Run(int times = 4); };
            struct Client : Base { Client(const char* host, int port = 80); void Run(int times) override; int Get(); };
            } }
            void Use(lib::Base& base, lib::Client* other) {
              lib::Client local("a", 81);
              lib::Client copy = local;
              auto* made = new lib::Client("b");
              made->Get();
              base.Run();
              base.lib::Base::Run(2);
              lib::Client& alias = *other;
              alias.Get();
              delete made;
            }""", "a.cc")
        self.check(unit, "Use",
                   '0 construct lib::Client ("a", 81) -> local', "1 store (local) -> copy",
                   '2 construct lib::Client ("b", 80) -> made', "3 call lib::Client::Get on made",
                   "4 call lib::Base::Run on base (4) virtual", "5 call lib::Base::Run on base (2)",
                   "6 call lib::Client::Get on other", "7 destroy lib::Client::~Client on made virtual",
                   "8 destroy lib::Client::~Client on copy virtual", "9 destroy lib::Client::~Client on local virtual")
        self.assertEqual(["lib::Base"], unit.functions["Use"]["b"][1]["e"][0]["al"])

    def test_constructors_store_their_members(self):
        unit = self.unit("""
            struct Part { Part(int a); Part(); };
            struct Base { Base(int b); };
            struct Whole : Base {
              Part part; Part plain; int wait = 5; int* none = nullptr;
              Whole(int w) : Base(w), part(w) { wait = 7; }
              Whole() : Whole(1) {}
            };""", "a.cc")
        lines = [f for f in unit.raw["fn"] if len(f.get("pa", [])) == 1]
        unit.functions["Whole"] = lines[0]
        self.check(unit, "Whole", "0 construct Base (w) -> this", "1 construct Part (w) -> this.part",
                   "2 construct Part -> this.plain", "3 store (5) -> this.wait", "4 store (null) -> this.none",
                   "5 store (7) -> this.wait")
        self.check(unit, "Whole::Whole", "0 construct Whole (1) -> this")
        whole = next(c for c in unit.raw["cl"] if c["n"] == "Whole")
        self.assertEqual(["c:@S@Whole@FI@wait", "c:@S@Whole@FI@none"], [usr for usr, _ in whole["i"]])
        self.assertEqual(["c:@S@Base"], whole["ba"])

    def test_pointers_references_and_wrappers_leave_no_trace(self):
        unit = self.unit("""
            #include <memory>
            #include <string>
            #include <vector>
            struct T { int Go(const char* s); int n; };
            std::unique_ptr<T> Make();
            void Take(std::unique_ptr<T> t);
            std::vector<T> all;
            void F(std::shared_ptr<T> shared, const std::string& text) {
              std::unique_ptr<T> own(new T);
              own->Go("x");
              (*own).Go(text.c_str());
              own.get()->n = 1;
              T* raw = own.get();
              auto made = std::make_unique<T>();
              auto given = Make();
              Take(std::move(made));
              own.reset();
              for (auto& each : all) each.Go("y");
              all[0].Go("z");
              shared->Go("w");
              std::string s = "abc";
              s = text;
            }""", "a.cc")
        self.check(unit, "F",
                   "0 construct T -> own", '1 call T::Go on own ("x")', "2 call T::Go on own (text)",
                   "3 store (1) -> own.n", "4 store (own) -> raw", "5 construct T -> made", "6 call Make",
                   "7 store (#6) -> given", "8 call Take (made)", "9 store (null) -> own", "loop ?",
                   '10 call T::Go on all[] ("y")', '11 call T::Go on all[] ("z")', '12 call T::Go on shared ("w")',
                   '13 store ("abc") -> s', "14 store (text) -> s",
                   "15 destroy std::basic_string::~basic_string on s",
                   "16 destroy std::unique_ptr::~unique_ptr on given",
                   "17 destroy std::unique_ptr::~unique_ptr on made",
                   "18 destroy std::unique_ptr::~unique_ptr on own")

    def test_lambdas_are_functions_with_captures(self):
        unit = self.unit("""
            #include <functional>
            void Call(std::function<void()> f);
            struct S { int n; void M() {
              int local = 1;
              auto f = [&](int k) { local = k; n = 3; };
              f(5);
              Call([this] { n = 4; });
            } };""", "a.cc")
        first = next(f for f in unit.raw["fn"] if f.get("pa"))
        self.assertEqual(unit.functions["S::M"]["u"], first["up"])
        unit.functions["first"] = first
        self.check(unit, "first", "0 store (k) -> local", "1 store (3) -> this.n")
        captures = [(unit.object(first, inside), unit.object(unit.functions["S::M"], outside))
                    for inside, outside in first["ca"]]
        self.assertEqual([("local", "local"), ("this", "this")], sorted(captures))
        calls = [line for line in unit.lines("S::M") if " call " in line]
        self.assertEqual(["2 call S::M::lambda on f (5)", "3 call Call (&S::M::lambda)"], calls)

    def test_lengths_of_time_are_folded(self):
        unit = self.unit("""
            #include <chrono>
            namespace absl { struct Duration {}; Duration Seconds(int n); Duration Seconds(double n); }
            using namespace std::chrono_literals;
            constexpr auto kLimit = std::chrono::minutes(2);
            const std::chrono::milliseconds kWait{250};
            void Set(std::chrono::nanoseconds d); void Set(absl::Duration d); void SetD(double d);
            void F(int n) {
              Set(5s); Set(std::chrono::seconds(3)); Set(kLimit); Set(kWait); Set(2 * 5s + 100ms);
              Set(std::chrono::seconds(n)); Set(absl::Seconds(4)); Set(absl::Seconds(0.5)); SetD(1.5);
            }""", "a.cc")
        self.check(unit, "F",
                   "0 call Set (5000000000ns)", "1 call Set (3000000000ns)", "2 call Set (120000000000ns<kLimit>)",
                   "3 call Set (250000000ns<kWait>)", "4 call Set (10100000000ns)",
                   "5 construct std::chrono::duration (n)", "6 call Set (#5)", "7 call Set (4000000000ns)",
                   "8 call Set (500000000ns)", "9 call SetD (1.5)")

    def test_names_of_constants_and_macros(self):
        unit = self.unit("""
            #include "lib.h"
            #define MINE LIB_VERIFY_NONE
            #define ALL(x) use(x, LIB_VERIFY_NONE)
            namespace k { constexpr int kTen = 10; const char* const kUrl = "u" "v"; }
            enum class Mode { kOn = 1 };
            void use(int, int); void name(const char*); void mode(Mode);
            void f() { use(LIB_VERIFY_NONE, MINE); use(k::kTen, LIB_VERIFY_NONE + 1); ALL(3); name(k::kUrl);
                       mode(Mode::kOn); use(true, -1); }""", "src/a.cc", ["-isystem", "/usr/include", "-I/tree/src"],
                         {"src/lib.h": "#define LIB_VERIFY_NONE 0x00\n"})
        self.check(unit, "f",
                   "0 call use (0<LIB_VERIFY_NONE>, 0<MINE>)", "1 call use (10<k::kTen>, 1)",
                   "2 call use (3, 0<LIB_VERIFY_NONE>)", '3 call name ("uv"<k::kUrl>)',
                   "4 call mode (1<Mode::kOn>)", "5 call use (1, -1)")
        self.assertEqual(["ALL"], unit.functions["f"]["b"][1]["e"][2]["m"])

    def test_an_exception_leads_from_each_call_to_its_handlers(self):
        unit = self.unit("void risk(int); void after(); void f() { try { risk(1); risk(2); } catch (...) { after(); } }",
                         "a.cc", ["-std=c++17"])
        blocks = unit.functions["f"]["b"]
        callers = [i for i, b in enumerate(blocks) if b.get("e") and b["e"][-1].get("c") == "risk"]
        self.assertEqual(2, len(callers))
        handlers = {blocks[i]["n"][-1] for i in callers}
        self.assertEqual(1, len(handlers))
        reached = set()
        todo = list(handlers)
        while todo:
            block = todo.pop()
            if block not in reached:
                reached.add(block)
                todo += blocks[block].get("n", [])
        self.assertIn("after", [e.get("c") for i in reached for e in blocks[i].get("e", [])])

    def test_templates_are_lowered_once_as_they_are_written(self):
        unit = self.unit("""
            #include <utility>
            template <class T> struct Pool {
              T item; Pool(const char* h) : item(h) {} T* get() { return &item; }
              void Run() { item.Go(1); this->Helper(2); get()->Stop(); } void Helper(int); };
            struct C { C(const char*); void Go(int); void Stop(); };
            template <class T> void Each(T& list) { for (auto& x : list) x.Go(3); }
            template <class T, class... A> T* Create(A&&... args) { return new T(std::forward<A>(args)...); }
            void F() { Pool<C> p("a"); p.Run(); C* c = Create<C>("b"); }""", "a.cc")
        self.check(unit, "Pool::Run", "0 call Go on this.item (1)", "1 call Pool::Helper (2)" , "2 call Pool::get",
                   "3 call Stop on #2")
        self.check(unit, "Each", "0 call Go on list[] (3)")
        self.check(unit, "Create", "0 construct (args)", "1 return (#0)")
        self.check(unit, "F", '0 construct Pool ("a") -> p', "1 call Pool::Run on p", '2 call Create ("b")',
                   "3 store (#2) -> c")
        used = unit.functions["F"]["b"][1]["e"]
        self.assertEqual([unit.functions["Pool::Pool"]["u"], unit.functions["Pool::Run"]["u"],
                          unit.functions["Create"]["u"]], [e["u"] for e in used[:3]])
        self.assertEqual(len(unit.raw["fn"]), len({f["u"] for f in unit.raw["fn"]}))

    def test_globals_and_what_makes_them(self):
        unit = self.unit("""
            struct Client { Client(const char*); };
            Client* open();
            Client client("h"); Client* other = open(); int n = 4; static const char* const kName = "x";
            int (*table[])(void) = {0};
            void f() { static Client local("l"); }""", "a.cc")
        self.check(unit, "client::initialiser", '0 construct Client ("h") -> client')
        self.check(unit, "other::initialiser", "0 call open", "1 store (#0) -> other")
        self.check(unit, "f", '0 construct Client ("l") -> local')
        values = {g["v"]["n"]: g for g in unit.raw["gl"]}
        self.assertEqual(4, values["n"]["i"]["i"])
        self.assertEqual("x", values["kName"]["i"]["t"])
        self.assertEqual(1, values["kName"]["c"])

    def test_who_may_call_a_function(self):
        unit = self.unit("""
            static void quiet(void) {} static void given(void) {} void open(void) {}
            void take(void (*f)(void)); int main(void) { take(given); quiet(); return 0; }""")
        flags = {f["n"]: (f.get("in", 0), f.get("ad", 0), f.get("ma", 0)) for f in unit.raw["fn"]}
        self.assertEqual({"quiet": (1, 0, 0), "given": (1, 1, 0), "open": (0, 0, 0), "main": (0, 0, 1)}, flags)

    def test_internal_functions_of_two_files_are_two(self):
        text = "static int init(void) { return 1; }"
        one = self.unit(text, "x/util.c").functions["init"]["u"]
        two = self.unit(text, "y/util.c").functions["init"]["u"]
        self.assertNotEqual(one, two)

    def test_overridden_methods_and_derived_classes_are_named(self):
        unit = self.unit("""
            struct A { virtual void Go(); void Plain(); }; struct B : A { void Go() override {} };
            void f(B& b) { b.Go(); b.Plain(); }""", "a.cc")
        events = unit.functions["f"]["b"][1]["e"]
        self.assertEqual([("B::Go", ["A::Go"]), ("A::Plain", ["B::Plain"])], [(e["c"], e["al"]) for e in events])
        self.assertEqual(1, len(unit.functions["B::Go"]["ov"]))

    def test_the_header_that_declares_a_function(self):
        unit = self.unit('#include "a.h"\nint f(void) { return 1; }\nint g(void) { return 1; }', "a.c", [],
                         {"a.h": "\nint f(void);\n"})
        self.assertEqual([1, 2, 5], [unit.raw["files"].index("a.h"), *unit.functions["f"]["d"][1:3]])
        self.assertNotIn("d", unit.functions["g"])

    def test_functions_of_project_headers_are_lowered_and_of_system_headers_not(self):
        unit = self.unit('#include "a.h"\n#include <string.h>\nvoid f(void) { g(); }', "a.c", [],
                         {"a.h": "static inline int g(void) { return 1; }\n"})
        self.assertEqual({"f", "g"}, set(unit.functions))

    def test_places_are_those_of_macro_uses_and_of_literals(self):
        unit = self.unit('void use(const char*);\n#define TWICE(x) use(x); use(x)\nvoid f(void) {\n  TWICE("ab");\n}')
        events = unit.functions["f"]["b"][1]["e"]
        self.assertEqual([[0, 4, 3, 4, 14]] * 2, [e["p"] for e in events])
        self.assertEqual([[0, 4, 9, 4, 13]], events[0]["a"][0]["s"])

    def test_structured_bindings_and_operators(self):
        unit = self.unit("""
            struct P { int a; int b; }; P make();
            struct S { S& operator<<(int); int operator[](int); S operator+(const S&); };
            void use(int);
            void f(S s) { auto [x, y] = make(); use(x); s << 1; use(s[2]); s + s; }""", "a.cc")
        lines = unit.lines("f")
        self.assertIn("3 call S::operator<< on s (1)", lines)
        self.assertIn("4 call S::operator[] on s (2)", lines)
        self.assertIn("6 call S::operator+ on s (s)", lines)

    def test_configured_macros_count_as_defined_where_nothing_was_configured(self):
        text = """
            #include "config.h"
            int a(void), b(void), c(void), w(void), d(void), n(void);
            void f(void) {
            #ifdef HAVE_LIMIT
              a();
            #endif
            #if defined(USE_TLS) && !defined(NO_TLS)
              b();
            #endif
            #ifdef HAVE_WINDOWS_H
              w();
            #endif
            #ifdef DEBUGGING
              d();
            #endif
            #ifdef HAVE_NO_SUCH_HEADER_H
              d();
            #endif
            #ifdef SHOP_CURL_FOUND
              c();
            #endif
            #ifdef CONFIG_NO_LIMIT
              d();
            #endif
            #ifdef ONE_WAY_ENABLED
              return;
            #endif
            #ifdef HAVE_NEAR_BY_H
              n();
            #endif
            }"""
        self.check(self.unit(text), "f", "0 call a", "1 call b", "2 call c")
        self.check(self.unit(text, "a.c", [], {"config.h": "#define HAVE_OTHER 1\n"}), "f")
        near = {"config.h": "", "inc/near/by.h": ""}
        self.check(self.unit(text, "a.c", ["-I/tree/inc"], near, assume_have=True), "f",
                   "0 call a", "1 call b", "2 call c", "3 call n")

    def test_calls_survive_what_does_not_parse(self):
        unit = self.unit("""
            #include <no/such.h>
            void known(int a, int b);
            void f() { known(1); missing(2, 3); unknown::Thing t; known(4, 5); }""", "a.cc")
        self.assertEqual(["0 call known (1)", "1 call missing (2, 3)", "2 call known (4, 5)"], unit.lines("f"))
        understanding = unit.raw["und"]
        self.assertEqual((1, 1), (understanding["c"], understanding["m"]))
        self.assertEqual(2, understanding["l"])
        self.assertGreaterEqual(understanding["e"], 3)

    def test_calls_that_clang_drops_are_read_from_the_text(self):
        unit = self.unit("""
            #include "orders.grpc.pb.h"
            struct Context { void set_limit(int seconds); };
            enum Option { OPT_A = 3 };
            void configure(Context* c, Option option, int value);
            struct Client {
              shop::Stub stub;
              shop::Settings settings;
              Context kept;
              int Place(const shop::Order& order) {
                Context context;
                context.set_limit(settings.seconds);
                configure(&context, OPT_A, settings.value);
                if (order.fast()) {
                  stub.Fast(&context);
                } else {
            #if 0
                  stub.Never(&context);
            #endif
                  auto reply = stub.Slow(&context, order, 7, "text", true);
                }
                stub.Push(kept, nothing());
                return 1;
              }
            };""", "a.cc")
        lines = unit.lines("Client::Place")
        self.assertEqual(
            ["0 construct Context -> context", "1 call Context::set_limit on context (?)",
             "2 call configure (context, 3<OPT_A>, ?)"], lines[:3])
        self.assertEqual(1, sum("(context)" in line for line in lines))
        self.assertTrue(any('(context, order, 7, "text", 1<true>)' in line for line in lines), lines)
        self.assertTrue(any("(this.kept, ?)" in line for line in lines), lines)
        self.assertFalse(any("Never" in line for line in lines), lines)
        blocks = unit.functions["Client::Place"]["b"]
        held = lambda count: next(i for i, block in enumerate(blocks)
                                  if any(len(event.get("a", [])) == count for event in block.get("e", [])))
        self.assertNotEqual(held(5), held(3))

    def test_an_undeclared_name_costs_its_own_value_and_no_statement(self):
        text = """
            #include "settings.h"
            void* open_it(const char* name, int mode);
            int f(const char* name) {
              void* kept;
              kept = open_it(name, SHOP_MODE);
              if (kept == NULL && retries < SHOP_LIMIT) return SHOP_FAILED;
              return LIMITS->seconds;
            }"""
        for name in ["a.c", "a.cc"]:
            unit = self.unit(text, name)
            self.assertEqual(["0 call open_it (name, ?<SHOP_MODE>)", "1 store (#0) -> kept"], unit.lines("f")[:2])
            self.assertIn("?<SHOP_FAILED>", " ".join(unit.lines("f")))
            self.assertIn("undeclared identifier", unit.raw["und"]["f"])
        self.check(self.unit("int f(void) { return undeclared_at_all(1); }"), "f",
                   "0 call undeclared_at_all (1)", "1 return (#0)")

    def test_a_missing_header_of_c_brings_bool(self):
        text = "#include <no/such.h>\nbool f(bool b) { bool once = true; return b || once; }"
        self.assertEqual(0, self.unit(text).raw["und"].get("e", 0))
        self.assertLess(0, self.unit(text.split("\n")[1]).raw["und"]["e"])

    def test_an_argument_that_is_not_understood_leaves_the_type_of_the_result(self):
        unit = self.unit("""
            #include <no/such.h>
            struct handle;
            struct handle* open_it(int a);
            void* any(int a);
            int f(struct shop* s) { struct handle* h = open_it(s->port.number); return h != any(s->x.y); }""")
        values = [event["a"][0] for block in unit.functions["f"]["b"] for event in block.get("e", []) if event.get("k") == 2]
        self.assertEqual("handle", values[0]["ty"])

    def test_a_function_that_was_not_understood_is_called_by_its_name(self):
        unit = self.unit("""
            #include "settings.h"
            struct app;
            static void prepare(void* handle, const settings* s) { }
            void f(void* handle, struct app* app) { prepare(handle, app->settings); }""")
        self.assertIn("call prepare (handle, ", " ".join(unit.lines("f")))

    def test_errors_quote_no_text_of_the_source(self):
        unit = self.unit('#error the password is "open sesame"\n')
        self.assertEqual("#error", unit.raw["und"]["f"])

    def test_models_take_the_place_of_headers_that_are_not_there(self):
        unit = self.unit("#include <curl/curl.h>\n#include \"mine.h\"\n", "a.c", ["-nostdinc"], {"mine.h": ""})
        includes = {i["s"]: i for i in unit.raw["inc"]}
        self.assertEqual("mine.h", includes["mine.h"]["r"])
        self.assertNotIn("m", includes["mine.h"])
        if "r" in includes["curl/curl.h"]:
            self.assertEqual(1, includes["curl/curl.h"]["m"])
        shadowed = self.unit("#include <curl/curl.h>\nint f(void) { return OWN; }\n", "a.c", ["-I/tree/inc"],
                             {"inc/curl/curl.h": "enum { OWN = 1 };"})
        self.assertEqual("inc/curl/curl.h", shadowed.raw["inc"][0]["r"])
        self.assertNotIn("m", shadowed.raw["inc"][0])


class MatcherTest(unittest.TestCase):
    def test_hits_are_placed_at_root_and_bind_names_are_kept(self):
        expressions = ['callExpr(callee(functionDecl(hasName("gets"))), hasArgument(0, expr().bind("into"))).bind("root")',
                       "returnStmt()", "callExpr(", "noSuchMatcher()", "returnStmt() trailing"]
        with Worker(expressions) as worker:
            self.assertEqual([2, 3, 4], [error.get("matcher", 0) for error in worker.setup["errors"]])
            for error in worker.setup["errors"]:
                self.assertTrue(error["message"])
            answer = worker.parse({"a.c": '#include <string.h>\nchar* gets(char*);\nvoid f(char* b) {\n  gets(b);\n  return;\n}'})
            hits = answer["unit"]["hits"]
        self.assertEqual([(0, [0, 4, 3, 4, 10]), (1, [0, 5, 3, 5, 9])], [(h.get("m", 0), h["p"]) for h in hits])
        self.assertEqual([["into", [0, 4, 8, 4, 9]], ["root", [0, 4, 3, 4, 10]]], hits[0]["b"])


if __name__ == "__main__":
    unittest.main()
