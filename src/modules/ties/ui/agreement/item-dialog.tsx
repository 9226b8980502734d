// One thing an agreement foresees: what, by when, and who sees to it on each side.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { DateField, isDoubtful, type TypedDate } from '#design/fields/date-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, OptionalSelect, TextField } from '#design/fields/field.tsx';
import { Meant } from '#design/fields/meant.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { DUE_HAS_PASSED } from '../../domain/happenings.ts';
import type { BegunFrom } from '../../domain/match.ts';
import { nearness } from '../../domain/endings.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { orderOf } from '../tie-order.ts';
import { useTypedDate } from '../typed-date.ts';

interface Draft {
  readonly text: MultilingualText;
  readonly domain: Domain | null;
  readonly owners: { readonly a: string; readonly b: string };
  readonly due: TypedDate;
}

interface ItemDialogProps {
  readonly tie: Tie;
  readonly agreement: Pick<AgreementShown, 'id' | 'items'>;
  /** null for a new one. */
  readonly item: AgreementShown['items'][number] | null;
  /** What is filled in of a new one. */
  readonly first?: Pick<Draft, 'text' | 'domain'>;
  /** The match from which it is begun. */
  readonly begunFrom?: BegunFrom;
  readonly onClose: () => void;
}

type Item = AgreementShown['items'][number];

/** The form asks of a day that has passed before it sends it. */
const confirmed: (typeof DUE_HAS_PASSED)[] = [DUE_HAS_PASSED];

const sentOf = ({ text, domain, owners, due }: Draft) => ({
  text: filledText(text) ?? {},
  domain,
  ...{ aOwner: filledLine(owners.a), bOwner: filledLine(owners.b), due: due.date },
});

const draftOf = (typed: ReturnType<typeof useTypedDate>, item: ItemDialogProps['item']): Draft => ({
  ...{ text: item?.text ?? {}, domain: item?.domain ?? null },
  ...{ owners: { a: item?.aOwner ?? '', b: item?.bOwner ?? '' }, due: typed(item?.due ?? null) },
});

export function ItemDialog({ tie, agreement, item: opened, first, begunFrom, onClose }: ItemDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const typed = useTypedDate();
  // As it stands now: somebody else may have changed it since it was opened.
  const item = agreement.items.find(({ id }) => id === opened?.id) ?? opened;
  const [draft, setDraft] = useState(() => ({ ...draftOf(typed, item), ...first }));
  const { owners, due } = draft;
  const field = bind(draft, setDraft);
  const save = (idempotencyKey: string) =>
    item === null
      ? tiesApi.addAgreedItem({ ...sentOf(draft), begunFrom, agreementId: agreement.id, confirmed }, { context: { idempotencyKey } })
      : tiesApi.updateAgreedItem({ ...sentOf(draft), itemId: item.id, confirmed }, { context: { ifMatch: item.version } });
  const withdraw = (itemId: string, version: number) =>
    tiesApi.withdrawAgreedItem({ itemId, confirmed: ['kernel.read_by_others'] }, { context: { ifMatch: version } });
  const undo = ({ id, version }: Item) =>
    item === null
      ? withdraw(id, version)
      : tiesApi.updateAgreedItem({ ...sentOf(draftOf(typed, item)), itemId: id, confirmed }, { context: { ifMatch: version } });
  const isPast =
    due.date !== null && !isDoubtful(due) && due.typed !== typed(item?.due ?? null).typed && nearness(due.date, tie.today) === 'late';
  return (
    <EntryDialog
      title={t(item === null ? 'ties.add_item' : 'ties.edit_item')}
      onSave={save}
      undo={undo}
      onWithdraw={item === null ? undefined : () => withdraw(item.id, item.version)}
      onClose={onClose}
      versions={item === null ? undefined : { typed: draft, version: item.version, standing: draftOf(typed, item), onShow: setDraft }}
    >
      <MultilingualField {...field('text')} label={t('ties.agreed_item')} />
      <Fields>
        <OptionalSelect
          {...field('domain')}
          label={t('ties.domain')}
          none={t('ties.not_stated')}
          options={domains.map((known) => ({ value: known, text: t(`cities.domain_${known}`) }))}
        />
        <DateField {...field('due')} label={t('ties.due_by')} optional />
      </Fields>
      {isPast && <Meant key={due.typed} name="dueIsPast" label={t('ties.due_is_past')} message={t('ties.due_is_past_tick')} />}
      <Fields>
        {orderOf(tie).map((side) => (
          <TextField
            key={side}
            name={`${side}Owner`}
            label={t('ties.who_sees_to_it', { city: naming(tie.cities[side].name) })}
            optional
            value={owners[side]}
            onChange={(owner) => setDraft({ ...draft, owners: { ...owners, [side]: owner } })}
          />
        ))}
      </Fields>
      {item === null && <Note>{t('ties.item_private_first')}</Note>}
    </EntryDialog>
  );
}
