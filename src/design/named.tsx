// A text that exists in several languages, shown in the reader's; where it is another one, the page says which it is.
import { chooseText, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { inLanguage, readAs, writtenLanguage } from '#kernel/written-language.ts';

/** `quiet` leaves the name of the language away, in dense tables. */
export function Named({ text, quiet = false }: { readonly text: MultilingualText; readonly quiet?: boolean }) {
  const { t, language } = useText();
  const formats = useFormats();
  const chosen = chooseText(text, language);
  const machine = text[chosen.language]?.origin === 'machine';
  const own = inLanguage(chosen.text, language);
  if ((!chosen.fallback || own !== chosen.text) && !machine) return own;
  const remark = machine ? t('design.machine_made') : formats.languageName(chosen.language);
  return (
    <>
      <span lang={chosen.language}>{chosen.text}</span>
      {!quiet && (
        <span className="note">
          {writing[language].blank}
          {t('design.in_brackets', { words: remark })}
        </span>
      )}
    </>
  );
}

/**
 * A text whose language nobody recorded, in the reader's where it stands in both, marked by its script, so that its quotes and commas are set as its own readers write them.
 * `named`: where it is another language than the reader's, the page says which, as far as the text shows it.
 */
export function AsWritten({ text: whole, named = false }: { readonly text: string; readonly named?: boolean }) {
  const { t, language } = useText();
  const formats = useFormats();
  const text = inLanguage(whole, language);
  const written = writtenLanguage(text);
  if (!/\p{L}/u.test(text) || (written === 'zh') === writing[language].readsHan) return text;
  return (
    <>
      <span lang={written === 'zh' ? 'zh' : 'en'}>{text}</span>
      {named && (
        <span className="note">
          {writing[language].blank}
          {t('design.in_brackets', { words: written === null ? t('design.another_language') : formats.languageName(written) })}
        </span>
      )}
    </>
  );
}

/** The text alone, for titles of documents and sorting. */
export function useNaming(): (text: MultilingualText) => string {
  const { language } = useText();
  return (text) => readAs(text, language);
}

/** Sorts by name as the reader's language does: Chinese by its sounds. */
export function useInOrderOfName(): <E extends { readonly name: MultilingualText }>(entries: readonly E[]) => readonly E[] {
  const { language } = useText();
  const naming = useNaming();
  const order = new Intl.Collator(writing[language].locale);
  return (entries) => [...entries].sort((a, b) => order.compare(naming(a.name), naming(b.name)));
}

/** What is known, joined by the language's comma: San Francisco, United States. */
export const shortWords = (words: readonly (string | null)[], language: Language): string =>
  words.flatMap((word) => (word === null || word === '' ? [] : [inLanguage(word, language)])).join(writing[language].comma);
