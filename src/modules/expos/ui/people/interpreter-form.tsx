// An interpreter: new, or changed.
import { useFormats } from '#client/formats.ts';
import { findInPages } from '#client/use-pages.ts';
import { useText } from '#client/language.ts';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Interpreter } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { absenceDrafts, absenceProblems, AbsencesField, sentAbsences, type AbsenceDraft } from '../participants/absences-field.tsx';
import { ReachedFields, sentReached, useReachedDraft, type ReachedDraft } from './interpreter-fields.tsx';
import { useSentences } from '../local-problems.ts';

interface InterpreterDraft {
  readonly name: string;
  readonly languages: readonly string[];
  readonly unavailable: readonly AbsenceDraft[];
  readonly longestMinutes: string;
  readonly restMinutes: string;
  readonly contact: ReachedDraft;
}

export interface InterpreterFormProps {
  readonly edition: Edition;
  readonly interpreter: Interpreter | null;
  readonly onClose: () => void;
}

const minutesOf = (typed: string): number | null => (typed === '' ? null : Number(typed));

export function InterpreterForm({ edition, interpreter, onClose }: InterpreterFormProps) {
  const { t } = useText();
  const formats = useFormats();
  const sentences = useSentences();
  const { id: editionId, timeZone } = edition;
  const reachedDraft = useReachedDraft();
  const sentOf = ({ name, languages, unavailable, longestMinutes, restMinutes, contact }: InterpreterDraft) => ({
    ...{ longestMinutes: minutesOf(longestMinutes), restMinutes: minutesOf(restMinutes), contact: sentReached(contact) },
    ...{ name, languages: [...languages], unavailable: sentAbsences(timeZone, unavailable) },
  });
  const form = useVersioned<Interpreter, InterpreterDraft>({
    queryKey: exposQueries.key(),
    thing: interpreter,
    draftOf: (read) => ({
      ...{ name: read?.name ?? '', languages: read?.languages ?? [], unavailable: absenceDrafts(timeZone, read?.unavailable ?? []) },
      ...{ longestMinutes: read?.longestMinutes?.toString() ?? '', restMinutes: read?.restMinutes?.toString() ?? '' },
      ...{ contact: reachedDraft(read?.contact ?? null) },
    }),
    words: [
      { key: 'name', label: t('expos.name'), show: ({ name }) => name },
      {
        key: 'languages',
        label: t('expos.languages'),
        show: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
      },
      { key: 'longestMinutes', label: t('expos.longest_minutes'), show: ({ longestMinutes }) => longestMinutes },
      { key: 'restMinutes', label: t('expos.rest_minutes'), show: ({ restMinutes }) => restMinutes },
      {
        key: 'contact',
        label: t('expos.reached'),
        show: ({ contact: { surname, givenName, email, phone } }) =>
          formats.list([surname, givenName, email, phone].filter((part) => part !== '')),
      },
      {
        key: 'unavailable',
        label: t('expos.away'),
        show: ({ unavailable }) =>
          unavailable.length === 0 ? t('expos.none') : formats.list(unavailable.map(({ from, until }) => `${from}–${until}`)),
      },
    ],
    read: ({ id }) => findInPages((page) => exposApi.listInterpreters({ editionId, ...page }), id),
    write: (changes, context, mine) =>
      exposApi.updateInterpreter({ ...changedOf(sentOf(mine), changes), editionId, interpreterId: interpreter?.id ?? '' }, { context }),
    create: (draft, context) => exposApi.createInterpreter({ ...sentOf(draft), editionId }, { context }),
    remove: ({ id: interpreterId }, context) => exposApi.removeInterpreter({ editionId, interpreterId }, { context }),
    check: ({ unavailable }) => sentences(absenceProblems(unavailable)),
    said: ({ name }) => t(interpreter === null ? 'expos.interpreter_added' : 'expos.interpreter_saved', { name }),
    onKept: onClose,
  });
  return (
    <FormDialog
      wide
      title={interpreter === null ? t('expos.add_interpreter') : interpreter.name}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <TextField {...form.field('name')} label={t('expos.name')} />
      <LanguagesField
        {...form.field('languages')}
        label={t('expos.languages')}
        hint={t(form.field('languages').value.length === 1 ? 'expos.interpreter_one_language' : 'expos.interpreter_languages_hint')}
      />
      <ReachedFields hint={t('expos.reached_hint')} {...form.field('contact')} />
      <TextField
        {...form.field('longestMinutes')}
        type="number"
        label={t('expos.longest_minutes')}
        hint={t('expos.longest_minutes_hint')}
        optional
      />
      <TextField
        {...form.field('restMinutes')}
        type="number"
        label={t('expos.rest_minutes')}
        hint={t('expos.rest_minutes_hint')}
        optional
      />
      <AbsencesField {...form.field('unavailable')} edition={edition} />
    </FormDialog>
  );
}
