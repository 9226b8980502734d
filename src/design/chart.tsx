// What is placed against what is possible, over the time of the search: two stepped lines and the gap between them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';

/** The state of the search after some seconds; `bound` is null while nothing is proved. */
export interface ChartPoint {
  readonly seconds: number;
  readonly placed: number;
  readonly bound: number | null;
}

const WIDTH = 560;
const HEIGHT = 142;
const TOP = 10;

/** The stepped path of a line: each value holds until the next. */
function steps(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('') + (points.length === 0 ? '' : `H${WIDTH}`);
}

/** The distance of labels at the line ends, so that neighbours do not touch. */
function apart(upper: number, lower: number): readonly [number, number] {
  const room = 38 - (lower - upper);
  return room <= 0 ? [upper, lower] : [Math.max(TOP, upper - room / 2), lower + room / 2 - Math.max(0, TOP - (upper - room / 2)) * -1];
}

/** `total` is what was wished for: the ceiling of the picture. */
export function PlacedChart({ points, total }: { readonly points: readonly ChartPoint[]; readonly total: number }) {
  const { t } = useText();
  const formats = useFormats();
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const seconds = Math.max(last.seconds, 1);
  const floor = Math.max(0, Math.floor(first.placed - (total - first.placed) * 0.15));
  const x = (at: number): number => Math.round((at / seconds) * WIDTH * 10) / 10;
  const y = (value: number): number => Math.round((TOP + (1 - (value - floor) / Math.max(1, total - floor)) * (HEIGHT - TOP)) * 10) / 10;
  const placed = points.map((point) => ({ x: x(point.seconds), y: y(point.placed) }));
  const bounds = points.map((point) => ({ x: x(point.seconds), y: y(point.bound ?? total) }));
  const bound = last.bound;
  const [boundAt, placedAt] = apart(y(bound ?? total), y(last.placed));
  const gap = (bound ?? total) - last.placed;
  const said = { seconds: formats.number(Math.round(last.seconds)), from: first.placed, placed: last.placed };
  const under = placed.toReversed().map((point) => `V${point.y}H${point.x}`);
  return (
    <>
      <svg
        className="chart onlydesk"
        viewBox="0 0 680 170"
        role="img"
        aria-label={bound === null ? t('design.chart_unbound', { ...said, total }) : t('design.chart_said', { ...said, bound, gap })}
      >
        <path className="gapband" d={`${steps(bounds)}${under.join('')}Z`} />
        <path className="axis" d={`M0 ${HEIGHT + 8}H${WIDTH}`} />
        <path className="two" d={steps(bounds)} />
        <path className="one" d={steps(placed)} />
        <text className="strong" x={WIDTH + 10} y={boundAt + 4}>
          {bound === null ? t('design.of_total', { n: last.placed, total }) : t('design.bound', { n: bound })}
        </text>
        {bound !== null && gap > 0 && (
          <text x={WIDTH + 10} y={(boundAt + placedAt) / 2 + 4}>
            {t('design.gap', { n: gap })}
          </text>
        )}
        <text className="strong" x={WIDTH + 10} y={placedAt + 4}>
          {t('design.placed', { n: last.placed })}
        </text>
        {last.placed > first.placed && placed[1] !== undefined && placed[0] !== undefined && (
          <text x={placed[1].x + 6} y={placed[0].y + 4}>
            {first.placed}
          </text>
        )}
        <text x="0" y={HEIGHT + 26}>
          {t('design.seconds', { n: 0 })}
        </text>
        <text x={WIDTH} y={HEIGHT + 26} textAnchor="end">
          {t('design.seconds', { n: said.seconds })}
        </text>
      </svg>
      {bound !== null && <p className="onlyphone">{t('design.chart_short', { placed: last.placed, bound, gap })}</p>}
    </>
  );
}
