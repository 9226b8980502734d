// The hours of a live queue that is open: changed while it goes on, with the way back.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { venueClock } from '#modules/expos/domain/venue-time.ts';
import { useSentences } from '#modules/expos/ui/local-problems.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { ClockFields, hoursProblems, instantsOf, type HoursDraft } from './clock-fields.tsx';
import type { Board } from './tell.ts';

interface ChangeHoursProps {
  readonly edition: Edition;
  readonly board: Pick<Board, 'opensAt' | 'closesAt'>;
  readonly now: number;
  readonly onClose: () => void;
}

export function ChangeHours({ edition, board: { opensAt, closesAt }, now, onClose }: ChangeHoursProps) {
  const { t } = useText();
  const sentences = useSentences();
  const { keep, refuse, ...action } = useKeeping(meetingsQueries.key());
  const [draft, setDraft] = useState((): HoursDraft => {
    const [opens, closes] = [opensAt, closesAt].map((at) => venueClock(edition.timeZone, Date.parse(at)));
    return { day: opens?.date ?? '', opens: opens?.time ?? '', closes: closes?.time ?? '' };
  });
  const begun = Date.parse(opensAt) <= now;
  // Sent twice it has happened once.
  const [told] = useState(() => crypto.randomUUID());
  const tell = (hours: { readonly opensAt: string; readonly closesAt: string }, id: string) =>
    meetingsApi.tellQueue({ editionId: edition.id, happenings: [{ told: id, what: { kind: 'hours', ...hours } }] });
  const save = () => {
    if (refuse(sentences(hoursProblems(draft)))) return;
    const wanted = instantsOf(edition, draft);
    void keep(() => tell({ ...wanted, opensAt: begun ? opensAt : wanted.opensAt }, told), {
      said: t('meetings.queue_hours_changed', { opens: draft.opens, closes: draft.closes }),
      undo: () => tell({ opensAt, closesAt }, crypto.randomUUID()).then(() => undefined),
      after: onClose,
    });
  };
  return (
    <FormDialog title={t('meetings.queue_hours')} action={action} submit={t('meetings.queue_hours')} onSubmit={save} onClose={onClose}>
      <ClockFields draft={draft} begun={begun} onChange={(part) => setDraft({ ...draft, ...part })} />
    </FormDialog>
  );
}
