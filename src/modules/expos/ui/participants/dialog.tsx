// A participant: new, or changed; when two people change the same, both values are shown.
import { useQuery } from '@tanstack/react-query';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Dialog } from '#design/notices/dialog.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useNaming } from '#design/named.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { absenceProblems, sentAbsences } from './absences-field.tsx';
import { useSentences } from '../local-problems.ts';
import { changesSentOf, draftOf, sentOf, type ParticipantDraft } from './draft.ts';
import { ParticipantFields } from './fields.tsx';
import { useParticipantWords } from './words.tsx';
import { Withdrawal } from './withdrawal.tsx';

interface NewProps {
  readonly edition: Edition;
  readonly onClose: () => void;
}

export function EditParticipant({ edition, id, onClose }: NewProps & { readonly id: string }) {
  const { t } = useText();
  const input = { editionId: edition.id, participantId: id };
  const { data, error } = useQuery(exposQueries.getParticipant.queryOptions({ input }));
  if (data !== undefined) return <ParticipantDialog edition={edition} participant={data} onClose={onClose} />;
  return (
    <Dialog open wide onClose={onClose} title={t('expos.participant')}>
      {error !== null ? <Notice kind="refused">{troubleOf(error).message}</Notice> : <Skeleton lines={8} />}
    </Dialog>
  );
}

/** `participant` is null for a new one. */
export function ParticipantDialog({ edition, participant, onClose }: NewProps & { readonly participant: Participant | null }) {
  const { t, language } = useText();
  const naming = useNaming();
  const sentences = useSentences();
  const { id: editionId, timeZone } = edition;
  const ids = { editionId, participantId: participant?.id ?? '' };
  const form = useVersioned<Participant, ParticipantDraft>({
    queryKey: exposQueries.key(),
    thing: participant,
    draftOf: (read) => draftOf(timeZone, language, read),
    words: useParticipantWords(edition),
    read: () => exposApi.getParticipant(ids),
    write: async ({ unavailable, ...changes }, context, mine) => {
      const facts = { ...changesSentOf(changes, mine), ...ids };
      const saved = Object.keys(changes).length === 0 ? null : await exposApi.updateParticipant(facts, { context });
      if (unavailable === undefined && saved !== null) return saved;
      const absences = { ...ids, unavailable: sentAbsences(timeZone, mine.unavailable) };
      return exposApi.replaceUnavailable(absences, { context: { ifMatch: saved?.version ?? context.ifMatch } });
    },
    create: (draft, context) =>
      exposApi.createParticipant({ ...sentOf(draft), unavailable: sentAbsences(timeZone, draft.unavailable), editionId }, { context }),
    remove: ({ id }, context) => exposApi.withdrawParticipant({ editionId, participantId: id }, { context }),
    check: ({ unavailable }) => sentences(absenceProblems(unavailable)),
    said: ({ name, code }) => t(participant === null ? 'expos.participant_added' : 'expos.participant_saved', { name: naming(name), code }),
    onKept: onClose,
  });
  return (
    <FormDialog
      wide
      title={participant === null ? t('expos.add_participant') : `${participant.code} ${naming(participant.name)}`}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
      above={participant !== null && <Withdrawal edition={edition} participant={participant} onDone={onClose} />}
    >
      <ParticipantFields edition={edition} draft={form.draft} onChange={form.setDraft} />
    </FormDialog>
  );
}
