# One interface target carries the language level, warnings and hardening for everything of ours.
add_library(dash_options INTERFACE)
target_compile_features(dash_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_include_directories(dash_options INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
target_compile_definitions(dash_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_USE_QSTRINGBUILDER QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  DASH_VERSION="${PROJECT_VERSION}")
if(DASH_FAILPOINTS)
  target_compile_definitions(dash_options INTERFACE DASH_FAILPOINTS=1)
endif()
if(MSVC)
  target_compile_options(dash_options INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(dash_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wimplicit-fallthrough)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # False positives of GCC 12 in inlined standard containers.
    target_compile_options(dash_options INTERFACE -Wno-stringop-overflow
      -Wno-array-bounds -Wno-restrict -Wno-maybe-uninitialized)
  endif()
  if(DASH_WERROR)
    target_compile_options(dash_options INTERFACE -Werror)
  endif()
endif()

find_program(DASH_MOLD mold)
if(DASH_MOLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_link_options(-fuse-ld=mold)
endif()
find_program(DASH_CCACHE ccache)
if(DASH_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${DASH_CCACHE}")
endif()
if(DASH_SANITIZE)
  add_compile_options(-fsanitize=${DASH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DASH_SANITIZE})
endif()
if(DASH_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
