// Who may see the tie, and which of our entries with it: looked at first, then decided.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormButtons } from '#design/fields/form-dialog.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form } from '#design/fields/form.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Attention, Gap, Note } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { Tie } from '../contract/shapes.ts';
import type { Visibility } from '../domain/tie.ts';
import { tieAttributes } from '../domain/attributes.ts';
import { CarrierName } from './carriers/tie-carriers.tsx';
import { tiesApi, tiesQueries } from './client.ts';
import { PublicPreview } from './public-preview.tsx';
import { useAttributeName, useCodeName } from './words.tsx';
import './ties.css';

interface TieAudienceDialogProps {
  readonly tie: Tie;
  readonly office: string;
  readonly onClose: () => void;
}

const choices = ['private', 'shared', 'public'] as const;

export function TieAudienceDialog(props: TieAudienceDialogProps) {
  const { t } = useText();
  const { tie, office, onClose } = props;
  const preview = useQuery(tiesQueries.previewTieAudience.queryOptions({ input: { tieId: tie.id, office } }));
  return (
    <Dialog open wide onClose={onClose} title={t('ties.who_sees')}>
      {preview.data === undefined ? <Skeleton lines={5} /> : <Audience {...props} preview={preview.data} />}
    </Dialog>
  );
}

type Preview = Awaited<ReturnType<(typeof tiesApi)['previewTieAudience']>>;

/** What a person chose stays when the entries change beneath; of what they left alone, that which stands is chosen. */
function Audience({ tie, office, onClose, preview }: TieAudienceDialogProps & { readonly preview: Preview }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const kept = tie.kept.find((known) => known.office === office);
  const other = tie.ownSide === null ? null : tie.cities[tie.ownSide === 'a' ? 'b' : 'a'];
  const [decided, setDecided] = useState<Visibility | null>(null);
  const visibility = decided ?? kept?.visibility ?? 'private';
  const [named, setNamed] = useState<OfficeChoice | null>(null);
  const [first] = useState(preview.version);
  const entries = useEntries(tie, preview);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = ({ id, visibility: now }: Entry): boolean => turned.get(id) ?? now !== 'private';
  const isStaleNow = action.trouble?.status === 412;
  const isOvertaken = isStaleNow || preview.version !== first;
  // What our office alone sees already cannot become private.
  const offered = visibility === 'private' ? entries.filter((entry) => entry.visibility !== 'private') : entries;
  const going = offered.filter(isChosen).length;
  const ids = (kind: Entry['kind']): string[] => entries.filter((entry) => entry.kind === kind && isChosen(entry)).map(({ id }) => id);
  const shared = named === null ? (other?.officeId == null ? [...(kept?.sharedWith ?? [])] : [other.officeId]) : [named.id];
  const save = () =>
    void keep(
      () =>
        tiesApi.setTieAudience(
          {
            tieId: tie.id,
            office,
            visibility,
            sharedWith: visibility === 'shared' ? shared : [],
            statementIds: ids('statement'),
            agreementIds: ids('agreement'),
            exchangeIds: ids('exchange'),
            carrierIds: ids('carrier'),
            confirmed: ['evidence.takes_off_cited'],
          },
          { context: { ifMatch: preview.version } },
        ),
      { after: onClose },
    );
  return (
    <Form {...(isStaleNow ? {} : formTrouble(action))} onSubmit={save}>
      {isOvertaken && (
        <Notice kind="refused" live heading={t('ties.audience_overtaken')}>
          {t('ties.audience_overtaken_note')}
        </Notice>
      )}
      <ChoiceField
        name="visibility"
        label={t('ties.tie_seen_by')}
        value={visibility}
        options={choices.map((choice) => ({ value: choice, text: t(`ties.audience_${choice}`) }))}
        onChange={setDecided}
      />
      <OtherSide {...{ tie, other, kept, preview }} />
      {visibility === 'shared' && <SharedWith other={other} office={office} value={named} onChange={setNamed} />}
      <fieldset className="choose-entries">
        <legend className="lbl">{t(`ties.entries_${visibility}`)}</legend>
        {entries.length === 0 && <Note>{t('ties.no_entries')}</Note>}
        {entries.length > 0 && offered.length === 0 && <Note>{t('ties.entries_private_already')}</Note>}
        {offered.map((entry) => (
          <label key={entry.id}>
            <input
              type="checkbox"
              checked={isChosen(entry)}
              onChange={({ target }) => setTurned(new Map([...turned, [entry.id, target.checked]]))}
            />
            <span>
              {entry.words} <VisibilityMark visibility={entry.visibility} />
            </span>
          </label>
        ))}
      </fieldset>
      {offered.length > 0 && (
        <p role="status">
          {visibility !== 'private' && going === 0 ? (
            <Attention>{t(`ties.nothing_goes_${visibility}`)}</Attention>
          ) : (
            t('ties.entries_going', { going, count: offered.length })
          )}{' '}
          <TextAction onPress={() => setTurned(new Map(offered.map(({ id }) => [id, going < offered.length])))}>
            {t(going < offered.length ? 'ties.entries_all' : 'ties.entries_none')}
          </TextAction>
        </p>
      )}
      {visibility === 'public' && <PublicPreview tie={tie} going={new Set(entries.filter(isChosen).map(({ id }) => id))} />}
      <Note>{t('ties.entries_note')}</Note>
      <FormButtons submit={t(`ties.decide_${visibility}`)} busy={action.busy} onClose={onClose} />
    </Form>
  );
}

