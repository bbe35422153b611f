#include "core/base/time.h"
#include "core/engine/closest_name.h"
#include "core/engine/context.h"
#include "core/engine/expression/node.h"
#include "core/engine/path/json_document.h"

#include <algorithm>
#include <charconv>

namespace dash {

namespace {

using Kind = ExpressionNode::Kind;

Error located(ErrorCode code, const ExpressionNode &node, ErrorArgs args)
{
    args.emplace_back(QLatin1StringView("position"), QString::number(node.start + 1));
    args.emplace_back(QLatin1StringView("length"), QString::number(std::max<qsizetype>(1, node.length)));
    return Error{code, std::move(args), {}};
}

Failure unknownField(const Evaluation &e, const ExpressionNode &node)
{
    QStringList names;
    for (const Field &field : e.batch.fields)
        names.push_back(field.name);
    const QString supplier =
        e.environment.supplier.isEmpty() ? QStringLiteral("The step before it") : e.environment.supplier;
    const QString near = closestName(node.names.front(), names);
    const QString delivered = names.size() > 12
                                  ? names.mid(0, 12).join(QStringLiteral(", ")) + QStringLiteral(" and more")
                                  : names.join(QStringLiteral(", "));
    const QString reason = names.isEmpty()
                               ? QStringLiteral("%1 delivers no fields.").arg(supplier)
                               : QStringLiteral("%1 delivers %2.").arg(supplier, near.isEmpty() ? delivered : near);
    return fail(located(ErrorCode::ExpressionUnknownField, node,
                        {{QLatin1StringView("field"), node.names.front()},
                         {QLatin1StringView("reason"), reason},
                         {QLatin1StringView("suggestion"), near}}));
}

std::string_view follow(std::string_view raw, const std::vector<PathPiece> &pieces, std::size_t from, bool &found)
{
    found = true;
    for (std::size_t i = from; i < pieces.size() && found; ++i) {
        const auto next = pieces[i].isIndex ? jsonElement(raw, pieces[i].index) : jsonMember(raw, pieces[i].name);
        found = next.has_value();
        if (found)
            raw = *next;
    }
    if (found && jsonKindOf(raw) == JsonKind::Null)
        found = false;
    return raw;
}

// The part of each JSON value behind the path, with its own type where all rows agree.
Vec accessed(Evaluation &e, const Vec &v, const std::vector<PathPiece> &pieces, std::size_t from)
{
    auto out = std::make_shared<Column>(ColumnType::Json);
    const std::size_t n = v.constant ? 1 : e.rows;
    out->ends.reserve(n);
    for (std::size_t row = 0; row < n; ++row) {
        bool found = false;
        const std::string_view part = v.isNull(row) ? std::string_view() : follow(v.text(row), pieces, from, found);
        if (found)
            out->appendText(part);
        else
            out->appendNull();
    }
    return settled(e, Vec{std::move(out), v.constant, true});
}

// A text column without any text has no type yet: formats cannot know better when every value is null.
bool hasNoValues(const Vec &v)
{
    const auto &valid = v.column->valid;
    return v.type() == ColumnType::Text && !valid.empty() && std::find(valid.begin(), valid.end(), 1) == valid.end();
}

Result<Vec> fieldValue(Evaluation &e, const ExpressionNode &node)
{
    // The longest dotted name that is a field wins, the rest is a path into its JSON.
    for (qsizetype count = node.names.size(); count > 0; --count) {
        const QString name = count == 1 ? node.names.front() : QStringList(node.names.mid(0, count)).join(u'.');
        const int index = e.batch.indexOf(name);
        if (index < 0)
            continue;
        Vec v{e.batch.fields[static_cast<std::size_t>(index)].column, false, true};
        const auto from = static_cast<std::size_t>(count - 1);
        if (from >= node.pieces.size())
            return hasNoValues(v) ? nullVec() : v;
        if (v.type() != ColumnType::Json && v.type() != ColumnType::Text)
            return typeError(node,
                             QStringLiteral("“%1” is %2, it has no parts.").arg(name, QString::fromUtf8(typeWord(v))));
        return accessed(e, v, node.pieces, from);
    }
    if ((e.batch.fields.empty() && e.rows == 0) || e.environment.knownFields.contains(node.names.front()))
        return nullVec();
    const QString prefix = node.names.front() + u'.';
    for (const Field &field : e.batch.fields) {
        if (node.names.size() > 1 && field.name.startsWith(prefix))
            return nullVec(); // a part that no row of this batch has
    }
    return unknownField(e, node);
}

Result<std::vector<Vec>> values(Evaluation &e, const ExpressionNode &node)
{
    std::vector<Vec> out;
    out.reserve(node.operands.size());
    for (const ExpressionNodePtr &operand : node.operands) {
        auto v = e.value(*operand);
        if (!v)
            return tl::unexpected<Error>(v.error());
        out.push_back(std::move(*v));
    }
    return out;
}

Vec fromTruths(std::vector<std::uint8_t> truth, bool constant)
{
    auto out = std::make_shared<Column>(ColumnType::Bool);
    bool nulls = false;
    for (const std::uint8_t t : truth)
        nulls = nulls || t == kUnknown;
    if (nulls) {
        out->valid.resize(truth.size());
        for (std::size_t i = 0; i < truth.size(); ++i) {
            out->valid[i] = truth[i] == kUnknown ? 0 : 1;
            truth[i] = truth[i] == kTrue ? 1 : 0;
        }
    }
    out->bools = std::move(truth);
    return Vec{std::move(out), constant, true};
}

// Narrows the rows that count while a branch is evaluated.
class Narrowed {
public:
    Narrowed(Evaluation &e, std::vector<std::uint8_t> rows)
        : m_evaluation(e)
        , m_rows(std::move(rows))
        , m_before(e.active)
    {
        if (m_before != nullptr) {
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                m_rows[i] = m_rows[i] & m_before[i];
        }
        e.active = m_rows.data();
    }
    ~Narrowed() { m_evaluation.active = m_before; }
    Narrowed(const Narrowed &) = delete;
    Narrowed &operator=(const Narrowed &) = delete;

private:
    Evaluation &m_evaluation;
    std::vector<std::uint8_t> m_rows;
    const std::uint8_t *m_before;
};

// Kleene's and/or; `deciding` is the value that settles it: false for and, true for or.
Result<Vec> junction(Evaluation &e, const ExpressionNode &node, std::uint8_t deciding)
{
    auto left = e.value(*node.operands[0]);
    if (!left)
        return left;
    auto a = truths(e, *node.operands[0], *left);
    if (!a)
        return tl::unexpected<Error>(a.error());
    std::vector<std::uint8_t> open(e.rows);
    for (std::size_t row = 0; row < e.rows; ++row)
        open[row] = (*a)[left->at(row)] != deciding ? 1 : 0;
    Result<Vec> right = Vec{};
    {
        const Narrowed narrowed(e, std::move(open));
        right = e.value(*node.operands[1]);
    }
    if (!right)
        return right;
    auto b = truths(e, *node.operands[1], *right);
    if (!b)
        return tl::unexpected<Error>(b.error());
    const bool constant = left->constant && right->constant;
    std::vector<std::uint8_t> out(constant ? 1 : e.rows);
    for (std::size_t row = 0; row < out.size(); ++row) {
        const std::uint8_t x = (*a)[left->at(row)];
        const std::uint8_t y = (*b)[right->at(row)];
        out[row] = x == deciding || y == deciding   ? deciding
                   : x == kUnknown || y == kUnknown ? kUnknown
                                                    : static_cast<std::uint8_t>(1 - deciding);
    }
    return fromTruths(std::move(out), constant);
}

Result<Vec> inverse(Evaluation &e, const ExpressionNode &node)
{
    auto v = e.value(*node.operands[0]);
    if (!v)
        return v;
    auto truth = truths(e, *node.operands[0], *v);
    if (!truth)
        return tl::unexpected<Error>(truth.error());
    for (std::uint8_t &t : *truth)
        t = t == kUnknown ? kUnknown : static_cast<std::uint8_t>(1 - t);
    return fromTruths(std::move(*truth), v->constant);
}

Vec negatedIf(bool negated, Vec v)
{
    if (!negated)
        return v;
    auto out = std::make_shared<Column>(*v.column);
    for (std::uint8_t &b : out->bools)
        b = b != 0 ? 0 : 1;
    v.column = std::move(out);
    return v;
}

Result<Vec> membership(Evaluation &e, const ExpressionNode &node)
{
    auto args = values(e, node);
    if (!args)
        return tl::unexpected<Error>(args.error());
    const bool constant = allConstant(*args);
    std::vector<std::uint8_t> out(constant ? 1 : e.rows, kFalse);
    for (std::size_t i = 1; i < args->size(); ++i) {
        auto same = compare(e, *node.operands[i], ExpressionOp::Equal, args->front(), (*args)[i]);
        if (!same)
            return same;
        for (std::size_t row = 0; row < out.size(); ++row)
            out[row] |= same->column->bools[same->at(row)];
    }
    return negatedIf(node.negated, fromTruths(std::move(out), constant));
}

Result<Vec> between(Evaluation &e, const ExpressionNode &node)
{
    auto args = values(e, node);
    if (!args)
        return tl::unexpected<Error>(args.error());
    auto low = compare(e, node, ExpressionOp::GreaterEqual, (*args)[0], (*args)[1]);
    if (!low)
        return low;
    auto high = compare(e, node, ExpressionOp::LessEqual, (*args)[0], (*args)[2]);
    if (!high)
        return high;
    const bool constant = low->constant && high->constant;
    std::vector<std::uint8_t> out(constant ? 1 : e.rows);
    for (std::size_t row = 0; row < out.size(); ++row) {
        const std::uint8_t x = low->isNull(row) ? kUnknown : low->column->bools[low->at(row)];
        const std::uint8_t y = high->isNull(row) ? kUnknown : high->column->bools[high->at(row)];
        out[row] = x == kFalse || y == kFalse ? kFalse : x == kUnknown || y == kUnknown ? kUnknown : kTrue;
    }
    return negatedIf(node.negated, fromTruths(std::move(out), constant));
}

// Greedy matching with one point to fall back to, so linear but for the last star (as in glob matching).
bool likeMatches(std::string_view text, std::string_view pattern)
{
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t starAt = std::string_view::npos;
    std::size_t starText = 0;
    const auto next = [&text](std::size_t at) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            ++at;
        return at;
    };
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '%') {
            starAt = p++;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == '_') {
            ++p;
            t = next(t);
        } else if (p < pattern.size() &&
                   (pattern[p] == '\\' && p + 1 < pattern.size() ? pattern[p + 1] : pattern[p]) == text[t]) {
            p += pattern[p] == '\\' && p + 1 < pattern.size() ? 2 : 1;
            ++t;
        } else if (starAt != std::string_view::npos) {
            p = starAt + 1;
            t = starText = next(starText);
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '%')
        ++p;
    return p == pattern.size();
}

