#include "app/user_message.h"

#include <QCoreApplication>

namespace dash {

QString userMessage(const Error &error)
{
    return fillSentence(QCoreApplication::translate("Error", errorSentenceTemplate(error.code)), error.args);
}

QString errorDetails(const Error &error)
{
    QString text = errorCodeText(error.code);
    for (const auto &[name, value] : error.args)
        text += u'\n' + QString(name) + u": " + value;
    if (!error.detail.isEmpty())
        text += u'\n' + error.detail;
    return text;
}

QString parameterText(const char *english)
{
    return english && *english ? QCoreApplication::translate("Parameter", english) : QString();
}

QString engineText(const char *english)
{
    return english && *english ? QCoreApplication::translate("Engine", english) : QString();
}

} // namespace dash
