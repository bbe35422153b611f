#include "core/engine/engine_pool.h"

#include "core/base/log.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dash {

struct EnginePool::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::pair<Ticket, Job>> jobs;
    Ticket next = 1;
    bool stopping = false;
    std::function<std::unique_ptr<HttpClient>()> makeHttp;
};

struct EnginePool::Worker {
    std::thread thread;
    Ticket working = 0;   // guarded by Shared::mutex
    bool givenUp = false; // guarded by Shared::mutex
    bool ended = false;   // guarded by Shared::mutex
};

EnginePool::EnginePool(int threads, std::function<std::unique_ptr<HttpClient>()> makeHttp)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->makeHttp = std::move(makeHttp);
    for (int i = 0; i < std::max(1, threads); ++i)
        addWorker();
}

EnginePool::~EnginePool()
{
    constexpr std::chrono::seconds kPatience{5};
    std::unique_lock lock(m_shared->mutex);
    m_shared->stopping = true;
    m_shared->jobs.clear();
    m_shared->changed.notify_all();
    for (const auto &worker : m_workers) {
        const bool ended =
            m_shared->changed.wait_for(lock, kPatience, [&] { return worker->ended || worker->givenUp; });
        if (worker->givenUp)
            continue;
        if (!ended) {
            qCWarning(logEngine) << "a run did not stop and is left behind";
            worker->givenUp = true;
            worker->thread.detach();
            continue;
        }
        lock.unlock();
        worker->thread.join();
        lock.lock();
    }
}

EnginePool::Ticket EnginePool::run(Job job)
{
    const std::lock_guard lock(m_shared->mutex);
    const Ticket ticket = m_shared->next++;
    m_shared->jobs.emplace_back(ticket, std::move(job));
    m_shared->changed.notify_one();
    return ticket;
}

void EnginePool::giveUp(Ticket ticket)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto found = std::find_if(m_workers.begin(), m_workers.end(),
                                        [&](const auto &w) { return w->working == ticket && !w->givenUp; });
        if (found == m_workers.end())
            return;
        (*found)->givenUp = true;
        (*found)->thread.detach();
        m_workers.erase(found);
    }
    addWorker();
}

void EnginePool::addWorker()
{
    auto worker = std::make_shared<Worker>();
    worker->thread = std::thread([shared = m_shared, worker] { work(shared, worker); });
    m_workers.push_back(std::move(worker));
}

void EnginePool::work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Worker> &self)
{
    std::unique_ptr<HttpClient> http;
    std::unique_lock lock(shared->mutex);
    while (true) {
        shared->changed.wait(lock, [&] { return shared->stopping || self->givenUp || !shared->jobs.empty(); });
        if (shared->stopping || self->givenUp)
            break;
        auto [ticket, job] = std::move(shared->jobs.front());
        shared->jobs.pop_front();
        self->working = ticket;
        lock.unlock();
        if (!http)
            http = shared->makeHttp(); // made where it is used
        job(*http);
        job = nullptr;
        lock.lock();
        self->working = 0;
    }
    lock.unlock();
    http.reset();
    lock.lock();
    self->ended = true;
    shared->changed.notify_all();
}

} // namespace dash
