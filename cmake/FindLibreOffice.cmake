# Finds LibreOffice and its SDK.
#
# LibreOffice_ROOT names the installation, the folder that holds program/ and
# sdk/: a CMake variable or an environment variable. Without it the usual
# places are looked at.
#
# Gives the targets LibreOffice::uno (headers of the SDK and its libraries),
# and the variables LibreOffice_DIR, LibreOffice_PROGRAM_DIR, LibreOffice_TYPES
# (the .rdb files of its API), LibreOffice_PLATFORM (as in a manifest.xml),
# LibreOffice_UNOIDL_WRITE, LibreOffice_CPPUMAKER.

set(_hints /usr/lib/libreoffice /usr/lib64/libreoffice /opt/libreoffice)
if(LibreOffice_ROOT OR DEFINED ENV{LibreOffice_ROOT})
  set(_hints "")
endif()

find_path(LibreOffice_DIR NAMES program/types.rdb HINTS ${_hints} NO_DEFAULT_PATH
          PATHS ${LibreOffice_ROOT} $ENV{LibreOffice_ROOT})
find_path(LibreOffice_SDK_INCLUDE_DIR NAMES sal/config.h
          PATHS ${LibreOffice_DIR}/sdk/include NO_DEFAULT_PATH)
find_program(LibreOffice_UNOIDL_WRITE unoidl-write
             PATHS ${LibreOffice_DIR}/sdk/bin NO_DEFAULT_PATH)
find_program(LibreOffice_CPPUMAKER cppumaker PATHS ${LibreOffice_DIR}/sdk/bin NO_DEFAULT_PATH)
set(_libraries "")
foreach(_name IN ITEMS uno_cppuhelpergcc3 uno_cppu uno_sal)
  find_library(LibreOffice_${_name} ${_name} PATHS ${LibreOffice_DIR}/sdk/lib NO_DEFAULT_PATH)
  list(APPEND _libraries LibreOffice_${_name})
  mark_as_advanced(LibreOffice_${_name})
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibreOffice
  REQUIRED_VARS LibreOffice_DIR LibreOffice_SDK_INCLUDE_DIR LibreOffice_UNOIDL_WRITE
                LibreOffice_CPPUMAKER ${_libraries}
  REASON_FAILURE_MESSAGE
    "Quartet needs LibreOffice 7.4 or newer with its SDK (on Debian: libreoffice-calc and \
libreoffice-dev). Set LibreOffice_ROOT to the folder that holds program/ and sdk/, or build \
the science alone with -D QUARTET_EXTENSION=OFF.")
mark_as_advanced(LibreOffice_DIR LibreOffice_SDK_INCLUDE_DIR LibreOffice_UNOIDL_WRITE
                 LibreOffice_CPPUMAKER)
if(NOT LibreOffice_FOUND)
  return()
endif()

set(LibreOffice_PROGRAM_DIR ${LibreOffice_DIR}/program)
set(LibreOffice_TYPES ${LibreOffice_PROGRAM_DIR}/types.rdb ${LibreOffice_PROGRAM_DIR}/types/offapi.rdb)

set(_processors_x86_64 X86_64)
set(_processors_aarch64 AARCH64)
if(NOT DEFINED _processors_${CMAKE_SYSTEM_PROCESSOR})
  message(FATAL_ERROR "LibreOffice's name for the processor ${CMAKE_SYSTEM_PROCESSOR} is unknown here")
endif()
set(LibreOffice_PLATFORM ${CMAKE_SYSTEM_NAME}_${_processors_${CMAKE_SYSTEM_PROCESSOR}})

if(NOT TARGET LibreOffice::uno)
  # The SDK carries no generated headers: they are made here, once.
  set(_api ${CMAKE_BINARY_DIR}/include/libreoffice)
  if(NOT EXISTS ${_api}/com/sun/star/uno/XInterface.hpp)
    file(MAKE_DIRECTORY ${_api})
    execute_process(COMMAND ${LibreOffice_CPPUMAKER} -Gc -O${_api} ${LibreOffice_TYPES}
                    COMMAND_ERROR_IS_FATAL ANY)
  endif()
  add_library(LibreOffice::uno INTERFACE IMPORTED)
  target_include_directories(LibreOffice::uno SYSTEM INTERFACE ${LibreOffice_SDK_INCLUDE_DIR} ${_api})
  target_compile_definitions(LibreOffice::uno INTERFACE CPPU_ENV=gcc3 UNX LINUX)
  foreach(_library IN LISTS _libraries)
    target_link_libraries(LibreOffice::uno INTERFACE ${${_library}})
  endforeach()
  # The SDK's libraries lean on others beside the office's programs.
  target_link_options(LibreOffice::uno INTERFACE -Wl,-rpath-link,${LibreOffice_PROGRAM_DIR})
endif()
