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
type Earlier = Awaited<ReturnType<typeof exposApi.listTakeOvers>>['entries'];
type Part = Preview['parts'][number];

const canTake = ({ has, brings }: Part): boolean => has === 0 && brings > 0;

const previewOf = (editionId: string, earlierId: string) => ({
  ...exposQueries.previewTakeOver.queryOptions({ input: { editionId, earlierId } }),
  retry: false,
});

/** Offered while the edition lacks something that an earlier one has. `onChanged`: the setup is another one now. */
export function TakeOver({ edition, onChanged }: { readonly edition: Edition; readonly onChanged: () => void }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(exposQueries.listTakeOvers.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined || data.first === null) return null;
  return (
    <Buttons after>
      <Button onPress={() => setOpen(true)}>{t('expos.take_over')}</Button>
      {isOpen && <TakeOverDialog {...{ edition, onChanged }} earlier={data.entries} first={data.first} onClose={() => setOpen(false)} />}
    </Buttons>
  );
}

interface TakeOverDialogProps {
  readonly edition: Edition;
  readonly earlier: Earlier;
  readonly first: Edition['id'];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function TakeOverDialog({ edition, earlier, first, onChanged, onClose }: TakeOverDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [earlierId, setEarlier] = useState(first);
  const [left, setLeft] = useState<ReadonlySet<SetupPart>>(new Set());
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
            onChange={(checked) => {
              const rest = new Set(left);
              if (checked) rest.delete(part.part);
              else rest.add(part.part);
              setLeft(rest);
            }}
          />
        ))
      )}
      <Note>{t('expos.take_over_note')}</Note>
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
