// The words of a letter, from what is asked: dates and amounts as its reader writes them.
import { dateFormat } from '#kernel/intl-formats.ts';
import { figuresOf } from '#kernel/figures.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { forEachLanguage, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { readAs } from '#kernel/written-language.ts';
import type { OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { bilingual, nameOfContact, type Letter } from '#modules/expos/domain/letters/letters.ts';
import { followUpLetter } from '../../domain/follow-up/letter.ts';
import type { AnnouncedFigure, AskedOutcome } from './load-asked.ts';

/** A company by the name of its reader's language. */
export const companyIn = (company: MultilingualText, language: Language): string => readAs(company, language);

const dayIn = (language: Language, day: Date): string =>
  dateFormat(writing[language].locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);

/** A date at the precision at which it was said. */
const whenIn = (language: Language, valueDate: FlexDate | null, day: string): string =>
  figuresOf(language).spelt(figuresOf(language).flexDate(valueDate ?? { text: day, qualifier: 'exact' }));

const stageOf = ({ stage }: AnnouncedFigure): 'potential' | 'intended' => (stage === 'potential' ? 'potential' : 'intended');

const amountIn = (language: Language, { amount, qualifier }: AnnouncedFigure): string | null =>
  amount === null ? null : figuresOf(language).spelt(figuresOf(language).money(amount, qualifier));

export interface LetterWriting {
  readonly asked: readonly { readonly asked: AskedOutcome; readonly address: string }[];
  readonly offices: OfficeNames;
  readonly until: Date;
}

/** The letter of questions that go to one address by one way. */
function letterOf(language: Language, { asked, offices, until }: LetterWriting): Letter {
  const first = asked[0]?.asked;
  const named = (office: AskedOutcome['record']['ownerOffice'] | null) =>
    office === null ? '' : readAs({ ...offices.get(office) }, language);
  const contact = first?.destination?.contact ?? null;
  return followUpLetter(language, {
    company: first?.company == null ? '' : companyIn(first.company, language),
    person: contact === null ? '' : nameOfContact(contact, language),
    office: named(first?.record.ownerOffice ?? null),
    through: first?.record.route === 'through' ? named(first.record.throughOffice) : null,
    until: dayIn(language, until),
    asked: asked.map(({ asked: { outcome, announced }, address }) => ({
      title: readAs(outcome.title, language),
      stage: stageOf(announced),
      when: whenIn(language, announced.valueDate, announced.day),
      amount: amountIn(language, announced),
      isPublic: outcome.visibility === 'public',
      address,
    })),
  });
}

/** The letter as it goes out: in both languages, that of its reader first. */
export const wholeLetter = (language: Language, write: LetterWriting): Letter =>
  bilingual(
    language,
    forEachLanguage((tag) => letterOf(tag, write)),
  );
