#pragma once
// The system asks programs to end (a session closes, a service manager stops them): the window closes as by hand. A
// platform file each.

namespace dash {

// After QCoreApplication is made. SIGTERM, SIGINT and SIGHUP where there are such things.
void quitWhenAsked();

} // namespace dash
