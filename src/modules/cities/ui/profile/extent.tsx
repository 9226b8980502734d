// Places and days on which something that is sought or brought is valid: as they are typed and as they are read.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, TextField } from '#design/fields/field.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';

interface Said {
  readonly places: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
}

/** '' where nothing is said; places one after the other, parted by semicolons. */
export interface ExtentDraft {
  readonly places: string;
  readonly from: string;
  readonly until: string;
}

export const extentDraft = (said: Said | null): ExtentDraft => ({
  ...{ places: (said?.places ?? []).join('; '), from: said?.from ?? '', until: said?.until ?? '' },
});

export const sentExtent = ({ places, from, until }: ExtentDraft) => ({
  places: places.split(/[;；]/u).flatMap((place) => filledLine(place) ?? []),
  ...{ from: filledLine(from), until: filledLine(until) },
});

/** Whether the last day is past wherever one is. */
const isOver = (until: string): boolean => until !== '' && Date.parse(until) < Date.now() - 36 * 3_600_000;

interface ExtentFieldsProps<D extends ExtentDraft> {
  readonly name: string;
  readonly value: D;
  readonly onChange: (value: D) => void;
}

export function ExtentFields<D extends ExtentDraft>({ name, value, onChange }: ExtentFieldsProps<D>) {
  const { t } = useText();
  const field = bind<ExtentDraft>(value, (changed) => onChange({ ...value, ...changed }), `${name}.`);
  return (
    <>
      <TextField {...field('places')} label={t('cities.entry_places')} hint={t('cities.entry_places_hint')} optional />
      <Fields>
        <TextField {...field('from')} type="date" label={t('cities.entry_from')} optional />
        <TextField {...field('until')} type="date" label={t('cities.entry_until')} hint={t('cities.entry_days_hint')} optional />
      </Fields>
      <p role="status" className="note">
        {isOver(value.until) && <b>{t('cities.entry_is_over')}</b>}
      </p>
    </>
  );
}

/** The days on which something is valid, to stand in a sentence; null where nobody limited them. */
export function useDaysWords(): (days: Pick<Said, 'from' | 'until'>) => string | null {
  const { t } = useText();
  const formats = useFormats();
  return ({ from, until }) => {
    if (from !== null && until !== null) return t('cities.valid_between', { from: formats.day(from), until: formats.day(until) });
    if (from !== null) return t('cities.valid_from', { from: formats.day(from) });
    return until === null ? null : t('cities.valid_until', { until: formats.day(until) });
  };
}

/** Places, then days, each to stand in a line of facts. */
export function useExtentWords(): (said: Said | null) => readonly string[] {
  const { t, language } = useText();
  const daysWords = useDaysWords();
  return (said) => {
    const days = said === null ? null : daysWords(said);
    return [
      ...(said === null || said.places.length === 0
        ? []
        : [said.places.map((place) => inLanguage(place, language)).join(writing[language].enumeration)]),
      ...(days === null ? [] : [t('cities.valid_days', { days })]),
    ];
  };
}

/** Where and when it holds, under an entry. */
export function ExtentLine({ said }: { readonly said: Said }) {
  const { language } = useText();
  return <p className="note">{useExtentWords()(said).join(writing[language].apart)}</p>;
}
