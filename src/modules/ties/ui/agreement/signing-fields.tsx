// How an agreement was signed and until when it is renewed: what it goes back to, its languages, who signed, the day to renew by.
import { languages } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { Fields, OptionalSelect, SelectField, TextField, TextareaField } from '#design/fields/field.tsx';
import { useRowsWithProblems } from '#design/fields/form.tsx';
import { useNaming } from '#design/named.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import type { Side } from '../../domain/tie.ts';
import { orderOf } from '../tie-order.ts';
import type { useTypedDate } from '../typed-date.ts';

/** What is being entered of it; signatories one on each line, months as they are typed. */
export interface SigningDraft {
  readonly frameId: string | null;
  readonly followsId: string | null;
  readonly languages: readonly string[];
  readonly prevailing: string | null;
  readonly signatories: Readonly<Record<Side, string>>;
  readonly renewBy: TypedDate;
  readonly noticeMonths: string;
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As sent. */
export const sentSigning = ({ signatories, renewBy, noticeMonths, ...draft }: SigningDraft) => ({
  ...draft,
  languages: [...draft.languages],
  signatories: (['a', 'b'] as const).flatMap((side) => linesOf(signatories[side]).map((post) => ({ side, post }))),
  renewBy: renewBy.date,
  noticeMonths: noticeMonths.trim() === '' ? null : Number(noticeMonths),
});

const signatoriesOf = (agreement: AgreementShown | null, side: Side): string =>
  (agreement?.signatories ?? [])
    .filter((one) => one.side === side)
    .map(({ post }) => post)
    .join('\n');

/** As it stands; a new one goes back to what it is begun from. */
export const signingOf = (
  typed: ReturnType<typeof useTypedDate>,
  agreement: AgreementShown | null,
  begin: Pick<SigningDraft, 'frameId' | 'followsId'> = { frameId: null, followsId: null },
): SigningDraft => ({
  frameId: (agreement ?? begin).frameId,
  followsId: (agreement ?? begin).followsId,
  languages: agreement?.languages ?? [],
  prevailing: agreement?.prevailing ?? null,
  signatories: { a: signatoriesOf(agreement, 'a'), b: signatoriesOf(agreement, 'b') },
  renewBy: typed(agreement?.renewBy ?? null),
  noticeMonths: agreement?.noticeMonths?.toString() ?? '',
});

// Languages in which cities of the register sign; any other tag comes by the API.
const offered = [
  ...languages,
  ...['zh-Hant', 'ar', 'cs', 'da', 'de', 'el', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko'],
  ...['ms', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi'],
];

interface SigningFieldsProps {
  readonly tie: Tie;
  /** null for a new one. */
  readonly agreementId: string | null;
  readonly value: SigningDraft;
  readonly onChange: (value: SigningDraft) => void;
}

export function SigningFields({ tie, agreementId, value, onChange }: SigningFieldsProps) {
  const { t } = useText();
  const naming = useNaming();
  const set = (change: Partial<SigningDraft>) => onChange({ ...value, ...change });
  const field = bind(value, onChange);
  const others = tie.agreements.filter(({ id }) => id !== agreementId);
  // A line that is refused is the field's that it stands in: those of the first side are sent before the others.
  const wrong = useRowsWithProblems('signatories');
  const sideOf = (at: number): Side => (at < linesOf(value.signatories.a).length ? 'a' : 'b');
  const options = (from: readonly AgreementShown[]) => from.map(({ id, title }) => ({ value: id, text: naming(title) }));
  return (
    <>
      <Fields>
        <OptionalSelect<string>
          {...field('frameId')}
          label={t('ties.under_frame')}
          none={t('ties.no_frame')}
          options={options(others.filter(({ frameId }) => frameId === null))}
        />
        <OptionalSelect<string> {...field('followsId')} label={t('ties.follows')} none={t('ties.follows_none')} options={options(others)} />
      </Fields>
      <Languages value={value} onChange={set} />
      <Fields>
        {orderOf(tie).map((side) => (
          <TextareaField
            key={side}
            name={`signatories.${wrong.find((at) => sideOf(at) === side) ?? side}`}
            label={t('ties.signatories_of', { city: naming(tie.cities[side].name) })}
            hint={t('ties.signatories_hint')}
            optional
            rows={2}
            value={value.signatories[side]}
            onChange={(text) => set({ signatories: { ...value.signatories, [side]: text } })}
          />
        ))}
      </Fields>
      <Fields>
        <DateField {...field('renewBy')} label={t('ties.renew_by')} hint={t('ties.renew_by_hint')} optional />
        <TextField {...field('noticeMonths')} type="number" label={t('ties.notice_field')} optional />
      </Fields>
    </>
  );
}

function Languages({ value, onChange }: { readonly value: SigningDraft; readonly onChange: (change: Partial<SigningDraft>) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const { languages, prevailing } = value;
  const named = (tag: string) => ({ value: tag, text: formats.languageName(tag) });
  const without = (tag: string) =>
    onChange({ languages: languages.filter((known) => known !== tag), prevailing: prevailing === tag ? null : prevailing });
  return (
    <>
      {languages.length > 0 && (
        <ul aria-label={t('ties.languages_of_text')}>
          {languages.map((tag) => (
            <li key={tag}>
              {formats.languageName(tag)}{' '}
              <TextAction aria-label={t('ties.take_language_off', { language: formats.languageName(tag) })} onPress={() => without(tag)}>
                {t('ties.take_off')}
              </TextAction>
            </li>
          ))}
        </ul>
      )}
      <Fields>
        <SelectField
          name="languages"
          label={t('ties.add_language')}
          value=""
          options={[{ value: '', text: t('ties.choose') }, ...offered.filter((tag) => !languages.includes(tag)).map(named)]}
          onChange={(tag) => (tag === '' ? undefined : onChange({ languages: [...languages, tag] }))}
        />
        {languages.length > 1 && (
          <SelectField
            name="prevailing"
            label={t('ties.which_prevails')}
            value={prevailing ?? ''}
            options={[{ value: '', text: t('ties.equally_authentic') }, ...languages.map(named)]}
            onChange={(tag) => onChange({ prevailing: tag === '' ? null : tag })}
          />
        )}
      </Fields>
    </>
  );
}
