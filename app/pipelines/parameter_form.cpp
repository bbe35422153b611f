#include "app/pipelines/parameter_form.h"

#include "app/pipelines/editors_text.h"
#include "app/pipelines/expression_tokens.h"
#include "app/pipelines/words.h"
#include "app/theme/metrics.h"
#include "app/user_message.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "core/engine/parameters.h"

#include <QApplication>
#include <QCoreApplication>
#include <QJsonArray>
#include <QVBoxLayout>

namespace dash {

namespace {

bool sameDeclaration(const Parameter &a, const Parameter &b)
{
    return a.name == b.name && a.kind == b.kind && a.choices.size() == b.choices.size() && a.showWhen == b.showWhen &&
           qstrcmp(a.label, b.label) == 0;
}

bool mentions(const QString &expression, const QString &word)
{
    for (const ExpressionWord &token : expressionWords(expression)) {
        const QStringView part = QStringView(expression).mid(token.start, token.length);
        if (part == word || fieldName(part) == word)
            return true;
    }
    return false;
}

bool isAboutExpression(ErrorCode code)
{
    return code == ErrorCode::ExpressionSyntax || code == ErrorCode::ExpressionType ||
           code == ErrorCode::ExpressionValue || code == ErrorCode::ExpressionUnknownField ||
           code == ErrorCode::ExpressionUnknownFunction || code == ErrorCode::PathSyntax ||
           code == ErrorCode::TemplateSyntax;
}

} // namespace

QString problemBelowField(const Error &error)
{
    const bool setting = error.code == ErrorCode::DefinitionField || error.code == ErrorCode::DefinitionMissing;
    QString text = setting ? reasonText(error.arg(QLatin1StringView("reason"))) : sentence(error);
    if (setting && text.isEmpty())
        text = QCoreApplication::translate("ParameterForm", "This is needed.");
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString settingOf(const Error &error, const Parameters &parameters, const QJsonObject &config)
{
    const QString named = error.arg(QLatin1StringView("setting"));
    if (!named.isEmpty())
        return named;
    const bool setting = error.code == ErrorCode::DefinitionField || error.code == ErrorCode::DefinitionMissing ||
                         error.code == ErrorCode::SecretMissing;
    if (setting)
        return error.arg(QLatin1StringView("field"));
    if (!isAboutExpression(error.code))
        return {};
    QString word = error.arg(QLatin1StringView("field"));
    if (error.code == ErrorCode::ExpressionUnknownFunction)
        word = error.arg(QLatin1StringView("function"));
    QString first;
    const auto consider = [&](const Parameter &parameter, const QJsonObject &values, const QString &prefix) -> QString {
        const bool code = parameter.kind == ParameterKind::Expression || parameter.kind == ParameterKind::Path ||
                          parameter.kind == ParameterKind::LongText;
        const QString text = values.value(parameter.name).toString();
        if (!code || text.isEmpty())
            return {};
        if (first.isEmpty())
            first = prefix + parameter.name;
        return !word.isEmpty() && mentions(text, word) ? QString(prefix + parameter.name) : QString();
    };
    for (const Parameter &parameter : parameters) {
        if (const QString found = consider(parameter, config, {}); !found.isEmpty())
            return found;
        const QJsonArray entries = config.value(parameter.name).toArray();
        for (qsizetype i = 0; parameter.kind == ParameterKind::List && i < entries.size(); ++i) {
            const QString prefix = parameter.name + u'[' + QString::number(i + 1) + QLatin1String("].");
            for (const Parameter &member : parameter.members) {
                if (const QString found = consider(member, entries[i].toObject(), prefix); !found.isEmpty())
                    return found;
            }
        }
    }
    return first;
}

ParameterForm::ParameterForm(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void ParameterForm::setParameters(const Parameters &parameters)
{
    const bool same = m_content && std::equal(parameters.begin(), parameters.end(), m_parameters.begin(),
                                              m_parameters.end(), sameDeclaration);
    m_parameters = parameters;
    if (same)
        return;
    // The change may come from one of the editors themselves (a format was chosen): they go once it is handled.
    const QString focused = focusedName();
    m_rows.clear();
    if (m_content) {
        m_content->hide();
        m_content->setParent(nullptr);
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_more = nullptr;
    m_advanced = nullptr;
    auto *basic = new QVBoxLayout(m_content);
    basic->setContentsMargins(0, 0, 0, 0);
    basic->setSpacing(metrics().gap);
    QVBoxLayout *folded = nullptr;
    for (const Parameter &parameter : parameters) {
        if (parameter.advanced && !m_advanced) {
            m_advanced = new QWidget(m_content);
            folded = new QVBoxLayout(m_advanced);
            folded->setContentsMargins(0, 0, 0, 0);
            folded->setSpacing(metrics().gap);
        }
        QVBoxLayout *target = parameter.advanced ? folded : basic;
        Row row{parameter, makeEditor(parameter, m_content), nullptr, nullptr};
        row.editor->setObjectName(u"editor-" + parameter.name);
        row.widget = row.editor;
        if (parameter.kind != ParameterKind::Toggle) {
            row.field = new FormField(parameterWord(parameter.label), row.editor, m_content);
            row.field->setHelp(parameterWord(parameter.help));
            row.widget = row.field;
        }
        target->addWidget(row.widget);
        connect(row.editor, &Editor::edited, this, [this, row] { takeEdit(row); });
        m_rows.push_back(row);
    }
    if (m_advanced) {
        m_more = new Button(QStringLiteral("chevronDown"), tr("More settings"), Button::Kind::Quiet, m_content);
        m_more->setObjectName(QStringLiteral("moreSettings"));
        connect(m_more, &Button::clicked, this, [this] {
            m_advancedOpen = !m_advancedOpen;
            showApplying();
        });
        basic->addWidget(m_more, 0, Qt::AlignLeading);
        basic->addWidget(m_advanced);
    }
    m_column->addWidget(m_content);
    for (Row &row : m_rows) {
        row.editor->setScene(m_scene);
        row.editor->setValue(m_config.value(row.parameter.name));
    }
    linkExpression();
    showApplying();
    m_content->show();
    if (Editor *again = editor(focused))
        again->setFocus(Qt::OtherFocusReason);
}

QString ParameterForm::focusedName() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (const Row &row : m_rows) {
        if (focus && (row.editor == focus || row.editor->isAncestorOf(focus)))
            return row.parameter.name;
    }
    return {};
}

void ParameterForm::setConfig(const QJsonObject &config)
{
    m_config = config;
    for (const Row &row : m_rows)
        row.editor->setValue(config.value(row.parameter.name));
    linkExpression();
    showApplying();
}

// An expression beside a name makes a field of that name: the first row of it is shown. An address is made of others.
void ParameterForm::linkExpression()
{
    m_scene.declared = m_parameters;
    m_scene.config = m_config;
    for (const Row &row : m_rows) {
        if (row.parameter.kind == ParameterKind::Address)
            row.editor->setScene(m_scene);
    }
    QString made;
    for (const Row &row : m_rows) {
        const bool names =
            row.parameter.name == u"name" || row.parameter.name == u"field" || row.parameter.name == u"as";
        if (names && made.isEmpty())
            made = m_config.value(row.parameter.name).toString();
    }
    for (const Row &row : m_rows) {
        if (auto *expression = qobject_cast<ExpressionEditor *>(row.editor))
            expression->setResultField(made);
    }
}

void ParameterForm::takeEdit(const Row &row)
{
    const QJsonValue value = row.editor->value();
    QJsonObject next = m_config;
    if (value.isUndefined())
        next.remove(row.parameter.name);
    else
        next.insert(row.parameter.name, value);
    if (next == m_config)
        return;
    m_config = next;
    linkExpression();
    showApplying();
    Q_EMIT edited(row.parameter.name);
}

void ParameterForm::showApplying()
{
    bool problemInside = false;
    bool anyAdvanced = false;
    for (const Row &row : m_rows) {
        const bool applies = parameterApplies(row.parameter, m_parameters, m_config);
        row.widget->setVisible(applies);
        anyAdvanced = anyAdvanced || (row.parameter.advanced && applies);
        problemInside = problemInside || (row.parameter.advanced && m_problems.contains(row.parameter.name));
    }
    if (m_advanced) {
        m_more->setVisible(anyAdvanced);
        const bool open = m_advancedOpen || problemInside;
        m_advanced->setVisible(anyAdvanced && open);
        m_more->setIconName(open ? QStringLiteral("chevronUp") : QStringLiteral("chevronDown"));
        m_more->setText(open ? tr("Fewer settings") : tr("More settings"));
    }
}

void ParameterForm::setScene(const EditorScene &scene)
{
    m_scene = scene;
    m_scene.declared = m_parameters;
    m_scene.config = m_config;
    for (const Row &row : m_rows)
        row.editor->setScene(m_scene);
}

void ParameterForm::setProblems(const std::map<QString, Error> &problems)
{
    m_problems = problems;
    for (const Row &row : m_rows) {
        const Error *own = nullptr;
        Error inner;
        for (const auto &[name, error] : problems) {
            if (name == row.parameter.name) {
                own = &error;
            } else if (!own && name.startsWith(row.parameter.name + u'[')) {
                inner = error;
                inner.with(QLatin1StringView("setting"), name);
                own = &inner;
            }
        }
        const bool shownInside = row.editor->showProblem(own);
        if (row.field)
            row.field->setError(own && !shownInside ? problemBelowField(*own) : QString());
    }
    showApplying();
}

Editor *ParameterForm::editor(const QString &name) const
{
    for (const Row &row : m_rows) {
        if (row.parameter.name == name)
            return row.editor;
    }
    return nullptr;
}

FormField *ParameterForm::field(const QString &name) const
{
    for (const Row &row : m_rows) {
        if (row.parameter.name == name)
            return row.field;
    }
    return nullptr;
}

} // namespace dash
