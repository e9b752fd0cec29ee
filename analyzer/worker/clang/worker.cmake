# gonogo-cxx: the Clang worker. It shares with gonogo what speaks the protocol, and nothing else.
# find_package refuses "LLVM 19": Debian's version file wants major.minor.
find_package(LLVM 19.1 REQUIRED CONFIG)
find_package(Clang REQUIRED CONFIG HINTS ${LLVM_DIR}/../clang)

file(GLOB CLANG_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cc)
list(FILTER CLANG_SOURCES EXCLUDE REGEX "/pack_main\\.cc$")

# The headers that it carries: Clang's own, and our models.
add_executable(gonogo-cxx-pack ${CMAKE_CURRENT_LIST_DIR}/pack_main.cc)
target_link_libraries(gonogo-cxx-pack PRIVATE gonogo_options)
set(CXX_PACK ${PROJECT_BINARY_DIR}/embedded/cxx_files.pack)
set(CLANG_HEADERS ${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}/include)
file(GLOB_RECURSE MODEL_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/cxx/models/*)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/embedded)
add_custom_command(
  OUTPUT ${CXX_PACK}
  COMMAND gonogo-cxx-pack ${CXX_PACK} /gonogo-cxx/include ${CLANG_HEADERS}
    /gonogo-cxx/models ${PROJECT_SOURCE_DIR}/rules/cxx/models
  DEPENDS gonogo-cxx-pack ${MODEL_FILES}
  COMMENT "Packing the headers of the worker"
  VERBATIM)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/embedded_files.cc PROPERTIES
  COMPILE_DEFINITIONS GONOGO_CXX_PACK="${CXX_PACK}" OBJECT_DEPENDS ${CXX_PACK})

add_executable(gonogo-cxx ${CLANG_SOURCES})
target_include_directories(gonogo-cxx SYSTEM PRIVATE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
target_compile_definitions(gonogo-cxx PRIVATE ${LLVM_DEFINITIONS_LIST})
target_link_libraries(gonogo-cxx PRIVATE gonogo_worker)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(gonogo-cxx PRIVATE -fpch-instantiate-templates)
else()
  # GCC 12 sees null pointers in what it inlines of Clang's headers.
  target_compile_options(gonogo-cxx PRIVATE -Wno-nonnull -Wno-null-dereference)
endif()
target_precompile_headers(gonogo-cxx PRIVATE ${CMAKE_CURRENT_LIST_DIR}/precompiled.h)

# Debian's imported archives of Clang link the shared LLVM: in a static program each is given LLVM's
# archives in its place.
function(link_llvm_archives target)
  get_target_property(seen ${target} INTERFACE_LINK_LIBRARIES)
  if(NOT seen OR NOT "LLVM" IN_LIST seen)
    list(APPEND seen "")
  endif()
  get_property(done GLOBAL PROPERTY GONOGO_STATIC_CLANG)
  if(target IN_LIST done)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY GONOGO_STATIC_CLANG ${target})
  set(links "")
  foreach(link ${seen})
    if(link STREQUAL "LLVM")
      list(APPEND links LLVMOption LLVMFrontendOpenMP LLVMFrontendOffloading LLVMFrontendHLSL LLVMTargetParser
        LLVMProfileData LLVMBitReader LLVMWindowsDriver LLVMCore LLVMMC LLVMMCParser LLVMSupport)
    else()
      list(APPEND links ${link})
    endif()
    if(link MATCHES "^clang" AND TARGET ${link})
      link_llvm_archives(${link})
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${links}")
endfunction()

if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_link_libraries(gonogo-cxx PRIVATE clang-cpp LLVM)
else()
  set(CLANG_LIBRARIES clangFrontend clangDriver clangSema clangAnalysis clangAST clangASTMatchers
    clangDynamicASTMatchers clangIndex clangLex clangBasic clangSerialization clangParse)
  foreach(library ${CLANG_LIBRARIES})
    link_llvm_archives(${library})
  endforeach()
  target_link_libraries(gonogo-cxx PRIVATE ${CLANG_LIBRARIES})
  target_link_options(gonogo-cxx PRIVATE -s)
endif()

# Debian's archives of LLVM name the shared zstd.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND TARGET zstd::libzstd_static)
  get_target_property(links LLVMSupport INTERFACE_LINK_LIBRARIES)
  string(REPLACE zstd::libzstd_shared zstd::libzstd_static links "${links}")
  set_target_properties(LLVMSupport PROPERTIES INTERFACE_LINK_LIBRARIES "${links}")
endif()

# gonogo looks for it beside itself and there.
install(TARGETS gonogo-cxx OPTIONAL RUNTIME DESTINATION libexec/gonogo)
