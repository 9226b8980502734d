// Two editions compared, with what is counted of the meetings of both and what came of them.
import { ComparePage } from '#modules/expos/ui/compare/compare-page.tsx';
import { NumbersOfTwo } from '#modules/meetings/ui/numbers/two-editions.tsx';
import { OutcomesOfTwo, OutcomesOfTwoLead } from '#modules/outcomes/ui/outcomes-of-two.tsx';

export function EditionCompare() {
  return (
    <ComparePage
      lead={(both, none) => <OutcomesOfTwoLead {...both} none={none} />}
      results={(both) => (
        <>
          <NumbersOfTwo {...both} />
          <OutcomesOfTwo {...both} />
        </>
      )}
    />
  );
}
