#include "app/shell/end_signals.h"

namespace dash {

void quitWhenAsked()
{
    // A window is asked by WM_QUERYENDSESSION, which Qt turns into a close.
}

} // namespace dash
