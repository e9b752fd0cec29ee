"""Mutants of programs that use libcurl: each keeps or breaks the time bound of its transfer, so the truth is known.

A program counts where one handle is made by one `name = curl_easy_init()` and used by one `curl_easy_perform(name)`. What
it sets itself about time is cut out first; then each mutation of the tables below writes it anew.
"""

import collections
import json
import pathlib
import re
import subprocess
import tempfile

MADE = re.compile(r"^(?P<indent>[ \t]*)(?:CURL \*)?(?P<name>\w+) = curl_easy_init\(\);[ \t]*\n", re.MULTILINE)
USED = re.compile(r"^(?P<indent>[ \t]*)(?P<head>[^\n/*]*)curl_easy_perform\((?P<name>\w+)\)(?P<tail>[^\n]*;[ \t]*)\n", re.MULTILINE)
TIMED = re.compile(
    r"^[ \t]*curl_easy_setopt\(\w+,\s*CURLOPT_(?:TIMEOUT|TIMEOUT_MS|LOW_SPEED_\w+|XFERINFO\w+|PROGRESS\w+|NOPROGRESS|CONNECTTIMEOUT\w*)"
    r"\b[^;]*;[^\n]*\n", re.MULTILINE)
WAYS_AROUND = re.compile(r"curl_multi_|curl_easy_(?:reset|duphandle|recv|send)|CONNECT_ONLY|alarm\(|#define \w+\(.*curl")


class Program:
    """One program, cut at the places where a mutation writes: after the handle is made, before and after it is used."""

    def __init__(self, text):
        self.text = TIMED.sub("", text)
        made, used = list(MADE.finditer(self.text)), list(USED.finditer(self.text))
        usable = len(made) == 1 and self.text.count("curl_easy_init") == 1 and self.text.count("curl_easy_perform(") == 1
        usable = usable and len(used) == 1 and used[0]["name"] == made[0]["name"] and made[0].end() < used[0].start()
        # A statement before a lone perform must not become the body of an `if` without braces.
        usable = usable and not re.search(r"(?:\)|else)[ \t]*\n\s*$", self.text[: used[0].start()]) if usable else False
        self.usable = bool(usable) and not WAYS_AROUND.search(self.text)
        if self.usable:
            self.made, self.used, self.handle = made[0], used[0], made[0]["name"]

    def write(self, made="", before="", after="", top="", replace=None):
        """The program with lines at its places; {h} is the handle. `top` goes before the first function."""
        lines = [line.replace("{h}", self.handle) for line in (made, before, after, top)]
        made, before, after, top = (line + "\n" if line else "" for line in lines)
        text = self.text[: self.made.end()] + made + self.text[self.made.end() : self.used.start()] + before
        use = self.text[self.used.start() : self.used.end()]
        text += replace(use, self.handle) if replace else use
        text += after + self.text[self.used.end() :]
        at = re.search(r"^(?:static |int |struct |size_t |void |typedef |const )", text, re.MULTILINE)
        include = text.rfind("#include")
        place = max(text.find("\n", include) + 1, 0) if include >= 0 else (at.start() if at else 0)
        return text[:place] + top + text[place:]


SET = "curl_easy_setopt({h}, CURLOPT_TIMEOUT, 30L);"
HELPER = "static void mutant_limits(CURL *handle, long seconds)\n{\n  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);\n}"
OTHER_FILE = '#include <curl/curl.h>\nvoid mutant_limits(CURL *handle);\nvoid mutant_limits(CURL *handle)\n{\n  %s\n}\n'
TABLE = ("static const struct { CURLoption option; long value; } mutant_table[] = {\n"
         "  { CURLOPT_TIMEOUT, 30L }, { CURLOPT_CONNECTTIMEOUT, 5L }\n};")
PROGRESS = ("static int mutant_progress(void *p, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)\n{\n"
            "  (void)p; (void)a; (void)b; (void)c; (void)d;\n  return %s;\n}")
PROGRESS_SET = ("curl_easy_setopt({h}, CURLOPT_XFERINFOFUNCTION, mutant_progress);\n"
                "curl_easy_setopt({h}, CURLOPT_NOPROGRESS, 0L);")


def in_function(use, handle):
    return use.replace(f"curl_easy_perform({handle})", f"mutant_perform({handle})")


PERFORM = "static CURLcode mutant_perform(CURL *handle)\n{\n%s  return curl_easy_perform(handle);\n}"

