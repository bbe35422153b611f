#pragma once
// Rows after every node of a draft, from a kept sample of its sources. Keeps the sample decoded and what every node
// made of it, so that a keystroke works only the changed node and those behind it. One object per pipeline, used by
// one thread at a time.

#include "core/engine/host.h"
#include "core/engine/runner.h"

namespace dash {

class Previewer {
public:
    explicit Previewer(const Registry &registry)
        : m_registry(registry)
    {
    }

    PreviewResult preview(const Pipeline &draft, RunContext &context, PipelineHost::Sampling sampling);
    // The bytes are the source's sample from now on, whatever its config says.
    void setSample(const QString &sourceNode, GivenDocument document);
    // Rows that arrive at a node, all of them, as of the last preview().
    std::vector<Batch> arrivingAt(const Pipeline &draft, const QString &node) const;

private:
    struct Sample {     // what a source gave
        QByteArray key; // of the settings it was fetched with
        bool given = false;
        int serial = 0; // grows with every fetch, so that what was made of an older one is made again
        std::vector<GivenDocument> documents;
        std::vector<Batch> batches; // of a source without documents
        std::optional<Error> error;
    };
    struct Made { // what a node made of it
        QByteArray key;
        std::vector<Batch> rows;
        PreviewNode shown;
    };
    void fetch(const Node &node, RunContext &context, Sample &sample);
    Made makeSource(const Node &node, RunContext &context, PipelineHost::Sampling sampling);
    Made makeNode(const Node &node, const std::vector<const Made *> &inputs, const Pipeline &draft,
                  RunContext &context);
    Result<> work(const Node &node, const std::vector<const Made *> &inputs, const Pipeline &draft, RunContext &context,
                  Made &made);

    const Registry &m_registry;
    std::map<QString, Sample> m_samples;
    std::map<QString, Made> m_made;
};

// A batch of at most `limit` rows from the first of many; how many there were in all goes to `total`.
Batch firstRows(const std::vector<Batch> &batches, std::size_t limit, std::size_t &total);

} // namespace dash
