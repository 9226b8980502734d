// The slots of each day on one ruler: unequal lengths and breaks are seen before they are read, and days compare.
import { writing } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { FieldProblem } from '#design/fields/form.tsx';
import { usePhone } from '#design/media.ts';
import { readClock, type SlotDraft } from './draft.ts';
import '../setup.css';

const HOUR = 60;
const DAY = 24 * HOUR;

interface Drawn {
  readonly at: number;
  readonly date: string;
  /** Minutes of the venue's day. */
  readonly start: number;
  readonly end: number;
}

function minutesOf(text: string): number | null {
  const [hour, minute] = (readClock(text) ?? '').split(':').map(Number);
  return hour === undefined || minute === undefined ? null : hour * HOUR + minute;
}

function drawnOf({ date, from, until }: SlotDraft, at: number): readonly Drawn[] {
  const [start, last] = [minutesOf(from), minutesOf(until)];
  const end = last === 0 ? DAY : last;
  return start === null || end === null || end <= start ? [] : [{ at, date, start, end }];
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / HOUR)).padStart(2, '0')}:${String(minutes % HOUR).padStart(2, '0')}`;

export function DayRulers({ drafts, problems }: { readonly drafts: readonly SlotDraft[]; readonly problems: readonly FieldProblem[] }) {
  const { t } = useText();
  const formats = useFormats();
  const phone = usePhone();
  const drawn = drafts.flatMap(drawnOf);
  const days = [...new Set(drawn.map(({ date }) => date))].sort();
  const wrong = new Set(problems.map(({ path }) => (path[0] === 'slots' ? path[1] : undefined)));
  const start = Math.floor(Math.min(...drawn.map((slot) => slot.start)) / HOUR) * HOUR;
  const end = Math.ceil(Math.max(...drawn.map((slot) => slot.end)) / HOUR) * HOUR;
  const share = (minutes: number): string => `${((minutes - start) / (end - start)) * 100}%`;
  return days.map((day, place) => {
    const slots = drawn.filter(({ date }) => date === day);
    const [first, last] = [Math.min(...slots.map((slot) => slot.start)), Math.max(...slots.map((slot) => slot.end))];
    const span = `${clockOf(first)}${writing[formats.language].dash}${clockOf(last % DAY)}`;
    const said = t('expos.ruler_said', { day: formats.day(day, 'day'), slots: t('expos.slot_count', { count: slots.length }), span });
    return (
      <div className="ruler" key={day}>
        <span>{formats.day(day, 'day')}</span>
        <div className="line" role="img" aria-label={said}>
          {slots.map((slot) => (
            <span
              key={slot.at}
              className={wrong.has(slot.at) ? 'slot wrong' : 'slot'}
              style={{
                insetInlineStart: share(slot.start),
                inlineSize: `calc(${((slot.end - slot.start) / (end - start)) * 100}% - 1px)`,
              }}
            />
          ))}
        </div>
        {place === days.length - 1 && <Hours start={start} end={end} most={phone ? 5 : 10} share={share} />}
      </div>
    );
  });
}

interface HoursProps {
  readonly start: number;
  readonly end: number;
  readonly most: number;
  readonly share: (minutes: number) => string;
}

function Hours({ start, end, most, share }: HoursProps) {
  const count = (end - start) / HOUR;
  const step = Math.ceil(count / most);
  const hours = Array.from({ length: Math.ceil(count / step) }, (_, at) => start + at * step * HOUR);
  return (
    <div className="hours" aria-hidden="true">
      {hours.map((hour) => (
        <span key={hour} style={{ insetInlineStart: share(hour) }}>
          {clockOf(hour)}
        </span>
      ))}
    </div>
  );
}
