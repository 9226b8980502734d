// The sentences a report begins with.
import { useFormats } from '#client/formats.ts';
import { tellingIn, useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { Sentence } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { openingOf, type OpeningFacts } from '../domain/opening.ts';
import { openingWords } from '../domain/opening-words.ts';

type City = OpeningFacts['cities']['first'] & { readonly name: MultilingualText };

/** A tie in sentences, before any count. */
export function Opening({ report }: { readonly report: OpeningFacts & { readonly cities: Readonly<Record<'first' | 'second', City>> } }) {
  const { language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { first, second } = report.cities;
  const cityName = (id: string): string => naming(id === first.id ? first.name : second.name);
  return (
    <Sentence>
      {openingWords(openingOf(report), { t: tellingIn(language), language, formats, naming, cityName }).join(writing[language].blank)}
    </Sentence>
  );
}
