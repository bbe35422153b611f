#include "core/engine/engine_pool.h"

#include "core/base/log.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace dash {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::milliseconds kWaitedTooLong{500};
constexpr std::chrono::seconds kIdleForLong{20};

std::atomic<int> threadsLeftBehind{0};

} // namespace

struct EnginePool::Shared {
    struct Waiting {
        Ticket ticket;
        Job job;
        Steady::time_point since;
    };
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Waiting> jobs;
    Ticket next = 1;
    bool stopping = false;
    std::function<std::unique_ptr<HttpClient>()> makeHttp;
};

struct EnginePool::Worker {
    std::thread thread;
    // All below are guarded by Shared::mutex.
    Ticket working = 0;
    Steady::time_point idleSince = Steady::now();
    bool leaves = false; // ends when it has nothing to do
    bool leftBehind = false;
    bool ended = false;
};

EnginePool::EnginePool(int threads, int most, std::function<std::unique_ptr<HttpClient>()> makeHttp)
    : m_shared(std::make_shared<Shared>())
    , m_always(static_cast<std::size_t>(std::max(1, threads)))
    , m_most(static_cast<std::size_t>(std::max(threads, most)))
{
    m_shared->makeHttp = std::move(makeHttp);
    for (std::size_t i = 0; i < m_always; ++i)
        addWorker();
}

EnginePool::~EnginePool()
{
    stop(Steady::now() + kPatience);
}

void EnginePool::stop(Deadline until)
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->stopping = true;
    m_shared->jobs.clear();
    m_shared->changed.notify_all();
    const auto ended = [this, &lock, until](const Worker &worker) {
        const auto isIdle = [&] { return worker.ended || worker.working == 0; };
        if (!m_shared->changed.wait_until(lock, until, isIdle))
            return false;
        m_shared->changed.wait(lock, [&] { return worker.ended; });
        return true;
    };
    for (const auto &worker : m_workers) {
        if (!ended(*worker)) {
            qCWarning(logEngine) << "a run did not stop and is left behind";
            worker->leftBehind = true;
            threadsLeftBehind.fetch_add(1);
            worker->thread.detach();
            continue;
        }
        lock.unlock();
        worker->thread.join();
        lock.lock();
    }
    m_workers.clear();
}

int EnginePool::leftBehind()
{
    return threadsLeftBehind.load();
}

EnginePool::Ticket EnginePool::run(Job job)
{
    const std::lock_guard lock(m_shared->mutex);
    const Ticket ticket = m_shared->next++;
    m_shared->jobs.push_back({ticket, std::move(job), Steady::now()});
    m_shared->changed.notify_one();
    return ticket;
}

void EnginePool::giveUp(Ticket ticket)
{
    Job dropped; // ends outside the lock
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto waiting = std::find_if(m_shared->jobs.begin(), m_shared->jobs.end(),
                                          [&](const Shared::Waiting &w) { return w.ticket == ticket; });
        if (waiting != m_shared->jobs.end()) {
            dropped = std::move(waiting->job);
            m_shared->jobs.erase(waiting);
            return;
        }
        const auto found = std::find_if(m_workers.begin(), m_workers.end(),
                                        [&](const auto &worker) { return worker->working == ticket; });
        if (found == m_workers.end())
            return;
        (*found)->leftBehind = true;
        threadsLeftBehind.fetch_add(1);
        (*found)->thread.detach();
        m_workers.erase(found);
    }
    addWorker();
}

void EnginePool::relieve()
{
    std::vector<std::shared_ptr<Worker>> ended;
    std::size_t more = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto now = Steady::now();
        const auto gone = std::stable_partition(m_workers.begin(), m_workers.end(),
                                                [](const auto &worker) { return !worker->ended; });
        ended.assign(gone, m_workers.end());
        m_workers.erase(gone, m_workers.end());
        const auto waiting = static_cast<std::size_t>(
            std::count_if(m_shared->jobs.begin(), m_shared->jobs.end(),
                          [&](const Shared::Waiting &job) { return now - job.since > kWaitedTooLong; }));
        more = std::min(waiting, m_most - std::min(m_most, m_workers.size()));
        std::size_t spare = m_workers.size() - std::min(m_workers.size(), m_always);
        for (const auto &worker : m_workers) {
            if (spare == 0 || waiting > 0)
                break;
            if (worker->working == 0 && !worker->leaves && now - worker->idleSince > kIdleForLong) {
                worker->leaves = true;
                --spare;
            }
        }
        m_shared->changed.notify_all();
    }
    for (const auto &worker : ended)
        worker->thread.join();
    for (std::size_t i = 0; i < more; ++i)
        addWorker();
}

void EnginePool::addWorker()
{
    auto worker = std::make_shared<Worker>();
    worker->thread = std::thread([shared = m_shared, worker] { work(shared, worker); });
    const std::lock_guard lock(m_shared->mutex);
    m_workers.push_back(std::move(worker));
}

void EnginePool::work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Worker> &self)
{
    std::unique_ptr<HttpClient> http;
    std::unique_lock lock(shared->mutex);
    while (true) {
        shared->changed.wait(
            lock, [&] { return shared->stopping || self->leftBehind || self->leaves || !shared->jobs.empty(); });
        if (shared->stopping || self->leftBehind || shared->jobs.empty())
            break;
        Shared::Waiting next = std::move(shared->jobs.front());
        shared->jobs.pop_front();
        self->working = next.ticket;
        self->leaves = false;
        lock.unlock();
        try {
            if (!http)
                http = shared->makeHttp(); // made where it is used
            next.job(*http);
        } catch (const std::exception &error) { // a job answers for itself; a thread must survive it all the same
            qCWarning(logEngine) << "a job ended by an exception:" << error.what();
        } catch (...) {
            qCWarning(logEngine) << "a job ended by an exception";
        }
        next.job = nullptr;
        lock.lock();
        self->working = 0;
        self->idleSince = Steady::now();
        if (shared->stopping)
            shared->changed.notify_all();
    }
    lock.unlock();
    http.reset();
    lock.lock();
    if (self->leftBehind)
        threadsLeftBehind.fetch_sub(1);
    self->ended = true;
    shared->changed.notify_all();
}

} // namespace dash
