"""Small programs in which what comes from outside reaches a command or a path on many ways, each with twins in which it does not.

A flow is a program with two holes: TAKE(x) fills the buffer x, USE(x) hands it on. The wrong program takes from a socket and uses it as
it is; of the right ones, one takes a literal and one tests, converts or cleans what it took. All lie in one tree, as suites do.
"""

import collections
import json
import pathlib
import re
import subprocess
import tempfile

from comparisons import mutants

SOURCES = {
    "socket": "recv(client, {x}, 100, 0);",
    "datagram": "recvfrom(client, {x}, 100, 0, NULL, NULL);",
    "input": "if (fgets({x}, 100, stdin) == NULL) exit(1);",
    "environment": '{{ const char* set = getenv("PICTURE"); if (set != NULL) strncpy({x}, set, 100); }}',
    "file": '{{ FILE* list = fopen("/tmp/list.txt", "r"); if (list != NULL) {{ fgets({x}, 100, list); fclose(list); }} }}',
    "gateway": '{{ const char* set = getenv("QUERY_STRING"); if (set != NULL) strncat({x}, set, 99); }}',
}
PROGRAMS_OF_FLOW = 2
LITERAL = 'strcpy({x}, "status");'
SINKS = {
    "command": ('{{ char line[400]; snprintf(line, sizeof line, "ls %s", {x}); system(line); }}',
                '{{ char line[400] = "ls "; strcat(line, {x}); FILE* pipe = popen(line, "r"); if (pipe) pclose(pipe); }}',
                '{{ char line[400]; snprintf(line, sizeof line, "ls %s", {x}); execl("/bin/sh", "sh", "-c", line, (char*)NULL); }}',
                '{{ char line[400] = "ls "; strcat(line, {x}); char* list[] = {{(char*)"sh", (char*)"-c", line, NULL}}; execv("/bin/sh", list); }}'),
    "path": ('{{ char name[400]; snprintf(name, sizeof name, "/srv/%s", {x}); FILE* file = fopen(name, "r"); if (file) fclose(file); }}',
             '{{ char name[400] = "/srv/"; strcat(name, {x}); int file = open(name, O_RDWR | O_CREAT, 0600); if (file >= 0) close(file); }}',
             '{{ char name[400] = "/srv/"; strncat(name, {x}, 300); unlink(name); }}'),
}
CHECKS = {
    "letters": 'if (strspn({x}, "abcdefghijklmnopqrstuvwxyz") != strlen({x})) return;\n  ',
    "one of": 'if (strcmp({x}, "start") != 0 && strcmp({x}, "stop") != 0) return;\n  ',
    "number": 'snprintf({x}, 100, "%d", atoi({x}));\n  ',
}

