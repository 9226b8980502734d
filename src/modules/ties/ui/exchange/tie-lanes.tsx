// The years of a tie as lanes: agreements, visits of each side, events; silence since the last entry is drawn, too.
import { useText } from '#client/language.ts';
import { useFormats } from '#client/formats.ts';
import { useNaming } from '#design/named.tsx';
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { Tie } from '../../contract/shapes.ts';
import { isLongAgo, isPlanned } from '../../domain/silence.ts';
import { orderOf } from '../tie-order.ts';
import '../ties.css';

interface Mark {
  readonly from: number;
  /** The same as `from` where it is a moment. */
  readonly until: number;
}

/** Years with a fraction: 2019-07-01 is 2019.5. */
function yearsOf(date: FlexDate): Mark {
  const { from, to } = boundsOf(date);
  const at = (day: string | null): number => {
    const [year = 0, month = 1, of = 1] = (day ?? date.text).split('-').map(Number);
    return year + (month - 1) / 12 + of / 372;
  };
  return { from: at(from), until: at(to) };
}

const spanOf = (starts: FlexDate | null, ends: FlexDate | null): readonly Mark[] => {
  if (starts === null && ends === null) return [];
  const [first, last] = [yearsOf(starts ?? ends ?? { text: '2000', qualifier: 'exact' }), ends === null ? null : yearsOf(ends)];
  // What is known to the year is drawn through the year: a day in it would be invented.
  return [{ from: first.from, until: (last ?? first).until }];
};

interface Lane {
  readonly key: string;
  readonly name: string;
  readonly marks: readonly Mark[];
}

function useLanes(tie: Tie): readonly Lane[] {
  const { t } = useText();
  const naming = useNaming();
  const visits = (side: 'a' | 'b'): readonly Mark[] =>
    tie.exchanges.flatMap(({ kind, fromSide, starts, ends }) => (kind === 'visit' && fromSide === side ? spanOf(starts, ends) : []));
  const [first, second] = orderOf(tie);
  return [
    {
      key: 'agreements',
      name: t('ties.agreements'),
      marks: tie.agreements.flatMap(({ signedOn, validFrom, validTo }) => spanOf(validFrom ?? signedOn, validTo)),
    },
    ...[second, first].map((side) => ({
      key: side,
      name: t('ties.visits_of', { city: naming(tie.cities[side].name) }),
      marks: visits(side),
    })),
    {
      key: 'events',
      name: t('ties.events'),
      marks: tie.exchanges.flatMap(({ kind, starts, ends }) => (kind === 'visit' ? [] : spanOf(starts, ends))),
    },
  ];
}

export function TieLanes({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const formats = useFormats();
  const lanes = useLanes(tie);
  const established = tie.shown.find(({ attribute }) => attribute === 'established')?.shown.first?.value;
  const since = established?.type === 'date' ? yearsOf(established.date).from : null;
  const now = yearsOf({ text: tie.today, qualifier: 'exact' }).from;
  const all = lanes.flatMap(({ marks }) => marks);
  const begin = Math.floor(Math.min(now - 1, ...(since === null ? [] : [since]), ...all.map(({ from }) => from)));
  const end = Math.max(now + 0.3, ...all.map(({ until }) => until));
  if (all.length === 0 && since === null) return null;
  const x = (year: number): number => ((year - begin) / (end - begin)) * 100;
  const last = Math.max(begin, ...all.map(({ until }) => Math.min(until, now)), ...(since === null ? [] : [since]));
  const known = tie.lastKnown;
  const isQuiet = known !== null && isLongAgo(known, 1, tie.today) && !isPlanned(tie.exchanges, tie.today);
  const silentSince = isQuiet ? known : null;
  const years = [begin, Math.round((begin + end) / 2), Math.floor(end)];
  return (
    <div className="spaced" role="group" aria-label={t('ties.lanes')}>
      <div className="lanes">
        {lanes.map(({ key, name, marks }) => (
          <LaneRow
            key={key}
            name={name}
            marks={marks}
            x={x}
            now={now}
            hushFrom={silentSince === null ? null : last}
            label={t('ties.lane_said', { name, count: marks.length })}
          />
        ))}
        <span />
        <div className="scale" aria-hidden="true">
          {years.map((year) => (
            <span key={year}>{year}</span>
          ))}
        </div>
      </div>
      {silentSince !== null && <p className="note">{t('ties.silence', { day: formats.spelt(formats.flexDate(silentSince)) })}</p>}
    </div>
  );
}

interface LaneRowProps extends Omit<Lane, 'key'> {
  readonly x: (year: number) => number;
  readonly now: number;
  readonly hushFrom: number | null;
  readonly label: string;
}

function LaneRow({ name, marks, x, now, hushFrom, label }: LaneRowProps) {
  return (
    <>
      <span className="muted">{name}</span>
      <svg viewBox="0 0 100 28" preserveAspectRatio="none" role="img" aria-label={label}>
        {hushFrom !== null && <rect className="hush" x={x(hushFrom)} y="0" width={Math.max(0, x(now) - x(hushFrom))} height="28" />}
        <line className="axis" x1="0" x2="100" y1="20" y2="20" vectorEffect="non-scaling-stroke" />
        {marks.map(({ from, until }, at) =>
          until - from > 0.2 ? (
            <rect key={at} className="span" x={x(from)} y="12" width={Math.max(0.4, x(until) - x(from))} height="5" />
          ) : (
            <rect key={at} className="mark" x={x(from) - 0.25} y="8" width="0.5" height="12" />
          ),
        )}
        <line className="today" x1={x(now)} x2={x(now)} y1="2" y2="26" vectorEffect="non-scaling-stroke" />
      </svg>
    </>
  );
}