# name -> (bounded, what is written, the text of another file)
MUTATIONS = {
    "literal": (True, dict(before=SET), ""),
    "at the making": (True, dict(made=SET), ""),
    "milliseconds": (True, dict(before="curl_easy_setopt({h}, CURLOPT_TIMEOUT_MS, 5000L);"), ""),
    "macro value": (True, dict(top="#define MUTANT_SECONDS 30L", before="curl_easy_setopt({h}, CURLOPT_TIMEOUT, MUTANT_SECONDS);"), ""),
    "macro call": (True, dict(top="#define MUTANT_SET(h, o, v) curl_easy_setopt((h), CURLOPT_##o, (v))",
                              before="MUTANT_SET({h}, TIMEOUT, 30L);"), ""),
    "variable": (True, dict(before="long mutant_seconds = 30; curl_easy_setopt({h}, CURLOPT_TIMEOUT, mutant_seconds);"), ""),
    "environment": (True, dict(top="#include <stdlib.h>", before="curl_easy_setopt({h}, CURLOPT_TIMEOUT, atol(getenv(\"T\")));"), ""),
    "helper": (True, dict(top=HELPER, before="mutant_limits({h}, 30L);"), ""),
    "other file": (True, dict(top="void mutant_limits(CURL *handle);", made="mutant_limits({h});"), OTHER_FILE % "curl_easy_setopt(handle, CURLOPT_TIMEOUT, 30L);"),
    "stall": (True, dict(before="curl_easy_setopt({h}, CURLOPT_LOW_SPEED_TIME, 30L);\ncurl_easy_setopt({h}, CURLOPT_LOW_SPEED_LIMIT, 10L);"), ""),
    "both branches": (True, dict(top="#include <stdlib.h>", before="if(getenv(\"SLOW\")) curl_easy_setopt({h}, CURLOPT_TIMEOUT, 300L);\n"
                                 "else curl_easy_setopt({h}, CURLOPT_TIMEOUT_MS, 900L);"), ""),
    "table": (True, dict(top=TABLE, before="{ size_t mutant_i; for(mutant_i = 0; mutant_i < 2; mutant_i++)\n"
                         "  curl_easy_setopt({h}, mutant_table[mutant_i].option, mutant_table[mutant_i].value); }"), ""),
    "zero, then a bound": (True, dict(made="curl_easy_setopt({h}, CURLOPT_TIMEOUT, 0L);", before=SET), ""),
    "in the function that performs": (True, dict(top=PERFORM % "  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 30L);\n", replace=in_function), ""),
    "a clock in the progress": (True, dict(top="#include <time.h>\n" + PROGRESS % "time(NULL) > 100", before=PROGRESS_SET), ""),
    "alias": (True, dict(before="{ CURL *mutant_same = {h}; curl_easy_setopt(mutant_same, CURLOPT_TIMEOUT, 30L); }"), ""),
    "struct": (True, dict(top="struct mutant_box { CURL *inside; };",
                          before="{ struct mutant_box mutant_b; mutant_b.inside = {h}; curl_easy_setopt(mutant_b.inside, CURLOPT_TIMEOUT, 30L); }"), ""),
    "nothing": (False, dict(), ""),
    "zero": (False, dict(before="curl_easy_setopt({h}, CURLOPT_TIMEOUT, 0L);"), ""),
    "after the use": (False, dict(after=SET), ""),
    "comment": (False, dict(before="/* " + SET + " */"), ""),
    "switched off": (False, dict(before="#if 0\n" + SET + "\n#endif"), ""),
    "another handle": (False, dict(before="{ CURL *mutant_other = curl_easy_init(); curl_easy_setopt(mutant_other, CURLOPT_TIMEOUT, 30L);"
                                   " curl_easy_cleanup(mutant_other); }"), ""),
    "connect only": (False, dict(before="curl_easy_setopt({h}, CURLOPT_CONNECTTIMEOUT, 5L);"), ""),
    "half of the stall": (False, dict(before="curl_easy_setopt({h}, CURLOPT_LOW_SPEED_TIME, 30L);"), ""),
    "reset": (False, dict(made=SET, before="curl_easy_reset({h});"), ""),
    "a bound, then zero": (False, dict(made=SET, before="curl_easy_setopt({h}, CURLOPT_TIMEOUT, 0L);"), ""),
    "helper with zero": (False, dict(top=HELPER, before="mutant_limits({h}, 0L);"), ""),
    "helper that sets another option": (False, dict(top="void mutant_limits(CURL *handle);", made="mutant_limits({h});"),
                                        OTHER_FILE % "curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);"),
    "in a function that performs": (False, dict(top=PERFORM % "", replace=in_function), ""),
    "a progress without a clock": (False, dict(top=PROGRESS % "0", before=PROGRESS_SET), ""),
    "string": (False, dict(before='puts("CURLOPT_TIMEOUT");', top="#include <stdio.h>"), ""),
    "low speed of zero": (False, dict(before="curl_easy_setopt({h}, CURLOPT_LOW_SPEED_TIME, 0L);\ncurl_easy_setopt({h}, CURLOPT_LOW_SPEED_LIMIT, 0L);"), ""),
}


def programs(tree):
    for path in sorted(pathlib.Path(tree).rglob("*.c")):
        program = Program(path.read_text(errors="replace")) if path.is_file() else None
        if program and program.usable:
            yield path.name, program


def is_found(gonogo, folder):
    done = subprocess.run([gonogo, "check", "--isolated", "--no-cache", "--format", "json", str(folder)], capture_output=True, check=False)
    findings = json.loads(done.stdout)["findings"]
    return any(finding["concept"] == "timeout-missing" and finding["severity"] != "evidence" for finding in findings)


def by_text(text):
    """What a match of the text alone would say: no bound's name stands in it."""
    return "curl_easy_perform" in text and not re.search(r"CURLOPT_TIMEOUT|CURLOPT_LOW_SPEED_TIME|CURLOPT_XFERINFO", text)


def f1(counts):
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def count(counts, unbounded, found):
    counts["right" if found and unbounded else "missed" if unbounded else "wrong" if found else "silent"] += 1


def measure(gonogo, trees, limit=40):
    """Rows: per mutation how many of its programs were judged right; and F1 of gonogo and of a match of the text."""
    ours, text_match, rows = collections.Counter(), collections.Counter(), []
    chosen = [item for tree in trees for item in programs(tree)][:limit]
    for name, (bounded, where, other) in MUTATIONS.items():
        right = 0
        for _, program in chosen:
            with tempfile.TemporaryDirectory() as folder:
                text = program.write(**where)
                pathlib.Path(folder, "main.c").write_text(text)
                if other:
                    pathlib.Path(folder, "limits.c").write_text(other)
                found = is_found(gonogo, folder)
            count(ours, not bounded, found)
            count(text_match, not bounded, by_text(text + other))
            right += found != bounded
        rows.append([name, "bounded" if bounded else "unbounded", f"{right} of {len(chosen)}"])
    return rows, len(chosen), f1(ours), f1(text_match), ours
