#pragma once
// The two choices about the cache, wherever they are offered; each acts at once and follows the other places.

namespace dash {

class Combo;
class Workspace;

Combo *makeKeepField(Workspace &workspace); // how long points stay
Combo *makeCapField(Workspace &workspace);  // how big the file may become

} // namespace dash
