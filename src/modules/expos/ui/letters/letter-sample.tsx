// One letter before it goes: to whom, by which way, and its words in each language that it goes in.
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { languages, type Language } from '#kernel/language.ts';
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
      <LetterTexts texts={texts} first={letter.language} />
    </>
  );
}

interface LetterTextsProps {
  readonly texts: Readonly<Partial<Record<Language, { readonly subject: string; readonly body: string } | undefined>>>;
  /** The language that it is read in. */
  readonly first?: Language | null;
}

/** The words of a letter in each language that it goes in, beside each other. */
export function LetterTexts({ texts, first = null }: LetterTextsProps) {
  return (
    <div className="lettertexts">
      {languages
        .filter((language) => texts[language] !== undefined)
        .toSorted((a) => (a === first ? -1 : 0))
        .map((language) => (
          <div key={language} lang={language}>
            <b>{texts[language]?.subject}</b>
            <p>{texts[language]?.body}</p>
          </div>
        ))}
    </div>
  );
}
