// Names of calls that leave the program, for libraries that no rule names: connecting, asking,
// sending. A name alone is weak: who goes by it wants more signs of a retry.
#pragma once

#include <string_view>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// A call that is given one of these is a remote call, whatever the generated stub calls it.
inline constexpr std::string_view kRpcContext = "grpc::ClientContext";

/// A call of a library, or of a function of the tree that sets up a connection or opens a device,
/// whose name says that it leaves the program.
/// `unseen`: a function of the tree that no parsed unit defines.
bool SoundsLikeAttempt(const CxxEvent& event, bool unseen);
/// A call of a library whose whole purpose is to talk to a server: gearman_worker_work.
bool SoundsLikeClient(std::string_view name);
/// Whether its name says that it sets up a connection.
bool SoundsLikeConnect(const CxxEvent& event);
/// What names another program or the way to it: "server_ip", "conn".
bool SoundsLikeRemote(std::string_view name);
/// Of a pointer to a function, by the name of its variable or field: connect_func, m_connectFunc.
bool SoundsLikePointerThatConnects(std::string_view name);
/// A function that works on what it is given and asks nobody: "is_server_alive", "free_conn".
bool SoundsLocal(std::string_view callee);
/// What is asked and not done: mosquitto_want_write, HasData.
bool SoundsLikeQuestion(std::string_view callee);
/// What ends a connection or tells of it: who tries that tries something else.
bool SoundsLikeClosing(std::string_view callee);
/// What takes what others send: recv, readline, dequeue. Nothing to take is no failure.
bool SoundsLikeReceive(std::string_view callee);
/// Who reads lines or messages goes on to the next where one is empty.
bool GivesOneOfMany(std::string_view callee);
/// What hands out one after the other: mysql_fetch_row, next_server.
bool SoundsLikeNext(std::string_view callee);
/// What the program says, or calls, of trying again: "retrying in %d seconds", Reconnect.
bool SpeaksOfRetry(std::string_view text);
/// What asks whether the program is to end: doShutDown, is_stopping.
bool SoundsLikeStop(std::string_view callee);
/// A counter or flag of attempts: "retries", "tried", "attempt_no".
bool SoundsLikeRetry(std::string_view name);

}  // namespace gonogo
