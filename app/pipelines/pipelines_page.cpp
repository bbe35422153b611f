#include "app/pipelines/pipelines_page.h"

#include "app/pipelines/builder_page.h"
#include "app/pipelines/pipeline_list.h"

namespace dash {

Page *makePipelinesPage(AppContext &context, const QString &id, QWidget *parent)
{
    const std::optional<PipelineId> pipeline = PipelineId::fromText(id);
    if (pipeline && context.workspace.pipeline(*pipeline))
        return new BuilderPage(context, *pipeline, parent);
    auto *list = new PipelineListPage(context, parent);
    QObject::connect(list, &PipelineListPage::openWanted, list, [&context](PipelineId chosen) {
        if (context.navigator)
            context.navigator->go(Location{QStringLiteral("pipelines"), chosen.text(), {}});
    });
    return list;
}

} // namespace dash
