// Where a steward says who is at the door: one field for badge, number and name, then what it did, in large letters and with the way back.
import { Fragment, useEffect, useRef, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { AsWritten } from '#design/named.tsx';
import { personWords } from '../../domain/agenda/agenda-words.ts';
import { Camera } from './camera.tsx';
import { Named, Party, usePlaceWord } from '../edition/names.tsx';
import { find } from './find.ts';
import type { DoorProps, Expected } from './use-door.ts';

interface EntryProps extends DoorProps {
  /** Of whom something was said last. */
  readonly last: string | null;
  readonly onLast: (participantId: string | null) => void;
}

/** What is typed while nothing has the focus goes to the field: a reader of codes does not look where the cursor is. */
function useStrayKeys() {
  const box = useRef<HTMLDivElement>(null);
  const field = () => box.current?.querySelector('input') ?? null;
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const isStray = document.activeElement === null || document.activeElement === document.body;
      if (isStray && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) field()?.focus();
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, []);
  return { box, focus: () => field()?.focus() };
}

export function DoorEntry(props: EntryProps) {
  const { t } = useText();
  const { state, door, last, onLast } = props;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [again, setAgain] = useState(false);
  const { box, focus } = useStrayKeys();
  const byId = (id: string | null): Expected | undefined => door.participants.find((one) => one.id === id);
  const checkIn = (id: string): void => {
    const who = byId(id);
    if (who === undefined) return;
    setTyped('');
    setProblem(undefined);
    onLast(id);
    const isHere = state.presence.get(id)?.state === 'here';
    setAgain(isHere);
    if (!isHere) void state.outbox.add({ what: { kind: 'arrived', participantId: id }, words: who.code });
    focus();
  };
  const enter = (text: string): void => {
    if (text.trim() === '') return setProblem(t('meetings.door_nothing_typed'));
    const found = find(text, state.findable, door.interpreters);
    const [only, more] = found.kind === 'some' ? found.ids : found.kind === 'one' ? [found.id] : [];
    if (only !== undefined && more === undefined) return checkIn(only);
    onLast(null);
    // A scanned code is gone from the field, so that the next one does not follow upon it.
    if (found.kind === 'stranger' || found.kind === 'link' || found.kind === 'interpreter') setTyped('');
    if (found.kind === 'interpreter') return setProblem(t('meetings.door_interpreter', { name: found.name }));
    if (found.kind === 'stranger') return setProblem(t('meetings.door_stranger'));
    if (found.kind === 'link') return setProblem(t('meetings.door_link'));
    setProblem(found.kind === 'none' ? t('meetings.door_nobody', { typed: text.trim().slice(0, 40) }) : undefined);
  };
  const found = find(typed, state.findable);
  const shown = byId(last);
  return (
    <div ref={box}>
      <Form label={t('meetings.door_title')} onSubmit={() => enter(typed)}>
        <TextField
          name="who"
          label={t('meetings.door_who')}
          hint={t('meetings.door_who_hint')}
          value={typed}
          error={problem}
          onChange={(text) => {
            setTyped(text);
            setProblem(undefined);
          }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
        />
        <Buttons>
          <Button kind="go" type="submit">
            {t('meetings.door_here')}
          </Button>
        </Buttons>
      </Form>
      <Camera onCode={enter} />
      {found.kind === 'some' && (
        <ul className="rows ends" aria-label={t('meetings.door_choose')}>
          {found.ids.map((id) => {
            const one = byId(id);
            return (
              one !== undefined && (
                <li key={id}>
                  <Who of={one} />
                  <span className="dooract">
                    <Button onPress={() => checkIn(id)} aria-label={`${t('meetings.door_here')} ${one.code}`}>
                      {t('meetings.door_here')}
                    </Button>
                  </span>
                </li>
              )
            );
          })}
        </ul>
      )}
      <div role="status" aria-live="polite">
        {shown !== undefined && found.kind !== 'some' && <Result {...props} who={shown} again={again} />}
      </div>
    </div>
  );
}

export function Who({ of }: { readonly of: Expected }) {
  const { language } = useText();
  return (
    <div className="what">
      <Party of={of} />
      {of.people.length > 0 && (
        <small>
          {of.people.map((person, at) => (
            <Fragment key={at}>
              {at > 0 && ' · '}
              <AsWritten text={personWords(person, language)} />
            </Fragment>
          ))}
        </small>
      )}
    </div>
  );
}

interface ResultProps extends EntryProps {
  readonly who: Expected;
  /** They were here already when they came to this door. */
  readonly again: boolean;
}

/** What is so of somebody now, and what can be done about it. */
function Result({ who, again, state, door, edition, onLast }: ResultProps) {
  const { t } = useText();
  const formats = useFormats();
  const place = usePlaceWord();
  const presence = state.presence.get(who.id);
  const since = { time: presence === undefined ? '' : formats.time(presence.since, edition.timeZone) };
  // Said here a moment ago, or by somebody before.
  const isFresh = !again && presence !== undefined && Date.now() - Date.parse(presence.since) < 60_000;
  const ahead = who.meetings.filter(({ endsAt }) => Date.parse(endsAt) > Date.now());
  const isHeld = door.day >= edition.firstDay && door.day <= edition.lastDay;
  const firstAhead = ahead.findIndex(({ startsAt }) => Date.parse(startsAt) > Date.now());
  const words = (firstAhead === -1 ? ahead : ahead.slice(0, firstAhead + 1)).map(({ startsAt, endsAt, place: { code } }) => {
    const running = Date.parse(startsAt) <= Date.now();
    const time = formats.time(running ? endsAt : startsAt, edition.timeZone);
    return t(running ? 'meetings.door_now' : 'meetings.door_next', { time, place: place(code) });
  });
  const due = ahead.length > 0 ? words.join(' ') : isHeld ? t('meetings.door_no_more') : '';
  const said =
    presence === undefined
      ? t('meetings.door_undone')
      : presence.state === 'left'
        ? t('meetings.door_has_left', since)
        : t(isFresh ? 'meetings.door_arrived' : 'meetings.door_already', since);
  const undo = () => {
    for (const of of presence?.told ?? [])
      void state.outbox.add({ what: { kind: 'takeBack', participantId: who.id, of }, words: who.code });
  };
  return (
    <section className={presence?.state === 'here' ? 'doorresult' : 'doorresult muted'}>
      <p className="doorname">
        <b>{who.code}</b> <Named name={who.name} />
      </p>
      <p>
        {said} {due}
      </p>
      <Buttons>
        {presence !== undefined && presence.told.length > 0 && <Button onPress={undo}>{t('meetings.door_undo')}</Button>}
        {presence?.state === 'here' && (
          <Button
            kind="text"
            onPress={() => {
              void state.outbox.add({ what: { kind: 'left', participantId: who.id }, words: who.code });
              onLast(who.id);
            }}
          >
            {t('meetings.door_leaves')}
          </Button>
        )}
      </Buttons>
    </section>
  );
}
