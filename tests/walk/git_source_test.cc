#include "analyzer/walk/git_source.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("a remote's URL is told without what lets one in") {
  struct Row {
    std::string_view url, uri;
  };
  const Row rows[] = {
      {"https://github.com/owner/name.git", "https://github.com/owner/name.git"},
      {"https://user@host/name", "https://host/name"},
      {"https://user:word@host:8443/name", "https://host:8443/name"},
      {"https://user:wo/rd@host/name", "https://host/name"},
      {"https://user:w@rd@host/name", "https://host/name"},
      {"https://host/name?token=word", "https://host/name"},
      {"https://host/name#word", "https://host/name"},
      {"ssh://git@host:22/name", "ssh://host:22/name"},
      {"git@github.com:owner/name.git", "ssh://github.com/owner/name.git"},
      {"host:name", "ssh://host/name"},
      {"user:word@host:name", "ssh://host/name"},
      {"/srv/git/name", ""},
      {"../name", ""},
      {"./a:b", ""},
      {"c:/name", ""},
      {"file:///srv/name", ""},
      {"ext::sh -c x", ""},
      {"https://", ""},
      {"https://host/a\nb", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(PublicUri(row.url) == row.uri);
  }
}

TEST_CASE("the remote origin is read from git's configuration, else the first") {
  struct Row {
    std::string_view config, url;
  };
  const Row rows[] = {
      {"[core]\n\turl = no\n[remote \"origin\"]\n\turl = https://a/b\n\tfetch = +x\n",
       "https://a/b"},
      {"[remote \"up\"]\nurl=https://u/b\n[remote \"origin\"]\nurl=https://a/b\n", "https://a/b"},
      {"[remote \"up\"]\r\nURL = \"https://u/b\" ; why\r\n[branch \"origin\"]\nurl = x\n",
       "https://u/b"},
      {"[Remote \"up\"]\n url = https://u/b # why\n", "https://u/b"},
      {"[remote \"up\"]\n pushurl = https://u/b\n", ""},
      {"[remote]\n url = x\n[\n]\n\"]\n=\n", ""},
      {"url = x", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.config);
    CHECK(RemoteUrlIn(row.config) == row.url);
  }
}

}  // namespace
}  // namespace gonogo
