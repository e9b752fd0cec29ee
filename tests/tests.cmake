find_package(Catch2 2 REQUIRED)
file(GLOB_RECURSE TEST_SOURCES CONFIGURE_DEPENDS tests/*_test.cc tests/real/*.cc tests/parse/*.cc tests/engines/*.cc)
list(FILTER TEST_SOURCES EXCLUDE REGEX "/tests/(fuzz|bench)/")
add_executable(gonogo_tests ${TEST_SOURCES})
target_link_libraries(gonogo_tests PRIVATE $<IF:$<TARGET_EXISTS:gonogo_core>,gonogo_core,gonogo_rulebook>
  Catch2::Catch2WithMain)
target_compile_definitions(gonogo_tests PRIVATE GONOGO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_precompile_headers(gonogo_tests PRIVATE <catch2/catch.hpp> <string> <vector> <map>)
if(TARGET gonogo)
  # For end-to-end tests, which run the program itself.
  target_compile_definitions(gonogo_tests PRIVATE GONOGO_PROGRAM="$<TARGET_FILE:gonogo>")
  add_dependencies(gonogo_tests gonogo)
endif()

# Prints trees and times parsers, for scripts/compare_trees and tests/bench/config_trees.
if(TARGET gonogo_core)
  add_executable(gonogo_dump_trees tests/compare/dump_trees.cc)
  target_link_libraries(gonogo_dump_trees PRIVATE gonogo_core)
endif()
