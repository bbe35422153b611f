#pragma once
// Stands for the window where a page is tested alone: keeps what it was asked for.

#include "app/app_context.h"

#include <functional>
#include <vector>

namespace dash::test {

class FakeNavigator final : public Navigator {
public:
    using Navigator::Navigator;
    void go(const Location &location) override { went = location; }
    void toast(const QString &sentence, const QString &, std::function<void()> act) override
    {
        said = sentence;
        action = std::move(act);
    }
    void showError(const Error &error) override { errors.push_back(error); }
    void openPalette(const QString &) override {}
    Location went;
    QString said;
    std::function<void()> action;
    std::vector<Error> errors;
};

} // namespace dash::test