interface OtherSideProps {
  readonly tie: Tie;
  readonly other: Tie['cities']['a'] | null;
  readonly kept: Tie['kept'][number] | undefined;
  readonly preview: Preview;
}

/** Before everybody reads it: whether the other side works here, sees the tie, and how many of our entries. */
function OtherSide({ tie, other, kept, preview }: OtherSideProps) {
  const { t } = useText();
  const naming = useNaming();
  if (other === null) return null;
  const city = naming(other.name);
  const { officeId } = other;
  if (officeId === null) return <Note>{t('ties.side_absent', { city })}</Note>;
  const sees = ({ visibility, sharedWith }: { readonly visibility: Visibility; readonly sharedWith: readonly string[] }): boolean =>
    visibility === 'public' || (visibility === 'shared' && sharedWith.includes(officeId));
  if (kept === undefined || !sees(kept)) return <Note>{t('ties.side_unseen', { city })}</Note>;
  const statements = preview.statements.map(({ visibility, sharedWith }) => ({ visibility, sharedWith: sharedWith.map(({ id }) => id) }));
  const entries = [...statements, ...preview.agreements, ...preview.exchanges, ...preview.carriers];
  const seen = entries.filter(sees).length;
  const spoke = tie.statements.some(({ office }) => office.id === officeId);
  return (
    <Note>
      {t('ties.side_sees', { city, seen, count: entries.length })}
      <Gap />
      {t(spoke ? 'ties.side_spoke' : 'ties.side_silent', { city })}
    </Note>
  );
}

interface SharedWithProps {
  readonly other: Tie['cities']['a'] | null;
  readonly office: string;
  readonly value: OfficeChoice | null;
  readonly onChange: (office: OfficeChoice | null) => void;
}

/** The other side's office where it works here; else one that is named. */
function SharedWith({ other, office, value, onChange }: SharedWithProps) {
  const { t } = useText();
  const naming = useNaming();
  if (other?.officeId != null && value === null) return <Note>{t('ties.shared_with_side', { city: naming(other.name) })}</Note>;
  return (
    <OfficeField
      name="sharedWith"
      label={t('ties.shared_with')}
      none={t('ties.choose')}
      value={value}
      without={[office]}
      onChange={onChange}
    />
  );
}

interface Entry {
  readonly id: string;
  readonly kind: 'statement' | 'agreement' | 'exchange' | 'carrier';
  readonly words: React.ReactNode;
  readonly visibility: Visibility;
}

/** Everything of ours that can be shown, in words. */
function useEntries(tie: Tie, { statements, agreements, exchanges, carriers }: Preview): readonly Entry[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const attribute = (name: string): string => {
    const known = tieAttributes.find((one) => one === name);
    return known === undefined ? name : attributeName(known, tie.cities);
  };
  // An item that is kept within the office stays there when its agreement is opened.
  const going = (items: Preview['agreements'][number]['items'], seen: Visibility) => items.filter((item) => item.visibility === seen);
  const inWords = (title: Preview['agreements'][number]['title'], items: ReturnType<typeof going>): string => {
    const counted = `${naming(title)}${t('ties.comma')}${t('ties.items_count', { count: items.length })}`;
    return items.length === 0 ? counted : `${counted}${t('ties.colon')}${formats.list(items.map(({ text }) => naming(text)))}`;
  };
  return [
    ...statements.map(({ id, attribute: name, value, visibility }): Entry => ({
      ...{ id, kind: 'statement', visibility },
      words: (
        <>
          {attribute(name)}
          {t('ties.colon')}
          <Value value={value} codeName={codeName} />
        </>
      ),
    })),
    ...agreements.map(({ id, title, items, visibility }): Entry => ({
      ...{ id, kind: 'agreement', visibility },
      words: inWords(title, going(items, visibility)),
    })),
    ...exchanges.map(({ id, title, starts, visibility }): Entry => ({
      ...{ id, kind: 'exchange', visibility },
      words: `${formats.spelt(formats.flexDate(starts, 'table'))}${t('ties.comma')}${naming(title)}`,
    })),
    ...carriers.map((carrier): Entry => ({
      ...{ id: carrier.id, kind: 'carrier', visibility: carrier.visibility },
      words: <CarrierName carrier={carrier} />,
    })),
  ];
}
