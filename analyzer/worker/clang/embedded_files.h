// The files that the worker carries in itself, so that it finds nothing by path: the headers of
// Clang's own (stddef.h, immintrin.h) and our models of libraries that may not be installed.
#pragma once

#include <map>
#include <string_view>

namespace gonogo {

inline constexpr std::string_view kResourceFolder = "/gonogo-cxx";      // for -resource-dir
inline constexpr std::string_view kModelFolder = "/gonogo-cxx/models";  // the last to be searched
inline constexpr std::string_view kBuiltinFolder = "/gonogo-cxx/include";  // Clang's own

/// Absolute path, below kResourceFolder -> content.
using EmbeddedFiles = std::map<std::string_view, std::string_view>;

EmbeddedFiles ReadEmbeddedFiles();
/// Tells one set of files from another.
std::string_view HashOfEmbeddedFiles();

}  // namespace gonogo
