// What comes of exchanging two meetings: where each would be, or why it cannot be done.
import { useText } from '#client/language.ts';
import { Note } from '#design/page.tsx';
import type { GridCell } from '../edition/answers.ts';
import { whereOf, whoOf, type CellWords } from '../plan/board-lines.ts';
import { exchanged } from './slots.ts';

interface ExchangedProps {
  readonly words: CellWords;
  readonly cell: GridCell;
  readonly other: GridCell;
  /** What stands against it; empty where nothing does. */
  readonly why?: string;
}

export function Exchanged({ words, cell, other, why = '' }: ExchangedProps) {
  const { t } = useText();
  if (why !== '') return <p className="attention">{t('meetings.exchange_not_possible', { why })}</p>;
  return (
    <>
      <Note>{t('meetings.exchange_then')}</Note>
      <ul aria-live="polite">
        {exchanged(words.grid, cell, other).map((one) => (
          <li key={one.meetingId}>{t('meetings.banner_where', { where: whereOf(words, one), who: whoOf(words, one) })}</li>
        ))}
      </ul>
    </>
  );
}
