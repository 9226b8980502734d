// The setup of an earlier edition for one that has none yet: which edition, which parts, what each would bring, one press and the way back.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField, SelectField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note } from '#design/page.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { SetupPart } from '../../domain/take-over.ts';
import { exposApi, exposQueries } from '../client.ts';

type Preview = Awaited<ReturnType<typeof exposApi.previewTakeOver>>;
type Offered = Awaited<ReturnType<typeof exposApi.listTakeOvers>>;
type Part = Preview['parts'][number];

const canTake = ({ has, brings }: Part): boolean => has === 0 && brings > 0;

const previewOf = (editionId: string, earlierId: string) => ({
  ...exposQueries.previewTakeOver.queryOptions({ input: { editionId, earlierId } }),
  retry: false,
});

/** Offered while the edition lacks something that an earlier one has, or holds something that it took over. `onChanged`: the setup is another one now. */
export function TakeOver({ edition, onChanged }: { readonly edition: Edition; readonly onChanged: () => void }) {
  const { t } = useText();
  const [open, setOpen] = useState<'take' | 'undo' | null>(null);
  const { data } = useQuery(exposQueries.listTakeOvers.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined || (data.first === null && data.taken.length === 0)) return null;
  const shared = { edition, onChanged, onClose: () => setOpen(null) };
  return (
    <Buttons after>
      {data.first !== null && <Button onPress={() => setOpen('take')}>{t('expos.take_over')}</Button>}
      {data.taken.length > 0 && <Button onPress={() => setOpen('undo')}>{t('expos.take_over_undo')}</Button>}
      {open === 'take' && data.first !== null && <TakeOverDialog {...shared} earlier={data.entries} first={data.first} />}
      {open === 'undo' && <UndoDialog {...shared} {...data} />}
    </Buttons>
  );
}

interface DialogProps {
  readonly edition: Edition;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

interface TakeOverDialogProps extends DialogProps {
  readonly earlier: Offered['entries'];
  readonly first: Edition['id'];
}

/** Parts that are left out of what is done. */
function useLeft() {
  const [left, setLeft] = useState<ReadonlySet<SetupPart>>(new Set());
  const setChosen = (part: SetupPart) => (isChosen: boolean) => {
    const rest = new Set(left);
    if (isChosen) rest.delete(part);
    else rest.add(part);
    setLeft(rest);
  };
  return { left, setChosen };
}

function TakeOverDialog({ edition, earlier, first, onChanged, onClose }: TakeOverDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [earlierId, setEarlier] = useState(first);
  const { left, setChosen } = useLeft();
  const preview = useQuery(previewOf(edition.id, earlierId)).data;
  const { keep, refuse, ...action } = useKeeping(exposQueries.key());
  const parts = (preview?.parts ?? []).filter((part) => canTake(part) && !left.has(part.part)).map(({ part }) => part);
  const editionId = edition.id;
  const take = () => {
    if (preview === undefined || refuse(parts.length > 0 ? [] : [{ path: ['slots'], message: t('expos.take_over_choose') }])) return;
    void keep(
      ({ idempotencyKey }) =>
        exposApi.takeOverSetup({ editionId, earlierId, parts }, { context: { idempotencyKey, ifMatch: preview.version } }),
      {
        said: t('expos.take_over_done', { count: parts.length }),
        undo: async ({ version }) => {
          await exposApi.undoTakeOver({ editionId, parts }, { context: { ifMatch: version } });
          onChanged();
          return t('expos.take_over_undone');
        },
        after: () => {
          onClose();
          onChanged();
        },
      },
    );
  };
  return (
    <FormDialog title={t('expos.take_over_title')} action={action} submit={t('expos.take_over_do')} onSubmit={take} onClose={onClose}>
      <SelectField
        name="earlierId"
        label={t('expos.take_over_from')}
        value={earlierId}
        onChange={setEarlier}
        options={earlier.map(({ id, name, firstDay }) => ({ value: id, text: `${naming(name)} (${firstDay.slice(0, 4)})` }))}
      />
      {preview === undefined ? (
        <Skeleton lines={5} />
      ) : (
        preview.parts.map((part) => (
          <CheckField
            key={part.part}
            name={part.part}
            label={t(`expos.take_over_${part.part}`, { count: part.brings })}
            hint={<PartHint part={part} />}
            checked={canTake(part) && !left.has(part.part)}
            disabled={!canTake(part)}
            onChange={setChosen(part.part)}
          />
        ))
      )}
      <Note>{t('expos.take_over_note')}</Note>
    </FormDialog>
  );
}

/** What of each part is as it was taken over, and goes; the rest stays. */
function UndoDialog({ edition: { id: editionId }, onChanged, onClose, taken, version }: DialogProps & Offered) {
  const { t } = useText();
  const { left, setChosen } = useLeft();
  const { keep, refuse, ...action } = useKeeping(exposQueries.key());
  const parts = taken.map(({ part }) => part).filter((part) => !left.has(part));
  const undo = () => {
    if (refuse(parts.length > 0 ? [] : [{ path: [taken[0]?.part ?? 'slots'], message: t('expos.take_over_choose') }])) return;
    void keep(({ idempotencyKey }) => exposApi.undoTakeOver({ editionId, parts }, { context: { idempotencyKey, ifMatch: version } }), {
      said: t('expos.take_over_undone'),
      after: () => {
        onClose();
        onChanged();
      },
    });
  };
  return (
    <FormDialog
      title={t('expos.take_over_undo_title')}
      action={action}
      submit={t('expos.take_over_undo_do')}
      onSubmit={undo}
      onClose={onClose}
    >
      {taken.map(({ part, count }) => (
        <CheckField
          key={part}
          name={part}
          label={t(`expos.take_over_${part}`, { count })}
          checked={!left.has(part)}
          onChange={setChosen(part)}
        />
      ))}
      <Note>{t('expos.take_over_undo_note')}</Note>
    </FormDialog>
  );
}

/** Why a part is not offered, or what of it stays behind. */
function PartHint({ part: { part, has, brings, leftOut } }: { readonly part: Part }) {
  const { t } = useText();
  if (has > 0) return t('expos.take_over_has');
  if (brings === 0) return t(leftOut > 0 ? 'expos.take_over_no_day' : 'expos.take_over_none');
  if (part === 'floor') return leftOut === 0 ? null : t('expos.take_over_stands', { count: leftOut });
  if (part === 'interpreters') return t('expos.take_over_interpreters_note');
  if (part === 'terms') return t('expos.take_over_terms_note');
  return leftOut === 0 ? null : t('expos.take_over_left', { count: leftOut });
}
