// The facts of an edition: name, place, days, clock, words about it.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField } from '#design/fields/field.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { Unknown } from '#design/marks.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Note, Section } from '#design/page.tsx';
import { useNaming } from '#design/named.tsx';
import { TwoValues, type FieldWords } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { formTrouble } from '#client/use-action.ts';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from '../../contract/edition.ts';
import { straySlotProblems } from '../../domain/edition.ts';
import { daysFrom } from '../../domain/moved-days.ts';
import { exposApi, exposQueries } from '../client.ts';
import { AddExpo, useExpoName } from './expo-field.tsx';
import { daysWrong, draftOf, EditionFields, isDay, sentOf, withKnown, type EditionDraft } from './form.tsx';
import { useSentences } from '../local-problems.ts';
import { useSetupEdition } from '../setup-page.tsx';

function useWords(office: string): readonly FieldWords<EditionDraft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const expoName = useExpoName(office);
  const said = (text: string) => (text === '' ? <Unknown>{t('expos.none')}</Unknown> : text);
  return [
    { key: 'name', label: t('expos.name'), show: ({ name }) => naming(name) },
    { key: 'venue', label: t('expos.venue'), show: ({ venue }) => naming(venue) },
    { key: 'firstDay', label: t('expos.first_day'), show: ({ firstDay }) => formats.day(firstDay) },
    { key: 'lastDay', label: t('expos.last_day'), show: ({ lastDay }) => formats.day(lastDay) },
    {
      key: 'timeZone',
      label: t('expos.time_zone'),
      show: ({ timeZone }) => t('design.venue_time', { zone: zoneName(timeZone, formats.language) }),
    },
    { key: 'description', label: t('expos.description'), show: ({ description }) => said(naming(description)) },
    { key: 'website', label: t('expos.website'), show: ({ website }) => said(website) },
    { key: 'expoId', label: t('expos.expo'), show: ({ expoId }) => said(expoName(expoId)) },
  ];
}

/** Whether slots and absences move along with the first day: offered where there are any, chosen where they would lie outside else. */
function useSlotsAlong(edition: Edition, before: EditionDraft, draft: EditionDraft) {
  const { data: setup } = useQuery(exposQueries.getSetup.queryOptions({ input: { editionId: edition.id } }));
  const [answer, setAnswer] = useState<boolean | null>(null);
  const days = isDay(draft.firstDay) ? daysFrom(before.firstDay, draft.firstDay) : 0;
  const slots = (setup?.slots ?? []).map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) }));
  const offered = days !== 0 && slots.length > 0 && draft.timeZone === before.timeZone;
  const chosen = offered && (answer ?? (isDay(draft.lastDay) && straySlotProblems(draft, slots).length > 0));
  // An undo moves them back if they moved.
  const moved = useRef(false);
  const sentWith = ({ firstDay }: Partial<EditionDraft>) => {
    if (chosen) moved.current = true;
    return firstDay !== undefined && moved.current ? { moveSlots: true } : {};
  };
  return { days, slots, offered, chosen, choose: setAnswer, sentWith };
}

export function FactsPage() {
  const { t } = useText();
  const edition = useSetupEdition();
  const editionId = edition.id;
  const sentences = useSentences();
  const [known, setKnown] = useState<readonly FieldProblem[]>([]);
  const form = useVersioned<Edition, EditionDraft>({
    queryKey: exposQueries.key(),
    thing: edition,
    draftOf,
    words: useWords(edition.organiser),
    read: () => exposApi.getEdition({ edition: editionId }),
    write: (changes, context, mine) =>
      exposApi.updateEdition({ ...changedOf(sentOf(mine), changes), ...along.sentWith(changes), editionId }, { context }),
    said: () => t('expos.facts_saved'),
  });
  const along = useSlotsAlong(edition, form.base, form.draft);
  const { problems = [], ...told } = formTrouble(form);
  return (
    <Section title={t('expos.facts')} aside={<Note>{t('expos.facts_note')}</Note>}>
      <KeepTyped isChanged={form.isChanged}>
        <Form
          {...told}
          problems={problems.length === 0 ? problems : withKnown(problems, known)}
          onSubmit={() => {
            setKnown(sentences(daysWrong(form.draft, along.chosen ? [] : along.slots)));
            form.save();
          }}
        >
          <EditionFields office={edition.organiser} draft={form.draft} base={form.base} onChange={form.setDraft} />
          {along.offered && (
            <CheckField
              name="moveSlots"
              label={t(along.days > 0 ? 'expos.move_slots_later' : 'expos.move_slots_earlier', { count: Math.abs(along.days) })}
              hint={t('expos.move_slots_hint')}
              checked={along.chosen}
              onChange={along.choose}
            />
          )}
          <Buttons>
            <Button kind="go" type="submit" busy={form.busy}>
              {t('expos.save')}
            </Button>
            {form.isChanged && (
              <Button kind="text" onPress={form.reset}>
                {t('expos.discard')}
              </Button>
            )}
          </Buttons>
        </Form>
      </KeepTyped>
      <AddExpo office={edition.organiser} onAdded={(expoId) => form.setDraft({ ...form.draft, expoId })} />
      <TwoValues clash={form.clash} />
    </Section>
  );
}
