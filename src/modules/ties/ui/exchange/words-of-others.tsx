// What the other side says of an exchange that we entered, and what ours says of theirs: beside it, never in its place.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { ExchangeShown } from '../../contract/shapes.ts';

type Word = ExchangeShown['words'][number];

export function WordsOfOthers({ words }: { readonly words: readonly Word[] }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const heldIn = ({ verdict, happened, starts, note }: Word): string => {
    if (verdict !== 'differs') return t(`ties.word_${verdict}`);
    const held = [
      ...(happened ? [] : [t('ties.word_never')]),
      ...(starts === null ? [] : [formats.spelt(formats.flexDate(starts, 'table'))]),
      ...(note === null ? [] : [note]),
    ];
    return held.join(t('ties.comma'));
  };
  return words.map((word) => (
    <span key={word.office}>
      <br />
      {t('ties.word_of', { office: naming(word.officeName ?? {}), word: heldIn(word) })}
    </span>
  ));
}