# name -> text; functions are static or end in @, the number of the program. `---` begins another file.
C_FLOWS = {
    "direct": "void run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  USE(data)\n}",
    "pointer": "void run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  TAKE(data)\n  USE(data)\n}",
    "heap": "void run@(int client) {\n  char* data = (char*)malloc(200);\n  if (!data) exit(1);\n  data[0] = 0;\n  TAKE(data)\n  USE(data)\n  free(data);\n}",
    "in a loop": "void run@(int client) {\n  char data[200] = \"\";\n  for (int i = 0; i < 1; i++) {\n    TAKE(data)\n  }\n  USE(data)\n}",
    "while": "void run@(int client) {\n  char data[200] = \"\";\n  while (1) {\n    TAKE(data)\n    break;\n  }\n  while (1) {\n    USE(data)\n    break;\n  }\n}",
    "goto": "void run@(int client) {\n  char data[200] = \"\";\n  goto source;\nsource:\n  TAKE(data)\n  goto sink;\nsink:\n  USE(data)\n}",
    "switch": "void run@(int client) {\n  char data[200] = \"\";\n  switch (6) {\n    case 6: {\n      TAKE(data)\n      break;\n    }\n    default:\n      puts(\"never\");\n  }\n  USE(data)\n}",
    "copy of the pointer": "void run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  char* other = data;\n  TAKE(data)\n  USE(other)\n}",
    "pointer to pointer": "void run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  char** to = &data;\n  TAKE(data)\n  { char* same = *to; USE(same) }\n}",
    "copied": "void run@(int client) {\n  char data[200] = \"\", copy[200] = \"\";\n  TAKE(data)\n  strcpy(copy, data);\n  USE(copy)\n}",
    "memcpy": "void run@(int client) {\n  char data[200] = \"\", copy[200];\n  TAKE(data)\n  memcpy(copy, data, sizeof copy);\n  USE(copy)\n}",
    "byte by byte": "void run@(int client) {\n  char data[200] = \"\", copy[200] = \"\";\n  TAKE(data)\n  for (int i = 0; i < 199 && data[i]; i++) copy[i] = data[i];\n  USE(copy)\n}",
    "duplicate": "void run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  char* copy = strdup(data);\n  USE(copy)\n  free(copy);\n}",
    "helper that uses": "static void use(char* data) {\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  use(data);\n}",
    "helper that takes": "static void take(int client, char* data) {\n  TAKE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  take(client, data);\n  USE(data)\n}",
    "helper that returns": "static char* take(int client, char* data) {\n  TAKE(data)\n  return data;\n}\n\nvoid run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  data = take(client, data);\n  USE(data)\n}",
    "helper that makes": "static char* take(int client) {\n  char* data = (char*)calloc(200, 1);\n  TAKE(data)\n  return data;\n}\n\nvoid run@(int client) {\n  char* data = take(client);\n  USE(data)\n}",
    "out parameter": "static void take(int client, char** out) {\n  char* data = (char*)calloc(200, 1);\n  TAKE(data)\n  *out = data;\n}\n\nvoid run@(int client) {\n  char* data = NULL;\n  take(client, &data);\n  USE(data)\n}",
    "three levels": "static void third(char* data) {\n  USE(data)\n}\nstatic void second(char* data) { third(data); }\nstatic void first(char* data) { second(data); }\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  first(data);\n}",
    "another file": "void use@(char* data);\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  use@(data);\n}\n---\nvoid use@(char* data);\nvoid use@(char* data) {\n  USE(data)\n}",
    "from another file": "char* take@(int client);\n\nvoid run@(int client) {\n  char* data = take@(client);\n  USE(data)\n}\n---\nchar* take@(int client);\nchar* take@(int client) {\n  static char data[200];\n  TAKE(data)\n  return data;\n}",
    "three files": "void use@(char* data);\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  use@(data);\n}\n---\nvoid last@(char* data);\nvoid use@(char* data);\nvoid use@(char* data) { last@(data); }\n---\nvoid last@(char* data);\nvoid last@(char* data) {\n  USE(data)\n}",
    "static variable": "static char* kept;\n\nstatic void use(void) {\n  char* data = kept;\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  kept = data;\n  use();\n}",
    "global of another file": "extern char* kept@;\nvoid use@(void);\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  kept@ = data;\n  use@();\n}\n---\nchar* kept@;\nvoid use@(void);\nvoid use@(void) {\n  char* data = kept@;\n  USE(data)\n}",
    "static buffer": "static char data[200];\n\nstatic void use(void) {\n  USE(data)\n}\n\nvoid run@(int client) {\n  TAKE(data)\n  use();\n}",
    "field": "struct box@ { int size; char* text; };\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  struct box@ box;\n  TAKE(data)\n  box.text = data;\n  { char* same = box.text; USE(same) }\n}",
    "struct by value": "struct box@ { char* text; };\n\nstatic void use(struct box@ box) {\n  char* data = box.text;\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  struct box@ box;\n  TAKE(data)\n  box.text = data;\n  use(box);\n}",
    "struct by pointer": "struct box@ { char text[200]; };\n\nstatic void use(const struct box@* box) {\n  USE(box->text)\n}\n\nvoid run@(int client) {\n  struct box@ box = {\"\"};\n  TAKE(box.text)\n  use(&box);\n}",
    "union": "union both@ { char* first; char* second; };\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  union both@ both;\n  TAKE(data)\n  both.first = data;\n  { char* same = both.second; USE(same) }\n}",
    "array of texts": "static void use(char** list) {\n  char* data = list[2];\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  char* list[5] = {0};\n  TAKE(data)\n  list[2] = data;\n  use(list);\n}",
    "void pointer": "static void use(void* kept) {\n  char* data = (char*)kept;\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  use(data);\n}",
    "pointer to pointer parameter": "static void use(char** to) {\n  char* data = *to;\n  USE(data)\n}\n\nvoid run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  TAKE(data)\n  use(&data);\n}",
    "function pointer": "static void use(char* data) {\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  void (*call)(char*) = use;\n  TAKE(data)\n  call(data);\n}",
    "behind what was there": "void run@(int client) {\n  char buffer[300] = \"\";\n  char* data = buffer;\n  size_t used = strlen(data);\n  TAKE((data + used))\n  USE(data)\n}",
    "list node": "struct node@ { struct node@* next; char text[200]; };\n\nvoid run@(int client) {\n  struct node@* node = (struct node@*)calloc(1, sizeof *node);\n  TAKE(node->text)\n  { struct node@* head = node; USE(head->text) }\n}",
    "macro": "#define HAND_ON(x) do { USE(x) } while (0)\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  HAND_ON(data);\n}",
}

