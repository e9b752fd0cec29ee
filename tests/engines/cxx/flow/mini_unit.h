// A small language for tests of the flow analyses, lowered to the IR as the worker does it:
//
//   class Session { CURL handle; bool verify = true; }      library class redisOptions { ... }
//   global CURL shared;      const long kLimit = 30;
//   fn void Configure(CURL h) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 30); }
//   static fn ...            virtual fn void Base::Run() ...     extern fn void Elsewhere(CURL h);
//   fn int Get() in "api.h" { var CURL h = curl_easy_init(); if (!h) { return 0; } ... }
//   unit "other.cc"                                          what follows stands in another unit
//
// Statements: var, assignment, calls, if, while, return, throw, blocks. Values: numbers, texts,
// true, false, null, names, a.b, a[], f(x), a.m(x), new T(x), {x, y}, fn(CURL c) {...} (a lambda
// that captures by reference), ? (unknown), ! == != < > + - | && || and x ? y : z. Names in
// capitals are constants of the library. A mistake in such a text fails the test.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// Places have the lines of the text; the first unit is "main.cc".
std::vector<std::unique_ptr<CxxUnit>> MiniUnits(std::string_view text);

}  // namespace gonogo
