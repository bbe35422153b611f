#pragma once
// Versions of points.db apart from the series' own tables.

#include "core/db/database.h"

#include <span>

namespace dash {

std::span<const Migration> pointsMigrations();

} // namespace dash
