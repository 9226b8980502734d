// Who came again: two bars, one below the other, whose overlap are the returners.
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import type { Comparison } from '../../contract/compare.ts';
import { useHeads } from './heads.ts';
import { Views } from './said-table.tsx';

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
      {gone > 0 && <NotAgain {...{ of, gone }} />}
    </>
  );
}

/** What was stated of why some did not come again, each with its source; of the others nobody knows. */
function NotAgain({ of, gone }: { readonly of: Comparison; readonly gone: number }) {
  const { t } = useText();
  const told = of.stands.flatMap(({ earlier, later, said }) => {
    const reason = said.find(({ attribute }) => attribute === 'not_again')?.earlier ?? null;
    return earlier === null || later !== null || reason === null ? [] : [{ ...earlier, reason }];
  });
  if (told.length === 0) return <p className="note">{t('expos.not_again_why')}</p>;
  return (
    <>
      <h3>{t('expos.not_again_said')}</h3>
      <Facts entries={told.map(({ name, reason }) => ({ term: <Named text={name} quiet />, value: <Views shown={reason} /> }))} />
      {gone > told.length && !of.hasMoreStands && <p className="note">{t('expos.not_again_others', { count: gone - told.length })}</p>}
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
