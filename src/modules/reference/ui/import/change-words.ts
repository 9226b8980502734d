// What an import changes in a set, in words: only what there is of it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { ReferenceImport } from '../places/answers.ts';

type Counts = NonNullable<ReferenceImport['counts']>;

/** “6 new ties and 2 gone”; null where nothing changes. */
export function useChangeWords(): (changes: Counts['changes']) => string | null {
  const { t } = useText();
  const formats = useFormats();
  return ({ new: fresh, joined, changed, gone }) => {
    const figures = [
      ['fresh', fresh + joined],
      ['changed', changed],
      ['gone', gone],
    ] as const;
    const said = figures
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => t(`reference.ties_${kind}`, { count, number: formats.number(count) }));
    return said.length === 0 ? null : formats.list(said);
  };
}
