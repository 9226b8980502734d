// Entering or correcting an agreement: its parties, its days, where it is.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/choice.tsx';
import { DateField, isDoubtful, noDate, type TypedDate } from '#design/date-field.tsx';
import { Dialog } from '#design/dialog.tsx';
import { CheckField, Fields, TextareaField } from '#design/field.tsx';
import { Form } from '#design/form.tsx';
import { filledText, MultilingualField } from '#design/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { useToast } from '#design/toast.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { AgreementShown, Tie } from '../contract/shapes.ts';
import { agreementKinds, type AgreementKind } from '../domain/happenings.ts';

interface Draft {
  readonly kind: AgreementKind;
  readonly title: MultilingualText;
  /** The two cities are parties themselves. */
  readonly cities: { readonly a: boolean; readonly b: boolean };
  /** Other parties by name, one a line. */
  readonly named: string;
  readonly signedOn: TypedDate;
  readonly validFrom: TypedDate;
  readonly validTo: TypedDate;
}

interface AgreementDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** null for a new one. */
  readonly agreement: AgreementShown | null;
  readonly onClose: () => void;
}

function useDraft(tie: Tie, agreement: AgreementShown | null) {
  const formats = useFormats();
  const naming = useNaming();
  const typed = (date: AgreementShown['signedOn']): TypedDate =>
    date === null ? noDate : { typed: formats.spelt(formats.flexDate(date)), date };
  const isParty = (id: string): boolean =>
    agreement === null || agreement.parties.some((party) => party.kind === 'city' && party.id === id);
  return useState<Draft>({
    kind: agreement?.kind ?? 'memorandum',
    title: agreement?.title ?? {},
    cities: { a: isParty(tie.cities.a.id), b: isParty(tie.cities.b.id) },
    named: (agreement?.parties ?? []).flatMap(({ kind, name }) => (kind === 'named' && name !== null ? [naming(name)] : [])).join('\n'),
    signedOn: typed(agreement?.signedOn ?? null),
    validFrom: typed(agreement?.validFrom ?? null),
    validTo: typed(agreement?.validTo ?? null),
  });
}

/** Parties that this form does not edit, organisations and other cities, stay. */
function partiesOf(tie: Tie, draft: Draft, agreement: AgreementShown | null) {
  const own = [tie.cities.a.id, tie.cities.b.id];
  const kept = (agreement?.parties ?? []).flatMap(({ kind, id }) =>
    id !== null && kind !== 'named' && !(kind === 'city' && own.includes(id)) ? [{ kind, id }] : [],
  );
  const cities = (['a', 'b'] as const).flatMap((side) => (draft.cities[side] ? [{ kind: 'city' as const, id: tie.cities[side].id }] : []));
  const named = draft.named.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ kind: 'named' as const, name: line.trim() }]));
  return [...cities, ...kept, ...named];
}

const sentOf = (tie: Tie, draft: Draft, agreement: AgreementShown | null) => ({
  kind: draft.kind,
  title: filledText(draft.title) ?? {},
  parties: partiesOf(tie, draft, agreement),
  signedOn: draft.signedOn.date,
  validFrom: draft.validFrom.date,
  validTo: draft.validTo.date,
});

export function AgreementDialog({ tie, office, agreement, onClose }: AgreementDialogProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [draft, setDraft] = useDraft(tie, agreement);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const done = async (words: string) => {
    await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
    toast({ text: words });
    onClose();
  };
  const save = () =>
    void action.run(async () => {
      const sent = sentOf(tie, draft, agreement);
      if (agreement === null) await api().ties.addAgreement({ ...sent, tieId: tie.id, office }, { context: { idempotencyKey } });
      else await api().ties.updateAgreement({ ...sent, agreementId: agreement.id }, { context: { ifMatch: agreement.version } });
      await done(t('ties.saved'));
    });
  const withdraw = () =>
    void action.run(async () => {
      if (agreement === null) return;
      await api().ties.withdrawAgreement({ agreementId: agreement.id }, { context: { ifMatch: agreement.version } });
      await done(t('ties.withdrawn'));
    });
  const doubtful = [draft.signedOn, draft.validFrom, draft.validTo].some(isDoubtful);
  return (
    <Dialog open wide onClose={onClose} title={t(agreement === null ? 'ties.add_agreement' : 'ties.edit_agreement')}>
      <Form {...formTrouble(action)} onSubmit={save}>
        <AgreementFields tie={tie} draft={draft} onChange={setDraft} />
        <Buttons>
          {!doubtful && (
            <Button kind="go" type="submit" busy={action.busy}>
              {t('ties.save')}
            </Button>
          )}
          {agreement !== null && <Button onPress={withdraw}>{t('ties.withdraw')}</Button>}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

function AgreementFields({
  tie,
  draft,
  onChange,
}: {
  readonly tie: Tie;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useText();
  const naming = useNaming();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('ties.kind')}
        value={draft.kind}
        options={agreementKinds.map((kind) => ({ value: kind, text: t(`ties.agreement_${kind}`) }))}
        onChange={(chosen) => set({ kind: agreementKinds.find((kind) => kind === chosen) ?? 'memorandum' })}
      />
      <MultilingualField name="title" label={t('ties.agreement_title')} value={draft.title} onChange={(title) => set({ title })} />
      {(['a', 'b'] as const).map((side) => (
        <CheckField
          key={side}
          name={`party-${side}`}
          label={t('ties.city_is_party', { city: naming(tie.cities[side].name) })}
          checked={draft.cities[side]}
          onChange={(checked) => set({ cities: { ...draft.cities, [side]: checked } })}
        />
      ))}
      <TextareaField
        name="parties"
        label={t('ties.other_parties')}
        hint={t('ties.other_parties_hint')}
        optional
        rows={2}
        value={draft.named}
        onChange={(named) => set({ named })}
      />
      <Fields>
        <DateField name="signedOn" label={t('ties.signed_on')} optional value={draft.signedOn} onChange={(signedOn) => set({ signedOn })} />
        <DateField
          name="validFrom"
          label={t('ties.valid_from')}
          optional
          value={draft.validFrom}
          onChange={(validFrom) => set({ validFrom })}
        />
      </Fields>
      <DateField name="validTo" label={t('ties.valid_until')} optional value={draft.validTo} onChange={(validTo) => set({ validTo })} />
    </>
  );
}
