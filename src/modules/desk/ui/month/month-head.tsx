// The name of the month beside its days, and the way to other months and back to today.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Title } from '#design/page.tsx';
import { monthsLater } from '#modules/ties/domain/years.ts';
import { useCityNames } from '#modules/ties/ui/words.tsx';
import type { Desk } from '../../contract/register.ts';
import type { DeskMonth } from './month-columns.tsx';
import { Ruler, type RulerStep } from './ruler.tsx';
import './month.css';

export interface MonthHeadProps {
  readonly desk: Desk;
  readonly page: DeskMonth;
  /** `2026-11` */
  readonly month: string;
}

export function MonthHead({ desk, page, month }: MonthHeadProps) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = (of: string): string => formats.spelt(formats.flexDate({ text: of, qualifier: 'exact' }));
  const day = formats.day(desk.today, 'day');
  return (
    <div className="monthhead">
      <Title
        title={nameOf(month)}
        note={
          <>
            <MonthLink month={monthsLater(month, -1)}>{t('desk.month_before')}</MonthLink>
            {page.isNow ? <span>{day}</span> : <MonthLink>{t('desk.to_today', { day })}</MonthLink>}
            <MonthLink month={monthsLater(month, 1)}>{t('desk.month_after')}</MonthLink>
          </>
        }
      />
      <Ruler label={t('desk.days_of', { month: nameOf(month) })} steps={useSteps({ desk, page, month })} />
    </div>
  );
}

/** Stays on the same page, whose answer is cut anew: no request goes out. Without a month: that of today. */
function MonthLink({ month, children }: { readonly month?: string; readonly children: string }) {
  return (
    <Link
      to="."
      resetScroll={false}
      search={({ on: _, ...now }: Readonly<Record<string, unknown>>) => ({ ...now, ...(month === undefined ? {} : { on: `${month}-01` }) })}
    >
      {children}
    </Link>
  );
}

/** The days of the month with the ties of which something falls on them. */
function useSteps({ desk, page, month }: MonthHeadProps): readonly RulerStep[] {
  const nameOf = useCityNames(desk.rows);
  const [year = 0, of = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return Array.from({ length }, (_, at): RulerStep => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`;
    const names = page.within.flatMap((entry) => ('tieId' in entry && entry.on.text === day ? [nameOf(entry.tieId)] : []));
    return { key: day, text: String(at + 1), names: [...new Set(names)], now: day === desk.today };
  });
}
