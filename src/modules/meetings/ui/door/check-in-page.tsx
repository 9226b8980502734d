// /editions/$slug/check-in: a steward at the door, on a phone or with a reader of codes. Quick first; it goes on without a network.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { usePocket } from '#client/pocket/use-pocket.ts';
import { KeptNotice } from '#design/notices/kept-notice.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Sentence } from '#design/page.tsx';
import { useSeconds } from '../queue/tell.ts';
import { WalkInDesk } from '../arrivals/walk-in-desk.tsx';
import { writing } from '#kernel/language.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { DoorEntry } from './door-entry.tsx';
import { DoorLists } from './door-lists.tsx';
import './door.css';
import { LeavingUnsent } from './leaving.tsx';
import { Stewards } from './stewards.tsx';
import { useDoor, type DoorProps } from './use-door.ts';

/** Without an answer for this long other doors may know more. */
const staleAfter = 20_000;

export function CheckInPage() {
  const { t } = useText();
  usePocket();
  return <EventPage title={t('meetings.door_title')}>{(edition) => <AtDoor edition={edition} />}</EventPage>;
}

function AtDoor({ edition }: { readonly edition: Edition }) {
  const state = useDoor(edition.id);
  return state.door === undefined || !state.isKnown ? (
    <Skeleton lines={8} />
  ) : (
    <OpenDoor edition={edition} state={state} door={state.door} />
  );
}

function OpenDoor(props: DoorProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const { edition, state, door } = props;
  const now = useSeconds();
  const [last, setLast] = useState<string | null>(null);
  const states = door.participants.map(({ id }) => state.presence.get(id)?.state);
  const count = (of: 'here' | 'left'): number => states.filter((one) => one === of).length;
  const [here, left] = [count('here'), count('left')];
  return (
    <div className="door">
      {now - state.receivedAt > staleAfter && (
        <Notice kind="draft" live>
          {t('meetings.door_stale', { time: formats.time(state.receivedAt, edition.timeZone) })}
        </Notice>
      )}
      <Sentence>
        {[
          t('meetings.door_lead', { count: states.length, here, missing: states.length - here - left }),
          ...(left === 0 ? [] : [t('meetings.door_lead_left', { count: left })]),
        ].join(writing[language].blank)}
      </Sentence>
      {(door.day < edition.firstDay || door.day > edition.lastDay) && (
        <Notice kind="plain">{t('meetings.door_other_day', { day: formats.day(door.day, 'text') })}</Notice>
      )}
      {door.mayTell ? <DoorEntry {...props} last={last} onLast={setLast} /> : <Notice kind="plain">{t('meetings.door_look_only')}</Notice>}
      {edition.mayEdit && <WalkInDesk edition={edition} />}
      <KeptNotice outbox={state.outbox} />
      <LeavingUnsent count={state.outbox.waiting.length} />
      <DoorLists {...props} onTold={setLast} />
      <Note>{t('meetings.door_times')}</Note>
      {edition.mayEdit && <Stewards edition={edition} />}
    </div>
  );
}
