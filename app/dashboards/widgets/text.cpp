// Words between charts: Markdown, without HTML and without anything loaded from elsewhere.
#include "app/dashboards/widget_type.h"

#include "app/theme/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace dash {

namespace {

// A document that never loads: pictures and sheets named in the text stay away.
class ClosedDocument final : public QTextDocument {
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

void recolor(QTextDocument &document, const WidgetScene &scene)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QTextCharFormat format = it.fragment().charFormat();
            if (format.isImageFormat())
                continue;
            format.setForeground(format.isAnchor() ? scene.tokens.accentText : scene.tokens.text);
            if (level > 0) {
                format.setFont(roleFont(level == 1   ? FontRole::PageTitle
                                        : level == 2 ? FontRole::Title
                                                     : FontRole::BodyBold));
            }
            QTextCursor cursor(&document);
            cursor.setPosition(it.fragment().position());
            cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(format);
        }
    }
}

void fill(QTextDocument &document, const WidgetScene &scene, double width)
{
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(roleFont(FontRole::Body));
    document.setDocumentMargin(0);
    QTextOption option;
    option.setTextDirection(scene.look.direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    document.setMarkdown(
        optionText(scene.widget, QLatin1StringView("text")),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML | QTextDocument::MarkdownDialectGitHub));
    recolor(document, scene);
    document.setTextWidth(width);
}

} // namespace

WidgetType textWidgetType()
{
    WidgetType type;
    type.id = QStringLiteral("text");
    type.icon = QStringLiteral("text");
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Text");
    type.cells = {4, 4};
    type.body = WidgetType::Body::Scrolled;
    Parameter text;
    text.name = QStringLiteral("text");
    text.kind = ParameterKind::LongText;
    text.label = QT_TRANSLATE_NOOP("Parameter", "Text");
    text.help = QT_TRANSLATE_NOOP("Parameter", "Markdown: # heading, **bold**, - list");
    type.parameters = {text};
    type.request = [](const Widget &, const RequestFrame &) {
        WidgetRequest request;
        request.wantsColumns = false;
        return request;
    };
    type.paint = [](QPainter *painter, const QRectF &rect, const WidgetScene &scene) {
        ClosedDocument document;
        fill(document, scene, rect.width() - 24);
        painter->save();
        painter->translate(rect.left() + 12, rect.top());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, scene.tokens.text);
        context.clip = QRectF(0, 0, rect.width() - 24, rect.height());
        painter->setClipRect(context.clip, Qt::IntersectClip);
        document.documentLayout()->draw(painter, context);
        painter->restore();
    };
    type.height = [](const WidgetScene &scene, double width) {
        ClosedDocument document;
        fill(document, scene, width - 24);
        return document.size().height() + 8;
    };
    type.summary = [](const WidgetScene &scene) {
        ClosedDocument document;
        fill(document, scene, 400);
        return document.toPlainText();
    };
    return type;
}

} // namespace dash
