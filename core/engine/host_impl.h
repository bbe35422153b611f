#pragma once
// Inside of PipelineHost. Everything here belongs to the host's thread, except what jobs on engine threads were given
// by value; they come back through the door, which closes when the host goes.

#include "core/engine/engine_pool.h"
#include "core/engine/host.h"
#include "core/engine/preview.h"
#include "core/engine/runner.h"

#include <QPointer>
#include <QTimer>

#include <atomic>
#include <deque>
#include <mutex>
#include <semaphore>
#include <set>
#include <shared_mutex>

namespace dash {

// The way back from engine threads. While a job holds it open, the host and its database stay.
class Door {
public:
    explicit Door(PipelineHost *host)
        : m_host(host)
    {
    }
    void close();
    // Calls `work` on the host's thread; drops it when the host is gone.
    void post(std::function<void()> work);
    // Runs `work` here and now while the host cannot go; false when it is gone.
    bool through(const std::function<void()> &work);

private:
    std::shared_mutex m_mutex;
    PipelineHost *m_host;
};

// What previews of one pipeline keep.
struct PreviewState {
    explicit PreviewState(const Registry &registry)
        : previewer(registry)
    {
    }
    std::binary_semaphore idle{1}; // taken by the engine thread that uses `previewer`
    Previewer previewer;
    std::mutex pendingMutex;
    std::vector<std::pair<QString, GivenDocument>> pending; // samples set since the last preview
    // Of the newest preview; host's thread.
    CancelToken cancel;
    EnginePool::Ticket ticket = 0;
    std::function<void(Error)> hung; // answers when it never comes back; empty: nothing is under way
    void takePending();
    bool lockUnless(const CancelToken &cancelled);
};

// A run commits or is given up, never both: whoever comes first decides.
class RunGate {
public:
    // False when the run was given up. While committing it cannot be.
    bool beginCommit() { return swap(State::Working, State::Committing); }
    void endCommit() { m_state.store(State::Working); }
    bool giveUp() { return swap(State::Working, State::GivenUp); }
    bool givenUp() const { return m_state.load() == State::GivenUp; }

private:
    enum class State { Working, Committing, GivenUp };
    bool swap(State from, State to) { return m_state.compare_exchange_strong(from, to); }
    std::atomic<State> m_state{State::Working};
};

using ListeningSources = std::map<QString, std::unique_ptr<Source>>;

struct Entry {
    Pipeline pipeline;
    std::optional<Pipeline> next; // takes over when the run ends
    PipelineStatus status;
    bool paused = false;
    bool running = false;
    bool removed = false;
    bool again = false;     // asked for while running
    qint64 dueAt = 0;       // 0: nothing planned
    qint64 hintUntil = 0;   // the source asked not to be asked before
    bool pastKnown = false; // what its last run was has been read
    // The run in progress.
    CancelToken cancel;
    std::shared_ptr<RunGate> gate;
    EnginePool::Ticket ticket = 0;
    RunId runId;
    qint64 startedAt = 0;
    std::chrono::nanoseconds stopAskedAt{-1}; // monotonic; -1: nobody asked
    std::function<void(const RunOutcome &)> finished;
    quint64 run = 0;                                  // counts runs, to know late answers of given-up ones
    std::shared_ptr<ListeningSources> sources;        // that listen
    std::shared_ptr<ListeningSources> beginsToListen; // not yet; no run begins before
};

// Runs held back for somebody else, first come first served; the first has it once `granted` is empty.
struct Hold {
    QPointer<QObject> holder;
    std::function<void()> granted;
};

struct RunRequest {
    std::shared_ptr<const GivenInputs> given;
    std::function<Result<std::shared_ptr<const GivenInputs>>()> makeGiven; // on the engine thread, instead of `given`
    std::shared_ptr<RunObserver> observer;
    std::optional<Pipeline> definition; // instead of the running one
    // Rejected rows that leave with the run's commit.
    std::shared_ptr<const std::vector<qint64>> rerun;
    std::function<void(const RunOutcome &)> finished; // on the host's thread
};

struct PipelineHost::Impl {
    Impl(PipelineHost &owner, PointsDb &db, Environment env, const Registry &known);
    ~Impl();

    // host.cpp
    void setPipelines(std::vector<Pipeline> running);
    void plan(Entry &entry);
    void readPast(std::vector<PipelineId> ids);
    void takePast(PipelineId id, const std::optional<RunRecord> &last);
    void evaluate();
    void noticeClock();
    void setBack(Entry &entry, qint64 by, qint64 now);
    Entry *find(PipelineId id);
    void show(Entry &entry);
    bool isHeld(PipelineId id) const;
    void grant(PipelineId id);

    // host_runs.cpp
    void start(Entry &entry, RunRequest request = {});
    void finished(PipelineId id, quint64 run, const RunOutcome &outcome);
    void settle(Entry &entry, const RunOutcome &outcome);
    std::vector<Node> listeners(const Entry &entry) const;
    bool listens(const Entry &entry) const;
    bool isPushed(const Entry &entry) const; // rows come when others send them
    void startListening(Entry &entry);
    void ready(PipelineId id);
    void askToStop(Entry &entry);
    void watch();
    void giveUp(Entry &entry);

    // host_preview.cpp
    std::shared_ptr<PreviewState> previewState(PipelineId id);
    using PreviewWork = std::function<std::function<void()>(PreviewState &, RunContext &)>;
    void runPreview(PipelineId id, QObject *receiver, PreviewWork work, std::function<void(Error)> hung);
    bool watchPreviews();

    // host_deliveries.cpp
    void pumpDeliveries();
    void startDeliveries(std::vector<QueuedDelivery> due);
    void armDeliveries(qint64 at);
    const Node *sinkNode(const QueuedDelivery &delivery) const;

    PipelineHost &q;
    PointsDb &points;
    Environment environment;
    const Registry &registry;
    std::shared_ptr<Door> door;
    std::map<PipelineId, std::shared_ptr<Entry>> entries;
    std::set<PipelineId> runWhenSet; // asked to run before setPipelines() named them
    std::map<PipelineId, std::shared_ptr<PreviewState>> previews;
    std::map<PipelineId, std::deque<Hold>> holds;
    qint64 seenWall = 0; // when the clock was last looked at
    std::chrono::nanoseconds seenMonotonic{-1};
    QTimer nextDue;
    QTimer watchdog;
    QTimer nextDelivery;
    std::set<std::pair<PipelineId, QString>> delivering;
    CancelToken closing; // of everything that is no run and no preview
    bool polling = false;
    bool pollAgain = false;
    EnginePool pool;
    EnginePool previewPool;
    EnginePool deliveryPool;
};

} // namespace dash
