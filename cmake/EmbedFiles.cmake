# Writes OUTPUT, a source file with the bytes of every file below ROOT in FOLDERS, ascending by path.
# Run as a script: cmake -DROOT=… -DFOLDERS=a,b -DOUTPUT=… -P EmbedFiles.cmake
string(REPLACE "," ";" folders "${FOLDERS}")
set(paths)
foreach(folder IN LISTS folders)
  file(GLOB_RECURSE found RELATIVE "${ROOT}" "${ROOT}/${folder}/*")
  list(APPEND paths ${found})
endforeach()
list(SORT paths)

set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS paths)
  file(READ "${ROOT}/${path}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "constexpr unsigned char file${number}[] = {${bytes}0};\n")
  string(APPEND rows "    file(\"${path}\", file${number}, sizeof file${number} - 1),\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by cmake/EmbedFiles.cmake; not edited.
#include \"core/base/builtin.h\"

#include <array>

namespace agon {
namespace {

${arrays}
BuiltinFile file(std::string_view path, const unsigned char* bytes, std::size_t size) {
    return {path, {reinterpret_cast<const char*>(bytes), size}};
}

const std::array<BuiltinFile, ${number}> all{{
${rows}}};

} // namespace

std::span<const BuiltinFile> builtinFiles() {
    return all;
}

} // namespace agon
")
