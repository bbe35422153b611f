#include "app/pipelines/inspector.h"

#include "app/pipelines/draft_summary.h"
#include "app/pipelines/editors_text.h"
#include "app/pipelines/expression_field.h"
#include "app/pipelines/expression_tokens.h"
#include "app/pipelines/flow_layout.h"
#include "app/pipelines/graph_layout.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/parameter_form.h"
#include "app/pipelines/pipeline_settings.h"
#include "app/pipelines/sink_box.h"
#include "app/pipelines/words.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/engine/closest_name.h"
#include "core/engine/parameters.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace dash {

namespace {

// The tile of a node at the head of the inspector.
class Tile : public QWidget {
public:
    explicit Tile(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(28, 28);
    }
    void setLook(const QString &iconName, NodeKind kind)
    {
        m_icon = iconName;
        m_kind = kind;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = m_kind == NodeKind::Source   ? tokens.series[2]
                           : m_kind == NodeKind::Output ? tokens.series[4]
                                                        : tokens.secondary;
        paintBox(&painter, rect(), 6, m_kind == NodeKind::Step ? tokens.hover : withAlpha(ink, 0.16));
        paintIcon(&painter, QRectF(rect()).adjusted(6, 6, -6, -6), m_icon, ink, layoutDirection());
    }

private:
    QString m_icon;
    NodeKind m_kind = NodeKind::Step;
};

int stepNumber(const Pipeline &pipeline, const QString &id)
{
    for (std::size_t i = 0; i < pipeline.nodes.size(); ++i) {
        if (pipeline.nodes[i].id == id)
            return int(i) + 1;
    }
    return 0;
}

// Replaces one field by another in every expression of a config.
QJsonValue withField(const QJsonValue &value, const QString &wrong, const QString &right)
{
    if (value.isString()) {
        QString text = value.toString();
        std::vector<ExpressionWord> words = expressionWords(text);
        for (auto it = words.rbegin(); it != words.rend(); ++it) {
            const QStringView part = QStringView(text).mid(it->start, it->length);
            if (it->kind == ExpressionWord::Kind::Field && fieldName(part) == wrong)
                text.replace(it->start, it->length, fieldInExpression(right));
        }
        return text == wrong ? right : text;
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &entry : value.toArray())
            out.append(withField(entry, wrong, right));
        return out;
    }
    if (value.isObject()) {
        QJsonObject out = value.toObject();
        for (auto it = out.begin(); it != out.end(); ++it)
            *it = withField(it.value(), wrong, right);
        return out;
    }
    return value;
}

} // namespace

Inspector::Inspector(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Settings"));
    setMinimumWidth(320);
    build();
    connect(&m_draft, &Draft::changed, this, &Inspector::refresh);
    connect(&m_draft, &Draft::previewed, this, &Inspector::refreshRows);
    connect(&m_draft, &Draft::statusChanged, this, &Inspector::showHead);
    connect(m_form, &ParameterForm::edited, this, &Inspector::takeEdit);
    setNode({});
}

void Inspector::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 12, 14);
    head->setSpacing(10);
    m_icon = new Tile(this);
    head->addWidget(m_icon);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    m_title = new TextLabel({}, FontRole::Title);
    m_kind = new TextLabel({}, FontRole::Small, &Tokens::secondary);
    titles->addWidget(m_title);
    titles->addWidget(m_kind);
    head->addLayout(titles, 1);
    m_menu = new IconButton(QStringLiteral("more"), tr("More"), this);
    head->addWidget(m_menu, 0, Qt::AlignTop);
    connect(m_menu, &IconButton::clicked, this, [this] { Q_EMIT menuWanted(m_menu); });
    column->addLayout(head);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    column->addWidget(line);

    auto *area = new QScrollArea(this);
    area->setFocusPolicy(Qt::NoFocus); // what is in it scrolls into view
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *fields = new QVBoxLayout(body);
    fields->setContentsMargins(16, 14, 16, 16);
    fields->setSpacing(metrics().gap);

    m_error = new Card(body);
    m_error->setGround(&Tokens::errorTint);
    m_errorTitle = new TextLabel({}, FontRole::BodyBold, &Tokens::text);
    m_errorTitle->setWrap(true);
    m_errorTitle->setObjectName(QStringLiteral("errorTitle"));
    m_errorText = new TextLabel({}, FontRole::Small, &Tokens::secondary);
    m_errorText->setWrap(true);
    m_useField = new Button({}, Button::Kind::Primary);
    m_useField->setObjectName(QStringLiteral("useField"));
    m_chooseField = new Button(tr("Choose a field"));
    m_error->column()->addWidget(m_errorTitle);
    m_error->column()->addWidget(m_errorText);
    auto *fixes = new QHBoxLayout;
    fixes->addWidget(m_useField);
    fixes->addWidget(m_chooseField);
    fixes->addStretch();
    m_error->column()->addLayout(fixes);
    fields->addWidget(m_error);
    connect(m_useField, &Button::clicked, this, [this] { useField(m_wrongField, m_rightField); });
    connect(m_chooseField, &Button::clicked, this, [this] {
        for (QWidget *chip : m_chips->findChildren<Chip *>()) {
            chip->setFocus(Qt::TabFocusReason);
            return;
        }
    });

    m_name = new TextInput;
    m_name->setObjectName(QStringLiteral("nodeName"));
    m_nameBox = new FormField(tr("Name"), m_name, body);
    fields->addWidget(m_nameBox);
    connect(m_name, &QLineEdit::textEdited, this, &Inspector::rename);
    m_form = new ParameterForm(body);
    fields->addWidget(m_form);
    m_chipsBox = new QWidget(body);
    auto *chipsColumn = new QVBoxLayout(m_chipsBox);
    chipsColumn->setContentsMargins(0, 0, 0, 0);
    chipsColumn->setSpacing(6);
    chipsColumn->addWidget(new TextLabel(tr("Fields at this step"), FontRole::SmallMedium, &Tokens::secondary));
    m_chips = new QWidget(m_chipsBox);
    new FlowLayout(m_chips, 6);
    chipsColumn->addWidget(m_chips);
    fields->addWidget(m_chipsBox);
    m_sink = new SinkBox(m_draft, body);
    fields->addWidget(m_sink);
    fields->addStretch(1);
    area->setWidget(body);
    body->setAutoFillBackground(false); // the area switches it on
    column->addWidget(area, 1);

    m_summary = new DraftSummary(m_draft, this);
    column->addWidget(m_summary);
    connect(m_summary, &DraftSummary::changesWanted, this, &Inspector::changesWanted);
}

void Inspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this).surface);
}

void Inspector::setNode(const QString &node)
{
    m_node = node == rejectedNodeId() ? QString() : node;
    m_settingProblems.clear();
    refresh();
    m_sink->setNode(m_node);
}

void Inspector::focusFirst()
{
    QWidget *first = m_node.isEmpty() ? nullptr : m_name;
    if (!m_form->parameters().empty()) {
        if (Editor *editor = m_form->editor(m_form->parameters().front().name))
            first = editor;
    }
    if (first)
        first->setFocus(Qt::TabFocusReason);
}

void Inspector::refresh()
{
    const Pipeline &pipeline = m_draft.pipeline();
    const auto hasFocusInside = [this] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && isAncestorOf(focus);
    };
    const bool focused = hasFocusInside();
    const Node *node = pipeline.node(m_node);
    if (!node)
        m_node.clear();
    m_nameBox->setVisible(node != nullptr);
    const QString identity = node ? node->id + u'/' + node->type : QStringLiteral("pipeline");
    // Another node means other editors, even where the declarations are the same: nothing typed may move over.
    if (identity != m_built)
        m_form->setParameters({});
    m_built = identity;
    if (node) {
        m_form->setParameters(nodeParameters(m_draft.context().registry, *node));
        m_form->setConfig(node->config);
        if (!m_name->hasFocus() && m_name->text() != node->name)
            m_name->setText(node->name);
        const auto info = kindInfo(m_draft.context().registry, node->kind, node->type);
        m_name->setPlaceholderText(info ? info->label : node->type);
    } else {
        m_form->setParameters(pipelineParameters());
        if (m_settingProblems.empty())
            m_form->setConfig(pipelineSettings(pipeline));
    }
    showHead();
    refreshRows();
    if (focused && !hasFocusInside())
        Q_EMIT focusLost();
}

void Inspector::showHead()
{
    const Pipeline &pipeline = m_draft.pipeline();
    const Node *node = pipeline.node(m_node);
    auto *tile = static_cast<Tile *>(m_icon);
    if (!node) {
        tile->setLook(QStringLiteral("pipelines"), NodeKind::Step);
        m_title->setText(pipeline.name.isEmpty() ? tr("Untitled pipeline") : pipeline.name);
        m_kind->setText(tr("Pipeline, %1").arg(scheduleText(pipeline.schedule)));
        return;
    }
    const auto info = kindInfo(m_draft.context().registry, node->kind, node->type);
    tile->setLook(info ? info->icon : QStringLiteral("warning"), node->kind);
    m_title->setText(nodeTitle(m_draft.context().registry, *node));
    m_kind->setText(tr("%1, step %2").arg(info ? info->label : node->type).arg(stepNumber(pipeline, node->id)));
}

void Inspector::refreshRows()
{
    EditorScene scene;
    scene.arriving = m_draft.arriving(m_node);
    if (const PreviewResult *preview = m_draft.preview()) {
        const auto it = preview->nodes.find(m_node);
        if (it != preview->nodes.end())
            scene.leaving = it->second.rows;
    }
    scene.secretStem = m_draft.pipeline().name.isEmpty()
                           ? QStringLiteral("pipeline")
                           : m_draft.pipeline().name.toLower().simplified().replace(u' ', u'_');
    scene.secrets = m_draft.context().secretStore;
    m_form->setScene(scene);
    showProblems();
}

