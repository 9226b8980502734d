// The sentences a tie's page begins with: as in its report, of what the reader may see.
import { useQuery } from '@tanstack/react-query';
import type { OutcomeSummary } from '#modules/outcomes/contract/shapes.ts';
import { outcomesOfTie } from '#modules/outcomes/ui/tie-outcomes.tsx';
import type { Tie } from '#modules/ties/contract/shapes.ts';
import { standingOfSaid } from '#modules/evidence/domain/standing.ts';
import type { OpeningFacts } from '../domain/opening.ts';
import { Opening } from './report-opening.tsx';

/** A tie's page as the facts of a report; what nobody states is no entry. */
function factsOf(tie: Tie, outcomes: readonly OutcomeSummary[]) {
  const { a, b } = tie.cities;
  const sides = [a.officeId, b.officeId];
  const said = tie.shown.flatMap(({ attribute, shown }): OpeningFacts['entries'] => {
    const { first } = shown;
    if (first === null || attribute === 'status') return [];
    return [{ kind: 'said', standing: standingOfSaid({ ...shown, first }, sides), attribute, cityId: null, shown }];
  });
  const statuses = (['a', 'b'] as const).flatMap((side): OpeningFacts['entries'] => {
    const first = tie.statements.find(({ id }) => id === tie.status[side]?.statementId);
    if (first === undefined) return [];
    return [
      {
        kind: 'said',
        standing: 'reported',
        attribute: 'status',
        cityId: tie.cities[side].id,
        shown: { first, agreeing: [], differing: [] },
      },
    ];
  });
  const visits = (['a', 'b'] as const)
    .filter((side) => tie.visits[side].visits === 0)
    .map((side) => ({ about: 'visits', cityId: tie.cities[side].id }));
  const papers = tie.agreements.map((agreement) => ({ kind: 'agreement' as const, agreement }));
  const came = outcomes.map((outcome) => ({ kind: 'outcome' as const, outcome }));
  const cities = { first: a, second: b };
  return { today: tie.today, cities, entries: [...said, ...statuses, ...papers, ...came], gaps: visits, alike: [] };
}

export function TieOpening({ tie }: { readonly tie: Tie }) {
  const { data } = useQuery(outcomesOfTie(tie.id));
  return data === undefined ? null : <Opening report={factsOf(tie, data.entries)} />;
}
