#include "app/data/cache_fields.h"

#include "app/data/cache_limits.h"
#include "app/theme/numbers.h"
#include "app/widgets/combo.h"
#include "core/store/workspace.h"

#include <QCoreApplication>

namespace dash {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CacheFields", text);
}

} // namespace

Combo *makeKeepField(Workspace &workspace)
{
    auto *keep = new Combo;
    keep->setObjectName(QStringLiteral("cache_keep"));
    keep->setAccessibleName(tr("Keep points"));
    const std::pair<int, const char *> periods[] = {
        {0, QT_TRANSLATE_NOOP("CacheFields", "For ever")}, {7, QT_TRANSLATE_NOOP("CacheFields", "7 days")},
        {30, QT_TRANSLATE_NOOP("CacheFields", "30 days")}, {90, QT_TRANSLATE_NOOP("CacheFields", "90 days")},
        {365, QT_TRANSLATE_NOOP("CacheFields", "A year")}, {1'095, QT_TRANSLATE_NOOP("CacheFields", "Three years")}};
    for (const auto &[days, text] : periods)
        keep->addItem(tr(text), days);
    const auto show = [keep, &workspace] { keep->setValue(cacheChoice(workspace).retentionDays); };
    show();
    QObject::connect(&workspace, &Workspace::settingChanged, keep, show);
    QObject::connect(keep, &Combo::changed, keep, [keep, &workspace] {
        CacheChoice choice = cacheChoice(workspace);
        choice.retentionDays = keep->value().toInt();
        if (choice != cacheChoice(workspace))
            setCacheChoice(workspace, choice);
    });
    return keep;
}

Combo *makeCapField(Workspace &workspace)
{
    auto *cap = new Combo;
    cap->setObjectName(QStringLiteral("cache_cap"));
    cap->setAccessibleName(tr("At most on the disk"));
    for (const qint64 gigabytes : {1, 2, 4, 8, 16, 32, 64})
        cap->addItem(byteText(gigabytes * 1'000'000'000), gigabytes * 1'000'000'000);
    const auto show = [cap, &workspace] { cap->setValue(cacheChoice(workspace).cap.value); };
    show();
    QObject::connect(&workspace, &Workspace::settingChanged, cap, show);
    QObject::connect(cap, &Combo::changed, cap, [cap, &workspace] {
        CacheChoice choice = cacheChoice(workspace);
        choice.cap = ByteCount{cap->value().toLongLong()};
        if (choice != cacheChoice(workspace))
            setCacheChoice(workspace, choice);
    });
    return cap;
}

} // namespace dash
