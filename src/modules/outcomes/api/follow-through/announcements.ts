// What was announced at an edition, with what is known of what became of it; worked out by the rules that every outcome is shown by.
import type { OfficeId } from '#kernel/ids.ts';
import { remembered } from '#kernel/remembered.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import { thingOf } from '#platform/postgres/said-again.ts';
import type { Work } from '#platform/work.ts';
import { assuranceOf, type EvidencedEntry } from '../../domain/assurance.ts';
import { ledgerFate } from '../../domain/follow-up/fate.ts';
import type { Announcement } from '../../domain/follow-through/announcement.ts';
import { reachedBy } from '../../domain/ledger.ts';
import { announcedAt, countRelated, type AnnouncedRow } from '../../store/follow-through.ts';
import { evidenceOf } from '../show-outcome.ts';

/** Whether what realised entries cite is evidence by itself, by source. */
type Evidence = ReadonlyMap<SourceId, EvidencedEntry['evidence']>;

const leastBy = <T>(all: readonly T[], by: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>((least, one) => (least === undefined || by(one) < by(least) ? one : least), undefined);

function evidencedOf({ realised }: AnnouncedRow, evidence: Evidence): readonly EvidencedEntry[] {
  return realised.map(([id, number, reverses, source]) => ({
    ...{ id, number, reverses, stage: 'realised', amount: null, count: null, qualifier: 'exact', countQualifier: 'exact', valueDate: null },
    evidence: evidence.get(source) ?? null,
  }));
}

function announcementOf(row: AnnouncedRow, partOf: AnnouncedRow['partOf'], evidence: Evidence): Announcement | null {
  const { id, kind, extent, visibility, ownerOffice: owner, figures, said, askings } = row;
  const announced = leastBy(figures, ({ first }) => first);
  const last = leastBy(figures, (figure) => -figure.last);
  if (announced === undefined || last === undefined) return null;
  const reached = reachedBy({ extent, figures, last: last.stage });
  const furthest = figures.find(({ stage }) => stage === (reached.ended ?? reached.stage));
  const entries = evidencedOf(row, evidence);
  const confirmations = said.map(([number, office, verdict, through]) => ({
    number,
    office,
    verdict,
    through,
    stage: 'realised' as const,
  }));
  const sure = entries.length === 0 ? null : assuranceOf({ stage: 'realised', owner, entries, confirmations });
  const answered = askings.some(({ answers }) => answers.at(-1)?.hasPaper === true);
  return {
    ...{ id, kind, extent, partOf, visibility, office: owner, stage: announced.stage, reached, figures, askings },
    ledger: furthest === undefined ? null : ledgerFate({ reached, figures, enteredAt: furthest.enteredAt }),
    assurance: sure?.assurance ?? null,
    hasPaper: answered || entries.some((entry) => entry.evidence !== null) || said.some(([, , verdict]) => verdict === 'documents'),
  };
}

export interface Announced {
  readonly announcements: readonly Announcement[];
  /** What took part - companies, people, events - which nothing becomes of. */
  readonly tookPart: number;
  /** What is only said to be related to the edition. */
  readonly related: number;
}

const sourcesIn = remembered((rows: readonly AnnouncedRow[]): readonly SourceId[] => [
  ...new Set(rows.flatMap(({ realised }) => realised.map(([, , , source]) => source))),
]);

const announcementsIn = remembered((rows: readonly AnnouncedRow[], evidence: Evidence): readonly Announcement[] => {
  const kept = new Set(rows.map(({ id }) => id));
  return rows
    .filter(({ counted }) => counted === null)
    .flatMap((row) => announcementOf(row, row.partOf !== null && kept.has(row.partOf) ? row.partOf : null, evidence) ?? []);
});

/**
 * What was announced as a result of an edition, as far as the actor may see it; `offices`: what these keep alone. A part comes with its
 * whole; an outcome without any figure was not announced yet. Three statements, however many there are.
 */
export async function announcementsOf(
  work: Work,
  { editionId, offices = null }: { readonly editionId: string; readonly offices?: readonly OfficeId[] | null },
): Promise<Announced> {
  const all = await announcedAt(work.tx, editionId);
  const rows = offices === null ? all : all.filter(({ ownerOffice }) => offices.includes(ownerOffice));
  const sources = await sourcesByIds(work, sourcesIn(rows));
  const evidence = JSON.stringify([...sources].map(([id, source]) => [id, evidenceOf(source)]).toSorted());
  const announcements = announcementsIn(
    rows,
    thingOf(
      `evidence at ${editionId}, ${evidence.length}`,
      evidence,
      (text): Evidence => new Map(JSON.parse(text) as [SourceId, EvidencedEntry['evidence']][]),
    ),
  );
  return {
    announcements,
    tookPart: rows.filter(({ counted }) => counted !== null).length,
    related: await countRelated(work.tx, editionId),
  };
}
