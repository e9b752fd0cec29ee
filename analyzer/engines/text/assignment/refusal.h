// Refusal: whether a test expects that what it hands over is refused. The answer stands behind the
// value, in the lines up to the next test: a status, an exception, a word such as "unauthorized".
#pragma once

#include <cstdint>
#include <string_view>

namespace gonogo {

/// The lines after `at` that belong to the same test, at most 350 bytes.
std::string_view RestOfTest(std::string_view text, std::uint64_t at);

/// `expect(response.status).toBe(401)`, `assertThrows(...)`.
bool ExpectsRefusal(std::string_view rest_of_test);

/// `wantErr: true` before the brace that ends the row of a table.
bool IsOfFailingRow(std::string_view rest_of_test);

/// `// from https://...`, `# example of RFC 6238`: a comment says where a test has it from.
bool SaysWhereItIsFrom(std::string_view lines_before);

/// The two lines before that of `at`, at most 200 bytes.
std::string_view LinesBefore(std::string_view text, std::uint64_t at);

/// The line that begins the test of `at`, at most 600 bytes before; empty where none is seen.
std::string_view BeginOfTest(std::string_view text, std::uint64_t at);

/// `updateWithWrongPassword_exits`: the name of a test says that the secret is refused.
bool NamesRefusal(std::string_view begin_of_test);

/// `'mongodb://shop:***@db'` right behind it: the test wants it hidden.
bool HidesSecrets(std::string_view rest_of_test);

/// `login("nobody_nonexistent", ...)`: whoever it is handed over for is not there.
bool NamesNobody(std::string_view line);

/// `# Wrong password`, `it "is at least ten characters long"`.
bool AnnouncesRefusal(std::string_view lines_before);

/// `fn test_at_hash() {`: the test parses, encodes, hashes or hides what it is given.
bool NamesForms(std::string_view begin_of_test);

/// A comment in the line before, or behind the secret, says that it is none.
bool SaysItIsNotReal(std::string_view lines_before, std::string_view rest_of_line);

/// A line that says what a test expects.
bool IsAssertion(std::string_view line);

/// `containsEntry("password", ...`, `toEqual({ password: ...`: the line does nothing but compare.
bool IsComparedWith(std::string_view line);

/// `assertEquals(password, user.getPassword())`: it comes back as it went in, and that is all.
bool ComparesWhatIsGiven(std::string_view rest_of_test, std::string_view name);

/// One of the next lines of a test compares something with the value: it was made up for that.
bool IsExpectedBelow(std::string_view rest_of_test, std::string_view value);

}  // namespace gonogo
