/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/files.hxx"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace quartet
{

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return { std::istreambuf_iterator<char>(in), {} };
}

void writeFile(const std::filesystem::path& file, std::string_view content)
{
    create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << content;
    if (!out.flush())
        throw std::runtime_error("cannot write " + file.string());
}

} // namespace quartet