std::string foldedText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
}

Result<Vec> like(Evaluation &e, const ExpressionNode &node)
{
    auto args = values(e, node);
    if (!args)
        return tl::unexpected<Error>(args.error());
    for (std::size_t i = 0; i < 2; ++i) {
        Vec &v = (*args)[i];
        v = settled(e, v);
        if (v.typed && v.type() != ColumnType::Text)
            return typeError(*node.operands[i],
                             QStringLiteral("“like” needs text; this is %1.").arg(QString::fromUtf8(typeWord(v))));
    }
    const Vec &text = (*args)[0];
    const Vec &pattern = (*args)[1];
    const bool constant = allConstant(*args);
    std::vector<std::uint8_t> out(constant ? 1 : e.rows, kUnknown);
    for (std::size_t row = 0; row < out.size(); ++row) {
        if ((row & 1023U) == 0) {
            if (auto ok = e.check(); !ok)
                return tl::unexpected<Error>(ok.error());
        }
        if (text.isNull(row) || pattern.isNull(row))
            continue;
        const bool same = node.foldCase ? likeMatches(foldedText(text.text(row)), foldedText(pattern.text(row)))
                                        : likeMatches(text.text(row), pattern.text(row));
        out[row] = same ? kTrue : kFalse;
    }
    return negatedIf(node.negated, fromTruths(std::move(out), constant));
}

