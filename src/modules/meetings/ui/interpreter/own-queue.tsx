// An interpreter's part of the live queue: where they are called to, and one press to say that they are here, until when, or go.
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import type { InterpreterAgenda } from '../agenda/answers.ts';
import { placeWords } from '../agenda/next.tsx';
import { useNow } from '../agenda/now.ts';
import { Named } from '../edition/names.tsx';
import { HereUntil, useWhereabouts } from '../queue/here-until.tsx';
import { useTellInterpreter } from '../queue/tell.ts';
import { useInterpreterAgenda } from './interpreter-day.tsx';

type Ids = { readonly editionId: string; readonly interpreterId: string };

/** Nothing where no queue is open. */
export function OwnQueueOf({ ids }: { readonly ids: Ids }) {
  const agenda = useInterpreterAgenda(ids);
  return agenda === undefined || agenda.queue === null ? null : <InQueue {...{ ids, agenda }} queue={agenda.queue} />;
}

interface InQueueProps {
  readonly ids: Ids;
  readonly agenda: InterpreterAgenda;
  readonly queue: NonNullable<InterpreterAgenda['queue']>;
}

function InQueue({ ids, agenda: { edition, interpreter }, queue }: InQueueProps) {
  const { t } = useText();
  const formats = useFormats();
  const whereabouts = useWhereabouts(edition.timeZone);
  const tell = useTellInterpreter(ids);
  const [asked, setAsked] = useState(false);
  const { talk } = queue;
  // Whoever says a day ahead that they are here says it of a hall that is empty.
  const isToday = dayOf(queue.opensAt, edition.timeZone) === dayOf(useNow(), edition.timeZone);
  const isAway = queue.state === 'gone' || queue.state === 'expected';
  return (
    <Section
      title={t('meetings.queue_title')}
      aside={
        <span className="note">
          {isToday ? '' : `${formats.date(queue.opensAt, edition.timeZone, 'short')} `}
          {formats.span(queue.opensAt, queue.closesAt, edition.timeZone)}
        </span>
      }
    >
      <p role="status">{whereabouts(queue)}</p>
      {talk !== null && (
        <p className={talk.begunAt === null ? 'attention' : ''}>
          {talk.begunAt === null ? t('meetings.own_go', { place: placeWords(t, talk) }) : placeWords(t, talk)}
          {' · '}
          <Named name={talk.rotating.name} /> <span className="note">{talk.rotating.code}</span> – <Named name={talk.seated.name} />{' '}
          <span className="note">{talk.seated.code}</span>
        </p>
      )}
      <Buttons>
        {!isToday ? null : isAway ? (
          <Button kind="go" big onPress={() => tell({ kind: 'interpreterComes' })}>
            {t('meetings.interpreter_i_come')}
          </Button>
        ) : (
          <Button big onPress={() => tell({ kind: 'interpreterGoes' })}>
            {t('meetings.interpreter_i_go')}
          </Button>
        )}
        <Button kind="text" onPress={() => setAsked(true)}>
          {t('meetings.interpreter_i_stay')}
        </Button>
      </Buttons>
      {asked && (
        <HereUntil
          title={t('meetings.interpreter_stays_title', { name: interpreter.name })}
          on={{ timeZone: edition.timeZone, opensAt: queue.opensAt, until: queue.until }}
          tell={(until) => tell({ kind: 'interpreterComes', until })}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
}
