// The desk: who comes and goes, by the number on their badge. A reader that types a code and Enter works as it is, and a dead network hinders nobody.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Section } from '#design/page.tsx';
import { KeptNotice } from '#design/notices/kept-notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { fold } from '#kernel/fold.ts';
import { useName } from '../edition/names.tsx';
import { useEveryParticipant } from '../requests/participants.ts';
import { useDeskOutbox } from './desk-outbox.ts';
import type { BoardProps } from './tell.ts';
import { WalkIn, type Entered } from '../arrivals/walk-in-form.tsx';
import { meetingsApi } from '../client.ts';
import { PaperButtons } from '../paper/making.tsx';

/** What was typed or scanned, as codes are compared: full-width figures, small letters and a link around the code do not matter. */
const codeOf = (typed: string): string => (typed.normalize('NFKC').trim().split('/').at(-1) ?? '').toUpperCase();

/** So many of those whose names match are told. */
const mostNamed = 5;

export function Desk({ edition }: Pick<BoardProps, 'edition'>) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [walkIn, setWalkIn] = useState(false);
  const [entered, setEntered] = useState<Entered | null>(null);
  const everyone = useEveryParticipant(edition.id);
  const toast = useToast();
  const outbox = useDeskOutbox(edition.id);
  /** By a part of the name in any language, as at the door. */
  const matchingOf = (words: string) =>
    everyone?.filter((one) => Object.values(one.name).some(({ text }) => fold(text).includes(fold(words)))) ?? [];
  const say = (kind: 'arrive' | 'leave'): void => {
    if (typed.trim() === '') return setProblem(t('kernel.required'));
    const byCode = everyone?.find(({ code }) => code.toUpperCase() === codeOf(typed));
    const matching = byCode === undefined ? matchingOf(typed) : [byCode];
    const [who] = matching;
    if (who === undefined) return setProblem(t('meetings.desk_unknown', { number: typed }));
    if (matching.length > 1) {
      const named = matching.slice(0, mostNamed).map((one) => `${one.code} ${name(one.name)}`);
      return setProblem(t('meetings.desk_several', { typed, who: formats.list(named) }));
    }
    setProblem(undefined);
    setTyped('');
    toast({ text: t(kind === 'arrive' ? 'meetings.desk_arrived' : 'meetings.desk_left', { number: who.code, name: name(who.name) }) });
    void outbox.add({ what: { kind, participantId: who.participantId }, words: who.code });
  };
  return (
    <Section title={t('meetings.desk_title')}>
      <Form label={t('meetings.queue_number')} onSubmit={() => say('arrive')}>
        <TextField
          name="number"
          label={t('meetings.queue_number')}
          hint={t('meetings.desk_hint')}
          value={typed}
          error={problem}
          onChange={(words) => {
            setTyped(words);
            setProblem(undefined);
          }}
          autoComplete="off"
          list="queue-numbers"
        />
        <datalist id="queue-numbers">
          {typed !== '' &&
            everyone
              ?.filter((one) => fold(`${one.code} ${name(one.name)}`).includes(fold(typed)))
              .slice(0, 20)
              .map((one) => (
                <option key={one.participantId} value={one.code}>
                  {name(one.name)}
                </option>
              ))}
        </datalist>
        <Buttons>
          <Button kind="go" type="submit">
            {t('meetings.desk_arrive')}
          </Button>
          <Button onPress={() => say('leave')}>{t('meetings.desk_leave')}</Button>
        </Buttons>
      </Form>
      {edition.mayEdit && (
        <Button kind="text" onPress={() => setWalkIn(true)}>
          {t('meetings.walk_in')}
        </Button>
      )}
      {entered !== null && (
        <>
          <h3>{t('meetings.walk_in_is', { number: entered.code })}</h3>
          <PaperButtons isTheirs of={{ editionId: edition.id, participantId: entered.id }} papers={['badges']} />
        </>
      )}
      {walkIn && (
        <WalkIn
          edition={edition}
          roles={['buyer']}
          submit={t('meetings.walk_in_enter')}
          said={({ code }) => t('meetings.walk_in_done', { number: code })}
          arrive={(participantId, told, options) =>
            meetingsApi.tellQueue({ editionId: edition.id, happenings: [{ told, what: { kind: 'arrive', participantId } }] }, options)
          }
          onEntered={setEntered}
          onClose={() => setWalkIn(false)}
        />
      )}
      <KeptNotice outbox={outbox} />
    </Section>
  );
}
