// The edition as a file that can be read in again unchanged.
import { useText } from '#client/language.ts';
import { ButtonAnchor, Buttons } from '#design/button.tsx';
import type { Edition } from '../edition/answers.ts';

const formats = ['xlsx', 'csv', 'dzn'] as const;

export function ExportLinks({ edition }: { readonly edition: Edition }) {
  const { t, language } = useText();
  return (
    <>
      <p>{t('meetings.export_text')}</p>
      <Buttons>
        {formats.map((format) => (
          <ButtonAnchor key={format} href={`/api/v1/editions/${edition.id}/export?format=${format}&language=${language}`} download>
            {t(`meetings.export_${format}`)}
          </ButtonAnchor>
        ))}
      </Buttons>
    </>
  );
}
