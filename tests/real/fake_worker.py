#!/usr/bin/env python3
"""A worker that does what the name of a unit's file says: ok, crash, hang, garbage, huge, memory, exit, twice."""

import json
import os
import signal
import struct
import sys
import time


def read_frame():
    header = sys.stdin.buffer.read(4)
    if len(header) < 4:
        sys.exit(0)
    return json.loads(sys.stdin.buffer.read(struct.unpack("<I", header)[0]))


def write_frame(message):
    payload = message if isinstance(message, bytes) else json.dumps(message).encode()
    sys.stdout.buffer.write(struct.pack("<I", len(payload)) + payload)
    sys.stdout.buffer.flush()


def sockets():
    links = {}
    for fd in os.listdir("/proc/self/fd"):
        try:
            links[fd] = os.readlink("/proc/self/fd/" + fd)
        except OSError:
            pass
    return sorted(fd for fd, link in links.items() if link.startswith("socket:"))


def parse(request, number):
    path = request["file"]
    name = path.rsplit("/", 1)[-1]
    answer = {"parse": {"id": request.get("id", 0), "unit": {"path": path, "files": [path]}}}
    if name.startswith("crash"):
        os.kill(os.getpid(), signal.SIGSEGV)
    elif name.startswith("later") and number > 0:  # broken by what it did before
        os.kill(os.getpid(), signal.SIGSEGV)
    elif name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    elif name.startswith("hang"):
        time.sleep(1000)
    elif name.startswith("spin"):
        while True:
            pass
    elif name.startswith("garbage"):
        write_frame(b"\x00\xff not json")
        return
    elif name.startswith("huge"):
        sys.stdout.buffer.write(b"\xff\xff\xff\xff")
        sys.stdout.buffer.flush()
        return
    elif name.startswith("memory"):
        try:
            bytearray(1 << 40)
        except MemoryError:
            os._exit(12)
    elif name.startswith("exit"):
        os._exit(3)
    elif name.startswith("wrong"):
        answer["parse"]["id"] = 77
    elif name.startswith("twice"):
        write_frame(answer)
    elif name.startswith("write"):
        try:
            with open("/tmp/gonogo-fake-worker-output", "w") as file:
                file.write("x" * 100)
            answer["parse"]["dropped"] = ["written"]
        except OSError:
            answer["parse"]["dropped"] = ["refused"]
    elif name.startswith("environment"):
        answer["parse"]["dropped"] = sorted(set(os.environ) - {"LC_ALL", "LC_CTYPE"}) + sockets()
    write_frame(answer)


def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    setup = read_frame()
    if "die" in setup["setup"].get("matchers", []):
        os._exit(1)
    write_frame({"setup": {"version": "fake", "errors": [{"matcher": 0, "message": "none is known"}]}})
    number = 0
    while True:
        parse(read_frame()["parse"], number)
        number += 1


main()
