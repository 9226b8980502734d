// What was announced at an edition, with what is known of what became of it; worked out by the rules that every outcome is shown by.
import type { OfficeId } from '#kernel/ids.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import { thingOf } from '#platform/postgres/said-again.ts';
import type { Work } from '#platform/work.ts';
import { assuranceBy, isContested, wordsInForce, type EvidencedEntry } from '../../domain/assurance.ts';
import { ledgerFate } from '../../domain/follow-up/fate.ts';
import type { Announcement, InParts } from '../../domain/follow-through/announcement.ts';
import { reachedBy, standing } from '../../domain/ledger.ts';
import { papersExpiredAt } from '../../store/evidence.ts';
import { amountOf, announcedAt, countRelated, type AnnouncedRow } from '../../store/follow-through.ts';
import { evidenceOf } from '../show-outcome.ts';

/** Whether what realised entries cite is evidence by itself, by source. */
type Evidence = ReadonlyMap<SourceId, EvidencedEntry['evidence']>;

interface Papers {
  readonly evidence: Evidence;
  /** The last day of those that have expired, by outcome and source. */
  readonly expiredOn: ReadonlyMap<string, string>;
}

const leastBy = <T>(all: readonly T[], by: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>((least, one) => (least === undefined || by(one) < by(least) ? one : least), undefined);

function evidencedOf({ id: of, realised }: AnnouncedRow, { evidence, expiredOn }: Papers): readonly EvidencedEntry[] {
  return realised.map(([id, number, reverses, source]) => ({
    ...{ id, number, reverses, stage: 'realised', evidence: evidence.get(source) ?? null },
    expiredOn: expiredOn.get(`${of} ${source}`) ?? null,
  }));
}

function announcementOf(row: AnnouncedRow, papers: Papers): Announcement | null {
  const { id, kind, extent, partOf, visibility, ownerOffice: owner, figures, askings } = row;
  const announced = leastBy(figures, ({ first }) => first);
  const last = leastBy(figures, (figure) => -figure.last);
  if (announced === undefined || last === undefined) return null;
  const reached = reachedBy({ extent, figures, last: last.stage });
  const furthest = figures.find(({ stage }) => stage === (reached.ended ?? reached.stage));
  const entries = evidencedOf(row, papers);
  const expired = (source: SourceId | null) => papers.expiredOn.get(`${id} ${source ?? ''}`) ?? null;
  const confirmations = row.said.map(([number, office, verdict, through, stage, source, value, currency, count]) => ({
    ...{ number, office, verdict, through, stage },
    ...{ amount: amountOf(value, currency), count, expiredOn: expired(source) },
  }));
  const said = { owner, entries: row.entries, confirmations };
  const sure = assuranceBy({ stage: 'realised', owner, entries, words: wordsInForce({ ...said, stage: 'realised' }) });
  const isDisputed = furthest !== undefined && isContested({ ...said, stage: furthest.stage });
  const answered = askings.some(({ answers }) => answers.at(-1)?.hasPaper === true);
  return {
    ...{ id, kind, extent, partOf, visibility, office: owner, stage: announced.stage, reached, isDisputed, figures, askings },
    ledger: furthest === undefined ? null : ledgerFate({ reached, figures, enteredAt: furthest.enteredAt }),
    ...{ assurance: sure?.assurance ?? null, confirmedPart: sure?.confirmedPart ?? null },
    hasPaper:
      answered ||
      standing(entries).some((entry) => entry.evidence !== null && entry.expiredOn == null) ||
      confirmations.some(({ verdict, stage, expiredOn }) => verdict === 'documents' && stage === 'realised' && expiredOn === null),
  };
}

export interface Announced {
  /** In the order of recording. */
  readonly announcements: readonly Announcement[];
  /** The same in parts, a whole and all its parts in one: what is worked out of a part holds as long as nothing in it changes. */
  readonly inParts: InParts;
  /** What took part - companies, people, events - which nothing becomes of. */
  readonly tookPart: number;
}

type Parts = readonly (readonly AnnouncedRow[])[];

const sourcesOf = remembered((rows: readonly AnnouncedRow[]): readonly SourceId[] => [
  ...new Set(rows.flatMap(({ realised }) => realised.map(([, , , source]) => source))),
]);

/** A whole and its parts are in one; a part of what is not among them is a part of nothing. */
const ofPart = remembered((rows: readonly AnnouncedRow[], papers: Papers): readonly Announcement[] => {
  const known = new Set(rows.map(({ id }) => id));
  return rows
    .filter(({ counted }) => counted === null)
    .flatMap((row) => announcementOf(row.partOf === null || known.has(row.partOf) ? row : { ...row, partOf: null }, papers) ?? []);
});

const inParts = remembered((parts: Parts, papers: Papers): InParts => parts.map((rows) => ofPart(rows, papers)));

const inOrder = remembered((parts: InParts): readonly Announcement[] =>
  parts.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1)),
);

const tookPartIn = remembered((parts: Parts) => parts.flat().filter(({ counted }) => counted !== null).length);

/**
 * What was announced as a result of an edition, as far as the actor may see it; `offices`: what these keep alone. A part comes with its
 * whole; an outcome without any figure was not announced yet. Three statements, however many there are.
 */
export async function announcementsOf(
  work: Work,
  { editionId, offices = null }: { readonly editionId: string; readonly offices?: readonly OfficeId[] | null },
): Promise<Announced> {
  const all = await announcedAt(work.tx, editionId);
  const parts = offices === null ? all : all.map((rows) => rows.filter(({ ownerOffice }) => offices.includes(ownerOffice)));
  const sources = await sourcesByIds(work, [...new Set(parts.flatMap((rows) => sourcesOf(rows)))]);
  const expired = await papersExpiredAt(work.tx, editionId, work.now.toISOString().slice(0, 10));
  const known = [
    [...sources].map(([id, source]) => [id, evidenceOf(source)]).toSorted(),
    expired.flatMap(({ outcome, stage, source, day }) => (stage === 'realised' ? [[`${outcome} ${source}`, day]] : [])).toSorted(),
  ];
  const text = JSON.stringify(known);
  const papers = thingOf(`papers at ${editionId}, ${text.length}`, text, (told): Papers => {
    const [evidence, expiredOn] = JSON.parse(told) as [[SourceId, EvidencedEntry['evidence']][], [string, string][]];
    return { evidence: new Map(evidence), expiredOn: new Map(expiredOn) };
  });
  const told = inParts(parts, papers);
  return {
    // Put in order only where they are listed.
    get announcements() {
      return inOrder(told);
    },
    ...{ inParts: told, tookPart: tookPartIn(parts) },
  };
}

/** Of how many outcomes it is only said that they are related to the edition. */
export const relatedTo = (work: Work, editionId: string): Promise<number> => countRelated(work.tx, editionId);
