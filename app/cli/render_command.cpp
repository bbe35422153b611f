// dashboard render: a dashboard file over a workspace's data, as a picture or on paper.
#include "app/cli/run_world.h"
#include "app/cli/workspace_access.h"

#include "app/dashboards/render.h"
#include "core/model/pipeline.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>

namespace dash::cli {

namespace {

// "1384" or "1384x900".
std::optional<QSize> parseSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    bool wide = true, high = true;
    const int width = parts[0].toInt(&wide);
    const int height = parts.size() > 1 ? parts[1].toInt(&high) : 0;
    if (!wide || !high || parts.size() > 2 || width < 200 || width > 10'000 || height < 0 || height > 20'000)
        return std::nullopt;
    return QSize(width, height);
}

// A picture of exactly this height: its end is cut, or filled with the ground.
Result<QByteArray> atHeight(const QByteArray &png, int height, QColor ground)
{
    const QImage drawn = QImage::fromData(png, "PNG");
    QImage image(drawn.width(), height, QImage::Format_ARGB32_Premultiplied);
    if (drawn.isNull() || image.isNull())
        return fail(ErrorCode::Internal);
    image.fill(ground);
    {
        QPainter painter(&image);
        painter.drawImage(0, 0, drawn);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

std::optional<Look> lookOf(const QString &name)
{
    if (name == u"light")
        return Look::Light;
    if (name == u"dark")
        return Look::Dark;
    return std::nullopt;
}

Result<> render(const Arguments &arguments)
{
    if (!arguments.has("--out"))
        return usageError(u"--out FILE is needed: a name that ends in .png, .svg, .pdf or .csv."_qs);
    const QString out = arguments.value("--out");
    const auto format = pictureFormatFromName(QFileInfo(out).suffix());
    if (!format)
        return usageError(u"“%1” does not end in .png, .svg, .pdf or .csv."_qs.arg(out));
    const auto look = lookOf(arguments.value("--theme", QStringLiteral("light")));
    if (!look)
        return usageError(u"--theme is light or dark."_qs);
    ExportOptions options;
    options.look = *look;
    options.locale = QLocale();
    int height = 0;
    if (arguments.has("--size")) {
        const auto size = parseSize(arguments.value("--size"));
        if (!size)
            return usageError(u"--size is WIDTH or WIDTHxHEIGHT, such as 1384x900."_qs);
        options.width = size->width();
        options.scale = 1;
        height = size->height();
    }
    std::optional<UtcMs> now;
    if (arguments.has("--now")) {
        const auto parsed = parseIso(arguments.value("--now"));
        if (!parsed)
            return usageError(u"--now is a time such as 2026-01-31T12:00:00Z."_qs);
        now = fromMs(*parsed);
    }
    const auto definition = readFile(arguments.positional[0], kMaxDefinitionBytes);
    if (!definition)
        return fail(definition.error());
    const QString folder = workspaceFolder(arguments);
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("points.db"))))
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), u"Workspace"_qs}, {QLatin1StringView("name"), folder}});
    const ShiftedClock clock(now);
    auto bytes = renderDashboard(*definition, folder, clock, *format, options);
    if (bytes && *format == PictureFormat::Png && height > 0)
        bytes = atHeight(*bytes, height, tokensFor(*look).window);
    if (!bytes)
        return fail(bytes.error());
    if (const auto written = writeFile(out, *bytes); !written)
        return fail(written.error());
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("file"), QFileInfo(out).absoluteFilePath()},
                              {QLatin1StringView("bytes"), bytes->size()}});
    else
        print(u"%1: %2 bytes"_qs.arg(out).arg(bytes->size()));
    return {};
}

} // namespace

std::vector<Command> renderCommands()
{
    return {
        {"dashboard render",
         "FILE",
         1,
         1,
         "Draw a dashboard (or a template's) over the workspace's data",
         {{"--out", "FILE", "Ends in .png, .svg, .pdf or .csv", false},
          {"--size", "WxH", "Of the drawing; H is for pictures and may be left out", false},
          {"--theme", "light|dark", "Light unless said", false},
          {"--now", "ISO", "The time at which it is drawn", false}},
         exitCode(render)},
    };
}

} // namespace dash::cli
