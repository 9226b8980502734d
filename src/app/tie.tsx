// A tie's page, its slots filled with the parts of the modules that know more of the tie.
import { TiePage, type TieSlots } from '#modules/ties/ui/tie-page.tsx';

const slots: TieSlots = {};

export function Tie() {
  return <TiePage slots={slots} />;
}
