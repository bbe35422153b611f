#include "app/pipelines/editors_text.h"

#include "app/pipelines/cell_text.h"
#include "app/pipelines/expression_field.h"
#include "app/pipelines/expression_tokens.h"
#include "app/pipelines/words.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/engine/parameters.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStringListModel>
#include <QTimeZone>
#include <QVBoxLayout>

namespace dash {

namespace {

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble()
                   ? QString::number(whole)
                   : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return {};
}

bool isMono(ParameterKind kind)
{
    return kind == ParameterKind::Path || kind == ParameterKind::Field || kind == ParameterKind::Url;
}

QStringList zones()
{
    static const QStringList list = [] {
        QStringList out;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
            out.push_back(QString::fromLatin1(id));
        return out;
    }();
    return list;
}

QStringList currencies()
{
    static const QStringList list = [] {
        QStringList out;
        for (char a = 'A'; a <= 'Z'; ++a) {
            for (char b = 'A'; b <= 'Z'; ++b) {
                for (char c = 'A'; c <= 'Z'; ++c) {
                    const QString code = QString(QLatin1Char(a)) + QLatin1Char(b) + QLatin1Char(c);
                    if (currencyDigits(code))
                        out.push_back(code);
                }
            }
        }
        return out;
    }();
    return list;
}

} // namespace

LineEditor::LineEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
    , m_input(new TextInput(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_input);
    setFocusProxy(m_input);
    m_input->setObjectName(u"input-" + parameter.name);
    m_input->setUnit(parameter.unit);
    m_input->setMono(isMono(parameter.kind));
    if (isMono(parameter.kind) || parameter.kind == ParameterKind::FilePath)
        m_input->setLayoutDirection(Qt::LeftToRight);
    if (parameter.kind == ParameterKind::Duration)
        m_input->setPlaceholderText(tr("30s, 5m, 1h"));
    if (parameter.kind == ParameterKind::Bytes)
        m_input->setPlaceholderText(tr("64 KiB, 10 MB"));
    if (const QString fallback = shown(parameter.defaultValue); !fallback.isEmpty())
        m_input->setPlaceholderText(fallback);
    if (parameter.kind == ParameterKind::FilePath || parameter.kind == ParameterKind::FolderPath)
        addBrowseButton();
    if (parameter.kind == ParameterKind::Zone)
        setSuggestions(zones(), Qt::MatchContains);
    if (parameter.kind == ParameterKind::Currency)
        setSuggestions(currencies(), Qt::MatchStartsWith);
    connect(m_input, &QLineEdit::textEdited, this, &Editor::edited);
}

void LineEditor::setSuggestions(const QStringList &words, Qt::MatchFlag match)
{
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_completer->setModel(new QStringListModel(m_completer));
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setMaxVisibleItems(9);
        m_input->setCompleter(m_completer);
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &Editor::edited);
    }
    m_completer->setFilterMode(match);
    auto *model = static_cast<QStringListModel *>(m_completer->model());
    if (model->stringList() != words)
        model->setStringList(words);
}

void LineEditor::addBrowseButton()
{
    const bool folder = m_parameter.kind == ParameterKind::FolderPath;
    auto *button = new IconButton(QStringLiteral("folder"), folder ? tr("Choose a folder") : tr("Choose a file"), this);
    button->setFramed(true);
    layout()->addWidget(button);
    connect(button, &IconButton::clicked, this, [this, folder] {
        auto *dialog = new QFileDialog(window(), folder ? tr("Choose a folder") : tr("Choose a file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            m_input->setText(path);
            Q_EMIT edited();
        });
        dialog->open();
    });
}

QJsonValue LineEditor::value() const
{
    const QString text = m_input->text();
    if (text.trimmed().isEmpty())
        return QJsonValue::Undefined;
    bool fine = false;
    if (m_parameter.kind == ParameterKind::Integer) {
        const qint64 whole = text.trimmed().toLongLong(&fine);
        return fine ? QJsonValue(whole) : QJsonValue(text);
    }
    if (m_parameter.kind == ParameterKind::Number) {
        double number = text.trimmed().toDouble(&fine);
        if (!fine)
            number = locale().toDouble(text.trimmed(), &fine);
        return fine ? QJsonValue(number) : QJsonValue(text);
    }
    return m_parameter.kind == ParameterKind::Text ? text : text.trimmed();
}

void LineEditor::setValue(const QJsonValue &value)
{
    // What is being typed stays as typed while it means the same ("1.50" is 1.5).
    if (value == this->value() && m_input->hasFocus())
        return;
    if (m_input->text() != shown(value))
        m_input->setText(shown(value));
}

void LineEditor::setScene(const EditorScene &scene)
{
    QStringList words;
    for (const Field &field : scene.arriving.fields)
        words.push_back(m_parameter.kind == ParameterKind::Path ? columnPath(field.name) : field.name);
    if (m_parameter.kind == ParameterKind::Path || m_parameter.kind == ParameterKind::Field)
        setSuggestions(words, Qt::MatchContains);
}

bool LineEditor::showProblem(const Error *error)
{
    m_input->setFailed(error != nullptr);
    return false;
}

