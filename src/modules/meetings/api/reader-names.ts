// What the things of an edition are called in sentences for one reader.
import { chooseText, inEach, writing, type Language } from '#kernel/language.ts';
import type { EditionBoard, Meeting } from '../domain/edition-facts.ts';
import { namesOf, type Names, type PlaceWords } from '../domain/planning/sentences.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';

const words = inEach(en, zh);

const placeWordsOf =
  (reader: Language): PlaceWords =>
  (kind, code) =>
    words[reader][`meetings.place_${kind}`].replace('{{code}}', code);

/** Names that call participants by company and code, for whoever has no grid of codes before them. */
export const companyNames = (edition: EditionBoard, meetings: readonly Pick<Meeting, 'id' | 'a' | 'b'>[], reader: Language): Names =>
  namesOf(edition, meetings, {
    reader,
    placeWords: placeWordsOf(reader),
    partyWords: ({ name, code }) => {
      const company = chooseText(name, reader).text;
      return writing[reader].inBrackets(company, code);
    },
  });

/** Names in the reader's language; participants by code, places by kind and code, times by the venue's clock. */
export const readerNames = (edition: EditionBoard, meetings: readonly Pick<Meeting, 'id' | 'a' | 'b'>[], reader: Language): Names =>
  namesOf(edition, meetings, { reader, placeWords: placeWordsOf(reader) });
