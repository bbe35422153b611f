#include "core/engine/steps/steps.h"

#include "core/engine/steps/entries.h"

namespace dash {

std::vector<StepType> builtinSteps()
{
    std::vector<StepType> all;
    for (StepType (*make)() :
         {selectStep, parseTimeStep, filterStep, deriveStep, explodeStep, dedupeStep, groupStep, rateStep, sortStep,
          limitStep, unzipStep, fillGapsStep, cumulativeStep, rankStep, compareStep, moneyStep})
        all.push_back(make());
    return all;
}

} // namespace dash
