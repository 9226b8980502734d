// When somebody is away: days and times of the venue's clock, with the reason.
import type { Problem } from '#kernel/result.ts';
import { zoneName } from '#kernel/zone-names.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import { clockMeaning, daysBetween, venueClock } from '../../domain/venue-time.ts';
import { CellClock, CellField, CellSelect, RowProblem } from '../cell-field.tsx';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import { clockProblems, instantOf, readClock } from '../slots/draft.ts';

type Absence = Participant['unavailable'][number];

/** A row while it is typed; the span may reach over days. */
export interface AbsenceDraft {
  readonly key: string;
  readonly fromDate: string;
  readonly from: string;
  readonly untilDate: string;
  readonly until: string;
  readonly reason: string;
}

export const absenceDrafts = (zone: string, absences: readonly Absence[]): readonly AbsenceDraft[] =>
  absences.map(({ startsAt, endsAt, reason }, at) => {
    const [from, until] = [venueClock(zone, Date.parse(startsAt)), venueClock(zone, Date.parse(endsAt))];
    return { key: `read-${at}`, fromDate: from.date, from: from.time, untilDate: until.date, until: until.time, reason };
  });

/** Rows that cannot be read as times yet. */
export const absenceProblems = (drafts: readonly AbsenceDraft[]): readonly Problem[] =>
  drafts.flatMap(({ from, until }, at) => [
    ...clockProblems(['unavailable', at, 'startsAt'], from),
    ...clockProblems(['unavailable', at, 'endsAt'], until),
  ]);

export const sentAbsences = (zone: string, drafts: readonly AbsenceDraft[]): Absence[] =>
  drafts.flatMap(({ fromDate, from, untilDate, until, reason }) => {
    const [first, last] = [readClock(from), readClock(until)];
    if (first === null || last === null) return [];
    const [start, end] = [clockMeaning(zone, { date: fromDate, time: first }), clockMeaning(zone, { date: untilDate, time: last })];
    return [{ startsAt: instantOf(start.at), endsAt: instantOf(end.at), reason: reason.trim() }];
  });

export interface AbsencesFieldProps {
  readonly edition: Pick<Edition, 'timeZone' | 'firstDay' | 'lastDay'>;
  readonly value: readonly AbsenceDraft[];
  readonly onChange: (value: readonly AbsenceDraft[]) => void;
}

export function AbsencesField({ edition, value, onChange }: AbsencesFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const add = () => {
    const { firstDay } = edition;
    const key = `new-${crypto.randomUUID()}`;
    onChange([...value, { key, fromDate: firstDay, from: '', untilDate: firstDay, until: '', reason: '' }]);
  };
  const known = daysBetween(edition.firstDay, edition.lastDay);
  const fieldsOf = (draft: AbsenceDraft, at: number, set: (change: Partial<AbsenceDraft>) => void) => {
    const days = [...new Set([...known, draft.fromDate, draft.untilDate])].sort();
    return {
      field: bind(draft, set, `unavailable.${at}.`),
      named: (label: string) => t('expos.of_row', { label, number: at + 1 }),
      options: days.length > 1 ? days.map((day) => ({ value: day, text: formats.day(day, 'table') })) : null,
    };
  };
  const columns: readonly EntryColumn<AbsenceDraft>[] = [
    {
      head: t('expos.slot_from'),
      cell: (draft, at, set) => {
        const { field, named, options } = fieldsOf(draft, at, set);
        const choose = (fromDate: string) => set({ fromDate, untilDate: draft.untilDate < fromDate ? fromDate : draft.untilDate });
        return (
          <>
            {options !== null && (
              <CellSelect {...field('fromDate')} label={named(t('expos.from_day'))} options={options} onChange={choose} />
            )}
            <CellClock {...field('from')} name={`unavailable.${at}.startsAt`} label={named(t('expos.slot_from'))} />
            <RowProblem name={`unavailable.${at}`} />
          </>
        );
      },
    },
    {
      head: t('expos.slot_until'),
      cell: (draft, at, set) => {
        const { field, named, options } = fieldsOf(draft, at, set);
        return (
          <>
            {options !== null && <CellSelect {...field('untilDate')} label={named(t('expos.until_day'))} options={options} />}
            <CellClock {...field('until')} name={`unavailable.${at}.endsAt`} label={named(t('expos.slot_until'))} />
          </>
        );
      },
    },
    {
      head: t('expos.reason'),
      cell: (draft, at, set) => {
        const { field, named } = fieldsOf(draft, at, set);
        return <CellField {...field('reason')} label={named(t('expos.reason'))} />;
      },
    },
  ];
  return (
    <fieldset>
      <legend className="lbl">{t('expos.away')}</legend>
      <p className="note">{t('expos.away_hint', { zone: zoneName(edition.timeZone, formats.language) })}</p>
      {value.length > 0 && (
        <EntryTable
          caption={t('expos.away')}
          drafts={value}
          removeWords={(_, at) => t('expos.remove_absence', { number: at + 1 })}
          {...{ columns, onChange }}
        />
      )}
      <Buttons after={value.length > 0}>
        <TextAction onPress={add}>{t('expos.add_absence')}</TextAction>
      </Buttons>
    </fieldset>
  );
}
