// What is said of an offer or a need beside its words: UN goals, places, days on which it is valid and where it is said; as it is typed and as it is read.
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { saysExtent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import { ExtentFields, extentDraft, sentExtent, useExtentWords, type ExtentDraft } from '#modules/cities/ui/profile/extent.tsx';
import { GoalsField, useGoalName } from '#modules/cities/ui/profile/goals-field.tsx';
import { writing } from '#kernel/language.ts';
import type { Listing } from '../../contract/roster.ts';

type Said = Listing['offerDetails'];

/** '' where nothing is said. */
export interface DetailsDraft extends ExtentDraft {
  readonly goals: readonly Goal[];
  readonly source: string;
}

export const detailsDraft = (said: Said): DetailsDraft => ({
  ...extentDraft(said),
  ...{ goals: said?.goals ?? [], source: said?.source ?? '' },
});

export function sentDetails({ goals, source, ...extent }: DetailsDraft): Said {
  const sent = { goals: [...goals], ...sentExtent(extent), source: filledLine(source) };
  return sent.goals.length === 0 && !saysExtent(sent) && sent.source === null ? null : sent;
}

interface DetailsFieldsProps {
  readonly name: 'offerDetails' | 'needDetails';
  readonly value: DetailsDraft;
  readonly onChange: (value: DetailsDraft) => void;
}

/** Opened where something is said already. */
export function DetailsFields({ name, value, onChange }: DetailsFieldsProps) {
  const { t } = useText();
  const field = bind(value, onChange, `${name}.`);
  return (
    <details open={sentDetails(value) !== null}>
      <summary>{t(name === 'offerDetails' ? 'expos.offer_details' : 'expos.need_details')}</summary>
      <GoalsField {...field('goals')} />
      <ExtentFields name={name} value={value} onChange={onChange} />
      <TextField {...field('source')} label={t('expos.entry_source')} hint={t('expos.entry_source_hint')} optional maxLength={300} />
    </details>
  );
}

/** All of it in one line. */
export function useDetailsWords(): (said: Said) => string {
  const { t, language } = useText();
  const goalName = useGoalName();
  const extentWords = useExtentWords();
  return (said) => {
    if (said === null) return '';
    return [
      ...said.goals.map(goalName),
      ...extentWords(said),
      ...(said.source === null ? [] : [t('expos.said_in', { source: said.source })]),
    ].join(writing[language].apart);
  };
}

export function DetailsLine({ said }: { readonly said: Said }) {
  const words = useDetailsWords()(said);
  return words === '' ? null : <small className="ownline">{words}</small>;
}
