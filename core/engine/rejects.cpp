#include "core/engine/rejects.h"

#include "core/engine/row_text.h"

namespace dash {

QByteArray rowJson(const Batch &batch, std::size_t row)
{
    std::string text;
    appendRowJson(text, batch, row);
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace dash
