// How what is known grew, month by month at the same ages: lines for a desk, and the table, which alone stays on a phone.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Columns, Section } from '#design/page.tsx';
import { fates, sumOf } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';

type Months = FollowThrough['byMonth'];

/** At the ages at which it is asked, and as it is today, where that is another word: what is answered to the last letter comes after its mark. */
const upToToday = ({ byMonth, months, fates: today }: Pick<FollowThrough, 'byMonth' | 'months' | 'fates'>): Months => {
  const last = byMonth.at(-1);
  const isSame = last === undefined || fates.every((fate) => last.fates[fate] === today[fate]);
  return isSame ? byMonth : [...byMonth, { months, fates: today }];
};

export function ByMonth({ page }: { readonly page: FollowThrough }) {
  const { t } = useText();
  const formats = useFormats();
  const byMonth = upToToday(page);
  if (byMonth.length === 0) return null;
  return (
    <Columns>
      {byMonth.length > 1 && (
        <div className="c7 onlydesk">
          <Section title={t('reports.ft_by_month')} aside={t('reports.ft_by_month_note')}>
            <Chart byMonth={byMonth} />
          </Section>
        </div>
      )}
      <Section title={t(byMonth.length > 1 ? 'reports.ft_by_month_table' : 'reports.ft_by_month')} span={byMonth.length > 1 ? 5 : 12}>
        <DataTable
          caption={t('reports.ft_became')}
          rows={byMonth}
          rowKey={({ months }) => String(months)}
          keepColumns
          columns={[
            { key: 'months', head: t('reports.ft_month'), naming: true, cell: ({ months }) => months },
            ...fates.map((fate) => ({
              key: fate,
              head: t(`reports.ft_head_${fate}`),
              end: true,
              cell: ({ fates: tally }: Months[number]) => formats.number(tally[fate]),
            })),
          ]}
        />
        {page.months >= 36 && <p className="note after">{t('reports.ft_after_36')}</p>}
      </Section>
    </Columns>
  );
}

const [WIDTH, TOP, FLOOR] = [560, 20, 268];
/** Months: whatever is later is drawn here, so that the first marks keep their room. */
const LATEST = 42;

function Chart({ byMonth }: { readonly byMonth: Months }) {
  const { t } = useText();
  const formats = useFormats();
  const last = byMonth.at(-1);
  const total = last === undefined ? 0 : sumOf(last.fates);
  if (last === undefined || total === 0) return null;
  const end = Math.min(last.months, LATEST);
  const x = (months: number): number => 8 + (Math.min(months, LATEST) / end) * (WIDTH - 8);
  const y = (count: number): number => FLOOR - (count / total) * (FLOOR - TOP);
  const levels = [
    (tally: Months[number]['fates']) => tally.kept,
    (tally: Months[number]['fates']) => tally.kept + tally.partly,
    (tally: Months[number]['fates']) => tally.kept + tally.partly + tally.not,
  ];
  const line = (level: (tally: Months[number]['fates']) => number): string =>
    ['8,268', ...byMonth.map(({ months, fates: tally }) => `${x(months)},${y(level(tally))}`)].join(' ');
  const known = total - last.fates.unknown;
  const said = {
    total: formats.number(total),
    known: formats.number(known),
    months: last.months,
    unknown: formats.number(last.fates.unknown),
  };
  return (
    <svg className="chart fatechart" viewBox="0 0 690 310" role="img" aria-label={t('reports.ft_chart', said)}>
      <polygon className="gapband" points={`${line(levels[2] ?? (() => 0))} ${WIDTH},${TOP} 8,${TOP}`} />
      <line className="axis" x1={8} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      <line className="whole" x1={8} x2={WIDTH} y1={TOP} y2={TOP} />
      {byMonth.map(({ months }) => (
        <g key={months}>
          <line className="mark" x1={x(months)} x2={x(months)} y1={TOP} y2={FLOOR} />
          <text x={x(months)} y={288} textAnchor="middle">
            {months}
          </text>
        </g>
      ))}
      {levels.map((level, at) => (
        <polyline key={at} className={at === 0 ? 'keptline' : 'thin'} points={line(level)} />
      ))}
      {levels.flatMap((level, at) =>
        byMonth.map(({ months, fates: tally }) => (
          <circle key={`${at} ${months}`} className="dot" cx={x(months)} cy={y(level(tally))} r={2.5} />
        )),
      )}
      <text className="strong" x={14} y={14}>
        {t('reports.ft_total_line', { total: formats.number(total) })}
      </text>
      <EndLabels tally={last.fates} y={y} />
    </svg>
  );
}

/** Room that a label takes. */
const LINE = 26;

/** The figures at the ends of the lines, apart from each other where the lines lie close. */
function EndLabels({ tally, y }: { readonly tally: Months[number]['fates']; readonly y: (count: number) => number }) {
  const { t } = useText();
  const formats = useFormats();
  let below = 0;
  let lowest = FLOOR + LINE;
  return fates.map((fate) => {
    const middle = y(below + tally[fate] / 2) + 7;
    below += tally[fate];
    if (tally[fate] === 0) return null;
    lowest = Math.min(middle, lowest - LINE);
    return (
      <g key={fate}>
        <text className="big" x={WIDTH + 12} y={lowest}>
          {formats.number(tally[fate])}
        </text>
        <text x={WIDTH + 62} y={lowest - 1}>
          {t(`reports.ft_${fate}`)}
        </text>
      </g>
    );
  });
}