CPP_FLOWS = {
    "reference": "static void take(int client, char*& data) {\n  TAKE(data)\n}\n\nvoid run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  take(client, data);\n  USE(data)\n}",
    "local reference": "void run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  char*& same = data;\n  TAKE(data)\n  { char* other = same; USE(other) }\n}",
    "string": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  const std::string data(buffer);\n  USE(data.c_str())\n}",
    "appended": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  std::string data = \"a\";\n  data += buffer;\n  data.append(\"b\");\n  USE(data.c_str())\n}",
    "stream": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  std::ostringstream text;\n  text << \"x\" << buffer;\n  const std::string data = text.str();\n  USE(data.c_str())\n}",
    "vector": "static void use(const std::vector<std::string>& list) {\n  const std::string data = list[2];\n  USE(data.c_str())\n}\n\nvoid run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  std::vector<std::string> list(5, buffer);\n  use(list);\n}",
    "pushed": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  std::vector<std::string> list;\n  list.push_back(buffer);\n  for (const std::string& data : list) { USE(data.c_str()) }\n}",
    "list": "static void use(std::list<char*> list) {\n  char* data = list.back();\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  std::list<char*> list;\n  list.push_back(data);\n  use(list);\n}",
    "map": "static void use(std::map<int, char*> table) {\n  char* data = table[2];\n  USE(data)\n}\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  std::map<int, char*> table;\n  table[2] = data;\n  use(table);\n}",
    "virtual method": "struct Base@ {\n  virtual ~Base@() = default;\n  virtual void Use(char* data) const = 0;\n};\nstruct Derived@ : Base@ {\n  void Use(char* data) const override {\n    USE(data)\n  }\n};\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  std::unique_ptr<Base@> base = std::make_unique<Derived@>();\n  base->Use(data);\n}",
    "constructor": "class Holder@ {\n public:\n  explicit Holder@(const char* text) : text_(text) {}\n  void Use() const {\n    USE(text_.c_str())\n  }\n\n private:\n  std::string text_;\n};\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  Holder@ holder(data);\n  holder.Use();\n}",
    "destructor": "class Holder@ {\n public:\n  explicit Holder@(char* text) : text_(text) {}\n  ~Holder@() {\n    USE(text_)\n  }\n\n private:\n  char* text_;\n};\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  Holder@ holder(data);\n}",
    "setter": "class Holder@ {\n public:\n  void Set(const std::string& text) { text_ = text; }\n  void Use() const {\n    USE(text_.c_str())\n  }\n\n private:\n  std::string text_;\n};\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  Holder@ holder;\n  holder.Set(data);\n  holder.Use();\n}",
    "lambda": "void run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  const auto use = [&data] { USE(data) };\n  use();\n}",
    "lambda parameter": "void run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  const auto use = [](const char* text) { USE(text) };\n  use(data);\n}",
    "std::function": "void run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  const std::function<void(const char*)> use = [](const char* text) { USE(text) };\n  use(data);\n}",
    "template": "template <class T>\nvoid Use@(const T& text) {\n  USE(text)\n}\n\nvoid run@(int client) {\n  char buffer[200] = \"\";\n  char* data = buffer;\n  TAKE(data)\n  Use@(data);\n}",
    "pair": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  const std::pair<int, std::string> both(1, buffer);\n  USE(both.second.c_str())\n}",
    "namespace": "namespace inner@ {\nvoid use(const char* data) {\n  USE(data)\n}\n}  // namespace inner@\n\nvoid run@(int client) {\n  char data[200] = \"\";\n  TAKE(data)\n  inner@::use(data);\n}",
    "smart pointer": "void run@(int client) {\n  auto data = std::make_unique<char[]>(200);\n  TAKE(data.get())\n  USE(data.get())\n}",
    "moved": "void run@(int client) {\n  char buffer[200] = \"\";\n  TAKE(buffer)\n  std::string data = buffer;\n  const std::string other = std::move(data);\n  USE(other.c_str())\n}",
    "sink of a class": "class Runner@ {\n public:\n  void Start(int client) {\n    char data[200] = \"\";\n    TAKE(data)\n    Finish(data);\n  }\n\n private:\n  void Finish(const char* data) {\n    USE(data)\n  }\n};\n\nvoid run@(int client) {\n  Runner@ runner;\n  runner.Start(client);\n}",
}

