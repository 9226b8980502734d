// One stand at two editions: to one scale where both areas are stated, to their ratio where only that was said, else in words alone.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Unknown } from '#design/marks.tsx';
import { Section } from '#design/page.tsx';
import type { Comparison } from '../../contract/compare.ts';
import { useHeads } from './heads.ts';
import { Views } from './said-table.tsx';

type Pair = Comparison['stands'][number];
type Side = 'earlier' | 'later';

export function StandPairs({ of }: { readonly of: Comparison }) {
  const { t } = useText();
  return (
    <Section title={t('expos.stands_twice')} aside={t('expos.stands_twice_note')}>
      <div className="standpairs">
        {of.stands.map((pair) => (
          <StandPair key={(pair.later ?? pair.earlier)?.participantId} {...{ of, pair }} />
        ))}
      </div>
      {of.hasMoreStands && <p className="note">{t('expos.more_stands')}</p>}
    </Section>
  );
}

const countOf = (pair: Pair, attribute: Pair['said'][number]['attribute'], side: Side): number | null => {
  const shown = pair.said.find((one) => one.attribute === attribute)?.[side];
  const value = (shown?.first ?? shown?.apart[0])?.value;
  return value?.type === 'count' ? Number(value.count) : null;
};

/** Areas to draw, the later one as 1 at most; null where nothing can be drawn. */
function areasOf(pair: Pair): { readonly earlier: number; readonly later: number; readonly said: 'area' | 'ratio' } | null {
  const areaAt = (side: Side) => countOf(pair, 'stand_area', side) ?? pair[side]?.area ?? null;
  const [was, is] = [areaAt('earlier'), areaAt('later')];
  if (was !== null && is !== null && was > 0 && is > 0) return { earlier: was, later: is, said: 'area' };
  const times = countOf(pair, 'stand_growth', 'later');
  return times !== null && times > 0 && times <= 100 ? { earlier: 1, later: times, said: 'ratio' } : null;
}

function StandPair({ of, pair }: { readonly of: Comparison; readonly pair: Pair }) {
  const { t } = useText();
  const heads = useHeads(of);
  const name = (pair.later ?? pair.earlier)?.name;
  const areas = areasOf(pair);
  return (
    <div className="standpair">
      <h3>{name !== undefined && <Named text={name} />}</h3>
      {areas !== null && <Drawn areas={areas} />}
      {areas !== null && <p className="note">{t(areas.said === 'area' ? 'expos.drawn_to_scale' : 'expos.drawn_to_ratio')}</p>}
      <dl className="facts">
        {(['earlier', 'later'] as const).map((side, at) => (
          <AtEdition key={side} {...{ pair, side }} head={heads[at] ?? ''} />
        ))}
      </dl>
    </div>
  );
}

/** What was said and counted of the organisation at one of the two. */
function AtEdition({ pair, side, head }: { readonly pair: Pair; readonly side: Side; readonly head: string }) {
  const { t } = useText();
  const formats = useFormats();
  const there = pair[side];
  const said = pair.said.filter((one) => one[side] !== null);
  const counted = there?.brought ?? 0;
  return (
    <>
      <dt>{head}</dt>
      <dd>
        {there === null && <Unknown>{t('expos.not_listed_then')}</Unknown>}
        {there !== null && there.area === null && said.length === 0 && counted === 0 && <Unknown>{t('expos.not_stated')}</Unknown>}
        {said.map(({ attribute, [side]: shown }) => (
          <div key={attribute}>
            {t(`expos.said_${attribute}`)} <Views shown={shown} />
          </div>
        ))}
        {there?.area != null && <div>{t('expos.stand_let', { area: formats.number(there.area) })}</div>}
        {counted > 0 && <div>{t('expos.co_exhibitors', { count: counted })}</div>}
      </dd>
    </>
  );
}

const HEIGHT = 110;

/** Two rectangles of one shape, on one floor. */
function Drawn({ areas: { earlier, later, said } }: { readonly areas: NonNullable<ReturnType<typeof areasOf>> }) {
  const most = Math.max(earlier, later);
  const side = (area: number): number => Math.sqrt(area / most) * (HEIGHT - 2);
  const [a, b] = [side(earlier), side(later)];
  return (
    <svg className={said === 'area' ? 'stands' : 'stands dash'} viewBox={`0 0 420 ${HEIGHT}`} aria-hidden="true">
      <rect x={1} y={HEIGHT - 1 - a} width={a * 1.4} height={a} />
      <rect className="later" x={a * 1.4 + 32} y={HEIGHT - 1 - b} width={b * 1.4} height={b} />
    </svg>
  );
}
