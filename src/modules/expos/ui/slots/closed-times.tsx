// When tables and stands cannot be used: times down, places across; on a phone one place after another.
import { useCallback, useMemo, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField, SelectField } from '#design/fields/field.tsx';
import { Key } from '#design/marks.tsx';
import { usePhone } from '#design/media.ts';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { PlanGrid } from '#design/plan/grid.tsx';
import { PartChoice } from '#design/plan/part-choice.tsx';
import { useTablePart } from '#design/plan/table-part.ts';
import { TwoValues, type FieldWords } from '#design/fields/two-values.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import type { Edition, Place, Setup } from '../../contract/edition.ts';
import { exposApi, exposQueries } from '../client.ts';

/** Closed slots by place, each list in the order of time. */
type Closed = Readonly<Record<string, readonly string[]>>;

function closedOf({ places, slots }: Setup): Closed {
  const inTime = (closed: readonly string[]) => slots.map(({ id }) => id).filter((id) => closed.includes(id));
  return Object.fromEntries(places.map(({ id, closedSlots }) => [id, inTime(closedSlots)]));
}

interface ClosedTimesProps {
  readonly edition: Edition;
  readonly setup: Setup;
}

function usePlaceNames() {
  const { t } = useText();
  return ({ kind, code }: Place) => t(kind === 'table' ? 'expos.table_named' : 'expos.stand_named', { code });
}

export function ClosedTimes({ edition, setup }: ClosedTimesProps) {
  const { t } = useText();
  if (setup.slots.length === 0 || setup.places.length === 0)
    return (
      <Section title={t('expos.closed_times')}>
        <p className="muted">{t('expos.closed_times_later')}</p>
      </Section>
    );
  // Other slots or places make another grid; what others close meanwhile is met when saving.
  const shape = [...setup.slots, ...setup.places].map(({ id }) => id).join();
  return <ClosedEditor key={shape} edition={edition} setup={setup} />;
}

function useClosedSave(edition: Edition, setup: Setup) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = usePlaceNames();
  const editionId = edition.id;
  const words: readonly FieldWords<Closed>[] = setup.places.map((place) => ({
    key: place.id,
    label: nameOf(place),
    show: (all) => {
      const times = setup.slots.filter(({ id }) => all[place.id]?.includes(id));
      return times.length === 0
        ? t('expos.always_open')
        : formats.list(times.map(({ startsAt }) => formats.dateTime(startsAt, edition.timeZone, 'short')));
    },
  }));
  return useVersioned<Setup, Closed>({
    queryKey: exposQueries.key(),
    thing: setup,
    draftOf: (read) => (read === null ? {} : closedOf(read)),
    words,
    read: () => exposApi.getSetup({ editionId }),
    write: async (changes, { ifMatch }) => {
      let saved: Setup | null = null;
      for (const [placeId, closedSlots = []] of Object.entries(changes))
        saved = await exposApi.closePlace(
          { editionId, placeId, closedSlots: [...closedSlots] },
          { context: { ifMatch: saved?.version ?? ifMatch } },
        );
      return saved ?? exposApi.getSetup({ editionId });
    },
    said: () => t('expos.closed_saved'),
  });
}

function ClosedEditor({ edition, setup }: ClosedTimesProps) {
  const { t } = useText();
  const phone = usePhone();
  const form = useClosedSave(edition, setup);
  const closed = form.draft;
  const toggle = (slotId: string, placeId: string) => {
    const before = closed[placeId] ?? [];
    const after = setup.slots.map(({ id }) => id).filter((id) => (id === slotId ? !before.includes(id) : before.includes(id)));
    form.setDraft({ ...closed, [placeId]: after });
  };
  const grid = { edition, setup, closed, toggle };
  return (
    <Section title={t('expos.closed_times')} aside={<Note>{t('expos.closed_times_note')}</Note>}>
      <TroubleNotice trouble={form.trouble} />
      {!phone && <Key entries={[{ look: 'shut', sample: '–', text: t('expos.closed') }]} />}
      {phone ? <ClosedList {...grid} /> : <ClosedGrid {...grid} />}
      {form.isChanged && (
        <>
          <Notice heading={t('expos.not_saved_yet')}>{t('expos.not_saved_closed')}</Notice>
          <Buttons>
            <Button kind="go" busy={form.busy} onPress={() => form.save()}>
              {t('expos.save_closed')}
            </Button>
            <Button kind="text" onPress={form.reset}>
              {t('expos.discard')}
            </Button>
          </Buttons>
        </>
      )}
      <TwoValues clash={form.clash} />
    </Section>
  );
}

interface GridProps extends ClosedTimesProps {
  readonly closed: Closed;
  readonly toggle: (slotId: string, placeId: string) => void;
}

function ClosedGrid({ edition, setup, closed, toggle }: GridProps) {
  const { t } = useText();
  const formats = useFormats();
  const { timeZone } = edition;
  const cellAt = useCallback(
    (slotId: string, placeId: string) => (closed[placeId]?.includes(slotId) === true ? { text: [], shut: true } : undefined),
    [closed],
  );
  const tables = useMemo(() => setup.places.map((place) => ({ key: place.id, label: place.code })), [setup.places]);
  const part = useTablePart(tables, { times: setup.slots.length, chosen: null, whole: false });
  const several = edition.firstDay !== edition.lastDay;
  let before = '';
  const times = setup.slots.map(({ id, startsAt }) => {
    const day = formats.date(startsAt, timeZone, 'day');
    const first = several && day !== before;
    before = day;
    return { key: id, label: formats.time(startsAt, timeZone), ...(first ? { day } : {}) };
  });
  return (
    <>
      <PartChoice name="closed-tables" of={part} />
      <PlanGrid caption={t('expos.closed_times')} times={times} tables={part.shown} cellAt={cellAt} onOpen={toggle} />
    </>
  );
}

function ClosedList({ edition, setup, closed, toggle }: GridProps) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = usePlaceNames();
  const [chosen, setChosen] = useState(setup.places[0]?.id ?? '');
  return (
    <>
      <SelectField<string>
        name="closed-place"
        label={t('expos.place')}
        value={chosen}
        onChange={setChosen}
        options={setup.places.map((place) => ({ value: place.id, text: nameOf(place) }))}
      />
      <fieldset>
        <legend className="lbl">{t('expos.cannot_be_used')}</legend>
        {setup.slots.map(({ id, startsAt, endsAt }) => (
          <CheckField
            key={id}
            name={`closed.${id}`}
            label={`${edition.firstDay === edition.lastDay ? '' : `${formats.date(startsAt, edition.timeZone, 'short')} `}${formats.span(startsAt, endsAt, edition.timeZone)}`}
            checked={closed[chosen]?.includes(id) === true}
            onChange={() => toggle(id, chosen)}
          />
        ))}
      </fieldset>
    </>
  );
}
