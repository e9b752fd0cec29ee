#include "analyzer/engines/cxx/clause_words.h"

#include <catch2/catch.hpp>

namespace gonogo {

TEST_CASE("a qualified name comes down to its narrowest useful word", "[cxx]") {
  struct Row {
    std::string name;
    std::string word;
  };
  for (const Row& row : std::vector<Row>{
           {"curl_easy_perform", "curl_easy_perform"},
           {"system", "system"},
           {"std::system", "system"},
           {"grpc::ClientContext::set_deadline", "ClientContext"},
           {"grpc::CreateChannel", "CreateChannel"},
           {"httplib::Client::Get", "httplib"},
           {"httplib::Client", "httplib"},
           {"Poco::Net::HTTPClientSession::setTimeout", "HTTPClientSession"},
           {"QNetworkReply::abort", "QNetworkReply"},
           {"boost::asio::ip::tcp::socket::connect", "asio"},
           {"apache::thrift::transport::TSocket::setConnTimeout", "TSocket"},
           {"pqxx::connection", "pqxx"},
           {"cpr::Get", "cpr"},
           {"sql::Driver::connect", "sql"},
       }) {
    CAPTURE(row.name);
    CHECK(WordOfName(row.name) == row.word);
  }
}

TEST_CASE("a clause gives the words of all that it looks at", "[cxx]") {
  const std::string_view option[] = {"CURLOPT_TIMEOUT", "true"};
  ArgumentPattern argument;
  argument.sort = ArgumentSort::kNames;
  argument.names = option;
  const ArgumentPattern arguments[] = {argument};
  CallPattern made;
  made.name = "curl_easy_init";
  CallPattern bound;
  bound.name = "curl_easy_setopt";
  bound.arguments = arguments;
  const CallPattern all_made[] = {made};
  const CallPattern all_bound[] = {bound};
  const PatternGroup group[] = {{false, all_bound}};
  CxxClause clause;
  clause.sort = CxxClauseSort::kTypestate;
  clause.typestate.made_by = all_made;
  clause.typestate.bound_by = group;
  CHECK(WordsOf(clause) == std::vector<ClauseWord>{{"CURLOPT_TIMEOUT", false, false, true},
                                                   {"curl_easy_init", true, false, false},
                                                   {"curl_easy_setopt", true, false, true}});
  clause.typestate.starts_bounded = true;
  CHECK(!WordsOf(clause)[2].helper);

  const std::string_view words[] = {"gets"};
  clause.sort = CxxClauseSort::kMatcher;
  clause.matcher.words = words;
  CHECK(WordsOf(clause) == std::vector<ClauseWord>{{"gets"}});
}

TEST_CASE("of two words the one that is found more often stays", "[cxx]") {
  CHECK(MergedWords({{"b", true, true, true}, {"a"}, {"b", true, false, false}, {""}}) ==
        std::vector<ClauseWord>{{"a"}, {"b", true, false, false}});
}

}  // namespace gonogo
