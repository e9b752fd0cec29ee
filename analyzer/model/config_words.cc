#include "analyzer/model/config_words.h"

namespace gonogo {
namespace {

constexpr ConfigUnitRow kUnits[] = {
    {"seconds", ConfigUnit::kSeconds},
    {"milliseconds", ConfigUnit::kMilliseconds},
    {"go", ConfigUnit::kGo},
    {"prometheus", ConfigUnit::kPrometheus},
    {"spring", ConfigUnit::kSpring},
    {"nginx", ConfigUnit::kNginx},
    {"systemd", ConfigUnit::kSystemd},
    {"iso8601", ConfigUnit::kIso8601},
    {"cron", ConfigUnit::kCron},
    {"size", ConfigUnit::kSize},
    {"quantity", ConfigUnit::kQuantity},
    {"percent", ConfigUnit::kPercent},
    {"version", ConfigUnit::kVersion},
};

constexpr ConfigSenseRow kSenses[] = {
    {"true", ConfigSense::kTrue},
    {"false", ConfigSense::kFalse},
    {"number", ConfigSense::kNumber},
    {"floating-image", ConfigSense::kFloatingImage},
    {"untagged-image", ConfigSense::kUntaggedImage},
    {"pinned-image", ConfigSense::kPinnedImage},
    {"placeholder", ConfigSense::kPlaceholder},
    {"secret-name", ConfigSense::kSecretName},
    {"local-address", ConfigSense::kLocalAddress},
    {"promql-without-condition", ConfigSense::kUncheckedPromql},
    {"promql-raw-counter", ConfigSense::kRawCounterPromql},
    {"promql-self-ratio", ConfigSense::kSelfRatioPromql},
    {"promql-unguarded-share", ConfigSense::kUnguardedSharePromql},
    {"broken-promql", ConfigSense::kBrokenPromql},
    {"reference", ConfigSense::kReference},
};

constexpr ConfigCaptureSortRow kCaptureSorts[] = {
    {"text", ConfigCaptureSort::kText},
    {"pairs", ConfigCaptureSort::kPairs},
    {"keys", ConfigCaptureSort::kKeys},
    {"count", ConfigCaptureSort::kCount},
    {"image-name", ConfigCaptureSort::kImageName},
    {"image-tag", ConfigCaptureSort::kImageTag},
    {"state", ConfigCaptureSort::kState},
};

}  // namespace

std::span<const ConfigUnitRow> ConfigUnits() { return kUnits; }
std::span<const ConfigSenseRow> ConfigSenses() { return kSenses; }
std::span<const ConfigCaptureSortRow> ConfigCaptureSorts() { return kCaptureSorts; }

}  // namespace gonogo
