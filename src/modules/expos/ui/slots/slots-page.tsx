// Days and slots: a generator for a first draft, a table in which each length may be its own.
import { useRef, useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { sameValue } from '#client/merge-changes.ts';
import { rowFields, rowsOf, rowWords, type RowFields } from '#design/fields/row-fields.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { formTrouble } from '#client/use-action.ts';
import type { Edition, Setup } from '../../contract/edition.ts';
import { daysBetween } from '../../domain/venue-time.ts';
import type { RosterSlot } from '../../domain/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { DayRulers } from './day-rulers.tsx';
import { useSentences } from '../local-problems.ts';
import { useSetupEdition } from '../setup-page.tsx';
import { SlotGenerator } from './generator.tsx';
import {
  draftOfSlot,
  draftProblems,
  draftsOfSetup,
  isComplete,
  sentOfDrafts,
  sentOfSetup,
  type SentSlot,
  type SlotDraft,
} from './draft.ts';
import { SlotTable } from './table.tsx';

export function SlotsPage() {
  const edition = useSetupEdition();
  const data = useRead(exposQueries.getSetup.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined) return <Skeleton lines={8} />;
  return <SlotsEditor edition={edition} setup={data} />;
}

/** A slot is told by when it begins. */
const fieldsOf = (slots: readonly SentSlot[]) => rowFields(slots, ({ startsAt }) => startsAt);
const inTime = (fields: RowFields<SentSlot>) => rowsOf(fields).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

interface Saving {
  readonly edition: Edition;
  readonly setup: Setup;
  readonly typed: readonly SentSlot[];
  readonly onSaved: (setup: Setup) => void;
}

/** What was read stays what it was until it is saved: a change by others shows when saving, never under the hands. */
function useSlotsSave({ edition, setup, typed, onSaved }: Saving) {
  const { t } = useText();
  const formats = useFormats();
  const editionId = edition.id;
  const { timeZone } = edition;
  return useVersioned<Setup, RowFields<SentSlot>>({
    queryKey: exposQueries.key(),
    thing: setup,
    draftOf: (read) => (read === null ? {} : fieldsOf(sentOfSetup(read))),
    words: rowWords([fieldsOf(sentOfSetup(setup)), fieldsOf(typed)], {
      label: ({ startsAt }) => formats.dateTime(startsAt, timeZone),
      show: ({ startsAt, endsAt, session }) => t('expos.slot_row', { span: formats.span(startsAt, endsAt, timeZone), session }),
      gone: t('design.row_gone'),
    }),
    read: () => exposApi.getSetup({ editionId }),
    write: async (_, context, mine) => {
      const saved = await exposApi.replaceSlots({ editionId, slots: inTime(mine).map((slot) => ({ ...slot })) }, { context });
      onSaved(saved);
      return saved;
    },
    said: ({ slots }) => t('expos.slots_saved', { count: slots.length }),
  });
}

function SlotsEditor({ edition, setup }: { readonly edition: Edition; readonly setup: Setup }) {
  const { t } = useText();
  const sentences = useSentences();
  const { timeZone } = edition;
  const days = daysBetween(edition.firstDay, edition.lastDay);
  const [drafts, setDrafts] = useState(() => draftsOfSetup(timeZone, setup));
  const nextKey = useRef(0);
  const typed = sentOfDrafts(timeZone, drafts);
  const form = useSlotsSave({ edition, setup, typed, onSaved: (saved) => setDrafts(draftsOfSetup(timeZone, saved)) });
  const changed = !drafts.every(isComplete) || !sameValue(fieldsOf(typed), form.base);

  const generate = (chosen: readonly string[], slots: readonly RosterSlot[]) => {
    const made = slots.map((slot) => draftOfSlot(timeZone, slot, `made-${nextKey.current++}`));
    setDrafts([...drafts.filter(({ date }) => !chosen.includes(date)), ...made].sort(inOrder));
    form.clear();
  };
  const save = () => {
    if (!form.refuse(sentences(draftProblems(edition, drafts)))) form.save(fieldsOf(typed));
  };
  const reset = () => {
    setDrafts(
      inTime(form.base).map((slot, at) =>
        draftOfSlot(timeZone, { start: Date.parse(slot.startsAt), end: Date.parse(slot.endsAt), session: slot.session }, `read-${at}`),
      ),
    );
    form.clear();
  };
  return (
    <>
      <Section title={t('expos.slots')} count={inTime(form.base).length} aside={<Note>{t('expos.slots_note')}</Note>}>
        {drafts.length === 0 && <Empty heading={t('expos.no_slots')}>{t('expos.no_slots_text')}</Empty>}
        <DayRulers drafts={drafts} problems={form.trouble?.problems ?? []} />
        <SlotGenerator timeZone={timeZone} days={days} onMade={generate} open={drafts.length === 0} />
      </Section>
      <Section title={t('expos.slots_table')} aside={<Note>{t('expos.slots_table_note')}</Note>}>
        <KeepTyped isChanged={changed}>
          <Form {...formTrouble(form)} onSubmit={save}>
            <SlotTable timeZone={timeZone} days={days} drafts={drafts} onChange={setDrafts} newKey={() => `new-${nextKey.current++}`} />
            {changed && <Notice heading={t('expos.not_saved_yet')}>{t('expos.not_saved_slots')}</Notice>}
            <Buttons after>
              <Button kind="go" type="submit" busy={form.busy}>
                {t('expos.save_slots')}
              </Button>
              {changed && (
                <Button kind="text" onPress={reset}>
                  {t('expos.discard')}
                </Button>
              )}
            </Buttons>
          </Form>
        </KeepTyped>
      </Section>
      <TwoValues clash={form.clash} />
    </>
  );
}

const inOrder = (a: SlotDraft, b: SlotDraft): number => `${a.date}${a.from}`.localeCompare(`${b.date}${b.from}`);
