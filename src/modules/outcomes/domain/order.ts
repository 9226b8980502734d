// In which order the cities of a tie are named: the rule of ties.
export { inOwnOrder } from '#modules/ties/domain/naming.ts';
