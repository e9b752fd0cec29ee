"""Runs the tests of a build folder and closes with "N passed, N failed".

    tests/run_tests.py BUILD_FOLDER [--unit | NAME...]

Three kinds: the Catch2 program gonogo_tests; the examples of the rules, which `gonogo rules test` runs; and each
tests/**/*_test.py, a program of its own that finds the built gonogo in the environment variable GONOGO and its
Clang worker in GONOGO_CXX. With --unit only the first two.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def catch_counts(output):
    """(passed, failed) from Catch2's closing lines, None where it did not get that far."""
    all_passed = re.search(r"^All tests passed \(.* in (\d+) test cases?\)", output, re.M)
    if all_passed:
        return int(all_passed[1]), 0
    line = re.search(r"^test cases: +(\d+)(.*)$", output, re.M)
    if line:
        failed = re.search(r"(\d+) failed", line[2])
        failed = int(failed[1]) if failed else 0
        return int(line[1]) - failed, failed
    return None


def unittest_counts(output):
    ran = re.search(r"^Ran (\d+) tests? in", output, re.M)
    if not ran:
        return None
    failed = sum(int(n) for n in re.findall(r"(?:failures|errors|unexpected successes)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    return max(0, int(ran[1]) - failed - skipped), failed


def closing_counts(output):
    """From a last line "N passed, N failed"."""
    lines = re.findall(r"^(\d+) passed, (\d+) failed", output, re.M)
    return (int(lines[-1][0]), int(lines[-1][1])) if lines else None


def run(title, command, counters, environment=None):
    """Runs one command, shows its output, and returns (passed, failed): never nothing at all."""
    print(f"== {title}", flush=True)
    began = time.monotonic()
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, timeout=1800,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        output, code = done.stdout.decode("utf-8", "replace"), done.returncode
    except subprocess.TimeoutExpired as error:
        output, code = (error.stdout or b"").decode("utf-8", "replace") + "\ntimed out\n", 1
    found = next((c for c in (counter(output) for counter in counters) if c), None)
    passed, failed = found or (1 if code == 0 else 0, 0)
    if code != 0 and failed == 0:
        failed = 1
    show = output if failed else "\n".join(output.strip().splitlines()[-1:])
    print(f"{show.strip()}\n   {time.monotonic() - began:.1f} s", flush=True)
    return passed, failed


def catch_filter(names):
    return [",".join(part for name in names for part in (f"*{name}*", f"[{name}]"))] if names else []


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    unit = sys.argv[2:] == ["--unit"]
    names = [] if unit else sys.argv[2:]
    program = build / "gonogo"
    environment = {**os.environ, "GONOGO": str(program), "GONOGO_CXX": str(build / "gonogo-cxx"),
                   "PYTHONDONTWRITEBYTECODE": "1"}
    results = [run("gonogo_tests", [build / "gonogo_tests", *catch_filter(names)], [catch_counts], environment)]
    if not names:
        results.append(run("gonogo rules test", [program, "rules", "test"], [closing_counts], environment))
    for path in sorted((ROOT / "tests").rglob("*_test.py")):
        title = str(path.relative_to(ROOT))
        if unit or "node_modules" in path.parts:
            continue
        if not names or any(name in title for name in names):
            results.append(run(title, [sys.executable, "-B", path], [unittest_counts, closing_counts], environment))
    passed, failed = (sum(column) for column in zip(*results))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
