// The numbers of an edition, with what came of its meetings.
import { NumbersPage } from '#modules/meetings/ui/numbers/numbers-page.tsx';
import { LeadsOf } from '#modules/outcomes/ui/leads.tsx';

export function EditionNumbers() {
  return <NumbersPage after={({ id }) => <LeadsOf editionId={id} />} />;
}
