// Calls that stand and are not shown yet, each with its reasons: they can be held, or another put in their place, at a cost that is said.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Attention, Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import { Named, useSay } from '../edition/names.tsx';
import { useVenueMoment, type BoardProps, type QueueTalk, type Tell } from './tell.ts';

interface Acting extends BoardProps {
  readonly tell: Tell;
}

const holdMinutes = [5, 10, 20] as const;

/** Why a person acts against the queue: common reasons, or their own words. */
function useReason() {
  const { t } = useText();
  const [chosen, setChosen] = useState<'exhibitor' | 'buyer' | 'other'>('exhibitor');
  const [words, setWords] = useState('');
  const reason = chosen === 'other' ? words.trim() : t(`meetings.because_${chosen}`);
  const fields = (
    <>
      <SelectField
        name="because"
        label={t('meetings.because')}
        value={chosen}
        onChange={setChosen}
        options={(['exhibitor', 'buyer', 'other'] as const).map((value) => ({ value, text: t(`meetings.because_${value}`) }))}
      />
      {chosen === 'other' && <TextField name="because-words" label={t('meetings.because_words')} value={words} onChange={setWords} />}
    </>
  );
  return { reason, fields };
}

export function NextCalls(props: Acting) {
  const { t } = useText();
  const { board, now, edition, tell } = props;
  const [open, setOpen] = useState<{ readonly id: string; readonly how: 'hold' | 'other' } | null>(null);
  const next = board.talks.filter(({ begunAt, goesOutAt }) => begunAt === null && Date.parse(goesOutAt) > now);
  next.sort((a, b) => Date.parse(a.goesOutAt) - Date.parse(b.goesOutAt));
  const chosen = next.find(({ id }) => id === open?.id);
  return (
    <Section
      title={t('meetings.queue_next')}
      count={next.length}
      span={8}
      {...(board.state === 'paused' ? {} : { aside: t('meetings.queue_next_note', { count: board.standsSeconds }) })}
    >
      {next.length === 0 ? (
        <p className="muted">{t(board.state === 'paused' ? 'meetings.queue_next_paused' : 'meetings.queue_next_none')}</p>
      ) : (
        <CallTable {...props} next={next} onOpen={setOpen} chosen={chosen?.id} />
      )}
      {chosen !== undefined && (
        <div className="deciding">
          {open?.how === 'hold' ? (
            <Hold key={chosen.id} talk={chosen} tell={tell} onClose={() => setOpen(null)} />
          ) : (
            <Others key={chosen.id} talk={chosen} tell={tell} editionId={edition.id} onClose={() => setOpen(null)} />
          )}
        </div>
      )}
      {board.held.length > 0 && <Held {...props} />}
    </Section>
  );
}

interface CallTableProps extends Acting {
  readonly next: readonly QueueTalk[];
  readonly chosen: string | undefined;
  readonly onOpen: (open: { readonly id: string; readonly how: 'hold' | 'other' }) => void;
}

