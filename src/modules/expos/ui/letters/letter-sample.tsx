// One letter before it goes: to whom, by which way, and its words in each language that it goes in.
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { languages } from '#kernel/language.ts';
import type { exposApi } from '../client.ts';
import './letters.css';

export function LetterSample({ letter }: { readonly letter: Awaited<ReturnType<(typeof exposApi)['previewLetter']>> }) {
  const { t } = useText();
  const naming = useNaming();
  const { company, channel, sentTo, texts } = letter;
  if (company === null) return null;
  return (
    <>
      <p className="note">
        {channel === 'mail'
          ? t('expos.letter_preview', { company: naming(company), email: sentTo ?? '' })
          : t('expos.letter_preview_short', {
              company: naming(company),
              to: t(`expos.way_to_${channel}`, { address: sentTo ?? '' }),
            })}
      </p>
      <div className="lettertexts">
        {languages
          .filter((language) => texts[language] !== undefined)
          .toSorted((a) => (a === letter.language ? -1 : 0))
          .map((language) => (
            <div key={language} lang={language}>
              <b>{texts[language]?.subject}</b>
              <p>{texts[language]?.body}</p>
            </div>
          ))}
      </div>
    </>
  );
}
