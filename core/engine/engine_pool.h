#pragma once
// Threads for runs. A job that never comes back can be given up: its thread is replaced and joined no more.

#include "core/engine/context.h"

#include <functional>
#include <memory>

namespace dash {

class EnginePool {
public:
    using Job = std::function<void(HttpClient &http)>;
    using Ticket = quint64;

    EnginePool(int threads, std::function<std::unique_ptr<HttpClient>()> makeHttp);
    // Drops jobs not begun. Waits up to `patience` for each of the others; who asked for them cancels them before.
    ~EnginePool();

    Ticket run(Job job);
    // The thread of this job is left to itself and another takes its place. Nothing when the job has ended.
    void giveUp(Ticket ticket);

private:
    struct Shared;
    struct Worker;
    void addWorker();
    static void work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Worker> &self);

    std::shared_ptr<Shared> m_shared;

    std::vector<std::shared_ptr<Worker>> m_workers;
};

} // namespace dash
