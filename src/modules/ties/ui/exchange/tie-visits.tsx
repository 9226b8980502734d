// Visits of each side, and whose turn it is.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import type { Tie } from '../../contract/shapes.ts';
import type { Side } from '../../domain/tie.ts';
import { orderOf } from '../tie-order.ts';

export function TieVisits({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const [first, second] = orderOf(tie);
  const count = (from: Side) => {
    const { visits, last } = tie.visits[from];
    return last === null ? (
      <Unknown>{t('ties.none_entered')}</Unknown>
    ) : (
      t('ties.visits_entered', { count: visits, last: formats.spelt(formats.flexDate(last, 'table')) })
    );
  };
  const turn = {
    term: t('ties.whose_turn'),
    value:
      tie.visits.turn === null ? (
        <Unknown>{t('ties.turn_unclear')}</Unknown>
      ) : (
        <>
          <b>{naming(tie.cities[tie.visits.turn].name)}</b> <VisibilityMark visibility="private" />
        </>
      ),
  };
  return (
    <Section title={t('ties.visits')}>
      <Facts
        entries={[
          { term: t('ties.visits_to', { city: naming(tie.cities[first].name) }), value: count(second) },
          { term: t('ties.visits_to', { city: naming(tie.cities[second].name) }), value: count(first) },
          // What one side thinks is due stays with that side.
          ...(tie.kept.length > 0 ? [turn] : []),
        ]}
      />
    </Section>
  );
}
