// A participant: an organisation that takes part in an edition's meetings, with what limits it.
import type { OfficeId } from '#kernel/ids.ts';
import type { Problem } from '#kernel/result.ts';
import { entryKinds, type Entry } from '#modules/organisations/domain/entry.ts';
import type { OrganisationId } from '#modules/organisations/domain/organisation.ts';
import type { GroupId, ParticipantId, StandId } from './edition.ts';
import type { Market } from './topic.ts';
import type { Absence, RosterParticipant } from './roster.ts';

/** What the organiser records of a participant, its name as at this edition: a later renaming does not rewrite a past expo. */
export interface ParticipantFacts
  extends Omit<RosterParticipant, 'group' | 'stand' | 'unavailable' | 'offerTopics' | 'needTopics'>, Market {
  readonly groupId: GroupId | null;
  readonly standId: StandId | null;
  readonly leadsStand: boolean;
  /** The company's own office, which may read all of this. */
  readonly officeId: OfficeId | null;
  /** Whether an exhibitor stands in the public list. */
  readonly listed: boolean;
}

export interface ParticipantRecord extends ParticipantFacts {
  readonly id: ParticipantId;
  readonly version: number;
  readonly organisationId: OrganisationId;
  readonly withdrawnAt: Date | null;
  /** When the company itself last said that its entry is right, and when it can meet. */
  readonly profileSaidAt: Date | null;
  readonly timesSaidAt: Date | null;
  readonly unavailable: readonly Absence[];
}

/** An organisation with what it says at an edition. */
export interface Saying {
  readonly organisationId: OrganisationId;
  readonly facts: Pick<ParticipantFacts, 'offer' | 'need' | 'offerDetails' | 'needDetails'>;
}

/** What organisations said they bring and seek, as entries of theirs. */
export const entriesOf = (said: readonly Saying[]): readonly Entry[] =>
  said.flatMap(({ organisationId, facts }) =>
    entryKinds.flatMap((kind): readonly Entry[] => {
      const [text, details] = [facts[kind], facts[`${kind}Details`]];
      return text === null && details === null ? [] : [{ organisationId, kind, text, details }];
    }),
  );

/** What cannot be true of one participant by itself, whatever else the edition holds. */
export function participantProblems(
  facts: Pick<ParticipantFacts, 'minMeetings' | 'maxMeetings' | 'meetsAt' | 'leadsStand'> & { readonly hasStand: boolean },
): readonly Problem[] {
  const { minMeetings, maxMeetings, meetsAt, leadsStand, hasStand } = facts;
  const problems: Problem[] = [];
  if (minMeetings !== null && maxMeetings !== null && minMeetings > maxMeetings)
    problems.push({ path: ['minMeetings'], code: 'expos.minimum_over_maximum' });
  if (meetsAt === 'stand' && !hasStand) problems.push({ path: ['meetsAt'], code: 'expos.stand_required' });
  if (leadsStand && !hasStand) problems.push({ path: ['leadsStand'], code: 'expos.stand_required' });
  return problems;
}

/** Absences that end before they start, at `path` + their place in the list. */
export const absenceProblems = (absences: readonly Absence[], path: readonly (string | number)[] = ['unavailable']): readonly Problem[] =>
  absences.flatMap((absence, index) =>
    absence.end <= absence.start ? [{ path: [...path, index, 'endsAt'], code: 'expos.absence_ends_before_start' }] : [],
  );
