// Three tables decide: options that are kept with their value, options that are kept as they are,
// and options whose value must be dropped with them (so that a value is never taken for an option).
// Whatever begins with '-' and stands in none of them is dropped alone, and so is every other word:
// inputs, object files, wrappers. Values are always joined to their option, or follow one that
// Clang reads with its next word whatever that is, so no value can be taken for an option by Clang
// either.
#include "analyzer/worker/flag_filter.h"

#include <algorithm>
#include <array>
#include <span>

#include "analyzer/worker/response_words.h"

namespace gonogo {
namespace {

struct ValueOption {
  std::string_view spelling;
  std::string_view passed_as;  // joined with the value
  bool joined = true;          // may stand in one word with its value
};

constexpr std::array kValueOptions = {
    ValueOption{"-I", "-I"},
    ValueOption{"-D", "-D"},
    ValueOption{"-U", "-U"},
    ValueOption{"-isystem", "-isystem"},
    ValueOption{"-iquote", "-iquote"},
    ValueOption{"-idirafter", "-idirafter"},
    ValueOption{"-cxx-isystem", "-cxx-isystem"},
    ValueOption{"-imacros", "-imacros"},
    ValueOption{"--include-directory=", "-I"},
    ValueOption{"--include-directory", "-I", false},
    ValueOption{"--define-macro=", "-D"},
    ValueOption{"--define-macro", "-D", false},
    ValueOption{"--undefine-macro=", "-U"},
    ValueOption{"--undefine-macro", "-U", false},
    ValueOption{"--include=", "-include"},
    ValueOption{"--include", "-include", false},
    ValueOption{"-include", "-include", false},
};

/// Options of cl.exe that have a counterpart.
constexpr std::array kClOptions = {
    ValueOption{"/I", "-I"},           ValueOption{"/D", "-D"},
    ValueOption{"/U", "-U"},           ValueOption{"/external:I", "-isystem"},
    ValueOption{"/imsvc", "-isystem"}, ValueOption{"-imsvc", "-isystem"},
    ValueOption{"/FI", "-include"},
};

/// Dropped together with the next word.
constexpr std::array kDroppedWithValue = std::to_array<std::string_view>({
    "-o",
    "-MF",
    "-MT",
    "-MQ",
    "-MJ",
    "-Xclang",
    "-Xpreprocessor",
    "-Xassembler",
    "-Xlinker",
    "-Xanalyzer",
    "-Xcuda-fatbinary",
    "-Xcuda-ptxas",
    "-Xopenmp-target",
    "-Xcompiler",
    "-mllvm",
    "-arch",
    "-L",
    "-l",
    "-T",
    "-u",
    "-z",
    "-e",
    "-A",
    "-B",
    "-F",
    "-G",
    "-R",
    "-framework",
    "-iframework",
    "-iframeworkwithsysroot",
    "-specs",
    "--specs",
    "--config",
    "--config-system-dir",
    "--config-user-dir",
    "-ivfsoverlay",
    "--vfsoverlay",
    "-include-pch",
    "-iprefix",
    "-iwithprefix",
    "-iwithprefixbefore",
    "-iwithsysroot",
    "-isystem-after",
    "-resource-dir",
    "-load",
    "-plugin",
    "-add-plugin",
    "-wrapper",
    "-working-directory",
    "-fmodule-file",
    "-fmodule-map-file",
    "-fmodules-cache-path",
    "-fbuild-session-file",
    "-fcrash-diagnostics-dir",
    "-index-store-path",
    "-index-unit-output-path",
    "--param",
    "-dumpbase",
    "-dumpbase-ext",
    "-dumpdir",
    "-aux-info",
    "-gcc-toolchain",
    "--gcc-toolchain",
    "--prefix",
    "--output",
    "--dependent-file",
    "--serialize-diagnostics",
    "-serialize-diagnostics",
    "-dependency-file",
    "-header-include-file",
    "-stdlib++-isystem",
    "-install_name",
    "-current_version",
    "-compatibility_version",
    "-Xarch_host",
    "-Xarch_device",
    "--cuda-path",
    "-ccbin",
    "--compiler-bindir",
    "--offload-arch",
    "-opt-record-file",
    "-foptimization-record-file",
    "-target-feature",
    "-cc1",
    "-cc1as",
});

/// Kept as they are.
constexpr std::array kKept = std::to_array<std::string_view>({
    "-ansi",
    "-trigraphs",
    "-pthread",
    "-nostdinc",
    "-nostdinc++",
    "-nostdlibinc",
    "-undef",
    "-stdlib=libc++",
    "-stdlib=libstdc++",
    "-m16",
    "-m32",
    "-m64",
    "-mx32",
    "-mthumb",
    "-marm",
    "-mms-bitfields",
    "-fpic",
    "-fPIC",
    "-fpie",
    "-fPIE",
    "-fexceptions",
    "-fno-exceptions",
    "-fcxx-exceptions",
    "-fno-cxx-exceptions",
    "-frtti",
    "-fno-rtti",
    "-fsigned-char",
    "-fno-signed-char",
    "-funsigned-char",
    "-fno-unsigned-char",
    "-fshort-enums",
    "-fno-short-enums",
    "-fshort-wchar",
    "-fno-short-wchar",
    "-fms-extensions",
    "-fms-compatibility",
    "-fno-ms-extensions",
    "-fno-ms-compatibility",
    "-fchar8_t",
    "-fno-char8_t",
    "-fcoroutines",
    "-fcoroutines-ts",
    "-fblocks",
    "-fno-blocks",
    "-fgnu89-inline",
    "-fgnu-keywords",
    "-fno-gnu-keywords",
    "-fno-builtin",
    "-ffreestanding",
    "-fhosted",
    "-fdeclspec",
    "-fno-declspec",
    "-fno-operator-names",
    "-foperator-names",
    "-fdollars-in-identifiers",
    "-fno-dollars-in-identifiers",
    "-fsized-deallocation",
    "-fno-sized-deallocation",
    "-faligned-allocation",
    "-fno-aligned-allocation",
    "-fpascal-strings",
    "-fno-access-control",
    "-fzvector",
    "-flax-vector-conversions",
    "-fno-lax-vector-conversions",
    "-fwrapv",
    "-fno-wrapv",
    "-fno-threadsafe-statics",
    "-fthreadsafe-statics",
    "-fnew-infallible",
    "-fasm",
    "-fno-asm",
    "-fasm-blocks",
    "-frelaxed-template-template-args",
    "-fno-relaxed-template-template-args",
});

/// Kept with a value of letters, digits and "._+-": nothing that could be a path or an option.
constexpr std::array kKeptWithWord = std::to_array<std::string_view>({
    "-march=",        "-mcpu=",
    "-mfpu=",         "-mfloat-abi=",
    "-mabi=",         "-msse",
    "-mno-sse",       "-mavx",
    "-mno-avx",       "-mbmi",
    "-maes",          "-mpclmul",
    "-mfma",          "-mlzcnt",
    "-mpopcnt",       "-mf16c",
    "-mrdrnd",        "-mrdseed",
    "-mcx16",         "-madx",
    "-msha",          "-mssse3",
    "-mgfni",         "-mmmx",
    "-mlong-double-", "-fms-compatibility-version=",
    "-fmsc-version=", "-fabi-version=",
    "-fchar-type=",
});

constexpr std::array kWrappers = std::to_array<std::string_view>(
    {"ccache", "distcc", "sccache", "icecc", "buildcache", "gomacc", "rewrapper", "env", "nice",
     "time", "sh", "bash", "libtool", "fastbuild", "colorgcc", "compiler_check", "goma"});

template <std::size_t kCount>
bool Has(const std::array<std::string_view, kCount>& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

bool IsWord(std::string_view text) {
  return text.size() <= 128 && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '+' || c == '-';
         });
}

std::string_view BaseName(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view Extension(std::string_view path) {
  const std::string_view name = BaseName(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

/// Whether a compiler of this name takes a file called *.c for C++: "g++",
/// "x86_64-linux-gnu-g++-12".
bool IsCxxCompiler(std::string_view word) {
  const std::string_view name = BaseName(word);
  return name.find("++") != std::string_view::npos || name == "CC" || name == "icpc" ||
         name == "icpx" || name == "mpicxx";
}

std::optional<UnitLanguage> LanguageOf(std::string_view name) {
  if (name == "c" || name == "c-header" || name == "cpp-output") return UnitLanguage::kC;
  if (name == "c++" || name == "c++-header" || name == "c++-cpp-output") return UnitLanguage::kCxx;
  return std::nullopt;
}

UnitLanguage LanguageOfFile(std::string_view file) {
  constexpr std::array kCxx = std::to_array<std::string_view>(
      {".cc",  ".cp",  ".cxx", ".cpp", ".CPP", ".c++", ".C",   ".hh",  ".H",  ".hpp",
       ".hxx", ".h++", ".ipp", ".tpp", ".inl", ".txx", ".tcc", ".inc", ".cu", ".ino"});
  return Has(kCxx, Extension(file)) ? UnitLanguage::kCxx : UnitLanguage::kC;
}

/// Whether a standard is one of the language; others would be an error of the driver.
bool IsStandardOf(UnitLanguage language, std::string_view name) {
  if (!IsWord(name)) return false;
  const bool cxx = name.find("++") != std::string_view::npos;
  return cxx == (language == UnitLanguage::kCxx);
}

class Filter {
 public:
  explicit Filter(const FlagRequest& request) : request_(request) {}

  FilteredFlags Run() {
    const std::vector<std::string> words = ExpandResponseFiles(request_);
    const std::size_t first = ReadCompiler(words);
    for (at_ = first; at_ < words.size(); ++at_) {
      if (words[at_] == "--") break;
      ReadWord(words);
    }
    Finish();
    return std::move(result_);
  }

 private:
  /// The compiler's name only says which language is meant by default. Returns where options begin.
  std::size_t ReadCompiler(const std::vector<std::string>& words) {
    std::size_t at = 0;
    while (at < words.size() && !words[at].starts_with('-')) {
      const std::string_view name = BaseName(words[at]);
      compiler_is_cxx_ = compiler_is_cxx_ || IsCxxCompiler(name);
      is_cl_ = is_cl_ || name == "cl" || name == "cl.exe" || name == "clang-cl" ||
               name == "clang-cl.exe";
      ++at;
      if (!Has(kWrappers, name) && !name.contains('=')) break;
    }
    return at;
  }

  void ReadWord(const std::vector<std::string>& words) {
    const std::string& word = words[at_];
    if (is_cl_ && ReadValueOption(kClOptions, words)) return;
    if (is_cl_ && word.starts_with("/std:")) return (void)(standard_ = word.substr(5));
    if (!word.starts_with('-') || word.size() > kLongestWord) return Drop(word);
    if (ReadLanguage(words) || ReadTarget(words) || ReadSysroot(words)) return;
    if (Has(kDroppedWithValue, word)) {
      Drop(word);
      if (at_ + 1 < words.size()) Drop(words[++at_]);
      return;
    }
    if (Has(kKept, word) || IsKeptWithWord(word)) {
      result_.arguments.push_back(word);
      return;
    }
    if (IsLookAlike(word) || !ReadValueOption(kValueOptions, words)) Drop(word);
  }

  /// Words that begin as a kept option does but are others.
  static bool IsLookAlike(std::string_view word) {
    return word.starts_with("-include-pch") || word.starts_with("-isystem-after") ||
           word == "-I-" || word.starts_with("-iframework");
  }

  template <std::size_t kCount>
  bool ReadValueOption(const std::array<ValueOption, kCount>& table,
                       const std::vector<std::string>& words) {
    const std::string& word = words[at_];
    for (const ValueOption& option : table) {
      if (!word.starts_with(option.spelling)) continue;
      if (word.size() > option.spelling.size()) {
        if (!option.joined) continue;
        Keep(option.passed_as, word.substr(option.spelling.size()));
        return true;
      }
      if (at_ + 1 < words.size() && !option.spelling.ends_with('=')) {
        Keep(option.passed_as, words[++at_]);
      } else {
        Drop(word);
      }
      return true;
    }
    return false;
  }

  void Keep(std::string_view option, std::string value) {
    if (value.empty() || value.size() > kLongestWord || value.contains('\0')) return Drop(value);
    if (option == "-include" || option == "-imacros") {
      result_.arguments.emplace_back(option);
      result_.arguments.push_back(std::move(value));
    } else {
      result_.arguments.push_back(std::string(option) + value);
    }
  }

  bool ReadLanguage(const std::vector<std::string>& words) {
    const std::string& word = words[at_];
    if (word.starts_with("-std=") || word.starts_with("--std=")) {
      standard_ = word.substr(word.find('=') + 1);
      return true;
    }
    std::string name;
    if (word == "-x" || word == "--language") {
      if (at_ + 1 < words.size()) name = words[++at_];
    } else if (word.starts_with("-x")) {
      name = word.substr(2);
    } else if (word.starts_with("--language=")) {
      name = word.substr(11);
    } else {
      return false;
    }
    if (const auto language = LanguageOf(name)) {
      language_ = language;
    } else {
      Drop("-x" + name);
    }
    return true;
  }

  bool ReadTarget(const std::vector<std::string>& words) {
    const std::string& word = words[at_];
    std::string target;
    if (word == "-target" || word == "--target") {
      if (at_ + 1 < words.size()) target = words[++at_];
    } else if (word.starts_with("--target=")) {
      target = word.substr(9);
    } else {
      return false;
    }
    if (IsWord(target) && !target.empty()) {
      result_.arguments.push_back("--target=" + target);
    } else {
      Drop(word);
    }
    return true;
  }

  bool ReadSysroot(const std::vector<std::string>& words) {
    const std::string& word = words[at_];
    std::string folder;
    if (word == "--sysroot" || word == "-isysroot") {
      if (at_ + 1 < words.size()) folder = words[++at_];
    } else if (word.starts_with("--sysroot=")) {
      folder = word.substr(10);
    } else if (word.starts_with("-isysroot")) {
      folder = word.substr(9);
    } else {
      return false;
    }
    if (!folder.empty() && request_.may_be_sysroot && request_.may_be_sysroot(folder)) {
      result_.arguments.push_back("--sysroot=" + folder);
    } else {
      Drop(word);
    }
    return true;
  }

  static bool IsKeptWithWord(std::string_view word) {
    if (word == "-march=native" || word == "-mcpu=native") return false;
    return std::ranges::any_of(kKeptWithWord, [word](std::string_view option) {
      return word.starts_with(option) && IsWord(word.substr(option.size()));
    });
  }

  void Finish() {
    result_.language = language_          ? *language_
                       : compiler_is_cxx_ ? UnitLanguage::kCxx
                                          : LanguageOfFile(request_.file);
    const bool cxx = result_.language == UnitLanguage::kCxx;
    std::vector<std::string> first = {cxx ? "-xc++" : "-xc"};
    if (!standard_.empty()) {
      if (IsStandardOf(result_.language, standard_)) {
        first.push_back("-std=" + standard_);
      } else {
        Drop("-std=" + standard_);
      }
    }
    result_.arguments.insert(result_.arguments.begin(), first.begin(), first.end());
  }

  void Drop(std::string word) { result_.dropped.push_back(std::move(word)); }

  static constexpr std::size_t kLongestWord = 1 << 16;

  const FlagRequest& request_;
  FilteredFlags result_;
  std::size_t at_ = 0;
  std::optional<UnitLanguage> language_;
  std::string standard_;
  bool compiler_is_cxx_ = false;
  bool is_cl_ = false;
};

}  // namespace

FilteredFlags FilterFlags(const FlagRequest& request) { return Filter(request).Run(); }

}  // namespace gonogo
