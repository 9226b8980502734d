// An outcome that a third party relates to our tie: taken up, or left.
import { TakeUp as Decision } from '#modules/ties/ui/others/take-up.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesApi } from './client.ts';

export function TakeUp({ outcome, taking }: { readonly outcome: Outcome; readonly taking: Outcome['takings'][number] }) {
  const { office, takesUp } = taking;
  return <Decision takesUp={takesUp} decide={(next) => outcomesApi.takeUpOutcome({ outcomeId: outcome.id, office, takesUp: next })} />;
}