# (name, what stands before, a test that holds, one that does not): the program takes from outside where it holds, else a literal.
TESTS = [
    ("constant", "", "1", "0"),
    ("comparison", "", "5 == 5", "5 != 5"),
    ("static const", "static const int yes = 1, no = 0;\n", "yes", "no"),
    ("static", "static int yes = 1, no = 0;\n", "yes", "no"),
    ("static number", "static int five = 5;\n", "five == 5", "five != 5"),
    ("function", "static int yes(void) { return 1; }\nstatic int no(void) { return 0; }\n", "yes()", "no()"),
    ("macro", "#define YES 1\n#define NO 0\n", "YES", "NO"),
]
BRANCH = "{0}\nvoid run@(int client) {{\n  char data[200] = \"\";\n  if ({1}) {{\n    TAKE(data)\n  }} else {{\n    strcpy(data, \"status\");\n  }}\n  USE(data)\n}}"
GUARD = "{0}\nvoid run@(int client) {{\n  char data[200] = \"\";\n  TAKE(data)\n  if ({1}) {{\n    USE(data)\n  }} else {{\n    puts(\"no\");\n  }}\n}}"

C_TOP = "#include <fcntl.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <sys/socket.h>\n#include <unistd.h>\n\n"
CPP_TOP = C_TOP + "#include <functional>\n#include <list>\n#include <map>\n#include <memory>\n#include <sstream>\n#include <string>\n#include <utility>\n#include <vector>\n\n"


def fill(text, hole, with_what):
    """HOLE(x) becomes the text with {x} in place; x may hold brackets."""
    return re.sub(rf"{hole}\(((?:[^()]|\([^()]*\))*)\)", lambda found: with_what.format(x=found[1]), text)


# Flows whose text is used after the function that takes it has returned: to leave that early is no test.
TAKEN_ELSEWHERE = {"helper that takes", "helper that returns", "helper that makes", "out parameter", "from another file", "reference"}


