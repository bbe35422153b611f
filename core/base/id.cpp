#include "core/base/id.h"

#include <array>

namespace dash {

QUuid newUuidV7(UtcMs now, RandomSource &random)
{
    std::array<unsigned char, 16> bytes;
    random.fill(bytes);
    const auto ms = static_cast<quint64>(toMs(now));
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<size_t>(i)] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes));
}

} // namespace dash
