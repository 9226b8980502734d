// A stand: new, or changed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useGuardedSave } from '#client/use-guarded-save.ts';
import type { Stand } from '../../contract/roster.ts';

interface StandDraft {
  readonly code: string;
  readonly hall: string;
  readonly seats: string;
}

const draftOf = ({ code, hall, seats }: Stand): StandDraft => ({ code, hall, seats: String(seats) });

/** What is no number is sent as -1, so that the server's sentence stands beside the field. */
const wholeOf = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : -1);

const sentOf = ({ code, hall, seats }: Partial<StandDraft>) => ({
  ...(code === undefined ? {} : { code }),
  ...(hall === undefined ? {} : { hall }),
  ...(seats === undefined ? {} : { seats: wholeOf(seats) }),
});

export interface StandFormProps {
  readonly editionId: string;
  readonly stand: Stand | null;
  readonly onClose: () => void;
}

/** Reads pages until the stand is found; null when it is gone. */
async function findStand(editionId: string, wanted: Stand): Promise<Stand> {
  const { entries } = await api().expos.listStands({ editionId, q: wanted.code, limit: 200 });
  return entries.find(({ id }) => id === wanted.id) ?? wanted;
}

export function StandForm({ editionId, stand, onClose }: StandFormProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen] = useState(() => ({
    version: stand?.version ?? 0,
    fields: stand === null ? { code: '', hall: '', seats: '0' } : draftOf(stand),
  }));
  const [draft, setDraft] = useState(seen.fields);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const creating = useAction();
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const guarded = useGuardedSave<StandDraft, Stand>({
    words: [
      { key: 'code', label: t('expos.stand_code'), show: ({ code }) => code },
      { key: 'hall', label: t('expos.hall'), show: ({ hall }) => hall },
      { key: 'seats', label: t('expos.meetings_here'), show: ({ seats }) => seats },
    ],
    read: async () => {
      if (stand === null) return seen;
      const now = await findStand(editionId, stand);
      return { version: now.version, fields: draftOf(now) };
    },
    write: async (changes, ifMatch) => {
      const saved = await api().expos.updateStand({ ...sentOf(changes), editionId, standId: stand?.id ?? '' }, { context: { ifMatch } });
      await refresh();
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null) toast({ text: t('expos.stand_saved', { code: saved.code }), undo });
    },
  });
  const create = () =>
    creating.run(async () => {
      const {
        id: standId,
        version: ifMatch,
        code,
      } = await api().expos.createStand({ ...sentOf(draft), code: draft.code, editionId }, { context: { idempotencyKey } });
      await refresh();
      onClose();
      const undo = async () => {
        await api().expos.removeStand({ editionId, standId }, { context: { ifMatch } });
        await refresh();
      };
      toast({ text: t('expos.stand_added', { code }), undo });
    });
  const action = stand === null ? creating : guarded;
  const set = (change: Partial<StandDraft>) => setDraft({ ...draft, ...change });
  return (
    <>
      <Dialog open onClose={onClose} title={stand === null ? t('expos.add_stand') : t('expos.edit_named', { name: stand.code })}>
        <Form {...formTrouble(action)} onSubmit={() => (stand === null ? void create() : guarded.save(seen, draft))}>
          <Fields>
            <TextField name="code" label={t('expos.stand_code')} short value={draft.code} onChange={(code) => set({ code })} />
            <TextField name="hall" label={t('expos.hall')} optional short value={draft.hall} onChange={(hall) => set({ hall })} />
          </Fields>
          <TextField
            name="seats"
            type="number"
            min={0}
            label={t('expos.meetings_here')}
            hint={t('expos.meetings_here_hint')}
            value={draft.seats}
            onChange={(seats) => set({ seats })}
          />
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
