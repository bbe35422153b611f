#include "tests/support/kit.h"

#ifdef DASH_KIT_WIDGETS
#include <QApplication>
#else
#include <QCoreApplication>
#endif
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <string>

namespace dash::test {

namespace {

std::map<std::string, std::function<QObject *()>> &classes()
{
    static std::map<std::string, std::function<QObject *()>> all;
    return all;
}

} // namespace

int registerClass(const char *name, std::function<QObject *()> make)
{
    classes()[name] = std::move(make);
    return static_cast<int>(classes().size());
}

} // namespace dash::test

// tst_area [Class [QtTest arguments]]: without a class, all of them.
int main(int argc, char **argv)
{
    using dash::test::classes;
    // A home of its own, so that no test reads or leaves anything on the machine it runs on.
    const QTemporaryDir home;
    for (const char *variable :
         {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, home.path().toLocal8Bit());
#ifdef DASH_KIT_WIDGETS
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
#else
    QCoreApplication app(argc, argv);
#endif
    QStringList arguments = QCoreApplication::arguments();
    const bool one = arguments.size() > 1 && !arguments[1].startsWith(u'-');
    const std::string wanted = one ? arguments.takeAt(1).toStdString() : std::string();
    if (one && classes().count(wanted) == 0) {
        std::fprintf(stderr, "no test class %s\n", wanted.c_str());
        return 2;
    }
    int failed = 0;
    for (const auto &[name, make] : classes()) {
        if (one && name != wanted)
            continue;
        const std::unique_ptr<QObject> object(make());
        failed += QTest::qExec(object.get(), arguments);
    }
    return failed == 0 ? 0 : 1;
}
