/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// rate-TARGET SECONDS LONGEST FILE... - runs a second of the processor of a fuzzer's target,
// without the fuzzer: over what becomes of the files by changes at random, one upon the other,
// up to so many bytes each.

#include "fuzz_bytes.hxx"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>

// The target's. The second is there for those that read tables alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
extern "C" __attribute__((weak)) int LLVMFuzzerInitialize(int* count, char*** arguments);

namespace
{

constexpr std::size_t inputs = 64;
constexpr std::size_t mostChanges = 8;
constexpr std::size_t longestPart = 32;

using Bytes = std::vector<std::uint8_t>;

class Changes
{
public:
    Changes(std::vector<Bytes> seeds, std::size_t longest)
        : m_seeds(std::move(seeds))
        , m_longest(longest)
    {
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            m_inputs[i] = m_seeds[i % m_seeds.size()];
    }

    /// Another input each time.
    const Bytes& next()
    {
        Bytes& bytes = m_inputs[below(inputs)];
        bytes = below(2) == 0 ? m_seeds[below(m_seeds.size())] : m_inputs[below(inputs)];
        for (std::size_t i = below(mostChanges) + 1; i > 0; --i)
            change(bytes);
        if (bytes.size() > m_longest)
            bytes.resize(m_longest);
        return bytes;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    void change(Bytes& bytes)
    {
        const std::size_t place = below(bytes.size() + 1);
        const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(place);
        const std::size_t rest = bytes.size() - place;
        const auto length = static_cast<std::ptrdiff_t>(std::min(below(longestPart) + 1, rest));
        switch (below(4))
        {
            case 0:
                if (rest > 0)
                    *at = static_cast<std::uint8_t>(m_random());
                break;
            case 1:
                bytes.insert(at, static_cast<std::uint8_t>(m_random()));
                break;
            case 2:
                bytes.erase(at, at + length);
                break;
            default:
            {
                const Bytes& other = m_inputs[below(inputs)];
                const std::size_t from = below(other.size() + 1);
                const std::size_t end = std::min(other.size(), from + longestPart);
                const Bytes part(other.begin() + static_cast<std::ptrdiff_t>(from),
                                 other.begin() + static_cast<std::ptrdiff_t>(end));
                bytes.insert(at, part.begin(), part.end());
            }
        }
    }

    const std::vector<Bytes> m_seeds;
    const std::size_t m_longest;
    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same each time
    std::array<Bytes, inputs> m_inputs;
};

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

int main(int count, char** arguments)
{
    constexpr int firstFile = 3;
    std::vector<Bytes> seeds;
    for (int i = firstFile; i < count; ++i)
    {
        std::ifstream file(arguments[i], std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    if (seeds.empty())
    {
        std::fprintf(stderr, "usage: %s SECONDS LONGEST FILE...\n", arguments[0]);
        return 1;
    }
    if (LLVMFuzzerInitialize)
        LLVMFuzzerInitialize(&count, &arguments);
    Changes changes(std::move(seeds), static_cast<std::size_t>(std::atol(arguments[2])));
    const double seconds = std::atof(arguments[1]);
    const double begin = processorSeconds();
    double time = 0;
    long runs = 0;
    for (; time < seconds; time = processorSeconds() - begin, ++runs)
    {
        const Bytes& bytes = changes.next();
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%.0f\n", static_cast<double>(runs) / time);
    return 0;
}