def twins(name, text, kind, source, sink):
    """(wrong, text) of one flow: the wrong program and its right twins."""
    yield True, fill(fill(text, "TAKE", SOURCES[source]), "USE", SINKS[kind][sink])
    yield False, fill(fill(text, "TAKE", LITERAL), "USE", SINKS[kind][sink])
    for check, test in CHECKS.items():
        if "TAKE((" in text or (check != "number" and name in TAKEN_ELSEWHERE):
            continue
        yield False, fill(fill(text, "TAKE", SOURCES[source] + "\n  " + test), "USE", SINKS[kind][sink])


def programs():
    """(flow, kind, wrong, is C++, text) of all programs."""
    for kind in SINKS:
        for is_cpp, flows in ((False, C_FLOWS), (True, CPP_FLOWS)):
            for number, (name, text) in enumerate(flows.items()):
                for turn in range(PROGRAMS_OF_FLOW):
                    source = list(SOURCES)[(number + turn) % len(SOURCES)]
                    sink = (number + turn) % len(SINKS[kind])
                    for wrong, program in twins(name, text, kind, source, sink):
                        yield f"{name}, {source}", kind, wrong, is_cpp, program
        for number, (name, top, holds, fails) in enumerate(TESTS):
            for form, shape in ((name + ", source", BRANCH), (name + ", sink", GUARD)):
                for wrong, test in ((True, holds), (False, fails)):
                    text = shape.format(top, test)
                    yield form, kind, wrong, False, fill(fill(text, "TAKE", SOURCES["socket"]), "USE", SINKS[kind][number % len(SINKS[kind])])


def write(folder):
    """Writes all programs; what is returned is by the stem of their files."""
    written = {}
    for number, (name, kind, wrong, is_cpp, text) in enumerate(programs()):
        stem = f"p{number:04}"
        written[stem] = (name, kind, wrong)
        for part, body in enumerate(text.split("\n---\n")):
            path = pathlib.Path(folder, "src", f"{stem}_{part}.{'cpp' if is_cpp else 'c'}")
            path.parent.mkdir(exist_ok=True)
            path.write_text((CPP_TOP if is_cpp else C_TOP) + body.replace("@", str(number)) + "\n")
    return written


def found_in(gonogo, folder):
    """(stem, kind) of all findings."""
    done = subprocess.run([gonogo, "check", "--isolated", "--no-cache", "--format", "json", str(folder)], capture_output=True, check=False)
    kinds = {"command-injection": "command", "path-traversal": "path"}
    findings = [finding for finding in json.loads(done.stdout)["findings"] if finding["concept"] in kinds]
    return {(pathlib.Path(finding["place"]["path"]).name[:5], kinds[finding["concept"]]) for finding in findings}


def by_text(folder, stem, kind):
    """What a match of the text alone would say: something is read from a socket, and the sink's name stands there too."""
    text = "".join(path.read_text() for path in sorted(pathlib.Path(folder, "src").glob(stem + "_*")))
    sources, sinks = ("recv", "fgets", "getenv"), {"command": ("system(", "popen(", "exec"), "path": ("open(", "unlink(")}
    return any(name in text for name in sources) and any(name in text for name in sinks[kind])


def measure(gonogo):
    """Rows of the flows that are not all right: (flow, kind, missed, false); and counts by kind of gonogo and of a match of the text."""
    ours, text_match = ({kind: collections.Counter() for kind in SINKS} for _ in range(2))
    wrong_flows = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        written = write(folder)
        found = found_in(gonogo, folder)
        for stem, (flow, kind, wrong) in written.items():
            is_found = (stem, kind) in found
            mutants.count(ours[kind], wrong, is_found)
            mutants.count(text_match[kind], wrong, by_text(folder, stem, kind))
            wrong_flows[flow, kind]["missed" if wrong else "false"] += is_found != wrong
    rows = [(flow, kind, counts["missed"], counts["false"]) for (flow, kind), counts in wrong_flows.items() if counts.total()]
    return rows, ours, text_match
