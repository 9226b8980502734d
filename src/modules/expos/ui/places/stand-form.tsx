// A stand: new, or changed.
import { findInPages } from '#client/use-pages.ts';
import { useText } from '#client/language.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import type { Stand } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { wholeOf } from '../local-problems.ts';

interface StandDraft {
  readonly code: string;
  readonly hall: string;
  readonly seats: string;
  readonly area: string;
}

const draftOf = (stand: Stand | null): StandDraft => ({
  ...{
    code: stand?.code ?? '',
    hall: stand?.hall ?? '',
    seats: String(stand?.seats ?? 0),
    area: stand?.area == null ? '' : String(stand.area),
  },
});
const sentOf = ({ code, hall, seats, area }: StandDraft) => ({
  code,
  hall,
  seats: wholeOf(seats),
  area: area.trim() === '' ? null : Number(area),
});

export interface StandFormProps {
  readonly editionId: string;
  readonly stand: Stand | null;
  readonly onClose: () => void;
}

export function StandForm({ editionId, stand, onClose }: StandFormProps) {
  const { t } = useText();
  const form = useVersioned<Stand, StandDraft>({
    queryKey: exposQueries.key(),
    thing: stand,
    draftOf,
    words: [
      { key: 'code', label: t('expos.stand_code'), show: ({ code }) => code },
      { key: 'hall', label: t('expos.hall'), show: ({ hall }) => hall },
      { key: 'area', label: t('expos.stand_area'), show: ({ area }) => area },
      { key: 'seats', label: t('expos.meetings_here'), show: ({ seats }) => seats },
    ],
    read: ({ id }) => findInPages((page) => exposApi.listStands({ editionId, ...page }), id),
    write: (changes, context, mine) =>
      exposApi.updateStand({ ...changedOf(sentOf(mine), changes), editionId, standId: stand?.id ?? '' }, { context }),
    create: (draft, context) => exposApi.createStand({ ...sentOf(draft), editionId }, { context }),
    remove: ({ id: standId }, context) => exposApi.removeStand({ editionId, standId }, { context }),
    said: ({ code }) => t(stand === null ? 'expos.stand_added' : 'expos.stand_saved', { code }),
    onKept: onClose,
  });
  return (
    <FormDialog
      title={stand === null ? t('expos.add_stand') : t('expos.edit_named', { name: stand.code })}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <Fields>
        <TextField {...form.field('code')} label={t('expos.stand_code')} short />
        <TextField {...form.field('hall')} label={t('expos.hall')} optional short />
        <TextField {...form.field('area')} type="number" label={t('expos.stand_area')} optional short />
      </Fields>
      <TextField {...form.field('seats')} type="number" label={t('expos.meetings_here')} hint={t('expos.meetings_here_hint')} />
    </FormDialog>
  );
}
