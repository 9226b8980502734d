// How many items were done, dropped, not agreed, are open, differ, or nobody speaks of, in one line.
import { useText } from '#client/language.ts';
import type { AgreementShown } from '../../contract/shapes.ts';
import { becameOf, type Became } from '../../domain/memoranda.ts';

export function useBecameCounts(): (items: AgreementShown['items']) => string {
  const { t } = useText();
  return (items) => {
    const count = (became: Became): number => items.filter(({ states }) => becameOf(states) === became).length;
    return t('ties.became_counts', {
      ...{ done: count('done'), dropped: count('dropped'), notAgreed: count('not_agreed'), open: count('open') },
      ...{ differing: count('differing'), unsaid: count('unsaid') },
    });
  };
}
