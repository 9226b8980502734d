// Entering or correcting who carries a tie: an organisation on record or by name, or a post with the body at which it is.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { OptionalSelect, SelectField, TextField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { organisationsQueries } from '#modules/organisations/ui/client.ts';
import type { CarrierShown } from '../../contract/carriers.ts';
import type { Tie } from '../../contract/shapes.ts';
import { carrierKinds, type CarrierKind } from '../../domain/carriers.ts';
import type { Side } from '../../domain/tie.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { firstSource, sentSource, SourceChoice, type ChosenSource } from '#modules/evidence/ui/source-choice.tsx';
import { useTypedDate } from '../typed-date.ts';

interface CarrierDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** null for a new one. */
  readonly carrier: CarrierShown | null;
  readonly onClose: () => void;
}

interface Draft {
  readonly kind: CarrierKind;
  readonly side: Side | null;
  readonly organisationId: string;
  readonly name: string;
  readonly body: string;
  readonly role: string;
  readonly starts: TypedDate;
  readonly ends: TypedDate;
  readonly source: ChosenSource;
}

const sentOf = ({ kind, side, organisationId, name, body, role, starts, ends, source }: Draft) => ({
  ...sentSource(source),
  ...{ kind, side, role: filledLine(role), starts: starts.date, ends: ends.date },
  organisationId: kind === 'post' || organisationId === '' ? null : organisationId,
  name: kind === 'organisation' && organisationId !== '' ? null : filledLine(name),
  body: kind === 'post' ? filledLine(body) : null,
});

const draftOf = (typed: ReturnType<typeof useTypedDate>, tie: Tie, carrier: CarrierShown | null): Draft => ({
  ...{ kind: carrier?.kind ?? 'organisation', side: carrier === null ? tie.ownSide : carrier.side },
  ...{ organisationId: carrier?.organisationId ?? '', name: carrier?.name ?? '', body: carrier?.body ?? '', role: carrier?.role ?? '' },
  ...{ starts: typed(carrier?.starts ?? null), ends: typed(carrier?.ends ?? null) },
  source: firstSource(carrier === null),
});

export function CarrierDialog({ tie, office, carrier: opened, onClose }: CarrierDialogProps) {
  const { t } = useText();
  const typed = useTypedDate();
  // As it stands now: somebody else may have changed it since it was opened.
  const carrier = tie.carriers.find(({ id }) => id === opened?.id) ?? opened;
  const [draft, setDraft] = useState(() => draftOf(typed, tie, carrier));
  const save = (idempotencyKey: string) =>
    carrier === null
      ? tiesApi.addCarrier({ ...sentOf(draft), tieId: tie.id, office }, { context: { idempotencyKey } })
      : tiesApi.updateCarrier({ ...sentOf(draft), carrierId: carrier.id }, { context: { ifMatch: carrier.version } });
  const withdraw =
    carrier === null
      ? undefined
      : () =>
          tiesApi.withdrawCarrier(
            { carrierId: carrier.id, confirmed: ['kernel.read_by_others'] },
            { context: { ifMatch: carrier.version } },
          );
  return (
    <EntryDialog
      title={t(carrier === null ? 'ties.add_carrier' : 'ties.edit_carrier')}
      onSave={save}
      onWithdraw={withdraw}
      onClose={onClose}
      about={draft.kind}
      versions={
        carrier === null ? undefined : { typed: draft, version: carrier.version, standing: draftOf(typed, tie, carrier), onShow: setDraft }
      }
    >
      <CarrierFields tie={tie} office={office} draft={draft} isNew={carrier === null} onChange={setDraft} />
      <SourceChoice {...bind(draft, setDraft)('source')} office={office} before={carrier?.source ?? null} />
      <Note>{t(draft.kind === 'post' ? 'ties.post_note' : 'ties.statement_private')}</Note>
    </EntryDialog>
  );
}

interface CarrierFieldsProps extends Pick<CarrierDialogProps, 'tie' | 'office'> {
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly onChange: (draft: Draft) => void;
}

function CarrierFields(props: CarrierFieldsProps) {
  const { tie, draft, isNew, onChange } = props;
  const { t } = useText();
  const naming = useNaming();
  const field = bind(draft, onChange);
  return (
    <>
      {isNew && (
        <ChoiceField
          {...field('kind')}
          label={t('ties.carrier_kind')}
          options={carrierKinds.map((kind) => ({ value: kind, text: t(`ties.carrier_${kind}`) }))}
        />
      )}
      {draft.kind === 'organisation' ? (
        <OrganisationFields {...props} />
      ) : (
        <>
          <TextField {...field('name')} label={t('ties.post_title')} hint={t('ties.post_hint')} />
          <TextField {...field('body')} label={t('ties.post_body')} optional />
        </>
      )}
      <OptionalSelect
        {...field('side')}
        label={t('ties.carrier_side')}
        none={t('ties.carrier_both')}
        options={(['a', 'b'] as const).map((side) => ({ value: side, text: naming(tie.cities[side].name) }))}
      />
      <TextField {...field('role')} label={t('ties.carrier_role')} hint={t('ties.carrier_role_hint')} optional />
      <DateField {...field('starts')} label={t('ties.carrier_from')} optional />
      <DateField {...field('ends')} label={t('ties.carrier_to')} optional />
    </>
  );
}

const MOST = 200;

/** One on record, or merely named. */
function OrganisationFields({ office, draft, onChange }: CarrierFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange);
  const naming = useNaming();
  const { data } = useQuery(organisationsQueries.listOrganisations.queryOptions({ input: { ownerOffice: office, limit: MOST } }));
  const known = data?.entries ?? [];
  return (
    <>
      {(known.length > 0 || draft.organisationId !== '') && (
        <SelectField
          {...field('organisationId')}
          label={t('ties.carrier_on_record')}
          options={[{ value: '', text: t('ties.carrier_by_name') }, ...known.map(({ id, name }) => ({ value: id, text: naming(name) }))]}
        />
      )}
      {draft.organisationId === '' && <TextField {...field('name')} label={t('ties.carrier_name')} />}
    </>
  );
}