Result<Vec> isNull(Evaluation &e, const ExpressionNode &node)
{
    auto v = e.value(*node.operands[0]);
    if (!v)
        return v;
    std::vector<std::uint8_t> out(v->constant ? 1 : e.rows);
    for (std::size_t row = 0; row < out.size(); ++row)
        out[row] = v->isNull(row) != node.negated ? kTrue : kFalse;
    return fromTruths(std::move(out), v->constant);
}

Result<Vec> coalesce(Evaluation &e, const ExpressionNode &node)
{
    std::vector<Vec> branches;
    std::vector<std::uint8_t> choice(e.rows, 255);
    std::vector<std::uint8_t> open(e.rows, 1);
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        Result<Vec> v = Vec{};
        {
            const Narrowed narrowed(e, open);
            v = e.value(*node.operands[i]);
        }
        if (!v)
            return v;
        for (std::size_t row = 0; row < e.rows; ++row) {
            if (open[row] != 0 && !v->isNull(row)) {
                choice[row] = static_cast<std::uint8_t>(i);
                open[row] = 0;
            }
        }
        branches.push_back(std::move(*v));
    }
    return choose(e, node, std::move(branches), choice);
}

Result<Vec> conditional(Evaluation &e, const ExpressionNode &node)
{
    std::vector<Vec> branches;
    std::vector<std::uint8_t> choice(e.rows, 255);
    std::vector<std::uint8_t> open(e.rows, 1);
    const std::size_t count = node.operands.size();
    for (std::size_t i = 0; i < count; i += 2) {
        const bool otherwise = i + 1 == count;
        std::vector<std::uint8_t> taken = open;
        if (!otherwise) {
            Result<std::vector<std::uint8_t>> truth = std::vector<std::uint8_t>();
            bool constant = false;
            {
                const Narrowed narrowed(e, open);
                auto condition = e.value(*node.operands[i]);
                if (!condition)
                    return condition;
                truth = truths(e, *node.operands[i], *condition);
                constant = condition->constant;
            }
            if (!truth)
                return tl::unexpected<Error>(truth.error());
            for (std::size_t row = 0; row < e.rows; ++row) {
                taken[row] = open[row] != 0 && (*truth)[constant ? 0 : row] == kTrue ? 1 : 0;
                open[row] = open[row] != 0 && taken[row] == 0 ? 1 : 0;
            }
        }
        const Narrowed narrowed(e, taken);
        auto v = e.value(*node.operands[otherwise ? i : i + 1]);
        if (!v)
            return v;
        for (std::size_t row = 0; row < e.rows; ++row) {
            if (taken[row] != 0)
                choice[row] = static_cast<std::uint8_t>(branches.size());
        }
        branches.push_back(std::move(*v));
    }
    return choose(e, node, std::move(branches), choice);
}

} // namespace

