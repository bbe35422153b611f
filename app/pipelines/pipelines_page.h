#pragma once
// The pipelines section of the window: the list while none is chosen, else the builder of one.

#include "app/app_context.h"
#include "app/shell/page.h"

namespace dash {

// `id` is the text of a PipelineId; empty or unknown (deleted meanwhile): the list.
Page *makePipelinesPage(AppContext &context, const QString &id, QWidget *parent);

} // namespace dash
