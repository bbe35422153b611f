#pragma once
// Threads for runs. A job that never comes back can be given up: its thread is replaced and joined no more. Jobs that
// wait too long because all threads are busy get more of them, so that slow ones do not hold up the others.

#include "core/engine/context.h"

#include <chrono>
#include <functional>
#include <memory>

namespace dash {

class EnginePool {
public:
    using Job = std::function<void(HttpClient &http)>;
    using Ticket = quint64;
    using Deadline = std::chrono::steady_clock::time_point;

    // `threads` are always there; at most `most` work at one time, those given up not counted.
    EnginePool(int threads, int most, std::function<std::unique_ptr<HttpClient>()> makeHttp);
    // As stop() with five seconds.
    ~EnginePool();

    Ticket run(Job job);
    // A job not begun is dropped; the thread of one under way is left to itself and another takes its place. Nothing
    // when the job has ended.
    void giveUp(Ticket ticket);
    // To be called about once a second while jobs are waiting: adds threads for them, ends those idle for long.
    void relieve();
    // Drops jobs not begun and waits for the others, whose owners have cancelled them, until then; threads that still
    // work are left behind.
    void stop(Deadline until);

    // Threads of this process that were left to themselves and still work. A program that ends with some has to end
    // without running destructors.
    static int leftBehind();

private:
    struct Shared;
    struct Worker;
    void addWorker();
    static void work(const std::shared_ptr<Shared> &shared, const std::shared_ptr<Worker> &self);

    std::shared_ptr<Shared> m_shared;
    std::size_t m_always;
    std::size_t m_most;
    std::vector<std::shared_ptr<Worker>> m_workers;
};

} // namespace dash
