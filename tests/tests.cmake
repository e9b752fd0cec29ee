find_package(Catch2 2 REQUIRED)
file(GLOB_RECURSE TEST_SOURCES CONFIGURE_DEPENDS tests/*_test.cc tests/real/*.cc)
list(FILTER TEST_SOURCES EXCLUDE REGEX "/tests/(fuzz|bench)/")
add_executable(gonogo_tests ${TEST_SOURCES})
target_link_libraries(gonogo_tests PRIVATE $<IF:$<TARGET_EXISTS:gonogo_core>,gonogo_core,gonogo_rulebook>
  Catch2::Catch2WithMain)
target_precompile_headers(gonogo_tests PRIVATE <catch2/catch.hpp> <string> <vector> <map>)
