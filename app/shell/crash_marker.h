#pragma once
// A file in the workspace that is there while Dash runs. Found at start, the last run ended without saying goodbye.

#include <QString>

namespace dash {

class CrashMarker {
public:
    explicit CrashMarker(const QString &folder);
    // Puts the marker; says how many runs in a row ended badly before this one.
    int begin();
    // This run has been well for a while: a later crash counts as the first.
    void healthy();
    void end();

private:
    void write(int crashes);
    QString m_file;
};

inline constexpr int kCrashesForSafeMode = 2;

} // namespace dash
