// The place of an interpreter, opened by the link in their letter or with an account: their day, when they can, how they are reached.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { Note, Section } from '#design/page.tsx';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { TimesSection } from '#modules/expos/ui/company/times.tsx';
import { ReachedFields, sentReached, useReachedDraft, type ReachedDraft } from '#modules/expos/ui/people/interpreter-fields.tsx';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { PlaceFrame } from '../company/place-frame.tsx';
import type { PlaceAs } from '../company/places.ts';
import { useName } from '../edition/names.tsx';
import { useNow } from '../agenda/now.ts';
import { InterpreterDay, useInterpreterAgenda } from './interpreter-day.tsx';
import { OwnQueueOf } from './own-queue.tsx';

type Place = PlaceAs<'interpreters'>;

export function InterpreterPlace({ place }: { readonly place: Place }) {
  const { t } = useText();
  const { edition, interpreter } = place;
  const ids = { editionId: edition.id, interpreterId: interpreter.id };
  return (
    <PlaceFrame place={place} title={interpreter.name}>
      <OwnQueueOf ids={ids} />
      <Section title={t('meetings.interpreting_day')} id="day">
        <InterpreterDay ids={ids} />
      </Section>
      <OwnTimes ids={ids} />
      <OwnEntry place={place} />
    </PlaceFrame>
  );
}

/** When they can interpret, beside the meetings that they have. */
function OwnTimes({ ids }: { readonly ids: { readonly editionId: string; readonly interpreterId: string } }) {
  const name = useName();
  const now = useNow();
  const entries = useInterpreterAgenda(ids)?.entries ?? [];
  const held = new Map(entries.map(({ slotId, parties }) => [slotId, { words: parties.map((one) => name(one.name)).join(' – ') }]));
  return <TimesSection whom="interpreter" ids={{ editionId: ids.editionId, addresseeId: ids.interpreterId }} {...{ held, now }} />;
}

interface EntryDraft {
  readonly languages: readonly string[];
  readonly contact: ReachedDraft;
}

/** Languages and how they are reached, which they put right themselves. */
function OwnEntry({ place: { edition, interpreter } }: { readonly place: Place }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const reachedDraft = useReachedDraft();
  const ids = { editionId: edition.id, interpreterId: interpreter.id };
  const form = useVersioned<Place['interpreter'], EntryDraft>({
    queryKey: exposQueries.key(),
    thing: interpreter,
    draftOf: (read) => ({ languages: read?.languages ?? [], contact: reachedDraft(read?.contact ?? null) }),
    words: [
      {
        key: 'languages',
        label: t('expos.languages'),
        show: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
      },
      {
        key: 'contact',
        label: t('expos.reached'),
        show: ({ contact: { surname, givenName, email, phone } }) =>
          formats.list([surname, givenName, email, phone].filter((part) => part !== '')),
      },
    ],
    read: async () => {
      const { entries } = await exposApi.listOwnPlaces({});
      return (
        entries.flatMap((one) => (one.whom === 'interpreters' ? [one.interpreter] : [])).find(({ id }) => id === interpreter.id) ??
        interpreter
      );
    },
    write: (changes, context, mine) => {
      const sent = { languages: [...mine.languages], contact: sentReached(mine.contact) };
      return exposApi.answerInterpreter({ ...changedOf(sent, changes), ...ids }, { context });
    },
    said: () => t('expos.in_profile_saved'),
  });
  return (
    <Section
      title={t('expos.in_interpreter_entry')}
      id="profile"
      aside={<Note>{t('expos.in_interpreter_seen', { organiser: name(edition.organiserName) })}</Note>}
    >
      <KeepTyped isChanged={form.isChanged}>
        <Form {...formTrouble(form)} onSubmit={() => form.save()}>
          <LanguagesField {...form.field('languages')} label={t('expos.languages')} hint={t('expos.interpreter_languages_hint')} />
          <ReachedFields {...form.field('contact')} />
          <Buttons>
            <Button kind="go" type="submit" busy={form.busy}>
              {t('expos.save')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
      <TwoValues clash={form.clash} />
    </Section>
  );
}
