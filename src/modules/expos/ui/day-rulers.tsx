// The slots of each day on a ruler: unequal lengths and breaks are seen before they are read.
import type { FieldProblem } from '#design/form.tsx';
import { usePhone } from '#design/media.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { Edition } from '../contract/edition.ts';
import { isComplete, spanOfDraft, type SlotDraft } from './slot-draft.ts';

const HOUR = 3_600_000;

interface DayRulersProps {
  readonly edition: Edition;
  readonly drafts: readonly SlotDraft[];
  readonly problems: readonly FieldProblem[];
}

interface Drawn {
  readonly at: number;
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

export function DayRulers({ edition, drafts, problems }: DayRulersProps) {
  const { t } = useText();
  const formats = useFormats();
  const phone = usePhone();
  const { timeZone } = edition;
  const drawn = drafts.flatMap((draft, at): Drawn[] => {
    if (!isComplete(draft)) return [];
    const { start, end } = spanOfDraft(timeZone, draft);
    return end > start ? [{ at, date: draft.date, start, end }] : [];
  });
  const days = [...new Set(drawn.map(({ date }) => date))].sort();
  const wrong = new Set(problems.map(({ path }) => (path[0] === 'slots' ? path[1] : undefined)));
  return days.map((day) => {
    const slots = drawn.filter(({ date }) => date === day);
    const start = Math.floor(Math.min(...slots.map((slot) => slot.start)) / HOUR) * HOUR;
    const end = Math.ceil(Math.max(...slots.map((slot) => slot.end)) / HOUR) * HOUR;
    const share = (instant: number): string => `${((instant - start) / (end - start)) * 100}%`;
    const hours = Array.from({ length: (end - start) / HOUR }, (_, at) => start + at * HOUR);
    const step = Math.ceil(hours.length / (phone ? 5 : 10));
    const [first, last] = [Math.min(...slots.map((slot) => slot.start)), Math.max(...slots.map((slot) => slot.end))];
    return (
      <div className="ruler" key={day}>
        <span>{formats.day(day, 'day')}</span>
        <div
          className="line"
          role="img"
          aria-label={t('expos.ruler_said', {
            day: formats.day(day, 'day'),
            slots: t('expos.slot_count', { count: slots.length }),
            span: formats.span(first, last, timeZone),
          })}
        >
          {slots.map((slot) => (
            <span
              key={slot.at}
              className={wrong.has(slot.at) ? 'slot wrong' : 'slot'}
              style={{ insetInlineStart: share(slot.start), inlineSize: `calc(${((slot.end - slot.start) / (end - start)) * 100}% - 1px)` }}
            />
          ))}
        </div>
        <span />
        <div className="hours" aria-hidden="true">
          {hours
            .filter((_, at) => at % step === 0)
            .map((hour) => (
              <span key={hour} style={{ insetInlineStart: share(hour) }}>
                {formats.time(hour, timeZone)}
              </span>
            ))}
        </div>
      </div>
    );
  });
}
