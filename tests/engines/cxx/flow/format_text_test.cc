#include "analyzer/engines/cxx/flow/format_text.h"

#include <catch2/catch.hpp>

#include "analyzer/engines/cxx/flow/sql_place.h"

namespace gonogo {
namespace {

/// "n = '" text of 1, number of 0: each part as it was understood.
std::string Told(std::string_view format, FormatStyle style) {
  std::string told;
  for (const FormatPart& part : PartsOfFormat(format, style)) {
    told += "[" + part.text + "]";
    if (!part.converts) continue;
    constexpr const char* kWrites[] = {"text ", "number ", "escaped "};
    told += kWrites[static_cast<int>(part.writes)] + std::to_string(part.argument);
  }
  return told;
}

}  // namespace

TEST_CASE("formats are taken apart", "[cxx][flow]") {
  struct Row {
    FormatStyle style;
    std::string format;
    std::string told;
  };
  for (const Row& row : std::vector<Row>{
           {FormatStyle::kPrintf, "", ""},
           {FormatStyle::kPrintf, "a%%b", "[a%b]"},
           {FormatStyle::kPrintf, "n='%s' %5.2f", "[n=']text 0[' ]number 1"},
           {FormatStyle::kPrintf, "%*d%.*s", "[]number 1[]text 3"},
           {FormatStyle::kPrintf, "%2$s %1$d", "[]text 1[ ]number 0"},
           {FormatStyle::kPrintf, "%lld %zu %08lx %-3c", "[]number 0[ ]number 1[ ]number 2[ ]number 3"},
           {FormatStyle::kPrintf, "%", ""},
           {FormatStyle::kSqlite, "%Q, '%q', \"%w\", %d, %s",
            "[]escaped 0[, ']escaped 1[', \"]escaped 2[\", ]number 3[, ]text 4"},
           {FormatStyle::kBraces, "{}{{{:d}", "[]text 0[{]number 1"},
           {FormatStyle::kBraces, "{1} {0:>8} {", "[]text 1[ ]text 0[ ]text 0"},
           {FormatStyle::kDollar, "$1$$ $0", "[]text 1[$ ]text 0"},
           {FormatStyle::kQt, "%1 = %2%", "[]text 0[ = ]text 1[%]"},
       }) {
    CAPTURE(row.format);
    CHECK(Told(row.format, row.style) == row.told);
  }
}

TEST_CASE("the text before tells what stands next in SQL", "[cxx][flow]") {
  struct Row {
    std::string text;
    SqlPlace place;
  };
  for (const Row& row : std::vector<Row>{{"SELECT a FROM t WHERE n = '", SqlPlace::kValue},
                                         {"WHERE id = ", SqlPlace::kValue},
                                         {"WHERE n LIKE '%", SqlPlace::kValue},
                                         {"INSERT INTO t VALUES (1, ", SqlPlace::kValue},
                                         {"WHERE id IN (", SqlPlace::kValue},
                                         {"SELECT * FROM ", SqlPlace::kIdentifier},
                                         {"SELECT * FROM `", SqlPlace::kIdentifier},
                                         {"SELECT * FROM log_", SqlPlace::kIdentifier},
                                         {"ORDER BY ", SqlPlace::kIdentifier},
                                         {"SELECT a FROM t ", SqlPlace::kElsewhere},
                                         {"", SqlPlace::kElsewhere}}) {
    CAPTURE(row.text);
    CHECK(SqlPlaceBehind(row.text) == row.place);
  }
  CHECK(LooksLikeSql(" where a = 1"));
  CHECK(LooksLikeSql("INSERT INTO t"));
  CHECK(!LooksLikeSql("nowhere to go"));
  CHECK(!LooksLikeSql("BEGIN"));
}

}  // namespace gonogo
