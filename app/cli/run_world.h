#pragma once
// What a run from the command line is given: clock, secrets, network, folder.

#include "app/cli/command.h"

#include "core/engine/runner.h"

namespace dash::cli {

// --now: a clock that starts there and goes on.
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(std::optional<UtcMs> start);
    UtcMs now() const override;
    std::chrono::nanoseconds monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    Millis m_shift{0};
};

// --secret NAME=VALUE or NAME=@FILE, else DASH_SECRET_NAME. Never printed.
class CommandSecrets final : public SecretSource {
public:
    static Result<CommandSecrets> fromArguments(const Arguments &arguments);
    Result<QByteArray> secret(const QString &name) override;

private:
    std::map<QString, QByteArray> m_given;
};

Result<QByteArray> readFile(const QString &path, qint64 maxBytes); // "-" is the standard input
Result<> writeFile(const QString &path, const QByteArray &bytes);  // whole or not at all; "-": standard output
// A pipeline file, read and checked; all problems are printed by reportProblems().
Result<Pipeline> readPipeline(const QString &path);

// Rows per node as a run shows them.
class CollectedRows final : public RunObserver {
public:
    void rows(const Node &node, const Batch &rows) override;
    void rejected(const RejectedRow &row) override { refused.push_back(row); }
    QStringList of(const QString &node) const; // rows as JSON text
    std::map<QString, std::vector<Batch>> batches;
    std::vector<RejectedRow> refused;
};

} // namespace dash::cli
