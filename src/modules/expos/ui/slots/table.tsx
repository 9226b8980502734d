// The table of slots one types in: each row with its own length.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { limits } from '../../domain/limits.ts';
import { CellClock, CellSelect, RowProblem } from '../cell-field.tsx';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import { useSessionWords } from './session-words.ts';
import { isComplete, readClock, spanOfDraft, type SlotDraft } from './draft.ts';

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
  const formats = useFormats();
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
  const named = (label: string, at: number) => t('expos.of_slot', { label, number: at + 1 });
  const day: EntryColumn<SlotDraft> = {
    head: t('expos.day'),
    className: 'at-day',
    cell: ({ date }, at, set) => (
      <CellSelect
        name={`slots.${at}.day`}
        label={named(t('expos.day'), at)}
        value={date}
        onChange={(chosen) => set({ date: chosen })}
        options={(days.includes(date) ? days : [date, ...days]).map((one) => ({ value: one, text: formats.day(one, 'short') }))}
      />
    ),
  };
  const sessions = Array.from({ length: limits.sessions }, (_, index) => String(index + 1));
  const columns: readonly EntryColumn<SlotDraft>[] = [
    { head: t('expos.number'), naming: true, cell: (_, at) => at + 1 },
    ...(days.length > 1 ? [day] : []),
    {
      head: t('expos.slot_from'),
      className: 'at-from',
      cell: (draft, at, set) => (
        <>
          <CellClock {...bind(draft, set)('from')} name={`slots.${at}.startsAt`} label={named(t('expos.slot_from'), at)} />
          <RowProblem name={`slots.${at}`} />
        </>
      ),
    },
    {
      head: t('expos.slot_until'),
      className: 'at-until',
      cell: (draft, at, set) => (
        <CellClock {...bind(draft, set)('until')} name={`slots.${at}.endsAt`} label={named(t('expos.slot_until'), at)} />
      ),
    },
    {
      head: t('expos.minutes'),
      className: 'at-minutes',
      cell: (draft) => {
        const minutes = isComplete(draft) ? lengthOf(timeZone, draft) : 0;
        return <span className="plainvalue">{minutes <= 0 ? '–' : formats.number(minutes)}</span>;
      },
    },
    {
      head: t('expos.session'),
      className: 'at-session',
      cell: ({ session }, at, set) => (
        <CellSelect
          name={`slots.${at}.session`}
          label={named(t('expos.session'), at)}
          value={String(session)}
          onChange={(chosen) => set({ session: Number(chosen) })}
          options={sessions.map((value) => ({ value, text: sessionWord(Number(value)) }))}
        />
      ),
    },
  ];
  return (
    <>
      {drafts.length > 0 && (
        <EntryTable
          caption={t('expos.slots_table')}
          name="slots"
          className="datatable stack entry slotrows"
          removeWords={(_, at) => t('expos.remove_slot', { number: at + 1 })}
          {...{ columns, drafts, onChange }}
        />
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
