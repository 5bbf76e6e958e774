# One interface target carries every flag that our own code is built with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

# The cache cannot see into precompiled headers without being told how strict to be.
find_program(AGON_CCACHE ccache)
if(AGON_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${AGON_CCACHE})
endif()

add_library(agon_flags INTERFACE)
target_compile_options(agon_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<BOOL:${AGON_WERROR}>:-Werror>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${AGON_CCACHE}>>:-fpch-preprocess>)
if(AGON_SANITIZE STREQUAL "address")
  target_compile_options(agon_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(agon_flags INTERFACE -fsanitize=address,undefined)
elseif(AGON_SANITIZE STREQUAL "thread")
  target_compile_options(agon_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(agon_flags INTERFACE -fsanitize=thread)
elseif(AGON_SANITIZE)
  message(FATAL_ERROR "AGON_SANITIZE is '${AGON_SANITIZE}'; it must be empty, address or thread")
endif()
if(AGON_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12's flow analysis warns falsely inside the standard library once it is instrumented.
  target_compile_options(agon_flags INTERFACE
    -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
    -Wno-restrict
    -Wno-tsan)
endif()

add_library(agon_qt_flags INTERFACE)
target_compile_definitions(agon_qt_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
