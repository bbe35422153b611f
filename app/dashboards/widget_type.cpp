#include "app/dashboards/widget_type.h"

#include <QCoreApplication>

namespace dash {

const std::vector<WidgetType> &widgetTypes()
{
    static const std::vector<WidgetType> types{lineWidgetType(),  areaWidgetType(),  barWidgetType(), statWidgetType(),
                                               gaugeWidgetType(), tableWidgetType(), textWidgetType()};
    return types;
}

const WidgetType *widgetType(QStringView id)
{
    for (const WidgetType &type : widgetTypes()) {
        if (type.id == id)
            return &type;
    }
    return nullptr;
}

QString widgetTypeLabel(const WidgetType &type)
{
    return QCoreApplication::translate("WidgetType", type.label);
}

QString optionText(const Widget &widget, QLatin1StringView key, const QString &fallback)
{
    return widget.options.value(key).toString(fallback);
}

bool optionIsOn(const Widget &widget, QLatin1StringView key, bool fallback)
{
    return widget.options.value(key).toBool(fallback);
}

std::optional<double> optionNumber(const Widget &widget, QLatin1StringView key)
{
    const QJsonValue value = widget.options.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString queryLetter(std::size_t index)
{
    return QString(QChar(u'A' + static_cast<char16_t>(index % 26)));
}

} // namespace dash
