// Model of Boost.LexicalCast.
#pragma once

namespace boost {
template <class T, class V>
T lexical_cast(const V& value);
class bad_lexical_cast {};
}  // namespace boost
