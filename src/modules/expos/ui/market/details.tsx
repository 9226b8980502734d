// What is said of an offer or a need beside its words: its title, UN goals, places, days on which it is valid and where it is said; as it is typed and as it is read.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { saysExtent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import { ExtentFields, extentDraft, sentExtent, useExtentWords, type ExtentDraft } from '#modules/cities/ui/profile/extent.tsx';
import { GoalsField, useGoalName } from '#modules/cities/ui/profile/goals-field.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { Listing } from '../../contract/roster.ts';

type Said = Listing['offerDetails'];

/** '' where nothing is said. */
export interface DetailsDraft extends ExtentDraft {
  readonly title: MultilingualText;
  readonly goals: readonly Goal[];
  readonly source: string;
}

export const detailsDraft = (said: Said): DetailsDraft => ({
  ...extentDraft(said),
  ...{ title: said?.title ?? {}, goals: said?.goals ?? [], source: said?.source ?? '' },
});

type Sent = NonNullable<Said>;
const saysMore = ({ goals, source, ...extent }: Sent): boolean => goals.length > 0 || source !== null || saysExtent(extent);

export function sentDetails({ title, goals, source, ...extent }: DetailsDraft): Said {
  const sent = { title: filledText(title), goals: [...goals], ...sentExtent(extent), source: filledLine(source) };
  return sent.title === null && !saysMore(sent) ? null : sent;
}

interface DetailsFieldsProps {
  readonly name: 'offerDetails' | 'needDetails';
  readonly value: DetailsDraft;
  readonly onChange: (value: DetailsDraft) => void;
}

/** Stands before the words of the offer or the need. */
export function TitleField({ name, value, onChange }: DetailsFieldsProps) {
  const { t } = useText();
  return (
    <MultilingualField
      {...bind(value, onChange, `${name}.`)('title')}
      label={t(name === 'offerDetails' ? 'expos.offer_title' : 'expos.need_title')}
      {...(name === 'offerDetails' ? { hint: t('expos.entry_title_hint') } : {})}
      optional
    />
  );
}

/** All but the title; opened where something of it is said already. */
export function DetailsFields({ name, value, onChange }: DetailsFieldsProps) {
  const { t } = useText();
  const field = bind(value, onChange, `${name}.`);
  const sent = sentDetails(value);
  return (
    <details open={sent !== null && saysMore(sent)}>
      <summary>{t(name === 'offerDetails' ? 'expos.offer_details' : 'expos.need_details')}</summary>
      <GoalsField {...field('goals')} />
      <ExtentFields name={name} value={value} onChange={onChange} />
      <TextField {...field('source')} label={t('expos.entry_source')} hint={t('expos.entry_source_hint')} optional />
    </details>
  );
}

/** All of it but the title in one line. */
export function useMoreWords(): (said: Said) => string {
  const { t, language } = useText();
  const goalName = useGoalName();
  const extentWords = useExtentWords();
  return (said) => {
    if (said === null) return '';
    return [
      ...said.goals.map(goalName),
      ...extentWords(said),
      ...(said.source === null ? [] : [t('expos.said_in', { source: inLanguage(said.source, language) })]),
    ].join(writing[language].apart);
  };
}

/** All of it in one line. */
export function useDetailsWords(): (said: Said) => string {
  const { language } = useText();
  const naming = useNaming();
  const more = useMoreWords();
  return (said) => [...(said?.title ? [naming(said.title)] : []), more(said)].filter((words) => words !== '').join(writing[language].apart);
}

/** The title of an offer or a need where it has one; `quiet` where words follow that say their language. */
export const EntryTitle = ({ said, quiet }: { readonly said: Said; readonly quiet: boolean }) =>
  said?.title ? (
    <b className="ownline">
      <Named text={said.title} quiet={quiet} />
    </b>
  ) : null;

/** What stands below its words. */
export function DetailsLine({ said }: { readonly said: Said }) {
  const words = useMoreWords()(said);
  return words === '' ? null : <small className="ownline">{words}</small>;
}
