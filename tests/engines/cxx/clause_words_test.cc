#include "analyzer/engines/cxx/clause_words.h"

#include <catch2/catch.hpp>

namespace gonogo {

TEST_CASE("a qualified name comes down to its narrowest useful word", "[cxx]") {
  struct Row {
    std::string name;
    std::string word;
    bool scope = false;
    std::vector<std::string> needs = {};
  };
  for (const Row& row : std::vector<Row>{
           {"curl_easy_perform", "curl_easy_perform"},
           {"system", "system"},
           {"std::system", "system"},
           {"grpc::ClientContext::set_deadline", "ClientContext", false, {"grpc"}},
           {"grpc::CreateChannel", "CreateChannel", false, {"grpc"}},
           {"httplib::Client::Get", "httplib", true},
           {"httplib::Client", "Client", false, {"httplib"}},
           {"Poco::Net::HTTPClientSession::setTimeout", "HTTPClientSession", false, {"Poco"}},
           {"QNetworkReply::abort", "QNetworkReply"},
           {"QNetworkReply::ignoreSslErrors", "ignoreSslErrors", false, {"QNetworkReply"}},
           {"QUrl::setScheme", "setScheme", false, {"QUrl"}},
           {"QSqlDatabase::addDatabase", "addDatabase", false, {"QSqlDatabase"}},
           {"boost::asio::ip::tcp::socket::connect", "asio", true, {"socket"}},
           {"boost::asio::ssl::stream", "asio", true, {"ssl"}},
           {"Poco::Net::Context", "Context", false, {"Poco"}},
           {"apache::thrift::transport::TSocket::setRecvTimeout", "TSocket", false, {"apache"}},
           {"pqxx::connection", "pqxx", true},
           {"cpr::Get", "cpr", true},
           {"cpr::GetCallback", "GetCallback", false, {"cpr"}},
           {"sql::Driver::connect", "sql", true},
           {"asio::read_until", "read_until", false, {"asio"}},
           {"zmq::socket_t::recv", "zmq", true, {"socket_t"}},
           {"google::cloud::storage::Client", "Client", false, {"google"}},
           {"pollfd::fd", "pollfd", true},
           {"std::basic_ifstream::open", "ifstream"},
       }) {
    CAPTURE(row.name);
    const ClauseWord word = WordOfName(row.name);
    CHECK(word.text == row.word);
    CHECK((word.place == WordPlace::kScope) == row.scope);
    CHECK(word.needs == row.needs);
  }
}

TEST_CASE("the methods of a class are known where its name stands for them alone", "[cxx]") {
  CHECK(WordOfName("QNetworkReply::abort").calls == std::vector<std::string>{"abort"});
  // Who makes one need not call a method by name.
  CHECK(WordOfName("QNetworkReply").calls.empty());
  // Classes of namespaces have others behind them, and macros.
  CHECK(WordOfName("grpc::ClientContext::set_deadline").calls.empty());
  const ClauseWord context = {"QNetworkReply", WordPlace::kAnywhere, true, WordRole::kContext};
  const auto merged_calls = [](std::vector<ClauseWord> words) {
    return MergedWords(std::move(words)).front().calls;
  };
  CHECK(merged_calls({WordOfName("QNetworkReply::abort"), WordOfName("QNetworkReply::close")}) ==
        std::vector<std::string>{"abort", "close"});
  CHECK(merged_calls({context, WordOfName("QNetworkReply::abort")}) ==
        std::vector<std::string>{"abort"});
  CHECK(merged_calls({WordOfName("QNetworkReply::abort"), context}) ==
        std::vector<std::string>{"abort"});
  CHECK(merged_calls({WordOfName("QNetworkReply::abort"), WordOfName("QNetworkReply")}).empty());
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
  CHECK(WordsOf(clause) ==
        std::vector<ClauseWord>{{"CURLOPT_TIMEOUT", WordPlace::kAnywhere, false, WordRole::kHelps},
                                {"curl_easy_init", WordPlace::kCall, false, WordRole::kAsks},
                                {"curl_easy_setopt", WordPlace::kCall, false, WordRole::kHelps}});
  clause.typestate.starts_bounded = true;
  CHECK(WordsOf(clause)[2].role == WordRole::kAsks);

  const std::string_view words[] = {"gets"};
  clause.sort = CxxClauseSort::kMatcher;
  clause.matcher.words = words;
  CHECK(WordsOf(clause) == std::vector<ClauseWord>{{"gets"}});
}

TEST_CASE("of two words the one that is found more often stays", "[cxx]") {
  const ClauseWord often = {"b", WordPlace::kAnywhere, false, WordRole::kAsks};
  CHECK(MergedWords({{"b", WordPlace::kCall, true, WordRole::kHelps, {"n"}}, {"a"}, often, {""}}) ==
        std::vector<ClauseWord>{{"a"}, often});
  const ClauseWord needs = {"b", WordPlace::kAnywhere, true, WordRole::kAsks, {"n"}};
  CHECK(MergedWords({needs, {"b", WordPlace::kScope, true, WordRole::kContext}}) ==
        std::vector<ClauseWord>{needs});
}

}  // namespace gonogo