// Yes/no values as 0, 1, 2 = null; one entry when constant.
Result<std::vector<std::uint8_t>> truths(Evaluation &e, const ExpressionNode &node, const Vec &given)
{
    const Vec v = settled(e, given);
    const std::size_t n = v.constant ? 1 : e.rows;
    if (!v.typed)
        return std::vector<std::uint8_t>(n, kUnknown);
    if (v.type() != ColumnType::Bool)
        return typeError(node, QStringLiteral("A condition is needed here, such as a > 1; this is %1.")
                                   .arg(QString::fromUtf8(typeWord(v))));
    std::vector<std::uint8_t> out(v.column->bools.begin(), v.column->bools.end());
    if (!v.column->valid.empty()) {
        for (std::size_t row = 0; row < n; ++row)
            out[row] = v.column->valid[row] != 0 ? out[row] : kUnknown;
    }
    return out;
}

Result<> Evaluation::check() const
{
    return environment.budget != nullptr ? environment.budget->check() : Result<>();
}

void Evaluation::failRow(std::size_t row, bool constant, const ExpressionNode &node, const QString &reason)
{
    if (failed.empty())
        failed.assign(rows, 0);
    const std::size_t from = constant ? 0 : row;
    const std::size_t to = constant ? rows : row + 1;
    for (std::size_t r = from; r < to; ++r) {
        if (failed[r] != 0 || (active != nullptr && active[r] == 0))
            continue;
        failed[r] = 1;
        errors.push_back({static_cast<std::uint32_t>(r),
                          located(ErrorCode::ExpressionValue, node, {{QLatin1StringView("reason"), reason}})});
    }
}

Failure typeError(const ExpressionNode &node, const QString &reason)
{
    return fail(located(ErrorCode::ExpressionType, node, {{QLatin1StringView("reason"), reason}}));
}

const char *typeWord(const Vec &v)
{
    if (!v.typed)
        return "empty";
    switch (v.type()) {
    case ColumnType::Bool:
        return "yes/no";
    case ColumnType::Int64:
    case ColumnType::Double:
    case ColumnType::Decimal:
        return "a number";
    case ColumnType::Text:
        return "text";
    case ColumnType::Instant:
        return "a time";
    case ColumnType::Json:
        return "JSON";
    }
    return "";
}

