// Days and slots: a generator for a first draft, a table in which each length may be its own.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { sameValue } from '#client/merge-changes.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble } from '#client/use-action.ts';
import { useGuardedSave } from '#client/use-guarded-save.ts';
import type { Edition, Setup } from '../../contract/edition.ts';
import { daysBetween } from '../../domain/venue-time.ts';
import type { RosterSlot } from '../../domain/roster.ts';
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
  const { data, error } = useQuery(queries().expos.getSetup.queryOptions({ input: { editionId: edition.id } }));
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Skeleton lines={8} />;
  return <SlotsEditor edition={edition} setup={data} />;
}

interface Fields {
  readonly slots: readonly SentSlot[];
}

const fieldsOf = (setup: Setup) => ({ version: setup.version, fields: { slots: sentOfSetup(setup) } });

/** What was read stays what it was until it is saved: a change by others shows when saving, never under the hands. */
function useSlotsSave(edition: Edition, setup: Setup, onSaved: (setup: Setup | null) => void) {
  const { t } = useText();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen, setSeen] = useState(() => fieldsOf(setup));
  const editionId = edition.id;
  const show = ({ slots }: Fields) => {
    const [first, last] = [slots[0], slots.at(-1)];
    if (first === undefined || last === undefined) return t('expos.slot_count', { count: 0 });
    const span = `${formats.dateTime(first.startsAt, edition.timeZone)} – ${formats.dateTime(last.endsAt, edition.timeZone)}`;
    return `${t('expos.slot_count', { count: slots.length })}, ${span}`;
  };
  const guarded = useGuardedSave<Fields, Setup>({
    words: [{ key: 'slots', label: t('expos.slots'), show }],
    read: async () => fieldsOf(await api().expos.getSetup({ editionId })),
    write: async ({ slots = [] }, version) => {
      const saved = await api().expos.replaceSlots(
        { editionId, slots: slots.map((slot) => ({ ...slot })) },
        { context: { ifMatch: version } },
      );
      setSeen(fieldsOf(saved));
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: queries().expos.key() });
      return saved;
    },
    onSaved: (saved, undo) => {
      if (saved === null || undo === null) return onSaved(null);
      toast({ text: t('expos.slots_saved', { count: saved.slots.length }), undo });
    },
  });
  return { guarded, seen };
}

function SlotsEditor({ edition, setup }: { readonly edition: Edition; readonly setup: Setup }) {
  const { t } = useText();
  const sentences = useSentences();
  const { timeZone } = edition;
  const days = daysBetween(edition.firstDay, edition.lastDay);
  const [drafts, setDrafts] = useState(() => draftsOfSetup(timeZone, setup));
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const nextKey = useRef(0);
  const { guarded, seen } = useSlotsSave(edition, setup, (saved) => {
    if (saved !== null) setDrafts(draftsOfSetup(timeZone, saved));
    setFound([]);
  });
  const changed = !drafts.every(isComplete) || !sameValue(sentOfDrafts(timeZone, drafts), seen.fields.slots);

  const generate = (chosen: readonly string[], slots: readonly RosterSlot[]) => {
    const made = slots.map((slot) => draftOfSlot(timeZone, slot, `made-${nextKey.current++}`));
    setDrafts([...drafts.filter(({ date }) => !chosen.includes(date)), ...made].sort(inOrder));
    setFound([]);
  };
  const save = () => {
    const problems = draftProblems(edition, drafts);
    setFound(sentences(problems));
    guarded.clear();
    if (problems.length === 0) guarded.save(seen, { slots: sentOfDrafts(timeZone, drafts) });
  };
  const reset = () => {
    setDrafts(
      seen.fields.slots.map((slot, at) =>
        draftOfSlot(timeZone, { start: Date.parse(slot.startsAt), end: Date.parse(slot.endsAt), session: slot.session }, `read-${at}`),
      ),
    );
    setFound([]);
    guarded.clear();
  };
  const trouble = found.length > 0 ? { problems: found } : formTrouble(guarded);
  return (
    <>
      <Section title={t('expos.slots')} count={drafts.length} aside={<Note>{t('expos.slots_note')}</Note>}>
        {drafts.length === 0 && <Empty heading={t('expos.no_slots')}>{t('expos.no_slots_text')}</Empty>}
        <DayRulers drafts={drafts} problems={trouble.problems ?? []} />
        <SlotGenerator timeZone={timeZone} days={days} onMade={generate} open={drafts.length === 0} />
      </Section>
      <Section title={t('expos.slots_table')} aside={<Note>{t('expos.slots_table_note')}</Note>}>
        <Form {...trouble} onSubmit={save}>
          <SlotTable timeZone={timeZone} days={days} drafts={drafts} onChange={setDrafts} newKey={() => `new-${nextKey.current++}`} />
          {changed && <Notice heading={t('expos.not_saved_yet')}>{t('expos.not_saved_slots')}</Notice>}
          <Buttons after>
            <Button kind="go" type="submit" busy={guarded.busy}>
              {t('expos.save_slots')}
            </Button>
            {changed && (
              <Button kind="text" onPress={reset}>
                {t('expos.discard')}
              </Button>
            )}
          </Buttons>
        </Form>
      </Section>
      <TwoValues clash={guarded.clash} />
    </>
  );
}

const inOrder = (a: SlotDraft, b: SlotDraft): number => `${a.date}${a.from}`.localeCompare(`${b.date}${b.from}`);
