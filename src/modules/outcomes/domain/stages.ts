// How far an outcome has come, in order, and how it may end before that.
import { isOneOf } from '#kernel/codes.ts';

export const progressStages = ['potential', 'intended', 'signed', 'realised'] as const;
export type ProgressStage = (typeof progressStages)[number];

export const endStages = ['lapsed', 'cancelled'] as const;
export type EndStage = (typeof endStages)[number];

export const stages = [...progressStages, ...endStages] as const;
export type Stage = (typeof stages)[number];

export const isEnd = (stage: Stage): stage is EndStage => isOneOf(endStages, stage);
