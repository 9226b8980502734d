// What the API answers of reference sets, as the pages take it.
import type { referenceApi } from '../client.ts';

type Of<P extends keyof typeof referenceApi> = Awaited<ReturnType<(typeof referenceApi)[P]>>;

export type ReferenceSet = Of<'getReferenceSet'>;
export type ReferenceImport = Of<'getReferenceImport'>;
export type ListedTie = Of<'listReferenceTies'>['entries'][number];
export type ImportProblem = Of<'listReferenceProblems'>['entries'][number];
export type WrittenPlace = Of<'listReferencePlaces'>['entries'][number];
export type Taken = Of<'listReferenceTakings'>['entries'][number];
export type TakingInFull = Of<'getReferenceTaking'>;
export type Adopted = Of<'adoptReferenceTies'>;

/** What is given as the answer which city a written place is. */
export type GivenAnswer = NonNullable<Parameters<(typeof referenceApi)['answerReferencePlace']>[0]['answer']>;
export type Mapping = ReferenceImport['mapping'];

/** Whether the server is at work on it, so that the page asks again. */
export const isAtWork = ({ state }: Pick<ReferenceImport, 'state'>): boolean => ['reading', 'writing', 'undoing'].includes(state);
export const isTurning = ({ openness }: Pick<ReferenceSet, 'openness'>): boolean => openness === 'opening' || openness === 'closing';
