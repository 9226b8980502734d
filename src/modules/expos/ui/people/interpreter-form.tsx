// An interpreter: new, or changed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useGuardedSave } from '#client/use-guarded-save.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Interpreter } from '../../contract/roster.ts';
import { absenceDrafts, absenceProblems, AbsencesField, sentAbsences, type AbsenceDraft } from '../participants/absences-field.tsx';
import { useSentences } from '../local-problems.ts';

interface InterpreterDraft {
  readonly name: string;
  readonly languages: readonly string[];
  readonly unavailable: readonly AbsenceDraft[];
}

const draftOf = (zone: string, { name, languages, unavailable }: Interpreter): InterpreterDraft => ({
  name,
  languages,
  unavailable: absenceDrafts(zone, unavailable),
});

export interface InterpreterFormProps {
  readonly edition: Edition;
  readonly interpreter: Interpreter | null;
  readonly onClose: () => void;
}

function useInterpreterSave({ edition, interpreter, onClose }: InterpreterFormProps, seen: { version: number; fields: InterpreterDraft }) {
  const { t } = useText();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id: editionId, timeZone } = edition;
  return useGuardedSave<InterpreterDraft, Interpreter>({
    words: [
      { key: 'name', label: t('expos.name'), show: ({ name }) => name },
      {
        key: 'languages',
        label: t('expos.languages'),
        show: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
      },
      {
        key: 'unavailable',
        label: t('expos.away'),
        show: ({ unavailable }) =>
          unavailable.length === 0 ? t('expos.none') : formats.list(unavailable.map(({ from, until }) => `${from}–${until}`)),
      },
    ],
    read: async () => {
      const { entries } = await api().expos.listInterpreters({ editionId, limit: 200 });
      const now = entries.find(({ id }) => id === interpreter?.id);
      return now === undefined ? seen : { version: now.version, fields: draftOf(timeZone, now) };
    },
    write: async ({ name, languages, unavailable }, ifMatch) => {
      const saved = await api().expos.updateInterpreter(
        {
          editionId,
          interpreterId: interpreter?.id ?? '',
          ...(name === undefined ? {} : { name }),
          ...(languages === undefined ? {} : { languages: [...languages] }),
          ...(unavailable === undefined ? {} : { unavailable: sentAbsences(timeZone, unavailable) }),
        },
        { context: { ifMatch } },
      );
      await queryClient.invalidateQueries({ queryKey: queries().expos.key() });
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null) toast({ text: t('expos.interpreter_saved', { name: saved.name }), undo });
    },
  });
}

export function InterpreterForm(props: InterpreterFormProps) {
  const { edition, interpreter, onClose } = props;
  const { t } = useText();
  const toast = useToast();
  const sentences = useSentences();
  const queryClient = useQueryClient();
  const { id: editionId, timeZone } = edition;
  const [seen] = useState(() => ({
    version: interpreter?.version ?? 0,
    fields: interpreter === null ? { name: '', languages: [], unavailable: [] } : draftOf(timeZone, interpreter),
  }));
  const [draft, setDraft] = useState<InterpreterDraft>(seen.fields);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const creating = useAction();
  const guarded = useInterpreterSave(props, seen);
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const create = () =>
    creating.run(async () => {
      const { name, languages, unavailable } = draft;
      const made = await api().expos.createInterpreter(
        { editionId, name, languages: [...languages], unavailable: sentAbsences(timeZone, unavailable) },
        { context: { idempotencyKey } },
      );
      await refresh();
      onClose();
      const undo = async () => {
        await api().expos.removeInterpreter({ editionId, interpreterId: made.id }, { context: { ifMatch: made.version } });
        await refresh();
      };
      toast({ text: t('expos.interpreter_added', { name }), undo });
    });
  const submit = () => {
    const problems = sentences(absenceProblems(draft.unavailable));
    setFound(problems);
    if (problems.length > 0) return;
    if (interpreter === null) void create();
    else guarded.save(seen, draft);
  };
  const action = interpreter === null ? creating : guarded;
  const set = (change: Partial<InterpreterDraft>) => setDraft({ ...draft, ...change });
  return (
    <>
      <Dialog open wide onClose={onClose} title={interpreter === null ? t('expos.add_interpreter') : interpreter.name}>
        <Form {...(found.length > 0 ? { problems: found } : formTrouble(action))} onSubmit={submit}>
          <TextField name="name" label={t('expos.name')} value={draft.name} onChange={(name) => set({ name })} />
          <LanguagesField
            name="languages"
            label={t('expos.languages')}
            hint={t('expos.interpreter_languages_hint')}
            value={draft.languages}
            onChange={(languages) => set({ languages })}
          />
          <AbsencesField edition={edition} value={draft.unavailable} onChange={(unavailable) => set({ unavailable })} />
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('expos.save')}
            </Button>
            <Button kind="text" onPress={onClose}>
              {t('design.cancel')}
            </Button>
          </Buttons>
        </Form>
      </Dialog>
      <TwoValues clash={guarded.clash} />
    </>
  );
}
