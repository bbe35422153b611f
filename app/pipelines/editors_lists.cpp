#include "app/pipelines/editors_lists.h"

#include "app/pipelines/flow_layout.h"
#include "app/pipelines/words.h"
#include "app/shell/secrets.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kRoom = 288; // of a form in the narrowest inspector

} // namespace

ToggleEditor::ToggleEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
    , m_switch(new Switch(parameterWord(parameter.label), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(parameterWord(parameter.label), FontRole::Body);
    label->setWrap(true);
    row->addWidget(label, 1);
    row->addWidget(m_switch);
    column->addLayout(row);
    if (qstrlen(parameter.help) > 0) {
        auto *help = new TextLabel(parameterWord(parameter.help), FontRole::Small, &Tokens::tertiary);
        help->setWrap(true);
        column->addWidget(help);
    }
    m_switch->setCheckable(true);
    m_switch->setObjectName(u"input-" + parameter.name);
    setFocusProxy(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this, &Editor::edited);
}

QJsonValue ToggleEditor::value() const
{
    const bool on = m_switch->isChecked();
    return m_parameter.defaultValue.toBool() == on ? QJsonValue(QJsonValue::Undefined) : QJsonValue(on);
}

void ToggleEditor::setValue(const QJsonValue &value)
{
    m_switch->setChecked(value.isBool() ? value.toBool() : m_parameter.defaultValue.toBool());
}

ChoiceEditor::ChoiceEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QStringList words;
    words.reserve(qsizetype(parameter.choices.size()));
    for (const ParameterChoice &choice : parameter.choices)
        words.push_back(parameterWord(choice.label));
    if (words.size() <= 3) {
        m_few = new Segmented(this);
        m_few->setItems(words);
        if (m_few->minimumSizeHint().width() > kRoom) { // in this language
            delete m_few;
            m_few = nullptr;
        }
    }
    if (m_few) {
        m_few->setAccessibleName(parameterWord(parameter.label));
        row->addWidget(m_few);
        row->addStretch();
        setFocusProxy(m_few);
        connect(m_few, &Segmented::changed, this, &Editor::edited);
    } else {
        m_many = new Combo(this);
        std::vector<ComboItem> items;
        for (qsizetype i = 0; i < words.size(); ++i)
            items.push_back(ComboItem{words[i], parameter.choices[std::size_t(i)].value});
        m_many->setItems(std::move(items));
        m_many->setAccessibleName(parameterWord(parameter.label));
        row->addWidget(m_many);
        setFocusProxy(m_many);
        connect(m_many, &Combo::changed, this, &Editor::edited);
    }
    (m_few ? static_cast<QWidget *>(m_few) : m_many)->setObjectName(u"input-" + parameter.name);
    setValue(QJsonValue::Undefined);
}

QJsonValue ChoiceEditor::value() const
{
    const int index = m_few ? m_few->currentIndex() : m_many->currentIndex();
    if (index < 0 || index >= int(m_parameter.choices.size()))
        return m_foreign.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_foreign);
    const QString chosen = m_parameter.choices[std::size_t(index)].value;
    const bool isDefault = chosen == m_parameter.defaultValue.toString() && !m_parameter.required;
    return isDefault || chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    const QString wanted = value.isString() ? value.toString() : m_parameter.defaultValue.toString();
    int index = -1;
    for (std::size_t i = 0; i < m_parameter.choices.size(); ++i) {
        if (m_parameter.choices[i].value == wanted)
            index = int(i);
    }
    m_foreign = index < 0 ? wanted : QString();
    if (m_few)
        m_few->setCurrentIndex(index);
    else
        m_many->setCurrentIndex(index);
}

