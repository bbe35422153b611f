// dash-cli import of a large CSV: how fast, and how much memory it takes.

#include "tests/bench/bench.h"
#include "tests/bench/bench_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

using namespace dash::bench;

namespace {

constexpr int kRows = 5'000'000; // 312 MB; memory does not depend on it

bool writeCsv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("time,temperature,humidity,pressure,power,voltage,load\n");
    std::mt19937_64 random(1);
    std::array<int, 6> value{2'000, 5'000, 101'300, 50'000, 23'000, 100};
    QByteArray lines;
    std::array<char, 160> line{};
    for (int row = 0; row < kRows; ++row) {
        for (int &each : value)
            each += static_cast<int>(random() % 21) - 10;
        const int second = row % 60, minute = row / 60 % 60, hour = row / 3'600 % 24, day = row / 86'400;
        const int size =
            std::snprintf(line.data(), line.size(), "2026-%02d-%02dT%02d:%02d:%02dZ,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f\n",
                          1 + day / 28, 1 + day % 28, hour, minute, second, value[0] / 100.0, value[1] / 100.0,
                          value[2] / 100.0, value[3] / 100.0, value[4] / 100.0, value[5] / 100.0);
        lines.append(line.data(), size);
        if (lines.size() > 1'000'000)
            file.write(std::exchange(lines, {}));
    }
    return file.write(lines) == lines.size() && file.flush();
}

void benchImport()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("sensors.csv"));
    if (!writeCsv(csv)) {
        std::printf("import: no room for the file\n");
        return;
    }
    QProcess cli;
    const Stopwatch watch;
    cli.start(QCoreApplication::applicationDirPath() + QStringLiteral("/dash-cli"),
              {QStringLiteral("import"), csv, QStringLiteral("--workspace"), folder.filePath(QStringLiteral("w"))});
    if (!cli.waitForStarted()) {
        std::printf("import: dash-cli is not beside this program\n");
        return;
    }
    qint64 most = 0;
    while (!cli.waitForFinished(20) && cli.state() != QProcess::NotRunning)
        most = std::max(most, residentBytes(cli.processId()).value_or(0));
    const double seconds = watch.seconds();
    if (cli.exitCode() != 0) {
        std::printf("import: %s\n", cli.readAllStandardError().constData());
        return;
    }
    const double megabytes = static_cast<double>(QFileInfo(csv).size()) / 1e6;
    report({"import of a CSV of six columns", kRows * 6 / seconds / 1e6, "M points/s", "≥ 3.3",
            QStringLiteral("%1 MB").arg(megabytes, 0, 'f', 0)});
    report({"memory of that import, at most", static_cast<double>(most) / 1e6, "MB", "≤ 250", {}});
}

DASH_BENCH(import, benchImport)

} // namespace
