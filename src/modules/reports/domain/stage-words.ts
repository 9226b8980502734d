// Kinds and stages of outcomes, for pages and contract of reports.
export { outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
export { isEnd, progressStages } from '#modules/outcomes/domain/stages.ts';