void Inspector::showProblems()
{
    const Node *node = m_draft.pipeline().node(m_node);
    std::map<QString, Error> problems = m_settingProblems;
    std::optional<Error> main;
    if (node) {
        problems.clear();
        for (const Error &error :
             configProblems(node->config, m_form->parameters(), nodeTitle(m_draft.context().registry, *node)))
            problems.insert({error.arg(QLatin1StringView("field")), error});
        main = nodeError(m_draft.pipeline(), m_draft.context().registry, m_draft.facts(), m_node);
        if (main) {
            const QString setting = settingOf(*main, m_form->parameters(), node->config);
            if (!setting.isEmpty())
                problems.insert({setting, *main});
        }
    }
    m_form->setProblems(problems);
    // A setting that is merely still missing says so at its place; the card is for what stops a finished step.
    const bool card = main && main->code != ErrorCode::DefinitionMissing && main->code != ErrorCode::DefinitionField;
    m_error->setVisible(card);
    if (card)
        showErrorCard(*main);
    showFieldChips(main ? &*main : nullptr);
}

void Inspector::showErrorCard(const Error &error)
{
    m_wrongField.clear();
    m_rightField.clear();
    if (error.code == ErrorCode::ExpressionUnknownField) {
        QStringList names;
        for (const Field &field : m_draft.arriving(m_node).fields)
            names.push_back(field.name);
        m_wrongField = error.arg(QLatin1StringView("field"));
        m_rightField = error.arg(QLatin1StringView("suggestion"));
        if (m_rightField.isEmpty())
            m_rightField = closestName(m_wrongField, names);
        m_errorTitle->setText(tr("There is no field “%1” here").arg(m_wrongField));
        const Node *node = m_draft.pipeline().node(m_node);
        const QStringList inputs = node ? m_draft.pipeline().inputsOf(*node) : QStringList();
        const Node *supplier = inputs.isEmpty() ? nullptr : m_draft.pipeline().node(inputs.first());
        const QString who = supplier ? nodeTitle(m_draft.context().registry, *supplier) : tr("The step before");
        m_errorText->setText(m_rightField.isEmpty()
                                 ? tr("%1 does not deliver it. Pick another field.").arg(who)
                                 : tr("%1 delivers %2. Rename it below or pick another field.").arg(who, m_rightField));
    } else {
        m_errorTitle->setText(shortProblem(error));
        m_errorText->setText(sentence(error));
    }
    m_useField->setVisible(!m_rightField.isEmpty());
    m_useField->setText(tr("Use “%1”").arg(m_rightField));
    m_chooseField->setVisible(!m_wrongField.isEmpty());
}

void Inspector::showFieldChips(const Error *error)
{
    const Batch arriving = m_draft.arriving(m_node);
    const bool wanted = error && error->code == ErrorCode::ExpressionUnknownField && !arriving.fields.empty();
    m_chipsBox->setVisible(wanted);
    if (!wanted)
        return;
    const QList<Chip *> old = m_chips->findChildren<Chip *>(Qt::FindDirectChildrenOnly);
    for (Chip *chip : old) {
        m_chips->layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    for (const Field &field : arriving.fields) {
        auto *chip = new Chip(field.name, m_chips);
        chip->setMono(true);
        chip->setKind(field.name == m_rightField ? Chip::Kind::Accent : Chip::Kind::Outlined);
        chip->setAccessibleName(tr("Use %1").arg(field.name));
        connect(chip, &Chip::clicked, this, [this, name = field.name] { useField(m_wrongField, name); });
        m_chips->layout()->addWidget(chip);
        chip->show();
    }
}

void Inspector::useField(const QString &wrong, const QString &right)
{
    const Node *node = m_draft.pipeline().node(m_node);
    if (!node || wrong.isEmpty() || right.isEmpty())
        return;
    Node next = *node;
    next.config = withField(next.config, wrong, right).toObject();
    m_draft.setNode(next, tr("Use %1").arg(right));
}

void Inspector::takeEdit(const QString &field)
{
    if (!m_node.isEmpty())
        return m_draft.setConfig(m_node, m_form->config(), field);
    Pipeline next = m_draft.pipeline();
    m_settingProblems = takePipelineSettings(next, m_form->config());
    m_draft.put(next, tr("Change pipeline"), u"pipeline/" + field);
    showProblems();
}

void Inspector::rename(const QString &name)
{
    const Node *node = m_draft.pipeline().node(m_node);
    if (!node)
        return;
    Node next = *node;
    next.name = name.trimmed();
    m_draft.setNode(next, tr("Rename step"), m_node + QLatin1String("/name"));
}

} // namespace dash
