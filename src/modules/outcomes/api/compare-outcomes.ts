// Outcomes on record as they are compared with what is about to be entered: what they belong to, who takes part, what they hold.
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { WithParties } from '../domain/alike.ts';
import { figuresOf, type StageFigure } from '../domain/ledger.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import type { Party } from '../domain/parties.ts';
import { entriesOf } from '../store/ledger.ts';
import { findOutcomesAbout, findOutcomesOfParties } from '../store/outcomes.ts';
import { attributionsOf, partiesOf } from '../store/parts.ts';

/** Of the newest; more than one thing ever has. */
const MOST_COMPARED = 500;

export const meetingsIn = (attributions: readonly Attribution[]): readonly string[] =>
  attributions.filter(({ subjectKind }) => subjectKind === 'meeting').map(({ subjectId }) => subjectId);

/** What parties are compared by: an organisation on record, else the name in small letters. A city takes part in too much to tell anything. */
export const partyKeys = (parties: readonly Pick<Party, 'organisationId' | 'name'>[]): readonly string[] =>
  parties.flatMap(({ organisationId, name }) => organisationId ?? name?.trim().toLowerCase() ?? []);

export type Compared = WithParties & Pick<OutcomeRecord, 'title' | 'ownerOffice'>;

/** The records with all that is compared of them. */
export async function comparable(
  work: Work,
  records: readonly OutcomeRecord[],
): Promise<readonly (Compared & { readonly figures: readonly StageFigure[] })[]> {
  const ids = records.map(({ id }) => id);
  const [entries, about, parties] = [await entriesOf(work.tx, ids), await attributionsOf(work.tx, ids), await partiesOf(work.tx, ids)];
  const entriesBy = Map.groupBy(entries, ({ outcomeId }) => outcomeId);
  return records.map((record) => {
    const belongsTo = about.get(record.id) ?? [];
    return {
      ...record,
      subjects: belongsTo.map(({ subjectId }) => subjectId),
      meetings: meetingsIn(belongsTo),
      parties: partyKeys(parties.get(record.id) ?? []),
      figures: figuresOf({ entries: entriesBy.get(record.id) ?? [] }),
    };
  });
}

/** What the actor may see, of whichever office, that has to do with the same or in which the same take part; each once. */
export async function comparedWith(
  work: Work,
  { subjects, parties }: { readonly subjects: readonly string[]; readonly parties: readonly Pick<Party, 'organisationId' | 'name'>[] },
  besides: readonly OutcomeRecord[] = [],
): Promise<readonly Compared[]> {
  const organisations = parties.flatMap(({ organisationId }) => organisationId ?? []);
  const names = parties.flatMap(({ name }) => name?.trim().toLowerCase() ?? []);
  const found = [
    ...besides,
    ...(subjects.length === 0 ? [] : await findOutcomesAbout(work.tx, subjects, { limit: MOST_COMPARED })),
    ...(await findOutcomesOfParties(work.tx, { organisations, names, limit: MOST_COMPARED })),
  ];
  return comparable(work, [...new Map(found.map((record) => [record.id, record])).values()]);
}
