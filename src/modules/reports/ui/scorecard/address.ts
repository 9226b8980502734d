// What the addresses of a scorecard say beside the path: whose view, and what its list is narrowed down to.
import { assurances, type Assurance } from '#modules/outcomes/domain/assurance.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { stages, type Stage } from '#modules/outcomes/domain/stages.ts';
import { answerStates } from '../../domain/scorecard/scorecard.ts';

type Search = Readonly<Record<string, unknown>>;
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

export interface ScorecardSearch {
  readonly view?: 'own';
}

/** /cities/$slug/scorecard */
export const scorecardSearch = ({ view }: Search): ScorecardSearch => (view === 'own' ? { view } : {});

export interface ScoredSearch extends ScorecardSearch {
  readonly stage?: Stage;
  readonly sureness?: Assurance;
  readonly fate?: (typeof fates)[number];
  readonly answer?: (typeof answerStates)[number];
  readonly paper?: 'with' | 'without';
}

/** /cities/$slug/scorecard/outcomes */
export function scoredSearch(search: Search): ScoredSearch {
  const [stage, sureness, fate] = [oneOf(stages, search['stage']), oneOf(assurances, search['sureness']), oneOf(fates, search['fate'])];
  const [answer, paper] = [oneOf(answerStates, search['answer']), oneOf(['with', 'without'] as const, search['paper'])];
  return {
    ...scorecardSearch(search),
    ...(stage === undefined ? {} : { stage }),
    ...(sureness === undefined ? {} : { sureness }),
    ...(fate === undefined ? {} : { fate }),
    ...(answer === undefined ? {} : { answer }),
    ...(paper === undefined ? {} : { paper }),
  };
}
