// Whoever comes without registration, where meetings are scheduled: one form, then the best free meetings for them, to be agreed with one press, and their badge.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { PaperButtons } from '../paper/making.tsx';
import { Preview } from '../repair/panel.tsx';
import { WalkIn, type Entered } from './walk-in-form.tsx';

const roles = ['buyer', 'exhibitor'] as const;

export function WalkInDesk({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [entered, setEntered] = useState<Entered | null>(null);
  return (
    <>
      {entered === null ? (
        <Buttons>
          <Button onPress={() => setOpen(true)}>{t('meetings.walk_in')}</Button>
        </Buttons>
      ) : (
        <EnteredNow key={entered.id} edition={edition} entered={entered} onDone={() => setEntered(null)} />
      )}
      {isOpen && (
        <WalkIn
          {...{ edition, roles }}
          submit={t('meetings.walk_in_find')}
          said={({ code }) => t('meetings.walk_in_entered', { number: code })}
          arrive={(participantId, told, options) =>
            meetingsApi.tellDoor({ editionId: edition.id, happenings: [{ told, what: { kind: 'arrived', participantId } }] }, options)
          }
          onEntered={setEntered}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface EnteredNowProps {
  readonly edition: Edition;
  readonly entered: Entered;
  readonly onDone: () => void;
}

function EnteredNow({ edition, entered: { id, code }, onDone }: EnteredNowProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  // Whoever entered them looks for what comes next, which stands below what was on the page.
  useEffect(() => box.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <div ref={box}>
      <Section title={t('meetings.walk_in_is', { number: code })}>
        <FreeMeetings edition={edition} participantId={id} />
        <h3 className="after">{t('meetings.walk_in_badge')}</h3>
        <PaperButtons isTheirs of={{ editionId: edition.id, participantId: id }} papers={['badges', 'agendas']} />
        <Buttons>
          <Button kind="text" onPress={onDone}>
            {t('meetings.walk_in_done_with', { number: code })}
          </Button>
        </Buttons>
      </Section>
    </div>
  );
}

/** Their wishes in the schedule in force, as few meetings of others moved as can be. */
function FreeMeetings({ edition, participantId }: { readonly edition: Edition; readonly participantId: string }) {
  const { t } = useText();
  const input = { editionId: edition.id };
  const [agreed, setAgreed] = useState(false);
  const released = useQuery(meetingsQueries.listReleases.queryOptions({ input: { ...input, limit: 1 } })).data;
  const open = useQuery({ ...meetingsQueries.listOpenMeetings.queryOptions({ input }), enabled: released?.entries[0] !== undefined }).data;
  if (released?.entries.length === 0) return <p>{t('meetings.walk_in_no_schedule')}</p>;
  if (agreed) return <p role="status">{t('meetings.walk_in_agreed')}</p>;
  if (open === undefined) return <Skeleton lines={4} />;
  const wished = open.entries
    .filter(({ a, b }) => [a.id, b.id].includes(participantId))
    .map(({ id }) => ({ kind: 'added' as const, meetingId: id }));
  return wished.length === 0 ? (
    <p>{t('meetings.walk_in_none_open')}</p>
  ) : (
    <>
      <h3>{t('meetings.walk_in_free')}</h3>
      <Preview edition={edition} changes={wished} onDone={() => setAgreed(true)} />
    </>
  );
}
