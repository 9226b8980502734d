// Editions of an expo of which a total was announced and nothing else: what sources state of it, and what surveys found.
import { isOneOf } from '#kernel/codes.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import type { ExpoId } from '#modules/expos/domain/edition.ts';
import { shownOfEdition, surveyedDeals } from '#modules/expos/domain/said-attributes.ts';
import type { Work } from '#platform/work.ts';
import { showShown } from '../tie-report.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';

const mostEditions = 100;

type Survey = (typeof surveyedDeals)[number];
const isSurvey = (attribute: string): attribute is Survey => isOneOf(surveyedDeals, attribute);

interface OfExpo {
  readonly expoId: ExpoId | null;
  /** Of these something is listed. */
  readonly listed: readonly string[];
}

/** In the order in which they were held; of an edition without an expo itself alone is none. */
export async function totalsOnly(work: Work, { expoId, listed }: OfExpo): Promise<FollowThrough['totals']> {
  if (expoId === null) return [];
  const editions = await listEditions(work, { expo: expoId, limit: mostEditions });
  if (!editions.ok) return [];
  const shown = editions.value.entries.filter(({ id }) => !listed.includes(id));
  const ids = shown.map(({ id }) => id);
  const [statements, pins] = [await statementsOf(work, 'edition', ids), await pinsOf(work, 'edition', ids)];
  return shown
    .flatMap(({ id, slug, name, firstDay }) => {
      const said = shownOfEdition(statements.get(id) ?? [], pins.get(id) ?? []);
      const announced = said.find(({ attribute }) => attribute === 'deals')?.shown;
      if (announced === undefined) return [];
      const surveys = said.flatMap(({ attribute, shown: found }) => (isSurvey(attribute) ? [{ attribute, shown: showShown(found) }] : []));
      return [{ slug, name, firstDay, announced: showShown(announced), surveys }];
    })
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
}
