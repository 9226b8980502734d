// On the page of an outcome: what other sides hold of its figures, each to be taken over by the office that keeps it.
import type { Outcome } from '../../contract/shapes.ts';
import { isAcceptable } from '../../domain/accepting.ts';
import { AcceptAnswer } from './accept-answer.tsx';

export function AcceptHere({ outcome }: { readonly outcome: Outcome }) {
  const waiting = outcome.figures.flatMap(({ stage, differing }) =>
    differing.flatMap(({ office }) => {
      const said = outcome.confirmations.findLast((one) => one.office.id === office.id && one.stage === stage && !one.outdated);
      return said?.verdict === 'differs' && isAcceptable(said) ? [said] : [];
    }),
  );
  return waiting.map((said) => (
    <AcceptAnswer key={said.id} said={{ ...said, at: said.enteredAt, outcome: { ...outcome, id: outcome.id } }} />
  ));
}
