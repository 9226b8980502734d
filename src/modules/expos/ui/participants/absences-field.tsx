// When somebody is away: days and times of the venue's clock, with the reason.
import type { Problem } from '#kernel/result.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import { clockMeaning, daysBetween, venueClock } from '../../domain/venue-time.ts';
import { CellClock, CellField, CellSelect, RowProblem } from '../cell-field.tsx';
import { clockProblems, instantOf, readClock } from '../slots/draft.ts';
import '../setup.css';

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
  return (
    <fieldset>
      <legend className="lbl">{t('expos.away')}</legend>
      <p className="note">{t('expos.away_hint', { zone: formats.zoneName(edition.timeZone) })}</p>
      {value.length > 0 && (
        <table className="ledger stack entry">
          <caption className="hidden">{t('expos.away')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('expos.slot_from')}</th>
              <th scope="col">{t('expos.slot_until')}</th>
              <th scope="col">{t('expos.reason')}</th>
              <th scope="col">
                <span className="hidden">{t('expos.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value.map((draft, at) => (
              <AbsenceRow
                key={draft.key}
                {...{ edition, draft, at }}
                onChange={(change) => onChange(value.map((other, index) => (index === at ? { ...other, ...change } : other)))}
                onRemove={() => onChange(value.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Buttons after={value.length > 0}>
        <TextAction onPress={add}>{t('expos.add_absence')}</TextAction>
      </Buttons>
    </fieldset>
  );
}

interface AbsenceRowProps {
  readonly edition: AbsencesFieldProps['edition'];
  readonly draft: AbsenceDraft;
  readonly at: number;
  readonly onChange: (change: Partial<AbsenceDraft>) => void;
  readonly onRemove: () => void;
}

function AbsenceRow({ edition, draft, at, onChange, onRemove }: AbsenceRowProps) {
  const { t } = useText();
  const formats = useFormats();
  const number = at + 1;
  const known = daysBetween(edition.firstDay, edition.lastDay);
  const days = [...new Set([...known, draft.fromDate, draft.untilDate])].sort();
  const several = days.length > 1;
  const options = days.map((day) => ({ value: day, text: formats.day(day, 'table') }));
  const named = (label: string) => t('expos.of_row', { label, number });
  return (
    <tr>
      <td data-label={t('expos.slot_from')}>
        {several && (
          <CellSelect
            name={`unavailable.${at}.fromDate`}
            label={named(t('expos.from_day'))}
            value={draft.fromDate}
            options={options}
            onChange={(fromDate) => onChange({ fromDate, untilDate: draft.untilDate < fromDate ? fromDate : draft.untilDate })}
          />
        )}
        <CellClock
          name={`unavailable.${at}.startsAt`}
          label={named(t('expos.slot_from'))}
          value={draft.from}
          onChange={(from) => onChange({ from })}
        />
        <RowProblem name={`unavailable.${at}`} />
      </td>
      <td data-label={t('expos.slot_until')}>
        {several && (
          <CellSelect
            name={`unavailable.${at}.untilDate`}
            label={named(t('expos.until_day'))}
            value={draft.untilDate}
            options={options}
            onChange={(untilDate) => onChange({ untilDate })}
          />
        )}
        <CellClock
          name={`unavailable.${at}.endsAt`}
          label={named(t('expos.slot_until'))}
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </td>
      <td data-label={t('expos.reason')}>
        <CellField
          name={`unavailable.${at}.reason`}
          label={named(t('expos.reason'))}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
        />
      </td>
      <td className="num">
        <span className="plainvalue">
          <TextAction aria-label={t('expos.remove_absence', { number })} onPress={onRemove}>
            {t('expos.remove')}
          </TextAction>
        </span>
      </td>
    </tr>
  );
}