Vec nullVec()
{
    auto column = std::make_shared<Column>(ColumnType::Text);
    column->appendNull();
    return Vec{std::move(column), true, false, false};
}

bool isNumeric(const Vec &v)
{
    return !v.typed || v.type() == ColumnType::Int64 || v.type() == ColumnType::Double ||
           v.type() == ColumnType::Decimal;
}

Vec settled(Evaluation &e, Vec v)
{
    if (!v.typed || v.type() != ColumnType::Json)
        return v;
    const std::size_t n = v.constant ? 1 : e.rows;
    bool any = false;
    bool texts = true;
    bool bools = true;
    bool numbers = true;
    bool whole = true;
    for (std::size_t row = 0; row < n; ++row) {
        if (v.isNull(row))
            continue;
        const std::string_view raw = v.text(row);
        const auto kind = jsonKindOf(raw);
        if (kind == JsonKind::Null)
            continue;
        any = true;
        texts = texts && kind == JsonKind::String;
        bools = bools && (kind == JsonKind::True || kind == JsonKind::False);
        numbers = numbers && kind == JsonKind::Number;
        whole = whole && numbers && raw.size() < 19 && raw.find_first_of(".eE") == std::string_view::npos;
    }
    if (!any)
        return nullVec();
    if (!texts && !bools && !numbers)
        return v;
    auto out = std::make_shared<Column>(texts   ? ColumnType::Text
                                        : bools ? ColumnType::Bool
                                        : whole ? ColumnType::Int64
                                                : ColumnType::Double);
    out->reserve(n);
    for (std::size_t row = 0; row < n; ++row) {
        const std::string_view raw = v.isNull(row) ? std::string_view("null") : v.text(row);
        if (jsonKindOf(raw) == JsonKind::Null || raw.empty()) {
            out->appendNull();
        } else if (texts) {
            out->appendText(jsonUnquoted(raw));
        } else if (bools) {
            out->appendBool(raw.front() == 't');
        } else if (whole) {
            std::int64_t value = 0;
            std::from_chars(raw.data(), raw.data() + raw.size(), value);
            out->appendInt(value);
        } else {
            double value = 0;
            std::from_chars(raw.data(), raw.data() + raw.size(), value);
            out->appendDouble(value);
        }
    }
    return Vec{std::move(out), v.constant, true, texts || bools};
}

Result<Vec> Evaluation::value(const ExpressionNode &node)
{
    if (auto ok = check(); !ok)
        return tl::unexpected<Error>(ok.error());
    switch (node.kind) {
    case Kind::Literal:
        return Vec{node.literal, true, node.typed};
    case Kind::Field:
        return fieldValue(*this, node);
    case Kind::Access: {
        auto v = value(*node.operands[0]);
        if (!v || !v->typed)
            return v;
        if (v->type() != ColumnType::Json && v->type() != ColumnType::Text)
            return typeError(node, QStringLiteral("This is %1, it has no parts.").arg(QString::fromUtf8(typeWord(*v))));
        return accessed(*this, *v, node.pieces, 0);
    }
    case Kind::Negate: {
        auto v = value(*node.operands[0]);
        return v ? negate(*this, node, *v) : v;
    }
    case Kind::Not:
        return inverse(*this, node);
    case Kind::And:
        return junction(*this, node, kFalse);
    case Kind::Or:
        return junction(*this, node, kTrue);
    case Kind::Binary: {
        auto a = value(*node.operands[0]);
        if (!a)
            return a;
        auto b = value(*node.operands[1]);
        if (!b)
            return b;
        return node.op >= ExpressionOp::Equal ? compare(*this, node, node.op, std::move(*a), std::move(*b))
                                              : arithmetic(*this, node, std::move(*a), std::move(*b));
    }
    case Kind::In:
        return membership(*this, node);
    case Kind::Between:
        return between(*this, node);
    case Kind::Like:
        return like(*this, node);
    case Kind::IsNull:
        return isNull(*this, node);
    case Kind::Coalesce:
        return coalesce(*this, node);
    case Kind::If:
        return conditional(*this, node);
    case Kind::Function: {
        auto args = values(*this, node);
        if (!args)
            return tl::unexpected<Error>(args.error());
        return node.function->body(*this, node, *args);
    }
    }
    return nullVec();
}

} // namespace dash
