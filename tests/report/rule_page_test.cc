#include "analyzer/report/rule_page.h"

#include <catch2/catch.hpp>

#include "tests/report/run_builder.h"

namespace gonogo {
namespace {

const Rule* const kRules[] = {&TokenRule(), &ProbeRule(), &TransferRule()};

TEST_CASE("a rule page says why, what to do and shows both examples") {
  CHECK(RulePage(TokenRule(), ItemOf(TokenRule(), TestItems())) == R"page(# Hub token

Rule: `hub-token`. Item: [C1 secrets](../checklist.md#c1). Severity: high. Precision: very-high. Concept: `hardcoded-secret`.

Whoever can read the repository can act as its owner.

## What to do

Revoke it, then read the new one from the environment.

## What is found

It says: `token {redacted} is written in the source`

Looks at: Python.

## Found

`app/settings.py`, found on line 1:

```py
TOKEN = "<hub-token>"
```

## Not found

`app/settings.py`:

```py
TOKEN = os.environ["TOKEN"]
```

## References

- [CWE-798](https://cwe.mitre.org/data/definitions/798.html)
- <https://example.com/tokens>

## Suppress

In a comment on the line of the finding or on the line before:

```text
gonogo:ignore hub-token -- why it is right here
```

The reason is required; `until=YYYY-MM-DD` before the `--` lets it expire.
)page");
}

TEST_CASE("a rule with several outcomes lists them") {
  CHECK(RulePage(TransferRule(), nullptr)
            .contains("| possible | medium | medium | transfer may have no time limit |\n"));
}

TEST_CASE("explain prints the rule as plain text") {
  CHECK(ExplainRule(TokenRule(), ItemOf(TokenRule(), TestItems()), {}) ==
        R"page(Hub token: hub-token
item C1 (secrets), concept hardcoded-secret, severity high, precision very-high

why
  Whoever can read the repository can act as its owner.

fix
  revoke it, then read the new one from the environment

says
  high: token {redacted} is written in the source

found: app/settings.py
>   1 | TOKEN = "<hub-token>"

not found: app/settings.py
    1 | TOKEN = os.environ["TOKEN"]

suppress, in a comment on the line or the line before
  gonogo:ignore hub-token -- why it is right here

references
  CWE-798 https://cwe.mitre.org/data/definitions/798.html
  https://example.com/tokens
)page");
}

TEST_CASE("the checklist page names rules, kinds and questions of an item") {
  const std::string page = ChecklistPage(TestItems(), kRules);
  CHECK(page.starts_with("# The production-readiness checklist\n"));
  CHECK(page.substr(page.find("<a id=\"b4\">")) == R"page(<a id="b4"></a>

## B4 health checks

Probes exist.

For it:

- `probe`: [readiness-probe](rules/readiness-probe.md)

<a id="c1"></a>

## C1 secrets

No secret is in the repository.

Against it:

- `hardcoded-secret`: [hub-token](rules/hub-token.md)

Decided by files of these kinds: Python. Read in full for this item: none of them yet.

Questions for people:

- Who rotates the keys?
)page");
}

TEST_CASE("the rule index lists every rule under its item") {
  CHECK(RuleIndexPage(TestItems().subspan(0, 1), kRules) == R"page(# Rules

3 rules, by the item of the [checklist](../checklist.md).

## A2 timeouts and retries

| rule | severity | precision | concept |
| --- | --- | --- | --- |
| [unbounded-transfer](unbounded-transfer.md) | high, medium, evidence | very-high, high, medium | `timeout-missing` |

## Others

| rule | severity | precision | concept |
| --- | --- | --- | --- |
| [hub-token](hub-token.md) | high | very-high | `hardcoded-secret` |
| [readiness-probe](readiness-probe.md) | evidence | high | `probe` |
)page");
}

}  // namespace
}  // namespace gonogo
