# clang-format and clang-tidy in the version that the sources are kept with: others
# format and complain otherwise. Debian 12, 13 and newer have it. Empty where it isn't.

function(is_clang_19 result program)
  execute_process(COMMAND ${program} --version OUTPUT_VARIABLE version)
  if(NOT version MATCHES "version 19\\.")
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

find_program(CLANG_FORMAT NAMES clang-format-19 clang-format VALIDATOR is_clang_19)
find_program(CLANG_TIDY NAMES clang-tidy-19 clang-tidy VALIDATOR is_clang_19)
foreach(tool IN ITEMS CLANG_FORMAT CLANG_TIDY)
  if(NOT ${tool})
    message(STATUS "${tool} 19 is not here: what it checks isn't tested")
  endif()
endforeach()
