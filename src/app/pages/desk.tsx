// An office's desk, its month filled with what other modules know.
import { useContradictedRows } from '#modules/outcomes/ui/ledger/contradicted-rows.tsx';
import { DeskPage, type DeskSlots } from '#modules/ties/ui/desk-page.tsx';

const slots: DeskSlots = { useWaiting: useContradictedRows };

export function Desk() {
  return <DeskPage slots={slots} />;
}
