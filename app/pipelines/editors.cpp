#include "app/pipelines/editors.h"

#include "app/pipelines/editors_lists.h"
#include "app/pipelines/editors_text.h"

namespace dash {

Editor *makeEditor(const Parameter &parameter, QWidget *parent)
{
    switch (parameter.kind) {
    case ParameterKind::Text:
    case ParameterKind::Integer:
    case ParameterKind::Number:
    case ParameterKind::Duration:
    case ParameterKind::Bytes:
    case ParameterKind::Url:
    case ParameterKind::FilePath:
    case ParameterKind::FolderPath:
    case ParameterKind::Field:
    case ParameterKind::Path:
    case ParameterKind::Zone:
    case ParameterKind::Currency:
        return new LineEditor(parameter, parent);
    case ParameterKind::Address:
        return new AddressEditor(parameter, parent);
    case ParameterKind::LongText:
        return new LongTextEditor(parameter, parent);
    case ParameterKind::Expression:
        return new ExpressionEditor(parameter, parent);
    case ParameterKind::Toggle:
        return new ToggleEditor(parameter, parent);
    case ParameterKind::Choice:
        return new ChoiceEditor(parameter, parent);
    case ParameterKind::Fields:
        return new FieldsEditor(parameter, parent);
    case ParameterKind::Labels:
    case ParameterKind::TextMap:
        return new PairsEditor(parameter, parent);
    case ParameterKind::List:
        return new ListEditor(parameter, parent);
    case ParameterKind::Secret:
        return new SecretEditor(parameter, parent);
    }
    Q_UNREACHABLE();
}

} // namespace dash
