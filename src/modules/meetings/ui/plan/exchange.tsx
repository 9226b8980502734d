// Exchanging two meetings of a draft: the other one is found by who meets, and what it would cause is read before it is done.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note } from '#design/page.tsx';
import { meetingsQueries } from '../client.ts';
import type { Grid, GridCell } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { Exchanged } from '../release/exchanged.tsx';
import { codesOf, whereOf, whoOf } from './board-lines.ts';
import type { PlanChanges, PlanOf } from './changes.ts';
import { askDraft, useWholeDay, type Held } from './grid-part.ts';

interface ExchangeProps {
  readonly on: PlanOf;
  readonly held: Held;
  /** The grid as it is now. */
  readonly grid: Grid;
  readonly changes: PlanChanges;
  readonly onClose: () => void;
}

export function ExchangePlaced({ held, grid, ...props }: ExchangeProps) {
  const whole = useWholeDay(held, grid, askDraft(props.on));
  return whole === null ? <Skeleton lines={2} /> : <ChooseOther {...props} {...whole} />;
}

function ChooseOther({ on, words, cell, changes, onClose }: Omit<ExchangeProps, 'held' | 'grid'> & Held) {
  const { t } = useText();
  const [withMeetingId, setWith] = useState('');
  const { grid } = words;
  const options = useMemo(() => {
    const sharesSide = (other: GridCell): boolean => [other.a, other.b].some((who) => who === cell.a || who === cell.b);
    const others = grid.cells.filter((other) => other.meetingId !== cell.meetingId);
    return [...others.filter(sharesSide), ...others.filter((other) => !sharesSide(other))].map((other) => ({
      value: other.meetingId,
      text: t('meetings.banner_where', { where: whereOf(words, other), who: whoOf(words, other) }),
    }));
  }, [grid, cell, t, words]);
  const preview = useQuery({
    ...meetingsQueries.previewExchange.queryOptions({ input: { ...on, meetingId: cell.meetingId, withMeetingId } }),
    enabled: withMeetingId !== '',
    staleTime: 0,
    retry: false,
  });
  const other = grid.cells.find(({ meetingId }) => meetingId === withMeetingId);
  const exchange = () => {
    if (other === undefined || preview.data === undefined) return;
    onClose();
    void changes.exchange(cell.meetingId, withMeetingId, words.formats.list([codesOf(grid, cell), codesOf(grid, other)]));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.exchange_who', { who: whoOf(words, cell) })}
      actions={
        <>
          <Button kind="go" aria-disabled={preview.data === undefined} onPress={exchange}>
            {t('meetings.exchange_the_meetings')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('meetings.now_there', { where: whereOf(words, cell) })}</p>
      <PickField
        name="withMeetingId"
        label={t('meetings.exchange_with')}
        hint={t('meetings.exchange_hint')}
        value={withMeetingId}
        onChange={setWith}
        options={options}
      />
      {other !== undefined && preview.error === null && <Exchanged {...{ words, cell, other }} />}
      <Note>{t('meetings.exchange_draft_note')}</Note>
      {preview.error !== null && <TroubleNotice trouble={troubleOf(preview.error)} />}
      {withMeetingId !== '' && preview.error === null && <Cost caused={preview.data?.caused} />}
    </Dialog>
  );
}

type Caused = Awaited<ReturnType<(typeof meetingsQueries)['previewExchange']['call']>>['caused'];

function Cost({ caused }: { readonly caused: Caused | undefined }) {
  const { t } = useText();
  const say = useSay();
  if (caused === undefined) return <Skeleton lines={2} />;
  const reasons = new Map(caused.flatMap((one) => one.reasons).map((reason) => [say(reason), reason.severity]));
  return (
    <section aria-live="polite">
      <h3>{t('meetings.would_cause')}</h3>
      {reasons.size === 0 ? (
        <p>{t('meetings.causes_nothing')}</p>
      ) : (
        <ul>
          {[...reasons].map(([said, severity]) => (
            <li key={said} className={severity === 'hard' ? 'attention' : undefined}>
              {said}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
