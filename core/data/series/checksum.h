#pragma once

#include <cstdint>
#include <span>

namespace dash::series {

// CRC-32C (Castagnoli, RFC 3720 §B.4), by the processor's instruction where it has one.
std::uint32_t crc32c(std::span<const std::uint8_t> bytes);

} // namespace dash::series