AddressEditor::AddressEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
    , m_address(new TextInput(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_address->setObjectName(u"input-" + parameter.name);
    m_address->setMono(true);
    m_address->setReadOnly(true);
    m_address->setLayoutDirection(Qt::LeftToRight);
    row->addWidget(m_address);
    setFocusProxy(m_address);
    auto *copy = new IconButton(QStringLiteral("copy"), tr("Copy the address"), this);
    copy->setObjectName(QStringLiteral("copyAddress"));
    copy->setFramed(true);
    row->addWidget(copy);
    connect(copy, &IconButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address->text()); });
    auto *renew = new IconButton(QStringLiteral("sync"), tr("Make a new address; the old one stops working"), this);
    renew->setObjectName(QStringLiteral("newAddress"));
    renew->setFramed(true);
    row->addWidget(renew);
    connect(renew, &IconButton::clicked, this, [this] {
        SystemRandom random;
        setValue(newAddressToken(random));
        Q_EMIT edited();
    });
}

QJsonValue AddressEditor::value() const
{
    return m_token.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_token);
}

void AddressEditor::setValue(const QJsonValue &value)
{
    m_token = value.toString();
    QJsonObject config = m_scene.config;
    config.insert(m_parameter.name, m_token);
    m_address->setText(m_token.isEmpty() ? QString() : addressText(m_parameter, m_scene.declared, config));
    m_address->setCursorPosition(0);
}

void AddressEditor::setScene(const EditorScene &scene)
{
    m_scene = scene;
    setValue(m_token);
}

bool AddressEditor::showProblem(const Error *error)
{
    m_address->setFailed(error != nullptr);
    return false;
}

LongTextEditor::LongTextEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_input(new ExpressionField(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_input);
    m_input->setObjectName(u"input-" + parameter.name);
    m_input->setLines(4);
    m_input->setPlain(parameter.name == u"description" ? ExpressionField::Prose::Words : ExpressionField::Prose::Code);
    if (parameter.defaultValue.isString())
        m_input->setPlaceholderText(parameter.defaultValue.toString());
    setFocusProxy(m_input);
    connect(m_input, &QPlainTextEdit::textChanged, this, &Editor::edited);
}

QJsonValue LongTextEditor::value() const
{
    const QString text = m_input->toPlainText();
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

void LongTextEditor::setValue(const QJsonValue &value)
{
    if (m_input->toPlainText() == value.toString())
        return;
    const QSignalBlocker quiet(this);
    m_input->setPlainText(value.toString());
}

bool LongTextEditor::showProblem(const Error *error)
{
    m_input->setFailed(error != nullptr);
    m_input->setErrorAt(error ? errorPosition(*error) : -1);
    return false;
}

ExpressionEditor::ExpressionEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_field(new ExpressionField(this))
    , m_preview(new QWidget(this))
    , m_formula(new TextLabel({}, FontRole::Mono, &Tokens::secondary))
    , m_result(new TextLabel({}, FontRole::SmallBold, &Tokens::text))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_field);
    auto *ground = new Card(m_preview);
    ground->setGround(&Tokens::sunken);
    auto *outer = new QVBoxLayout(m_preview);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("First row"), FontRole::Small, &Tokens::tertiary));
    m_formula->setLayoutDirection(Qt::LeftToRight);
    row->addWidget(m_formula, 1);
    row->addWidget(m_result);
    column->addWidget(m_preview);
    m_preview->hide();
    m_field->setObjectName(u"input-" + parameter.name);
    m_field->setAccessibleName(parameterWord(parameter.label));
    setFocusProxy(m_field);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Editor::edited);
}

QJsonValue ExpressionEditor::value() const
{
    const QString text = m_field->toPlainText();
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

void ExpressionEditor::setValue(const QJsonValue &value)
{
    if (m_field->toPlainText() == value.toString())
        return;
    const QSignalBlocker quiet(this);
    m_field->setPlainText(value.toString());
    showFirstRow();
}

void ExpressionEditor::setScene(const EditorScene &scene)
{
    m_scene = scene;
    m_field->setFields(scene.arriving);
    showFirstRow();
}

void ExpressionEditor::setResultField(const QString &name)
{
    m_resultField = name;
    showFirstRow();
}

// The expression with the first row's values put in, and what came of it.
void ExpressionEditor::showFirstRow()
{
    const QString text = m_field->toPlainText();
    const Column *made = m_resultField.isEmpty() ? nullptr : m_scene.leaving.column(m_resultField);
    if (text.trimmed().isEmpty() || m_scene.arriving.rows == 0 || !made || m_scene.leaving.rows == 0)
        return m_preview->hide();
    QString formula;
    qsizetype done = 0;
    for (const ExpressionWord &token : expressionWords(text)) {
        formula += QStringView(text).mid(done, token.start - done);
        const QStringView part = QStringView(text).mid(token.start, token.length);
        const Column *column =
            token.kind == ExpressionWord::Kind::Field ? m_scene.arriving.column(fieldName(part)) : nullptr;
        if (!column)
            formula += part;
        else
            formula += column->isNull(0) ? tr("empty") : cellDisplay(*column, 0, locale());
        done = token.start + token.length;
    }
    m_formula->setText(formula.simplified());
    m_result->setText(made->isNull(0) ? tr("empty") : cellDisplay(*made, 0, locale()));
    m_preview->show();
}

bool ExpressionEditor::showProblem(const Error *error)
{
    m_field->setFailed(error != nullptr);
    if (!error) {
        m_field->setErrorAt(-1);
        return false;
    }
    for (const auto name : {QLatin1StringView("field"), QLatin1StringView("function")}) {
        const bool unknown =
            error->code == ErrorCode::ExpressionUnknownField || error->code == ErrorCode::ExpressionUnknownFunction;
        if (unknown && !error->arg(name).isEmpty()) {
            m_field->setErrorWord(error->arg(name));
            return false;
        }
    }
    m_field->setErrorAt(errorPosition(*error));
    return false;
}

} // namespace dash
