// Entering or correcting an agreement: its parties, its days, where it is said, and the paper itself.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import { PaperField, type StoredPaper } from '#modules/evidence/ui/source-fields.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { agreementKinds, type AgreementKind } from '../../domain/happenings.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { DomainChoice } from '../exchange/domain-choice.tsx';
import { cityParty, listedParties, PartyFields, sentParties, type PartyDraft } from './party-fields.tsx';
import { sentSigning, SigningFields, signingOf, type SigningDraft } from './signing-fields.tsx';
import { firstSource, sentSource, SourceChoice, type ChosenSource } from '#modules/evidence/ui/source-choice.tsx';
import { useTypedDate } from '../typed-date.ts';

interface Draft {
  readonly kind: AgreementKind;
  readonly domains: readonly Domain[];
  readonly title: MultilingualText;
  readonly parties: readonly PartyDraft[];
  readonly signedOn: TypedDate;
  readonly validFrom: TypedDate;
  readonly validTo: TypedDate;
  readonly source: ChosenSource;
  readonly paper: StoredPaper | null;
  readonly signing: SigningDraft;
}

interface AgreementDialogProps {
  readonly tie: Tie;
  readonly office: string;
  /** null for a new one. */
  readonly agreement: AgreementShown | null;
  /** What a new one goes back to. */
  readonly begin?: Pick<SigningDraft, 'frameId' | 'followsId'>;
  readonly onClose: () => void;
  readonly onWithdrawn?: (() => void) | undefined;
}

/** A new one is of the two cities, until other parties are named. */
function draftOf(typed: ReturnType<typeof useTypedDate>, { tie, agreement, begin }: AgreementDialogProps): Draft {
  return {
    kind: agreement?.kind ?? 'memorandum',
    domains: agreement?.domains ?? [],
    title: agreement?.title ?? {},
    parties: agreement === null ? [cityParty(tie.cities.a), cityParty(tie.cities.b)] : listedParties(agreement.parties),
    signedOn: typed(agreement?.signedOn ?? null),
    validFrom: typed(agreement?.validFrom ?? null),
    validTo: typed(agreement?.validTo ?? null),
    source: firstSource(agreement === null),
    paper: agreement?.document ?? null,
    signing: signingOf(typed, agreement, begin),
  };
}

/** Parties are sent where they were touched: those that are not listed any more stay otherwise. */
const sentOf = (draft: Draft, first: Draft) => ({
  kind: draft.kind,
  domains: [...draft.domains],
  title: filledText(draft.title) ?? {},
  signedOn: draft.signedOn.date,
  validFrom: draft.validFrom.date,
  validTo: draft.validTo.date,
  documentId: draft.paper?.id ?? null,
  ...sentSigning(draft.signing),
  ...(draft.parties === first.parties ? {} : { parties: sentParties(draft.parties) }),
  ...sentSource(draft.source),
});

export function AgreementDialog(props: AgreementDialogProps) {
  const { tie, office, agreement, onClose, onWithdrawn } = props;
  const { t } = useText();
  const typed = useTypedDate();
  const [draft, setDraft] = useState(() => draftOf(typed, props));
  const [first] = useState(draft);
  const save = (idempotencyKey: string) => {
    const sent = sentOf(draft, first);
    return agreement === null
      ? tiesApi.addAgreement({ parties: sentParties(draft.parties), ...sent, tieId: tie.id, office }, { context: { idempotencyKey } })
      : tiesApi.updateAgreement({ ...sent, agreementId: agreement.id }, { context: { ifMatch: agreement.version } });
  };
  const withdraw =
    agreement === null
      ? undefined
      : async () => {
          await tiesApi.withdrawAgreement(
            { agreementId: agreement.id, confirmed: ['kernel.read_by_others'] },
            { context: { ifMatch: agreement.version } },
          );
          onWithdrawn?.();
        };
  const items = agreement?.items.length ?? 0;
  return (
    <EntryDialog
      title={t(agreement === null ? 'ties.add_agreement' : 'ties.edit_agreement')}
      onSave={save}
      onWithdraw={withdraw}
      alsoWithdrawn={items === 0 ? undefined : t('ties.withdraw_agreement', { count: items })}
      onClose={onClose}
      versions={
        agreement === null ? undefined : { typed: draft, version: agreement.version, standing: draftOf(typed, props), onShow: setDraft }
      }
    >
      <AgreementFields {...{ tie, office, draft }} before={agreement} onChange={(change) => setDraft({ ...draft, ...change })} />
    </EntryDialog>
  );
}

interface AgreementFieldsProps {
  readonly tie: Tie;
  readonly office: string;
  readonly before: AgreementShown | null;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function AgreementFields({ tie, office, before, draft, onChange }: AgreementFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange);
  return (
    <>
      <ChoiceField
        {...field('kind')}
        label={t('ties.kind')}
        options={agreementKinds.map((kind) => ({ value: kind, text: t(`ties.agreement_${kind}`) }))}
      />
      <MultilingualField {...field('title')} label={t('ties.agreement_title')} />
      <DomainChoice
        name="domains"
        optional
        value={draft.domains}
        onChange={(chosen) => onChange({ domains: domains.filter((domain) => chosen.includes(domain)) })}
      />
      <PartyFields tie={tie} value={draft.parties} onChange={(parties) => onChange({ parties })} />
      <Fields>
        <DateField {...field('signedOn')} label={t('ties.signed_on')} optional />
        <DateField {...field('validFrom')} label={t('ties.valid_from')} optional />
      </Fields>
      <DateField {...field('validTo')} label={t('ties.valid_until')} optional />
      <details className="under" open={draft.signing.frameId !== null || draft.signing.followsId !== null || undefined}>
        <summary>{t('ties.how_signed')}</summary>
        <SigningFields tie={tie} agreementId={before?.id ?? null} value={draft.signing} onChange={(signing) => onChange({ signing })} />
      </details>
      <PaperField
        name="documentId"
        label={t('ties.paper_itself')}
        office={office}
        value={draft.paper}
        onChange={(paper) => onChange({ paper })}
      />
      <SourceChoice {...field('source')} office={office} before={before?.source ?? null} />
    </>
  );
}
