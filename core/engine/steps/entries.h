#pragma once
// One function for each step, each in the file of its name.

#include "core/engine/step.h"

namespace dash {

StepType selectStep();
StepType parseTimeStep();
StepType filterStep();
StepType deriveStep();
StepType explodeStep();
StepType dedupeStep();
StepType groupStep();
StepType rateStep();
StepType sortStep();
StepType limitStep();
StepType unzipStep();
StepType fillGapsStep();
StepType cumulativeStep();
StepType rankStep();
StepType compareStep();
StepType moneyStep();

} // namespace dash
