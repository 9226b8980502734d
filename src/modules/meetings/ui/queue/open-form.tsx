// An edition without a queue: what a live queue is, and the few things it needs to open.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { clockMeaning, daysBetween } from '#modules/expos/domain/venue-time.ts';
import { dayOf, useFormats } from '#client/formats.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';

type Seating = 'own' | 'any';

interface Draft {
  readonly day: string;
  readonly opens: string;
  readonly closes: string;
  readonly shortest: string;
  readonly usual: string;
  readonly longest: string;
  readonly change: string;
  readonly stands: string;
  readonly seating: Seating;
}

const clock = /^\d{2}:\d{2}$/;

/** The first day of the edition that is not over at its venue, else its last. */
const firstDayFor = ({ firstDay, lastDay, timeZone }: Edition): string => {
  const today = dayOf(Date.now(), timeZone);
  return daysBetween(firstDay, lastDay).find((day) => day >= today) ?? lastDay;
};

const draftFor = (edition: Edition): Draft => ({
  ...{ day: firstDayFor(edition), opens: '09:00', closes: '16:30', shortest: '20', usual: '40', longest: '60' },
  ...{ change: '3', stands: '20', seating: 'any' },
});

export function OpenQueue({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (!edition.mayEdit) return <Empty heading={t('meetings.queue_none')}>{t('meetings.queue_none_text')}</Empty>;
  if (open) return <OpenForm edition={edition} onClose={() => setOpen(false)} />;
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

function OpenForm({ edition, onClose }: { readonly edition: Edition; readonly onClose: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const [draft, setDraft] = useState(() => draftFor(edition));
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const instant = (time: string): string =>
    clock.test(time) ? new Date(clockMeaning(edition.timeZone, { date: draft.day, time }).at).toISOString() : '';
  const open = () =>
    keep(
      (context) =>
        meetingsApi.openQueue(
          {
            ...{ editionId: edition.id, opensAt: instant(draft.opens), closesAt: instant(draft.closes), seating: draft.seating },
            talkMinutes: { shortest: Number(draft.shortest), usual: Number(draft.usual), longest: Number(draft.longest) },
            ...{ changeMinutes: Number(draft.change), standsSeconds: Number(draft.stands) },
          },
          { context },
        ),
      {
        said: ({ wishes, sameSide }) =>
          t(sameSide === 0 ? 'meetings.queue_opened' : 'meetings.queue_opened_some', { count: wishes, sameSide }),
      },
    );
  const number = (name: string, key: 'shortest' | 'usual' | 'longest' | 'change' | 'stands', label: string, hint?: string) => (
    <TextField
      name={name}
      type="number"
      min={0}
      label={label}
      hint={hint}
      value={draft[key]}
      required
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <Section title={t('meetings.queue_open')}>
      <Form {...formTrouble(action)} onSubmit={() => void open()}>
        <SelectField
          name="day"
          label={t('meetings.queue_day')}
          value={draft.day}
          onChange={(day) => set({ day })}
          options={daysBetween(edition.firstDay, edition.lastDay).map((day) => ({ value: day, text: formats.day(day, 'text') }))}
        />
        <TextField
          name="opensAt"
          type="time"
          label={t('meetings.queue_opens')}
          value={draft.opens}
          required
          onChange={(opens) => set({ opens })}
        />
        <TextField
          name="closesAt"
          type="time"
          label={t('meetings.queue_closes')}
          hint={t('meetings.queue_closes_hint')}
          value={draft.closes}
          required
          onChange={(closes) => set({ closes })}
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
