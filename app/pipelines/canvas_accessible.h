#pragma once
// The nodes of a canvas for screen readers: children with a name, what they do, a place and the action "Open".

namespace dash {

// Once; canvases made afterwards are described. GUI thread.
void installCanvasAccessibility();

} // namespace dash
