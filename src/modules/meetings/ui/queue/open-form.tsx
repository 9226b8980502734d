// An edition without a queue: what a live queue is, and the few things it needs to open.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { writing } from '#kernel/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { venueClock } from '#modules/expos/domain/venue-time.ts';
import { useSentences } from '#modules/expos/ui/local-problems.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { ClockFields, hoursProblems, instantsOf, type HoursDraft } from './clock-fields.tsx';

type Seating = 'own' | 'any';
type Pairs = 'unscheduled' | 'all';
type Hours = Awaited<ReturnType<typeof meetingsApi.getQueueHours>>;

interface Draft extends HoursDraft {
  readonly shortest: string;
  readonly usual: string;
  readonly longest: string;
  readonly change: string;
  readonly stands: string;
  readonly seating: Seating;
  readonly pairs: Pairs;
}

/** The length of the middle slot, in minutes; forty where there is none. */
function usualSlot(slots: readonly { readonly startsAt: string; readonly endsAt: string }[]): number {
  const lengths = slots
    .map(({ startsAt, endsAt }) => Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 40;
}

/** What is proposed: the first day with hours that no scheduled meeting takes, and these. */
const draftFor = (edition: Edition, { days, requests, scheduled }: Hours, slotMinutes: number): Draft => ({
  ...{ opens: '', closes: '', change: '3', stands: '20', seating: 'any' },
  // As long as a slot of this edition is; half of that at least, and half as much again at most.
  ...{ shortest: String(Math.ceil(slotMinutes / 2)), usual: String(slotMinutes), longest: String(Math.ceil(slotMinutes * 1.5)) },
  // Where the schedule holds all of them, nobody else would be left to call.
  pairs: requests > 0 && scheduled >= requests ? 'all' : 'unscheduled',
  ...dayWith(edition, days.find(({ proposed }) => proposed !== null) ?? days.at(-1)),
});

/** A day with its proposed hours, as clock times of the venue; empty ones are for whoever fills in the form. */
const dayWith = ({ timeZone, lastDay }: Edition, day: Hours['days'][number] | undefined): Pick<Draft, 'day' | 'opens' | 'closes'> => {
  const at = (instant: string | undefined): string => (instant === undefined ? '' : venueClock(timeZone, Date.parse(instant)).time);
  return { day: day?.day ?? lastDay, opens: at(day?.proposed?.from), closes: at(day?.proposed?.until) };
};

export function OpenQueue({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (!edition.mayEdit) return <Empty heading={t('meetings.queue_none')}>{t('meetings.queue_none_text')}</Empty>;
  if (open) return <Opening edition={edition} onClose={() => setOpen(false)} />;
  return (
    <Empty
      heading={t('meetings.queue_none')}
      actions={
        <Button kind="go" onPress={() => setOpen(true)}>
          {t('meetings.queue_open')}
        </Button>
      }
    >
      {t('meetings.queue_none_text')}
    </Empty>
  );
}

interface Opens {
  readonly edition: Edition;
  readonly onClose: () => void;
}

export function Opening(opens: Opens) {
  const input = { editionId: opens.edition.id };
  const { data } = useQuery({ ...meetingsQueries.getQueueHours.queryOptions({ input }), throwOnError: true });
  const setup = useQuery({ ...exposQueries.getSetup.queryOptions({ input }), throwOnError: true }).data;
  if (data === undefined || setup === undefined) return <Skeleton lines={6} />;
  return <OpenForm {...opens} hours={data} slotMinutes={usualSlot(setup.slots)} />;
}

function OpenForm({ edition, onClose, hours, slotMinutes }: Opens & { readonly hours: Hours; readonly slotMinutes: number }) {
  const { t, language } = useText();
  const formats = useFormats();
  const sentences = useSentences();
  const { keep, refuse, ...action } = useKeeping(meetingsQueries.key());
  const [draft, setDraft] = useState(() => draftFor(edition, hours, slotMinutes));
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const open = () =>
    refuse(sentences(hoursProblems(draft))) ||
    keep(
      (context) =>
        meetingsApi.openQueue(
          {
            ...{ editionId: edition.id, ...instantsOf(edition, draft) },
            ...{ seating: draft.seating, pairs: draft.pairs },
            talkMinutes: { shortest: Number(draft.shortest), usual: Number(draft.usual), longest: Number(draft.longest) },
            ...{ changeMinutes: Number(draft.change), standsSeconds: Number(draft.stands) },
          },
          { context },
        ),
      {
        said: ({ wishes, sameSide, scheduled }) =>
          [
            t(sameSide === 0 ? 'meetings.queue_opened' : 'meetings.queue_opened_some', { count: wishes, sameSide }),
            ...(scheduled === 0 ? [] : [t('meetings.queue_scheduled', { count: scheduled })]),
          ].join(writing[language].blank),
      },
    );
  const number = (name: string, key: 'shortest' | 'usual' | 'longest' | 'change' | 'stands', label: string, hint?: string) => (
    <TextField name={name} type="number" label={label} hint={hint} value={draft[key]} onChange={(value) => set({ [key]: value })} />
  );
  const free = hours.days.find(({ day }) => day === draft.day)?.free ?? [];
  return (
    <Section title={t('meetings.queue_open')}>
      <Form {...formTrouble(action)} onSubmit={() => void open()}>
        <SelectField
          name="day"
          label={t('meetings.queue_day')}
          value={draft.day}
          hint={
            free.length === 0
              ? t(hours.days.length === 1 ? 'meetings.queue_no_free_hours_only' : 'meetings.queue_no_free_hours')
              : t('meetings.queue_free_hours', {
                  hours: free.map(({ from, until }) => formats.span(from, until, edition.timeZone)).join(writing[language].enumeration),
                })
          }
          onChange={(day) =>
            set(
              dayWith(
                edition,
                hours.days.find((one) => one.day === day),
              ),
            )
          }
          options={hours.days.map(({ day }) => ({ value: day, text: formats.day(day, 'text') }))}
        />
        <ClockFields draft={draft} onChange={set} />
        <SelectField
          name="pairs"
          label={t('meetings.queue_pairs')}
          hint={t('meetings.queue_pairs_hint', { requests: hours.requests, scheduled: hours.scheduled })}
          value={draft.pairs}
          onChange={(pairs) => set({ pairs })}
          options={(['unscheduled', 'all'] as const).map((value) => ({ value, text: t(`meetings.queue_pairs_${value}`) }))}
        />
        {number('talkMinutes.shortest', 'shortest', t('meetings.queue_shortest'))}
        {number('talkMinutes.usual', 'usual', t('meetings.queue_usual'))}
        {number('talkMinutes.longest', 'longest', t('meetings.queue_longest'))}
        {number('changeMinutes', 'change', t('meetings.queue_change'), t('meetings.queue_change_hint'))}
        {number('standsSeconds', 'stands', t('meetings.queue_stands'), t('meetings.queue_stands_hint'))}
        <SelectField
          name="seating"
          label={t('meetings.queue_seating')}
          hint={t('meetings.queue_seating_hint')}
          value={draft.seating}
          onChange={(seating) => set({ seating })}
          options={(['any', 'own'] as const).map((value) => ({ value, text: t(`meetings.queue_seating_${value}`) }))}
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('meetings.queue_open')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Section>
  );
}
