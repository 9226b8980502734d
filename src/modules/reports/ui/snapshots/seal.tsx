// A seal within a sentence: digits and letters of no language.
import { useText } from '#client/language.ts';

export function SealSaid({ words, seal }: { readonly words: 'snapshot_seal' | 'seal_differs'; readonly seal: string }) {
  const { t } = useText();
  return (
    <>
      {t(`reports.${words}`)} <span translate="no">{seal}</span>
      {t('reports.full_stop')}
    </>
  );
}
