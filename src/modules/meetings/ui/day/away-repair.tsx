// What becomes of the rest of the day of somebody who is missing: they do not come any more, or from a time on. Each way with what it would change.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField } from '#design/fields/field.tsx';
import type { Edition, Grid } from '../edition/answers.ts';
import { upcoming, type DayChange } from '../repair/lines.ts';
import { Preview } from '../repair/panel.tsx';

/** Whether the schedule still holds a meeting of theirs that has not begun. */
export function isAwaited(grid: Grid, participantId: string, now: number): boolean {
  const ahead = new Set(upcoming(grid, now).map(({ id }) => id));
  return grid.cells.some(
    ({ slot, a, b }) => ahead.has(grid.slots[slot]?.id ?? '') && [a, b].some((at) => grid.participants[at]?.id === participantId),
  );
}

interface AwayRepairProps {
  readonly edition: Edition;
  /** The schedule of today. */
  readonly grid: Grid;
  readonly participantId: string;
  readonly now: number;
  readonly onDone: () => void;
}

export function AwayRepair({ edition, grid, participantId, now, onDone }: AwayRepairProps) {
  const { t } = useText();
  const formats = useFormats();
  const [untilSlotId, setUntil] = useState('');
  const slots = upcoming(grid, now);
  const [next] = slots;
  if (next === undefined) return null;
  // A time that was chosen may have begun meanwhile.
  const until = slots.find(({ id }) => id === untilSlotId);
  const change: DayChange =
    until === undefined ? { kind: 'no_show', participantId, fromSlotId: next.id } : { kind: 'late', participantId, untilSlotId: until.id };
  return (
    <>
      <SelectField
        name="comes"
        label={t('meetings.day_comes')}
        value={until?.id ?? ''}
        onChange={setUntil}
        options={[
          { value: '', text: t('meetings.day_comes_not') },
          ...slots.map(({ id, startsAt }) => ({
            value: id,
            text: t('meetings.day_comes_from', { time: formats.time(startsAt, edition.timeZone) }),
          })),
        ]}
      />
      <Preview edition={edition} changes={[change]} onDone={onDone} />
    </>
  );
}
