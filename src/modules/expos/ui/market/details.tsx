// What is said of an offer or a need beside its words: UN goals, places, days on which it is valid and where it is said; as it is typed and as it is read.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import { GoalsField, useGoalName } from '#modules/cities/ui/profile/goals-field.tsx';
import { writing } from '#kernel/language.ts';
import type { Listing } from '../../contract/roster.ts';

type Said = Listing['offerDetails'];

/** '' where nothing is said; places one after the other, parted by semicolons. */
export interface DetailsDraft {
  readonly goals: readonly Goal[];
  readonly places: string;
  readonly from: string;
  readonly until: string;
  readonly source: string;
}

export const detailsDraft = (said: Said): DetailsDraft => ({
  ...{ goals: said?.goals ?? [], places: (said?.places ?? []).join('; ') },
  ...{ from: said?.from ?? '', until: said?.until ?? '', source: said?.source ?? '' },
});

export function sentDetails({ goals, places, from, until, source }: DetailsDraft): Said {
  const sent = {
    goals: [...goals],
    places: places.split(/[;；]/u).flatMap((place) => filledLine(place) ?? []),
    ...{ from: filledLine(from), until: filledLine(until), source: filledLine(source) },
  };
  return sent.goals.length + sent.places.length === 0 && sent.from === null && sent.until === null && sent.source === null ? null : sent;
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
      <TextField {...field('places')} label={t('expos.entry_places')} hint={t('expos.entry_places_hint')} optional />
      <Fields>
        <TextField {...field('from')} type="date" label={t('expos.entry_from')} optional />
        <TextField {...field('until')} type="date" label={t('expos.entry_until')} hint={t('expos.entry_days_hint')} optional />
      </Fields>
      <TextField {...field('source')} label={t('expos.entry_source')} hint={t('expos.entry_source_hint')} optional maxLength={300} />
    </details>
  );
}

/** The days on which something is valid, to stand in a sentence; null where nobody limited them. */
export function useDaysWords(): (days: { readonly from: string | null; readonly until: string | null }) => string | null {
  const { t } = useText();
  const formats = useFormats();
  return ({ from, until }) => {
    if (from !== null && until !== null) return t('expos.valid_between', { from: formats.day(from), until: formats.day(until) });
    if (from !== null) return t('expos.valid_from', { from: formats.day(from) });
    return until === null ? null : t('expos.valid_until', { until: formats.day(until) });
  };
}

/** All of it in one line. */
export function useDetailsWords(): (said: Said) => string {
  const { t, language } = useText();
  const goalName = useGoalName();
  const daysWords = useDaysWords();
  return (said) => {
    if (said === null) return '';
    const days = daysWords(said);
    return [
      ...said.goals.map(goalName),
      ...(said.places.length === 0 ? [] : [said.places.join(writing[language].enumeration)]),
      ...(days === null ? [] : [t('expos.valid_days', { days })]),
      ...(said.source === null ? [] : [t('expos.said_in', { source: said.source })]),
    ].join(writing[language].apart);
  };
}

export function DetailsLine({ said }: { readonly said: Said }) {
  const words = useDetailsWords()(said);
  return words === '' ? null : <small className="ownline">{words}</small>;
}
