// The table of slots one types in: each row with its own length.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { limits } from '../../domain/limits.ts';
import { CellClock, CellSelect, RowProblem } from '../cell-field.tsx';
import { useSessionWords } from './session-words.ts';
import { isComplete, readClock, spanOfDraft, type SlotDraft } from './draft.ts';
import '../setup.css';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export interface SlotTableProps {
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly drafts: readonly SlotDraft[];
  readonly onChange: (drafts: readonly SlotDraft[]) => void;
  readonly newKey: () => string;
}

/** `HH:MM` so many minutes later, within the day. */
function clockAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const sum = (hour * 60 + minute + minutes) % DAY_MINUTES;
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
}

export function SlotTable({ timeZone, days, drafts, onChange, newKey }: SlotTableProps) {
  const { t } = useText();
  const sessionWord = useSessionWords(drafts.map(({ session }) => session));
  const add = () => {
    const last = drafts.at(-1);
    const minutes = last === undefined || !isComplete(last) ? 20 : lengthOf(timeZone, last);
    const from = readClock(last?.until ?? '') ?? '09:30';
    onChange([
      ...drafts,
      {
        key: newKey(),
        date: last?.date ?? days[0] ?? '',
        from,
        until: clockAfter(from, minutes > 0 ? minutes : 20),
        session: last?.session ?? 1,
      },
    ]);
  };
  return (
    <>
      {drafts.length > 0 && (
        <table className="ledger stack entry slotrows">
          <caption className="hidden">{t('expos.slots_table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('expos.number')}</th>
              {days.length > 1 && <th scope="col">{t('expos.day')}</th>}
              <th scope="col">{t('expos.slot_from')}</th>
              <th scope="col">{t('expos.slot_until')}</th>
              <th scope="col">{t('expos.minutes')}</th>
              <th scope="col">{t('expos.session')}</th>
              <th scope="col">
                <span className="hidden">{t('expos.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, at) => (
              <SlotRow
                key={draft.key}
                {...{ timeZone, days, draft, at, sessionWord }}
                onChange={(change) => onChange(drafts.map((other, index) => (index === at ? { ...other, ...change } : other)))}
                onRemove={() => onChange(drafts.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      )}
      <Buttons after>
        <TextAction onPress={add}>{t('expos.add_slot')}</TextAction>
      </Buttons>
    </>
  );
}

function lengthOf(timeZone: string, draft: SlotDraft): number {
  const { start, end } = spanOfDraft(timeZone, draft);
  return Math.round((end - start) / MINUTE);
}

interface SlotRowProps {
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly draft: SlotDraft;
  readonly at: number;
  readonly sessionWord: (session: number) => string;
  readonly onChange: (change: Partial<SlotDraft>) => void;
  readonly onRemove: () => void;
}

function SlotRow({ timeZone, days, draft, at, sessionWord, onChange, onRemove }: SlotRowProps) {
  const { t } = useText();
  const formats = useFormats();
  const number = at + 1;
  const named = (label: string) => t('expos.of_slot', { label, number });
  const minutes = isComplete(draft) ? lengthOf(timeZone, draft) : null;
  const sessions = Array.from({ length: limits.sessions }, (_, index) => index + 1);
  return (
    <tr>
      <th scope="row">{number}</th>
      {days.length > 1 && (
        <td className="at-day" data-label={t('expos.day')}>
          <CellSelect
            name={`slots.${at}.day`}
            label={named(t('expos.day'))}
            value={draft.date}
            onChange={(date) => onChange({ date })}
            options={(days.includes(draft.date) ? days : [draft.date, ...days]).map((day) => ({
              value: day,
              text: formats.day(day, 'short'),
            }))}
          />
        </td>
      )}
      <td className="at-from" data-label={t('expos.slot_from')}>
        <CellClock
          name={`slots.${at}.startsAt`}
          label={named(t('expos.slot_from'))}
          value={draft.from}
          onChange={(from) => onChange({ from })}
        />
        <RowProblem name={`slots.${at}`} />
      </td>
      <td className="at-until" data-label={t('expos.slot_until')}>
        <CellClock
          name={`slots.${at}.endsAt`}
          label={named(t('expos.slot_until'))}
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </td>
      <td className="at-minutes" data-label={t('expos.minutes')}>
        <span className="plainvalue">{minutes === null || minutes <= 0 ? '–' : formats.number(minutes)}</span>
      </td>
      <td className="at-session" data-label={t('expos.session')}>
        <CellSelect
          name={`slots.${at}.session`}
          label={named(t('expos.session'))}
          value={String(draft.session)}
          onChange={(session) => onChange({ session: Number(session) })}
          options={sessions.map((session) => ({ value: String(session), text: sessionWord(session) }))}
        />
      </td>
      <td className="num">
        <span className="plainvalue">
          <TextAction aria-label={t('expos.remove_slot', { number })} onPress={onRemove}>
            {t('expos.remove')}
          </TextAction>
        </span>
      </td>
    </tr>
  );
}
