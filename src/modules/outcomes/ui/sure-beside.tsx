// Beside how sure a figure is: how much of it another side confirms where that is not all, and that the paper has expired which would document it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { Figure } from '../contract/shapes.ts';
import { partWords } from '../domain/part-words.ts';

export function SureBeside({
  figure: { confirmedPart, paperExpired },
}: {
  readonly figure: Pick<Figure, 'confirmedPart' | 'paperExpired'>;
}) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      {confirmedPart !== null &&
        partWords(confirmedPart, 'table', { t: (key, params) => t(key, params), formats }).map((words) => (
          <small key={words}> {words}</small>
        ))}
      {paperExpired !== undefined && <small> {t('outcomes.paper_expired', { day: formats.day(paperExpired, 'table') })}</small>}
    </>
  );
}
