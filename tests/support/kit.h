#pragma once
// What every test binary shares: registration of its classes, and checks that print an Error.

#include "core/base/error.h"

#include <QtTest/QtTest>

#include <functional>

namespace dash::test {

int registerClass(const char *name, std::function<QObject *()> make);

// True when the result holds a value; prints code, sentence and detail otherwise.
template <class T>
bool succeeded(const Result<T> &result, const char *expression)
{
    if (result)
        return true;
    qWarning().noquote() << expression << "failed:" << errorCodeText(result.error().code)
                         << errorSentence(result.error()) << result.error().detail;
    return false;
}

// The stable code of a failed result, "ok" for a value: for QCOMPARE.
template <class T>
QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : QString(errorCodeText(result.error().code));
}

} // namespace dash::test

#define QVERIFY_RESULT(expression) QVERIFY(dash::test::succeeded((expression), #expression))
#define DASH_TEST(Class)                                                                                               \
    [[maybe_unused]] static const int registered##Class =                                                              \
        dash::test::registerClass(#Class, [] { return static_cast<QObject *>(new Class); });
