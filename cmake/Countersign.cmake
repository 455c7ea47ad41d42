# How every target of this tree is made: one place for the language level, the warnings, the
# precompiled header and the naming of tests.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Scores must be replayable bit by bit on every machine: no fused multiply-add, no -march=native.
set(CMAKE_CXX_FLAGS "${CMAKE_CXX_FLAGS} -ffp-contract=off")
set(CMAKE_CXX_FLAGS_DEV "-O2 -g1")
set(CMAKE_CXX_FLAGS_ASAN "-O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined")
set(CMAKE_EXE_LINKER_FLAGS_ASAN "-fsanitize=address,undefined")

option(COUNTERSIGN_FUZZERS "Build the fuzz targets with libFuzzer (clang)" OFF)
if(COUNTERSIGN_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # The sloppiness is what a precompiled header needs; the base directory lets checkouts share.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
  set(CMAKE_CXX_FLAGS "${CMAKE_CXX_FLAGS} -fpch-preprocess")
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(cs_settings INTERFACE)
target_include_directories(cs_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(cs_settings INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough
                       -Wno-missing-field-initializers)
target_compile_definitions(cs_settings INTERFACE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
                           QT_STRICT_ITERATORS BOOST_BEAST_USE_STD_STRING_VIEW=1 SPDLOG_FMT_EXTERNAL)

# What the functions below need once the packages are found.
macro(countersign_prepare)
  # One precompiled header for all: sixty of them took a third of a clean build.
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/Precompiled.cpp CONTENT "")
  add_library(cs_precompiled STATIC ${CMAKE_BINARY_DIR}/generated/Precompiled.cpp)
  set_target_properties(cs_precompiled PROPERTIES AUTOMOC OFF)
  target_link_libraries(cs_precompiled PRIVATE cs_settings Qt6::Core)
  target_precompile_headers(cs_precompiled PRIVATE ${CMAKE_SOURCE_DIR}/cmake/Precompiled.h)
  # Qt Test would define the folders of every test: no two checkouts could share what they compiled.
  set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endmacro()

# countersign_library(NAME [LINK targets...]): every source of this folder, and of the folders named by
# SUBDIRS, as one static library.
function(countersign_library NAME)
  cmake_parse_arguments(ARG "" "" "SUBDIRS;LINK;PRIVATE_LINK" ${ARGN})
  set(patterns *.cpp *.h)
  foreach(dir IN LISTS ARG_SUBDIRS)
    list(APPEND patterns ${dir}/*.cpp ${dir}/*.h)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  add_library(${NAME} STATIC ${sources})
  target_link_libraries(${NAME} PUBLIC cs_settings ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
  target_precompile_headers(${NAME} REUSE_FROM cs_precompiled)
endfunction()

# Everything labelled "edge": what runs a second time under sanitizers.
add_custom_target(edge-tests)

# countersign_test(tst_name [LINK targets...] [LABELS labels...]): one Qt Test executable from
# tst_name.cpp. A test that needs PostgreSQL links cs_test_support and gets label "database".
function(countersign_test NAME)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;LABELS;SOURCES" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${NAME} ${NAME}.cpp ${ARG_SOURCES})
  target_link_libraries(${NAME} PRIVATE ${ARG_LINK} Qt6::Test)
  target_precompile_headers(${NAME} REUSE_FROM cs_precompiled)
  set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${NAME} COMMAND ${NAME})
  set_tests_properties(${NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Europe/Belgrade;COUNTERSIGN_KEEP_TEST_CLUSTER=1")
  if("edge" IN_LIST ARG_LABELS)
    add_dependencies(edge-tests ${NAME})
  endif()
  if("database" IN_LIST ARG_LABELS)
    # The server that the first of them started is stopped after the last one.
    set_tests_properties(${NAME} PROPERTIES FIXTURES_REQUIRED postgres)
  endif()
endfunction()