function CallTable({ next, now, edition, chosen, onOpen }: CallTableProps) {
  const { t } = useText();
  const moment = useVenueMoment(edition.timeZone, now);
  const say = useSay();
  return (
    <DataTable
      caption={t('meetings.queue_next')}
      rows={next}
      brief
      rowKey={({ id }) => id}
      rowState={({ id }) => (id === chosen ? 'chosen' : undefined)}
      columns={[
        {
          key: 'out',
          head: t('meetings.queue_goes_out'),
          nowrap: true,
          cell: ({ goesOutAt }) => t('meetings.in_seconds', { count: Math.max(0, Math.ceil((Date.parse(goesOutAt) - now) / 1000)) }),
        },
        {
          key: 'who',
          head: t('meetings.queue_number_table'),
          naming: true,
          cell: (talk) => (
            <>
              <CallMark talk={talk} />
              <small>
                <Named name={talk.rotating.name} />
              </small>
            </>
          ),
        },
        {
          key: 'seated',
          head: t('meetings.role_exhibitor'),
          cell: ({ seated, interpreter }) => (
            <>
              <Named name={seated.name} />
              {interpreter !== null && <small>{t('meetings.queue_interprets', { name: interpreter.name })}</small>}
            </>
          ),
        },
        {
          key: 'since',
          head: t('meetings.waits_since'),
          end: true,
          nowrap: true,
          cell: ({ waitsSince }) => (waitsSince === null ? '–' : moment(waitsSince)),
        },
        { key: 'why', head: t('meetings.why_this_one'), cell: ({ reasons, because }) => because ?? reasons.map(say).join(' ') },
        {
          key: 'act',
          head: t('meetings.actions'),
          silent: true,
          end: true,
          nowrap: true,
          cell: ({ id }) => (
            <span className="btns">
              <Button kind="text" onPress={() => onOpen({ id, how: 'hold' })}>
                {t('meetings.hold')}
              </Button>
              <Button kind="text" onPress={() => onOpen({ id, how: 'other' })}>
                {t('meetings.another')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

/** B118 → 12 */
export function CallMark({ talk }: { readonly talk: QueueTalk }) {
  return (
    <span className="nowrap callmark">
      <b>{talk.rotating.code}</b> → <b>{talk.place.code}</b>
    </span>
  );
}

interface OneCall {
  readonly talk: QueueTalk;
  readonly tell: Tell;
  readonly onClose: () => void;
}

function Hold({ talk, tell, onClose }: OneCall) {
  const { t } = useText();
  const [minutes, setMinutes] = useState('5');
  const { reason, fields } = useReason();
  const hold = async () => {
    if (
      await tell(
        { kind: 'hold', talkId: talk.id, minutes: Number(minutes), reason },
        t('meetings.queue_held_now', { number: talk.rotating.code }),
      )
    )
      onClose();
  };
  return (
    <Form label={t('meetings.hold_title', { number: talk.rotating.code })} onSubmit={() => void hold()}>
      <h3>{t('meetings.hold_title', { number: talk.rotating.code })}</h3>
      <SelectField
        name="minutes"
        label={t('meetings.hold_for')}
        value={minutes}
        onChange={setMinutes}
        options={holdMinutes.map((count) => ({ value: String(count), text: t('meetings.minutes_count', { count }) }))}
      />
      {fields}
      <Note>{t('meetings.kept_in_log')}</Note>
      <Buttons>
        <Button kind="go" type="submit" aria-disabled={reason === ''}>
          {t('meetings.hold')}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Others({ talk, tell, editionId, onClose }: OneCall & { readonly editionId: string }) {
  const { t } = useText();
  const say = useSay();
  const [chosen, setChosen] = useState('');
  const { reason, fields } = useReason();
  const { data, error } = useQuery(meetingsQueries.listQueueChoices.queryOptions({ input: { editionId, talkId: talk.id }, retry: false }));
  if (error !== null) return <p className="muted">{t('meetings.queue_talk_over')}</p>;
  if (data === undefined) return <Skeleton lines={3} />;
  const title = t('meetings.others_title', { table: talk.place.code });
  if (data.choices.length === 0) return <p className="muted">{t('meetings.others_none', { table: talk.place.code })}</p>;
  const choice = data.choices.find(({ meetingId }) => meetingId === chosen);
  const call = async () => {
    if (choice === undefined) return;
    const { meetingId, place, interpreter } = choice;
    const what = {
      kind: 'call',
      meetingId,
      placeId: place.id,
      interpreterId: interpreter?.id ?? null,
      reason,
      insteadOf: talk.id,
    } as const;
    if (await tell(what, t('meetings.called_now', { number: choice.rotating.code, table: place.code }))) onClose();
  };
  return (
    <Form label={title} onSubmit={() => void call()}>
      <h3>{title}</h3>
      <ul className="rows ends">
        {data.choices.map((one) => (
          <li key={one.meetingId}>
            <label className="what">
              <input
                type="radio"
                name="instead"
                value={one.meetingId}
                checked={one.meetingId === chosen}
                onChange={() => setChosen(one.meetingId)}
              />{' '}
              <b>{one.rotating.code}</b> <Named name={one.rotating.name} />
              <small>
                {t(one.must ? 'meetings.choice_must' : 'meetings.choice_want', { count: one.waitedMinutes })}{' '}
                {one.losesMust ? <Attention>{say(one.cost)}</Attention> : say(one.cost)}
              </small>
            </label>
          </li>
        ))}
      </ul>
      {fields}
      <Note>{t('meetings.kept_in_log')}</Note>
      <Buttons>
        <Button kind="go" type="submit" aria-disabled={choice === undefined || reason === ''}>
          {choice === undefined ? t('meetings.choose') : t('meetings.call_instead', { number: choice.rotating.code })}
        </Button>
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Held({ board, edition, tell }: Acting) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <ul className="rows ends" aria-label={t('meetings.queue_held')}>
      {board.held.map(({ meetingId, rotating, seated, until, because }) => (
        <li key={meetingId}>
          <div className="what">
            <Attention>{t('meetings.queue_held')}</Attention> <b>{rotating.code}</b> → <b>{seated.code}</b>
            <small>{t('meetings.held_until', { time: formats.time(until, edition.timeZone), because })}</small>
          </div>
          <Button kind="text" onPress={() => tell({ kind: 'letGo', meetingId })}>
            {t('meetings.let_go')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
