// TestSigns: what a test does with a literal, where that speaks against a secret: it refuses it,
// expects it, takes it apart or makes it up.
#pragma once

namespace gonogo {

struct Evidence;

/// `post('/login', password: 'sesame5')` and then `expect(status).toBe(401)`.
bool IsRefused(const Evidence& e);

/// `assert.Equal(t, Login{Password: "pw-1"}, got)`, or a later line that compares with the value:
/// a form that goes through the code under test.
bool IsExpected(const Evidence& e);

/// `t.Set("password", "pw-1")` behind `toEqual(`: nothing is opened with it.
bool IsCompared(const Evidence& e);

/// `want: &Client{Secret: "pw-1"}`: the structure around it is what should come out.
bool IsPartOfExpected(const Evidence& e);

/// `"secret=***"` right behind it: however random it is, it was made up for that.
bool IsToBeHidden(const Evidence& e);

/// The test, or all of its file, is about how something is written.
bool IsForm(const Evidence& e);

/// `"token": "eef2f6df-..."`: in the messages that tests compare, which of many.
bool IsUuidOfMessage(const Evidence& e);

/// `old_password: "old123", new_password: "new123"`: a test that changes one into the other.
bool IsOldOrNew(const Evidence& e);

/// `card_token: "CC_34531"`: a few letters of the sort, then which one.
bool IsIdOfTest(const Evidence& e);

/// `strongPassword`, `shortKey.CookieSecret`: a test asks what is said to such a one.
bool IsOfSort(const Evidence& e);

/// A comment says from which manual the test has it.
bool IsSampleOfManual(const Evidence& e);

}  // namespace gonogo
