// SamplePlace: whether what a rule without a format of its own found was made up for the place
// where it stands: to show how code is used, to be refused or taken apart by a test, or for a
// line that is switched off.
#pragma once

#include <string_view>

#include "analyzer/model/finding.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// `#[cfg(test)] mod tests {` makes a test of what follows in a file of Rust, and so does a folder
/// of mocks; elsewhere the file's role is that of the place.
FileRole RoleAt(std::string_view text, std::uint64_t at, const SourceFile& file);

/// The same for a literal of no known form: what somebody made up for a build server lives as long
/// as the build, and weighs what it would in a test.
FileRole RoleOfLiteral(std::string_view text, ByteRange secret, const SourceFile& file);

/// A comment in the line before, or behind the secret, says that it is none.
bool IsSaidToBeNone(std::string_view text, ByteRange secret);

/// `# https://images.shop.net/7.png?token=`: a link that the code below makes or reads.
bool IsOfAddressInComment(std::string_view text, std::uint64_t at);

/// `pub const TEST_TOKEN: &str =`: the line before it says what it is for.
bool IsNamedForTests(std::string_view text, std::uint64_t at);

/// It stands below `example:` in the description of a call or of a schema.
bool IsExampleOfDescription(std::string_view text, ByteRange secret, const SourceFile& file);

/// Why a token that whoever runs the tests has signed is none: the test takes it apart, expects it
/// or wants it refused.
std::string_view TokenReasonInTest(std::string_view text, ByteRange token, std::string_view path);

/// "it is refused, in a test"; empty where nothing speaks against it. `role` is that of the place.
std::string_view SampleReason(std::string_view text, ByteRange secret, const SourceFile& file,
                              FileRole role);

}  // namespace gonogo