FieldsEditor::FieldsEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_chips(new QWidget(this))
    , m_input(new TextInput(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    new FlowLayout(m_chips, 6);
    column->addWidget(m_chips);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_input, 1);
    auto *choose = new IconButton(QStringLiteral("plus"), tr("Choose fields"), this);
    choose->setFramed(true);
    row->addWidget(choose);
    column->addLayout(row);
    m_input->setObjectName(u"input-" + parameter.name);
    m_input->setMono(true);
    m_input->setPlaceholderText(tr("Type a field, then Return"));
    setFocusProxy(m_input);
    const auto take = [this] {
        for (const QString &part : m_input->text().split(u',', Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty() && !m_names.contains(part.trimmed()))
                m_names.push_back(part.trimmed());
        }
        m_input->clear();
        rebuild();
        Q_EMIT edited();
    };
    connect(m_input, &QLineEdit::returnPressed, this, take);
    connect(m_input, &QLineEdit::editingFinished, this, [this, take] {
        if (!m_input->text().trimmed().isEmpty())
            take();
    });
    connect(choose, &IconButton::clicked, this, [this, choose] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const Field &field : m_arriving.fields) {
            QAction *action = menu->addAction(field.name);
            action->setCheckable(true);
            action->setChecked(m_names.contains(field.name));
            connect(action, &QAction::triggered, this, [this, name = field.name](bool on) {
                m_names.removeAll(name);
                if (on)
                    m_names.push_back(name);
                rebuild();
                Q_EMIT edited();
            });
        }
        if (menu->isEmpty())
            menu->addAction(tr("No fields arrive here yet"))->setEnabled(false);
        popupBelow(menu, choose);
    });
}

QJsonValue FieldsEditor::value() const
{
    return m_names.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(m_names));
}

void FieldsEditor::setValue(const QJsonValue &value)
{
    QStringList names;
    for (const auto &entry : value.toArray())
        names.push_back(entry.toString());
    if (names == m_names)
        return;
    m_names = names;
    rebuild();
}

void FieldsEditor::setScene(const EditorScene &scene)
{
    m_arriving = scene.arriving;
}

bool FieldsEditor::showProblem(const Error *error)
{
    m_input->setFailed(error != nullptr);
    return false;
}

void FieldsEditor::rebuild()
{
    qDeleteAll(m_chips->findChildren<Chip *>(Qt::FindDirectChildrenOnly));
    for (const QString &name : m_names) {
        auto *chip = new Chip(name, m_chips);
        chip->setMono(true);
        chip->setEnd(Chip::End::Cross);
        chip->setAccessibleName(tr("Field %1").arg(name));
        connect(chip, &Chip::removed, this, [this, name] {
            m_names.removeAll(name);
            // The chip goes after its own signal has ended.
            QMetaObject::invokeMethod(
                this, [this] { rebuild(); }, Qt::QueuedConnection);
            Q_EMIT edited();
        });
        m_chips->layout()->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!m_names.isEmpty());
    m_chips->updateGeometry();
}

PairsEditor::PairsEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_labels(parameter.kind == ParameterKind::Labels)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    auto *add =
        new Button(QStringLiteral("plus"), m_labels ? tr("Add label") : tr("Add entry"), Button::Kind::Default, this);
    add->setObjectName(u"add-" + parameter.name);
    m_column->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &Button::clicked, this, [this] {
        addRow({}, QString());
        m_rows.back().name->setFocus(Qt::OtherFocusReason);
    });
}

