// Papers by which two cities founded their tie: the days they bear go before what others write of the beginning.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { AgreementKind } from './happenings.ts';

/** Kinds of agreements that can found a tie; a memorandum follows one. */
const founding: ReadonlySet<string> = new Set<AgreementKind>(['charter']);

interface Signed {
  readonly kind: string;
  readonly signedOn: FlexDate | null;
}

/** Those that can found a tie and are dated, the first signed before the others. */
export const foundingPapers = <Paper extends Signed>(agreements: readonly Paper[]): readonly (Paper & { readonly signedOn: FlexDate })[] =>
  agreements
    .flatMap((paper) => (paper.signedOn === null || !founding.has(paper.kind) ? [] : [{ ...paper, signedOn: paper.signedOn }]))
    .toSorted((a, b) => compareDates(a.signedOn, b.signedOn));
