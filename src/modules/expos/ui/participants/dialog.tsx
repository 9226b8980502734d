// A participant: new, or changed; when two people change the same, both values are shown.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { useNaming } from '#design/named.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useGuardedSave, type Seen } from '#client/use-guarded-save.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import { absenceProblems } from './absences-field.tsx';
import { useSentences } from '../local-problems.ts';
import { absencesSentOf, blankParticipant, changesSentOf, draftOf, sentOf, type ParticipantDraft } from './draft.ts';
import { ParticipantFields } from './fields.tsx';
import { useParticipantWords } from './words.tsx';
import { Withdrawal } from './withdrawal.tsx';

interface NewProps {
  readonly edition: Edition;
  readonly onClose: () => void;
}

export function NewParticipant({ edition, onClose }: NewProps) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const sentences = useSentences();
  const queryClient = useQueryClient();
  const action = useAction();
  const [draft, setDraft] = useState(blankParticipant);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const editionId = edition.id;
  const add = () => {
    const problems = sentences(absenceProblems(draft.unavailable));
    setFound(problems);
    if (problems.length > 0) return;
    void action.run(async () => {
      const unavailable = absencesSentOf(edition.timeZone, draft);
      const made = await api().expos.createParticipant({ ...sentOf(draft), unavailable, editionId }, { context: { idempotencyKey } });
      await queryClient.invalidateQueries({ queryKey: queries().expos.key() });
      onClose();
      toast({ text: t('expos.participant_added', { name: naming(made.name), code: made.code }) });
    });
  };
  return (
    <Dialog open wide onClose={onClose} title={t('expos.add_participant')}>
      <Form {...(found.length > 0 ? { problems: found } : formTrouble(action))} onSubmit={add}>
        <ParticipantFields edition={edition} draft={draft} onChange={setDraft} />
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
  );
}

export function EditParticipant({ edition, id, onClose }: NewProps & { readonly id: string }) {
  const { t } = useText();
  const naming = useNaming();
  const input = { editionId: edition.id, participantId: id };
  const { data, error } = useQuery(queries().expos.getParticipant.queryOptions({ input }));
  const title = data === undefined ? t('expos.participant') : `${data.code} ${naming(data.name)}`;
  return (
    <Dialog open wide onClose={onClose} title={title}>
      {error !== null && data === undefined && <Notice kind="refused">{troubleOf(error).message}</Notice>}
      {error === null && data === undefined && <Skeleton lines={8} />}
      {data !== undefined && <ParticipantForm edition={edition} participant={data} onClose={onClose} />}
    </Dialog>
  );
}

const seenOf = (zone: string, participant: Participant): Seen<ParticipantDraft> => ({
  version: participant.version,
  fields: draftOf(zone, participant),
});

function useParticipantSave(edition: Edition, participant: Participant, onClose: () => void) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const ids = { editionId: edition.id, participantId: participant.id };
  const read = async () => seenOf(edition.timeZone, await api().expos.getParticipant(ids));
  const guarded = useGuardedSave<ParticipantDraft, Participant>({
    words: useParticipantWords(edition, formats),
    read,
    write: async ({ unavailable, ...changes }, version) => {
      const { fields } = await read();
      let saved: Participant | null = null;
      if (Object.keys(changes).length > 0)
        saved = await api().expos.updateParticipant(
          { ...changesSentOf(changes, { ...fields, ...changes }), ...ids },
          { context: { ifMatch: version } },
        );
      if (unavailable !== undefined)
        saved = await api().expos.replaceUnavailable(
          { ...ids, unavailable: absencesSentOf(edition.timeZone, { ...fields, unavailable }) },
          { context: { ifMatch: saved?.version ?? version } },
        );
      await queryClient.invalidateQueries({ queryKey: queries().expos.key() });
      return saved ?? participant;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null)
        toast({ text: t('expos.participant_saved', { name: naming(saved.name), code: saved.code }), undo });
    },
  });
  return guarded;
}

interface ParticipantFormProps extends NewProps {
  readonly participant: Participant;
}

function ParticipantForm({ edition, participant, onClose }: ParticipantFormProps) {
  const { t } = useText();
  const sentences = useSentences();
  const [seen] = useState(() => seenOf(edition.timeZone, participant));
  const [draft, setDraft] = useState(seen.fields);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const guarded = useParticipantSave(edition, participant, onClose);
  const save = () => {
    const problems = sentences(absenceProblems(draft.unavailable));
    setFound(problems);
    if (problems.length === 0) guarded.save(seen, draft);
  };
  return (
    <>
      <Withdrawal edition={edition} participant={participant} onDone={onClose} />
      <Form {...(found.length > 0 ? { problems: found } : formTrouble(guarded))} onSubmit={save}>
        <ParticipantFields edition={edition} draft={draft} onChange={setDraft} />
        <Buttons>
          <Button kind="go" type="submit" busy={guarded.busy}>
            {t('expos.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
      <TwoValues clash={guarded.clash} />
    </>
  );
}
