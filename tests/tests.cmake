find_package(Catch2 2 REQUIRED)
file(GLOB_RECURSE TEST_SOURCES CONFIGURE_DEPENDS tests/*_test.cc tests/real/*.cc tests/parse/*.cc tests/engines/*.cc)
list(FILTER TEST_SOURCES EXCLUDE REGEX "/tests/(fuzz|bench)/")
add_executable(gonogo_tests ${TEST_SOURCES})
target_link_libraries(gonogo_tests PRIVATE $<IF:$<TARGET_EXISTS:gonogo_core>,gonogo_core,gonogo_rulebook>
  Catch2::Catch2WithMain)
# For the one file that asks, so that a compiler cache serves every checkout.
set_source_files_properties(tests/real/worker_pool_test.cc PROPERTIES
  COMPILE_DEFINITIONS GONOGO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_precompile_headers(gonogo_tests PRIVATE <catch2/catch.hpp> <string> <vector> <map>)
if(TARGET gonogo)
  # End-to-end tests run the program itself.
  add_dependencies(gonogo_tests gonogo)
endif()

# Prints trees and times parsers, for scripts/compare_trees and tests/bench/config_trees.
if(TARGET gonogo_core)
  add_executable(gonogo_dump_trees tests/compare/dump_trees.cc)
  target_link_libraries(gonogo_dump_trees PRIVATE gonogo_core)
endif()