void PairsEditor::addRow(const QString &name, const QJsonValue &value)
{
    Row row{new QWidget(this), new TextInput, new TextInput, nullptr};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    row.name->setMono(true);
    row.name->setText(name);
    row.name->setAccessibleName(tr("Name"));
    row.name->setPlaceholderText(tr("name"));
    row.text->setAccessibleName(tr("Value"));
    row.text->setPlaceholderText(tr("value"));
    const bool field = value.isObject() && value.toObject().contains(QLatin1String("field"));
    row.text->setText(field ? value.toObject().value(QLatin1String("field")).toString() : value.toString());
    line->addWidget(row.name, 2);
    if (m_labels) {
        row.kind = new Segmented;
        row.kind->setItems({tr("Text"), tr("Field")});
        row.kind->setAccessibleName(tr("Kind of value"));
        row.kind->setCurrentIndex(field ? 1 : 0);
        line->addWidget(row.kind);
        connect(row.kind, &Segmented::changed, this, &Editor::edited);
    }
    line->addWidget(row.text, 3);
    auto *remove = new IconButton(QStringLiteral("close"), tr("Remove"), row.widget);
    line->addWidget(remove);
    connect(row.name, &QLineEdit::textEdited, this, &Editor::edited);
    connect(row.text, &QLineEdit::textEdited, this, &Editor::edited);
    connect(remove, &IconButton::clicked, this, [this, widget = row.widget] {
        std::erase_if(m_rows, [&](const Row &other) { return other.widget == widget; });
        widget->hide();
        widget->deleteLater();
        Q_EMIT edited();
    });
    m_column->insertWidget(m_column->count() - 1, row.widget);
    m_rows.push_back(row);
}

QJsonValue PairsEditor::value() const
{
    QJsonObject out;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (name.isEmpty())
            continue;
        if (row.kind && row.kind->currentIndex() == 1)
            out.insert(name, QJsonObject{{QLatin1String("field"), row.text->text().trimmed()}});
        else
            out.insert(name, row.text->text());
    }
    return out.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(out);
}

void PairsEditor::setValue(const QJsonValue &value)
{
    // Rows being typed (a name still empty) stay while the value is the same.
    if (this->value().toObject() == value.toObject())
        return;
    for (const Row &row : m_rows)
        delete row.widget;
    m_rows.clear();
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        addRow(it.key(), it.value());
}

void PairsEditor::setScene(const EditorScene &scene)
{
    m_scene = scene;
}

SecretEditor::SecretEditor(const Parameter &parameter, QWidget *parent)
    : Editor(parent)
    , m_parameter(parameter)
    , m_input(new TextInput(this))
    , m_note(new TextLabel({}, FontRole::Small, &Tokens::tertiary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_input);
    m_note->setWrap(true);
    column->addWidget(m_note);
    m_input->setSecret(true);
    m_input->setObjectName(u"input-" + parameter.name);
    setFocusProxy(m_input);
    connect(m_input, &QLineEdit::editingFinished, this, &SecretEditor::keep);
}

QJsonValue SecretEditor::value() const
{
    return m_name.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                            : QJsonValue(QJsonObject{{QLatin1String("secret"), m_name}});
}

void SecretEditor::setValue(const QJsonValue &value)
{
    m_name = value.toObject().value(QLatin1String("secret")).toString();
    m_input->setPlaceholderText(m_name.isEmpty() ? QString() : tr("Kept as %1").arg(m_name));
    m_note->setText(m_name.isEmpty() ? tr("Kept in the keychain of this computer, never in the definition.")
                                     : tr("Kept in the keychain as “%1”. Type to replace it.").arg(m_name));
}

void SecretEditor::setScene(const EditorScene &scene)
{
    m_scene = scene;
    m_input->setEnabled(scene.secrets != nullptr);
}

// Leaving the field keeps the value: a keychain is asked once, not at every keystroke.
void SecretEditor::keep()
{
    const QString typed = m_input->text();
    if (typed.isEmpty() || !m_scene.secrets)
        return;
    const bool first = m_name.isEmpty();
    if (first)
        m_name = m_scene.secretStem + u'_' + m_parameter.name;
    m_input->clear();
    m_scene.secrets->store(m_name, typed.toUtf8(), this, [this](SecretStore::Kept kept) {
        setValue(value());
        if (kept == SecretStore::Kept::ThisSession)
            m_note->setText(tr("No keychain answers here: kept until Dash is closed."));
    });
    setValue(value());
    if (first)
        Q_EMIT edited();
}

bool SecretEditor::showProblem(const Error *error)
{
    m_input->setFailed(error != nullptr);
    return false;
}

} // namespace dash
