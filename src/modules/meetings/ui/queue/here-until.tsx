// Where an interpreter of the live queue is, in words, and until when they say that they stay.
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { clockMeaning } from '#modules/expos/domain/venue-time.ts';
import { useSentences } from '#modules/expos/ui/local-problems.ts';
import { clockProblems, readClock } from '#modules/expos/ui/slots/draft.ts';
import type { Board } from './tell.ts';

/** Where an interpreter is, as the organiser and they themselves read it. */
export function useWhereabouts(timeZone: string) {
  const { t } = useText();
  const formats = useFormats();
  return ({ state, from, until }: Pick<Board['interpreters'][number], 'state' | 'from' | 'until'>): string => {
    if (state === 'gone') return t('meetings.interpreter_gone');
    if (state === 'expected') return t('meetings.interpreter_expected', { time: formats.time(from ?? '', timeZone) });
    if (until === null) return t(state === 'working' ? 'meetings.interpreter_working' : 'meetings.interpreter_free');
    const time = formats.time(until, timeZone);
    return t(state === 'working' ? 'meetings.interpreter_working_until' : 'meetings.interpreter_free_until', { time });
  };
}

interface HereUntilProps {
  readonly title: string;
  readonly on: { readonly timeZone: string; readonly opensAt: string; readonly until: string | null };
  /** Answers whether it was entered. */
  readonly tell: (until: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Until when somebody stays, on the day of the queue. */
export function HereUntil({ title, on: { timeZone, opensAt, until }, tell, onClose }: HereUntilProps) {
  const { t } = useText();
  const formats = useFormats();
  const sentences = useSentences();
  const { refuse, ...action } = useAction();
  const [typed, setTyped] = useState(until === null ? '' : formats.time(until, timeZone));
  const save = () => {
    if (refuse(sentences(clockProblems(['until'], typed)))) return;
    const { at } = clockMeaning(timeZone, { date: dayOf(opensAt, timeZone), time: readClock(typed) ?? '00:00' });
    void action.run(async () => {
      if (await tell(new Date(at).toISOString())) onClose();
    });
  };
  return (
    <FormDialog title={title} action={action} submit={t('expos.save')} onSubmit={save} onClose={onClose}>
      <TextField
        name="until"
        label={t('meetings.until')}
        value={typed}
        onChange={setTyped}
        onBlur={() => setTyped(readClock(typed) ?? typed)}
        short
        inputMode="numeric"
        autoComplete="off"
      />
    </FormDialog>
  );
}
