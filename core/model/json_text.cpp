#include "core/model/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dash {

namespace {

constexpr qsizetype kInlineLength = 100;

QByteArray compact(const QJsonValue &value)
{
    // QJsonDocument writes only arrays and objects; a one-element array gives any value's text.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

QStringList orderedKeys(const QJsonObject &object, const QStringList &keyOrder)
{
    QStringList keys = object.keys();
    const auto rank = [&](const QString &key) {
        const qsizetype at = keyOrder.indexOf(key);
        return at < 0 ? keyOrder.size() : at;
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const QString &a, const QString &b) { return rank(a) < rank(b); });
    return keys;
}

class Writer {
public:
    explicit Writer(const QStringList &keyOrder)
        : m_keyOrder(keyOrder)
    {
    }

    void value(const QJsonValue &value, int indent)
    {
        if (!value.isObject() && !value.isArray()) {
            out += compact(value);
            return;
        }
        const QByteArray line = oneLine(value);
        if (indent > 0 && line.size() <= kInlineLength) {
            out += line;
            return;
        }
        if (value.isArray())
            array(value.toArray(), indent);
        else
            object(value.toObject(), indent);
    }

    QByteArray out;

private:
    void object(const QJsonObject &object, int indent)
    {
        out += "{\n";
        const QStringList keys = orderedKeys(object, m_keyOrder);
        for (qsizetype i = 0; i < keys.size(); ++i) {
            pad(indent + 1);
            out += compact(keys[i]) + ": ";
            value(object.value(keys[i]), indent + 1);
            out += i + 1 < keys.size() ? ",\n" : "\n";
        }
        pad(indent);
        out += '}';
    }

    void array(const QJsonArray &array, int indent)
    {
        out += "[\n";
        for (qsizetype i = 0; i < array.size(); ++i) {
            pad(indent + 1);
            value(array.at(i), indent + 1);
            out += i + 1 < array.size() ? ",\n" : "\n";
        }
        pad(indent);
        out += ']';
    }

    QByteArray oneLine(const QJsonValue &value) const
    {
        QByteArray text;
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            text += '[';
            for (qsizetype i = 0; i < array.size(); ++i)
                text += (i > 0 ? ", " : "") + oneLine(array.at(i));
            return text + ']';
        }
        if (!value.isObject())
            return compact(value);
        const QJsonObject object = value.toObject();
        text += '{';
        bool first = true;
        for (const QString &key : orderedKeys(object, m_keyOrder)) {
            text += (first ? "" : ", ") + compact(key) + ": " + oneLine(object.value(key));
            first = false;
        }
        return text + '}';
    }

    void pad(int indent) { out += QByteArray(indent * 2, ' '); }

    const QStringList &m_keyOrder;
};

} // namespace

Result<QJsonObject> readObject(const QByteArray &json, qsizetype maxBytes)
{
    if (json.size() > maxBytes)
        return fail(ErrorCode::DefinitionTooLarge,
                    {{QLatin1StringView("limit"), QStringLiteral("%1 MB").arg(maxBytes / 1'048'576)}});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const qsizetype at =
            error.error == QJsonParseError::NoError ? 0 : std::min<qsizetype>(error.offset, json.size());
        const QByteArray before = json.left(at);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = at - (before.lastIndexOf('\n') + 1) + 1;
        const QString reason = error.error == QJsonParseError::NoError ? QStringLiteral("an object in { } is expected")
                                                                       : error.errorString();
        return fail(ErrorCode::DefinitionSyntax, {{QLatin1StringView("line"), QString::number(line)},
                                                  {QLatin1StringView("column"), QString::number(column)},
                                                  {QLatin1StringView("reason"), reason}});
    }
    return document.object();
}

QByteArray writeObject(const QJsonObject &object, const QStringList &keyOrder)
{
    Writer writer(keyOrder);
    writer.value(object, 0);
    return writer.out + '\n';
}

} // namespace dash
