#include "analyzer/engines/cxx/flow/qt_timers.h"

#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

/// `&QTimer::timeout`, `SIGNAL(timeout())`.
bool IsTimeout(const CxxValue& value) {
  if (value.kind == CxxValueKind::kText) return value.text == "2timeout()";
  return value.kind == CxxValueKind::kFunction && value.usr.contains("Timer") &&
         value.usr.contains("timeout");
}

/// `&QEventLoop::quit`, `SLOT(abort())`.
bool IsWayOut(const CxxValue& value) {
  constexpr auto kNames = std::to_array<std::string_view>({"quit", "abort", "exit", "close"});
  constexpr auto kSlots =
      std::to_array<std::string_view>({"1quit()", "1abort()", "1exit()", "1close()"});
  if (value.kind == CxxValueKind::kText) return std::ranges::count(kSlots, value.text) > 0;
  return value.kind == CxxValueKind::kFunction &&
         std::ranges::count(kNames, LastNameOfUsr(value.usr)) > 0;
}

}  // namespace

bool StartsQtTimer(const CxxEvent& event) {
  return event.callee.starts_with("QTimer::") || event.callee == "QObject::startTimer";
}

bool IsOwnQtTimer(const CxxEvent& start) {
  if (start.callee == "QTimer::singleShot") return true;
  const CxxValue& timer = start.self;
  return timer.kind == CxxValueKind::kObject && timer.object.root == CxxRoot::kLocal &&
         timer.object.path.empty();
}

bool GivesUpInQt(const CxxEvent& event) {
  constexpr auto kCalls = std::to_array<std::string_view>(
      {"QNetworkReply::abort", "QNetworkReply::close", "QEventLoop::quit", "QEventLoop::exit"});
  if (event.kind != CxxEventKind::kCall) return false;
  if (std::ranges::count(kCalls, event.callee) > 0) return true;
  const bool later =
      event.callee == "QTimer::singleShot" || std::ranges::any_of(event.arguments, IsTimeout);
  return later && std::ranges::any_of(event.arguments, IsWayOut);
}

}  // namespace gonogo
