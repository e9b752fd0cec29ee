#include "analyzer/worker/worker_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <fstream>
#include <iterator>
#include <string_view>

#include "analyzer/base/hash.h"

namespace gonogo {
namespace {

constexpr std::string_view kName = "gonogo-cxx";

// The head of the note in which a linker writes a hash of all that it linked: the sizes of "GNU"
// and of 20 bytes, the type 3, the name. It stands near the start of the file.
constexpr std::string_view kBuildIdNote("\x04\0\0\0\x14\0\0\0\x03\0\0\0GNU\0", 16);
constexpr std::size_t kBuildIdSize = 20;
constexpr std::size_t kNotesWithin = 64 * 1024;

std::string Environment(const char* name) {
  const char* value = getenv(name);
  return value == nullptr ? "" : value;
}

bool IsProgram(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

/// The folder that this program lies in, with a slash at its end.
std::string OwnFolder() {
  std::string path(PATH_MAX, '\0');
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return "";
  path.resize(static_cast<std::size_t>(size));
  return path.substr(0, path.rfind('/') + 1);
}

/// Runs a shell command; what it prints goes to standard error, since reports go to standard
/// output.
void RunShell(const std::string& command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  std::string shell = "/bin/sh";
  std::string flag = "-c";
  std::string text = command;
  char* const arguments[] = {shell.data(), flag.data(), text.data(), nullptr};
  pid_t pid = -1;
  const int code = posix_spawn(&pid, shell.c_str(), &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) return;
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

std::string FindWorker() {
  if (const std::string named = Environment("GONOGO_CXX"); !named.empty())
    return IsProgram(named) ? named : "";
  const std::string folder = OwnFolder();
  if (folder.empty()) return "";
  for (const std::string_view place : {"", "../libexec/gonogo/"}) {
    std::string path = folder + std::string(place) + std::string(kName);
    if (IsProgram(path)) return path;
  }
  return "";
}

std::string FindOrBuildWorker() {
  std::string path = FindWorker();
  const std::string command = Environment("GONOGO_CXX_BUILD");
  if (!path.empty() || command.empty()) return path;
  RunShell(command);
  return FindWorker();
}

std::string WorkerIdentity(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(kNotesWithin, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(file.gcount()));
  if (begin.empty()) return "";
  const std::size_t note = begin.find(kBuildIdNote);
  if (note != std::string::npos && note + kBuildIdNote.size() + kBuildIdSize <= begin.size())
    return Sha256Hex(begin.substr(note + kBuildIdNote.size(), kBuildIdSize));
  file.clear();
  const std::string rest{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return Sha256Hex(begin + rest);
}

}  // namespace gonogo
