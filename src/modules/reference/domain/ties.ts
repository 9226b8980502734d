// What the layer takes from ties: their ids, pairs and addresses.
export { slugOf } from '#modules/ties/domain/naming.ts';
export type { Pair, TieCityId, TieId } from '#modules/ties/domain/tie.ts';
