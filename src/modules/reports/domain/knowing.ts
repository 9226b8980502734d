// What a reader may take as known, what is only reported, and what nobody has stated: the three parts of a report.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Assurance } from '#modules/outcomes/domain/assurance.ts';
import { isOfficial, type SourceClass } from '#modules/evidence/domain/source.ts';
import type { Standing } from '#modules/evidence/domain/standing.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { DomainMark } from '#modules/ties/domain/domain-marks.ts';
import { isLongAgo } from '#modules/ties/domain/silence.ts';
import type { ProgressStage } from '#modules/outcomes/domain/stages.ts';

/** An agreement or exchange is known where an official source or the paper itself shows it. */
export const standingOfEvent = (source: { readonly class: SourceClass } | null, hasPaper: boolean): Standing =>
  (source !== null && isOfficial(source)) || hasPaper ? 'known' : 'reported';

const sure: readonly Assurance[] = ['confirmed', 'documented', 'verified'];

/** An outcome is known when both sides or a paper stand behind every one of its figures. */
export const standingOfOutcome = (figures: readonly { readonly assurance: Assurance }[]): Standing =>
  figures.length > 0 && figures.every(({ assurance }) => sure.includes(assurance)) ? 'known' : 'reported';

/** What nobody has stated, told as a gap: a word, never an empty place. Ids lead to what it is about. */
export type Gap =
  | { readonly about: 'established' | 'class' }
  /** Nobody states the beginning, but a paper that can found a tie was signed. */
  | { readonly about: 'begun_by_paper'; readonly agreementId: string; readonly signedOn: FlexDate }
  | { readonly about: 'status'; readonly cityId: string }
  /** `elsewhere`: how many entries of the page may tell of people who travelled. */
  | { readonly about: 'visits'; readonly cityId: string; readonly elsewhere: number }
  | { readonly about: 'parties' | 'validity'; readonly agreementId: string }
  /** `stage`: how far it is known to have come. */
  | { readonly about: 'follow_up'; readonly outcomeId: string; readonly stage: ProgressStage }
  /** `elsewhere`: how many entries do not say to which domain they belong. */
  | { readonly about: 'domains'; readonly domains: readonly Domain[]; readonly elsewhere: number }
  /** The last date as it is known: a year stays a year. */
  | { readonly about: 'silence'; readonly since: FlexDate };

export interface Gaps {
  /** Attributes of the tie that somebody states. */
  readonly stated: readonly string[];
  /** The first paper on record that can have founded it. */
  readonly paper: { readonly id: string; readonly signedOn: FlexDate } | null;
  /** For each city, whether its side states how the tie stands, and whether a visit from it is on record. */
  readonly cities: readonly { readonly id: string; readonly status: boolean; readonly visits: boolean }[];
  readonly agreements: readonly { readonly id: string; readonly parties: number; readonly validTo: unknown }[];
  readonly outcomes: readonly FollowedOutcome[];
  readonly domains: readonly Pick<DomainMark, 'domain' | 'state'>[];
  /** Entries that belong to no domain as far as anybody says. */
  readonly withoutDomain: number;
  /** Exchanges that are no visits, and outcomes that count who came. */
  readonly meetings: number;
  /** When something is last known to have happened; null where nothing is, or where something is planned. */
  readonly last: FlexDate | null;
  readonly today: string;
}

export interface FollowedOutcome {
  readonly id: string;
  readonly reached: { readonly stage: ProgressStage | null; readonly ended: string | null };
}

const silentYears = 3;

/** Something was promised, and nobody has said how it went on after the stage it had come to. */
const openEnded = ({ id, reached: { stage, ended } }: FollowedOutcome): readonly Gap[] =>
  stage === null || stage === 'realised' || ended !== null ? [] : [{ about: 'follow_up', outcomeId: id, stage }];

const begun = (paper: Gaps['paper']): Gap =>
  paper === null ? { about: 'established' } : { about: 'begun_by_paper', agreementId: paper.id, signedOn: paper.signedOn };

/** Everything a reader would ask and nobody has stated, in the order in which the report tells it. */
export function gapsOf({
  stated,
  paper,
  cities,
  agreements,
  outcomes,
  domains,
  withoutDomain,
  meetings,
  last,
  today,
}: Gaps): readonly Gap[] {
  const empty = domains.filter(({ state }) => state === 'empty').map(({ domain }) => domain);
  return [
    ...(stated.includes('established') ? [] : [begun(paper)]),
    ...(stated.includes('class') ? [] : [{ about: 'class' as const }]),
    ...outcomes.flatMap(openEnded),
    ...agreements.flatMap(({ id, parties, validTo }): readonly Gap[] => [
      ...(parties === 0 ? [{ about: 'parties' as const, agreementId: id }] : []),
      ...(validTo === null ? [{ about: 'validity' as const, agreementId: id }] : []),
    ]),
    ...cities.filter(({ status }) => !status).map(({ id }) => ({ about: 'status' as const, cityId: id })),
    ...cities.filter(({ visits }) => !visits).map(({ id }) => ({ about: 'visits' as const, cityId: id, elsewhere: meetings })),
    ...(empty.length === 0 ? [] : [{ about: 'domains' as const, domains: empty, elsewhere: withoutDomain }]),
    ...(last !== null && isLongAgo(last, silentYears, today) ? [{ about: 'silence' as const, since: last }] : []),
  ];
}
