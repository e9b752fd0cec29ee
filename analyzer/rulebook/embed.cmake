# gonogo_embedded: the rules, compiled into constant tables by gonogo-rulec. It needs nothing of the
# program; whoever links it gets EmbeddedRules(), and nothing else refers to it but RuleBook.
add_executable(gonogo-rulec ${CMAKE_CURRENT_LIST_DIR}/rulec_main.cc)
target_link_libraries(gonogo-rulec PRIVATE gonogo_rulebook)

file(GLOB_RECURSE RULE_FILES RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.yaml)
list(SORT RULE_FILES)
set(EMBEDDED_DIR ${PROJECT_BINARY_DIR}/embedded)
file(MAKE_DIRECTORY ${EMBEDDED_DIR})
list(TRANSFORM RULE_FILES PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE RULE_DEPENDENCIES)

# The paths go in relative to the source, so that the tables are the same wherever the source lies.
add_custom_command(
  OUTPUT ${EMBEDDED_DIR}/embedded_rules.cc
  BYPRODUCTS ${EMBEDDED_DIR}/keywords.hsdb ${EMBEDDED_DIR}/rule.schema.json ${EMBEDDED_DIR}/config.schema.json
  COMMAND gonogo-rulec compile ${EMBEDDED_DIR} ${RULE_FILES}
  DEPENDS gonogo-rulec ${RULE_DEPENDENCIES}
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  COMMENT "Compiling the rules"
  VERBATIM)

add_library(gonogo_embedded STATIC ${EMBEDDED_DIR}/embedded_rules.cc)
target_link_libraries(gonogo_embedded PUBLIC gonogo_options)
# Constants gain nothing from optimisation, and 450 rules cost GCC seconds with it.
target_compile_options(gonogo_embedded PRIVATE -O0 -g0)
