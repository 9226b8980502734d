// Who has a meeting now or soon and was not checked in at the door, where one checks people in: to ring, or to repair their day before it stands still.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink } from '#design/button.tsx';
import { Note, Section } from '#design/page.tsx';
import { Party, usePlaceWord } from '../edition/names.tsx';
import { Reach } from '../edition/reach.tsx';
import type { Edition, Grid, GridCell } from '../edition/answers.ts';
import type { AtDoor } from './at-door.ts';
import { AwayRepair, isAwaited } from './away-repair.tsx';
import { soon } from './running.ts';

const mostNamed = 10;

interface Due {
  readonly participant: Grid['participants'][number];
  readonly cell: GridCell;
  readonly startsAt: string;
}

/** Whose meeting goes on or begins within twenty minutes, the earliest first, each once. */
function dueAt(grid: Grid, now: number): readonly Due[] {
  const near = grid.cells.flatMap((cell) => {
    const slot = grid.slots[cell.slot];
    return slot !== undefined && Date.parse(slot.endsAt) > now && Date.parse(slot.startsAt) <= now + soon
      ? [{ cell, startsAt: slot.startsAt }]
      : [];
  });
  near.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const found = new Map<string, Due>();
  for (const { cell, startsAt } of near)
    for (const at of [cell.a, cell.b]) {
      const participant = grid.participants[at];
      if (participant !== undefined && !found.has(participant.id)) found.set(participant.id, { participant, cell, startsAt });
    }
  return [...found.values()];
}

interface NotHereProps {
  readonly edition: Edition;
  readonly grid: Grid;
  /** With the other halls. */
  readonly whole: Grid;
  readonly door: AtDoor;
  readonly now: number;
}

export function NotHere({ edition, grid, whole, door, now }: NotHereProps) {
  const { t } = useText();
  const formats = useFormats();
  const place = usePlaceWord();
  const [repaired, setRepaired] = useState<string | null>(null);
  const missing = dueAt(grid, now).filter(({ participant }) => door.isMissing(participant.id));
  // Nobody was checked in today, or few of those due: nothing follows from not being so, which is said.
  if (!door.isUsed && missing.length === 0)
    return door.due === 0 ? null : <Note>{t('meetings.day_door_unused', { seen: door.seen, count: door.due })}</Note>;
  /** Whether they have left, or did not come yet. */
  const stateOf = (participantId: string): string => {
    const since = door.left.get(participantId);
    return since === undefined
      ? t('meetings.day_not_checked_in')
      : t('meetings.day_left_at', { time: formats.time(since, edition.timeZone) });
  };
  return (
    <Section
      title={t('meetings.day_not_here')}
      count={missing.length}
      attention={missing.length > 0}
      aside={t('meetings.day_here_count', { count: door.here.size })}
    >
      {missing.length === 0 && <p className="muted">{t('meetings.day_not_here_none')}</p>}
      <ul className="rows ends">
        {missing.slice(0, mostNamed).map(({ participant, cell, startsAt }) => (
          <li key={participant.id}>
            <div className="what">
              <Party of={participant} />
              <small>
                {formats.time(startsAt, edition.timeZone)} {place(grid.places[cell.place]?.code ?? '')} · {stateOf(participant.id)}
              </small>
              {edition.mayEdit && <Reach editionId={edition.id} participantId={participant.id} />}
            </div>
            {edition.mayEdit && isAwaited(whole, participant.id, now) && (
              <span>
                <Button kind="text" onPress={() => setRepaired(repaired === participant.id ? null : participant.id)}>
                  {t('meetings.day_not_today_any_more', { code: participant.code })}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {missing.length > mostNamed && <Note>{t('meetings.day_not_here_more', { count: missing.length - mostNamed })}</Note>}
      {repaired !== null && (
        <AwayRepair key={repaired} {...{ edition, now }} grid={whole} participantId={repaired} onDone={() => setRepaired(null)} />
      )}
      <ButtonLink to="/editions/$slug/check-in" params={{ slug: edition.slug }}>
        {t('meetings.door_title')}
      </ButtonLink>
    </Section>
  );
}
