// The component sheet: every part and state on one page, for designers, engineers and the accessibility check.
import { Sentence, Title } from '../page.tsx';
import { ControlsSheet } from './controls-sheet.tsx';
import { DaySheet } from './day-sheet.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { SaidSheet } from './said-sheet.tsx';
import { StatesSheet } from './states-sheet.tsx';
import { TablesSheet } from './tables-sheet.tsx';
import { useWords } from './words.ts';

export function Sheet() {
  const w = useWords();
  return (
    <>
      <Title title={w.title} note={w.note} />
      <Sentence>{w.lead}</Sentence>
      <PlanSheet />
      <DaySheet />
      <TablesSheet />
      <SaidSheet />
      <ControlsSheet />
      <StatesSheet />
    </>
  );
}
