// What the addresses of follow-through pages say beside the path: whose view, and what a list is narrowed down to.
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { unknownReasons, type UnknownReason } from '#modules/outcomes/domain/follow-up/fate.ts';
import { outcomeKinds, type OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import { stages, type Stage } from '#modules/outcomes/domain/stages.ts';

type Search = Readonly<Record<string, unknown>>;
export type ShownFate = (typeof fates)[number];

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

export interface FollowThroughSearch {
  /** With what only the reader's office sees; as everybody reads it. */
  readonly view?: 'own' | 'public';
}

const viewOf = ({ view }: Search): FollowThroughSearch => (view === 'own' || view === 'public' ? { view } : {});

/** /editions/$slug/follow-through */
export const followThroughSearch = (search: Search): FollowThroughSearch => viewOf(search);

export interface AnnouncementsSearch extends FollowThroughSearch {
  readonly fate?: ShownFate;
  readonly reason?: UnknownReason;
  readonly stage?: Stage;
  readonly kind?: OutcomeKind;
}

/** /editions/$slug/follow-through/announcements */
export function announcementsSearch(search: Search): AnnouncementsSearch {
  const [fate, reason] = [oneOf(fates, search['fate']), oneOf(unknownReasons, search['reason'])];
  const [stage, kind] = [oneOf(stages, search['stage']), oneOf(outcomeKinds, search['kind'])];
  return {
    ...viewOf(search),
    ...(fate === undefined ? {} : { fate }),
    ...(reason === undefined ? {} : { reason }),
    ...(stage === undefined ? {} : { stage }),
    ...(kind === undefined ? {} : { kind }),
  };
}
