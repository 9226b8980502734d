// Who came again: two bars, one below the other, whose overlap are the returners.
import { useText } from '#client/language.ts';
import { Facts } from '#design/rows.tsx';
import type { Comparison } from '../../contract/compare.ts';
import { useHeads } from './heads.ts';

const WIDTH = 700;
const BAR = 22;

interface CameAgainProps {
  readonly of: Comparison;
  readonly exhibitors: NonNullable<Comparison['exhibitors']>;
}

export function CameAgain({ of, exhibitors }: CameAgainProps) {
  const { t } = useText();
  const [was, is] = useHeads(of);
  const { earlier, later, both } = exhibitors;
  const [gone, first] = [earlier - both, later - both];
  const all = gone + both + first;
  const x = (count: number): number => (all === 0 ? 0 : (count / all) * WIDTH);
  return (
    <>
      {all > 0 && (
        <svg className="again" viewBox={`0 0 ${WIDTH} 62`} aria-hidden="true">
          <rect className="gone" x={0.5} y={0.5} width={Math.max(0, x(gone) - 1)} height={BAR} />
          <rect className="again" x={x(gone)} y={0} width={x(both)} height={BAR} />
          <rect className="again" x={x(gone)} y={39} width={x(both)} height={BAR} />
          <rect className="first" x={x(gone + both)} y={39} width={x(first)} height={BAR} />
          {both > 0 && <path d={`M${x(gone)} ${BAR}V39M${x(gone + both)} ${BAR}V39`} />}
        </svg>
      )}
      <Facts
        entries={[
          { term: t('expos.exhibitors_of', { edition: was }), value: earlier },
          { term: t('expos.exhibitors_of', { edition: is }), value: later },
          { term: <Key look="again" words={t('expos.returners')} />, value: both },
          { term: <Key look="first" words={t('expos.first_timers')} />, value: first },
          { term: <Key look="gone" words={t('expos.not_again')} />, value: gone },
        ]}
      />
      {gone > 0 && <p className="note">{t('expos.not_again_why')}</p>}
    </>
  );
}

/** The look of a part of the bars, beside its word. */
function Key({ look, words }: { readonly look: 'again' | 'first' | 'gone'; readonly words: string }) {
  return (
    <>
      <svg className="again key" viewBox="0 0 12 12" aria-hidden="true">
        <rect className={look} x={0.5} y={0.5} width={11} height={11} />
      </svg>{' '}
      {words}
    </>
  );
}
