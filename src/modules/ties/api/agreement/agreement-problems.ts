// Everything that can be wrong with an agreement, told at once.
import { boundsOf } from '#kernel/flex-date.ts';
import type { Problem } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { AgreementId } from '../../domain/happenings.ts';
import { leadsBackTo } from '../../domain/memoranda.ts';
import type { AgreementFacts } from '../../domain/records.ts';
import type { TieId } from '../../domain/tie.ts';
import { loadAgreements } from '../../store/agreements.ts';

export type Stated = Omit<AgreementFacts, 'sourceId' | 'documentId'>;

interface Placed {
  readonly id: AgreementId;
  readonly tieId: TieId;
}

/** A frame and an earlier agreement are others of the same tie; a frame stands under none, and nothing follows itself. */
async function linkProblems(work: Work, { id, tieId }: Placed, { frameId, followsId }: Stated): Promise<readonly Problem[]> {
  if (frameId === null && followsId === null) return [];
  const known = await loadAgreements(work.tx, [tieId]);
  const problemAt = (field: string, other: AgreementId | null, further: () => string | null): readonly Problem[] => {
    if (other === null) return [];
    const code = other === id || !known.some((one) => one.id === other) ? 'ties.agreement_elsewhere' : further();
    return code === null ? [] : [{ path: [field], code }];
  };
  const isUnder = (agreement: AgreementId | null): boolean => known.some((one) => one.id === agreement && one.frameId !== null);
  return [
    ...problemAt('frameId', frameId, () => (isUnder(frameId) || known.some((one) => one.frameId === id) ? 'ties.frame_under_frame' : null)),
    ...problemAt('followsId', followsId, () => (leadsBackTo(known, followsId, id) ? 'ties.follows_itself' : null)),
  ];
}

/**
 * A title missing, cities and organisations that do not exist for the actor, an end before the beginning, a language that prevails and
 * is none of the text's, a notice without an end, and what is wrong with what it goes back to; all at once.
 */
export async function problemsOf(work: Work, of: Placed, facts: Stated): Promise<readonly Problem[]> {
  const ids = (kind: string): string[] => facts.parties.flatMap((party) => (party.kind === kind && 'id' in party ? [party.id] : []));
  const cities = await citiesByIds(work, ids('city'));
  const organisations = await nameOrganisations(work, ids('organisation'));
  const [begins, ends] = [
    facts.validFrom === null ? null : boundsOf(facts.validFrom),
    facts.validTo === null ? null : boundsOf(facts.validTo),
  ];
  return [
    ...(Object.keys(facts.title).length === 0 ? [{ path: ['title'], code: 'kernel.required' }] : []),
    ...facts.parties.flatMap((party, at) => {
      if (party.kind === 'city' && !cities.has(party.id)) return [{ path: ['parties', at, 'id'], code: 'cities.not_found' }];
      if (party.kind === 'organisation' && !organisations.has(party.id))
        return [{ path: ['parties', at, 'id'], code: 'organisations.not_found' }];
      return [];
    }),
    ...((begins?.from ?? '') > (ends?.to ?? '9999') ? [{ path: ['validTo'], code: 'ties.ends_before_begins' }] : []),
    ...(facts.prevailing !== null && !facts.languages.includes(facts.prevailing)
      ? [{ path: ['prevailing'], code: 'ties.prevailing_not_listed' }]
      : []),
    ...(facts.noticeMonths !== null && facts.validTo === null ? [{ path: ['noticeMonths'], code: 'ties.notice_without_end' }] : []),
    ...(await linkProblems(work, of, facts)),
  ];
}
