// In which order cities and parties are named: the rule of ties.
export { inOwnOrder, partiesInOrder } from '#modules/ties/domain/naming.ts';
