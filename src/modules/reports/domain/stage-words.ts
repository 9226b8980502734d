// Whether a stage is an end, for pages of reports.
export { isEnd } from '#modules/outcomes/domain/stages.ts';
