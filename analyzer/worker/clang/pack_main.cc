// gonogo-cxx-pack OUT PREFIX FOLDER [PREFIX FOLDER ...]: writes every file below each folder into
// OUT, as a line with its path behind the prefix, a line with its size, its bytes and a NUL. The
// first line of OUT is a hash of the rest.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

/// Headers of accelerators and processors that no service is built for; half of all bytes.
bool IsLeftOut(std::string_view path) {
  constexpr std::array kLeftOut = std::to_array<std::string_view>(
      {"opencl", "hexagon", "hvx_", "altivec", "vecintrin", "arm_sve", "arm_mve", "arm_sme",
       "arm_cde", "__clang_cuda", "__clang_hip", "_wrappers/", "riscv", "module.modulemap", "hlsl",
       "amdgpu", "nvptx"});
  return std::ranges::any_of(
      kLeftOut, [path](std::string_view part) { return path.find(part) != path.npos; });
}

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void Collect(const std::string& prefix, const fs::path& folder,
             std::map<std::string, std::string>& files) {
  if (!fs::is_directory(folder)) return;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path =
        prefix + "/" + entry.path().lexically_relative(folder).generic_string();
    if (path.ends_with(".md") || IsLeftOut(path)) continue;
    files.emplace(path, ReadAll(entry.path()));
  }
}

/// FNV-1a: it tells one pack from another, no more.
std::uint64_t HashOf(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> files;
  for (int i = 2; i + 1 < argc; i += 2) Collect(argv[i], argv[i + 1], files);
  if (argc < 2 || files.empty()) {
    std::fputs("gonogo-cxx-pack: nothing to pack\n", stderr);
    return 2;
  }
  std::string pack;
  for (const auto& [path, text] : files) {
    pack += path + '\n' + std::to_string(text.size()) + '\n' + text + '\0';
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << std::hex << HashOf(pack) << '\n' << pack;
  out.close();
  return out.good() ? 0 : 2;
}
