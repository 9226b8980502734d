// Two curves over all exhibitors: how often each is named by lists made for themselves, and as far as the popular are shared out.
import { useText } from '#client/language.ts';
import type { meetingsApi } from '../client.ts';

export type Balance = Awaited<ReturnType<(typeof meetingsApi)['getBalance']>>;
export type Point = Balance['points'][number];

const [WIDTH, HEIGHT, TOP] = [760, 190, 14];

interface CurvesProps {
  readonly alone: Point;
  readonly at: Point;
  readonly slots: number;
}

export function NamedCurves({ alone, at, slots }: CurvesProps) {
  const { t } = useText();
  const count = alone.named.length;
  const [most = 0, mostNow = 0] = [alone.named[0], at.named[0]];
  const top = Math.max(1, most, Math.min(slots, most * 2), mostNow);
  const x = (place: number): number => Math.round((place / Math.max(1, count - 1)) * WIDTH);
  const y = (times: number): number => Math.round(TOP + (1 - times / top) * (HEIGHT - TOP));
  const line = (named: readonly number[]): string =>
    named.map((times, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(times)}`).join('');
  const above = alone.named.filter((times) => times > slots);
  const wash = above.length === 0 ? '' : `${line(above)}V${y(slots)}H0Z`;
  const [least, leastNow] = [alone.named.at(-1) ?? 0, at.named.at(-1) ?? 0];
  const said = { most, mostNow, least, leastNow, share: at.share };
  const end = (which: 'most' | 'least', alone: number, now: number): string =>
    at.share === 0 ? t(`meetings.balance_${which}_alone`, { count: alone }) : t(`meetings.balance_${which}_both`, { alone, now });
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} preserveAspectRatio="none" role="img" aria-label={t('meetings.balance_curve_said', said)}>
        <path className="wash" d={wash} />
        {slots <= top && <path className="most" d={`M0 ${y(slots)}H${WIDTH}`} />}
        <path className="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
        <path className="alone" d={line(alone.named)} />
        <path className="shared" d={line(at.named)} />
      </svg>
      <p className="under">
        <span>{end('most', most, mostNow)}</span>
        <span>
          {t(slots <= top ? 'meetings.balance_can_meet' : 'meetings.balance_room', { count: slots })}
          {wash !== '' && ` · ${t('meetings.balance_shaded')}`}
        </span>
        <span>{end('least', least, leastNow)}</span>
      </p>
    </>
  );
}

/** One middle: sought to its left, offered to its right. */
export function TopicMark({ sought, offered, most }: { readonly sought: number; readonly offered: number; readonly most: number }) {
  const share = (value: number): number => (most === 0 ? 0 : (value / most) * 60);
  return (
    <svg className="twoway topicmark" viewBox="0 0 124 10" aria-hidden="true">
      <rect className="ours" x={62 - share(sought)} y="2" width={share(sought)} height="6" />
      <rect className="theirs" x="62" y="2" width={share(offered)} height="6" />
      <rect className="middle" x="61.5" y="0" width="1" height="10" />
    </svg>
  );
}
