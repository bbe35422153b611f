#pragma once
// What a run is given from outside: clock, randomness, network, disk, secrets, its budget and its kept state. Nothing
// in the engine reaches for the world by another way, so the same code runs in the desktop, the CLI, tests and servers.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace dash {

// Stops a run from outside, and shows from outside that it is alive. Copies share one state.
class CancelToken {
public:
    CancelToken()
        : m_state(std::make_shared<State>())
    {
    }
    void cancel() const { m_state->cancelled.store(true, std::memory_order_relaxed); }
    bool cancelled() const { return m_state->cancelled.load(std::memory_order_relaxed); }
    // Work time (not waiting) since the run last showed a sign of life; for who watches over runs.
    std::chrono::nanoseconds silentFor(std::chrono::nanoseconds monotonicNow) const
    {
        const auto beat = m_state->beat.load(std::memory_order_relaxed);
        return beat < 0 ? std::chrono::nanoseconds{0} : monotonicNow - std::chrono::nanoseconds{beat};
    }
    // The step that works now; for who gives a run up.
    QString workingAt() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->step;
    }

private:
    friend class Budget;
    struct State {
        std::atomic<bool> cancelled{false};
        std::atomic<std::int64_t> beat{-1}; // monotonic; -1: not working, waiting for a network or a disk
        mutable std::mutex mutex;
        QString step;
    };
    std::shared_ptr<State> m_state;
};

// Counts what a run uses. Kernels call check() at least every 10 ms of work; it fails with Cancelled, RunTimeLimit,
// RunRowLimit or RunByteLimit naming the step.
class Budget {
public:
    Budget(const Clock &clock, Millis time, qint64 rows, qint64 bytes, CancelToken cancel);
    void enter(const QString &stepName); // whose work is counted from now on
    void addRows(qint64 rows) { m_rows += rows; }
    void setBytes(qint64 bytes) { m_bytes = bytes; } // memory the run holds now
    // Besides, the step that works now; forgotten when it is done. Tell it before a large allocation and check().
    void setWorkingBytes(std::size_t bytes) { m_working = static_cast<qint64>(bytes); }
    void pauseClock(); // waiting for a network or a disk is not work
    void resumeClock();
    Result<> check();
    const CancelToken &cancel() const { return m_cancel; }
    bool waiting() const { return m_pausedAt.count() >= 0; }
    const QString &step() const { return m_step; }

private:
    const Clock &m_clock;
    std::chrono::nanoseconds m_started;
    std::chrono::nanoseconds m_pausedAt{-1};
    std::chrono::nanoseconds m_paused{0};
    Millis m_time;
    qint64 m_rowLimit;
    qint64 m_byteLimit;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_working = 0;
    QString m_step;
    CancelToken m_cancel;
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Millis timeout{30'000};             // whole exchange
    qint64 maxBytes = 64 * 1024 * 1024; // of the decompressed answer
    int maxRedirects = 5;               // credentials are dropped when the host changes
};

struct HttpResponse {
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names lower case
    QByteArray body;
    QUrl url; // after redirects
    QByteArray header(QByteArrayView lowerCaseName) const;
};

// Blocking; called on engine threads only. Any HTTP status is a success here; errors are NetworkUnreachable,
// NetworkTimeout, NetworkTls, NetworkRedirects, FormatTooLarge, Cancelled.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    virtual Result<HttpResponse> send(const HttpRequest &request, const CancelToken &cancel) = 0;
};

// Secrets by name. Errors: SecretMissing, SecretStore. Blocking, any thread.
class SecretSource {
public:
    virtual ~SecretSource() = default;
    virtual Result<QByteArray> secret(const QString &name) = 0;
};

enum class RunMode {
    Full,   // reads what is new, commits
    Sample, // builder preview: a bounded read, no cursor moved, nothing delivered
};

struct RunContext {
    const Clock &clock;
    RandomSource &random;
    HttpClient &http;
    SecretSource &secrets;
    Budget &budget;
    RunMode mode = RunMode::Full;
    QString folder = {};                         // relative file names start here
    qint64 sampleRows = 1'000;                   // Sample: enough rows to show
    std::map<QString, QByteArray> state = {};    // kept from the last committed run: "cursor/<node>", "step/<node>"
    std::map<QString, QByteArray> newState = {}; // committed with the run's rows
    std::optional<Millis> pollHint = {};         // a source asks to be polled no sooner than this
};

} // namespace dash
