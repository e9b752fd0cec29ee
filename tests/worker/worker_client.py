"""Speaks to gonogo-cxx as gonogo does, and writes units as lines that a test can compare."""

import json
import os
import resource
import struct
import subprocess

KINDS = ["call", "construct", "store", "return", "throw", "destroy"]


def encode(value):
    """JSON with the escapes of the protocol, which knows no short ones but two."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{encode(key)}:{encode(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(encode, value)) + "]"
    if isinstance(value, str):
        return '"' + "".join(f"\\u{ord(c):04x}" if c in '"\\' or c < " " else c for c in value) + '"'
    return str(int(value))


class Worker:
    """A running worker. Files are given in memory; nothing but the system's headers is read from the disk."""

    def __init__(self, matchers=(), memory=resource.RLIM_INFINITY):
        """`memory` is the limit of its address space, in bytes."""
        self.process = subprocess.Popen([os.environ["GONOGO_CXX"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)))
        self.setup = self.ask({"matchers": list(matchers)}, "setup")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    def ask(self, request, kind):
        payload = encode({kind: request}).encode()
        self.process.stdin.write(struct.pack("<I", len(payload)) + payload)
        self.process.stdin.flush()
        head = self.process.stdout.read(4)
        if len(head) < 4:
            raise RuntimeError(f"the worker ended with {self.process.wait(60)}")
        return json.loads(self.process.stdout.read(struct.unpack("<I", head)[0]))[kind]

    def parse(self, files, flags=(), main=None, **more):
        main = main or next(iter(files))
        answer = self.ask({"id": 7, "directory": "/tree", "file": f"/tree/{main}", "root": "/tree",
                           "arguments": ["cc", *flags], "overlay": files, "in_memory": 1, **more}, "parse")
        return answer


class Unit:
    """A unit, its functions by name, as lines."""

    def __init__(self, unit):
        self.raw = unit
        self.functions = {f["n"]: f for f in unit.get("fn", [])}

    def lines(self, name):
        """Blocks without events that lead nowhere new are left out."""
        function = self.functions[name]
        lines, number = [], 0
        for index, block in enumerate(function.get("b", [])):
            for event in block.get("e", []):
                lines.append(self.event(function, event, number))
                number += 1
            if block.get("h"):
                word = "loop" if block.get("l") else "if"
                lines.append(f"{word} {self.value(function, block.get('c', {}))}")
        return lines

    def edges(self, name):
        return [block.get("n", []) for block in self.functions[name]["b"]]

    def event(self, function, event, number):
        kind = KINDS[event.get("k", 0)]
        text = f"{number} {kind}"
        if event.get("c"):
            text += f" {event['c']}"
        if "s" in event:
            text += f" on {self.value(function, event['s'])}"
        if event.get("a"):
            text += " (" + ", ".join(self.value(function, a) for a in event["a"]) + ")"
        if "t" in event:
            text += f" -> {self.value(function, event['t'])}"
        if event.get("v"):
            text += " virtual"
        return text

    def object(self, function, value):
        root, index = value.get("r", 0), value.get("i", 0)
        if root == 0:
            text = function["lo"][index].get("n", "")
        elif root == 1:
            text = function["pa"][index].get("n", "")
        else:
            text = "this" if root == 2 else value["u"].split("@")[-1].split("|")[0]
        for step in value.get("p", []):
            text += "[]" if step == "[]" else "." + step.split("@")[-1].split("|")[0]
        return text

    def value(self, function, value):
        kind = value.get("k", 0)
        name = f"<{value['n']}>" if value.get("n") else ""
        if kind == 1:
            return f"{value.get('i', 0)}{name}"
        if kind == 2:
            return f"{value.get('r', 0)}{name}"
        if kind == 3:
            return json.dumps(value.get("t", "")) + name
        if kind == 4:
            return "null"
        if kind == 5:
            return f"{value.get('i', 0)}ns{name}"
        if kind == 6:
            return self.object(function, value.get("o", {}))
        if kind == 7:
            return f"#{value.get('e', 0)}"
        if kind == 8:
            return f"&{value.get('n', '')}"
        if kind == 9:
            parts = ", ".join(self.value(function, part) for part in value.get("v", []))
            return f"({value['op']} {parts})"
        return f"?{name}"
