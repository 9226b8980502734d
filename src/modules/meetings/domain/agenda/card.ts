// A card: how one person is reached, as a file that telephones and mail programs take over (vCard 3.0, RFC 2426, which every one of them reads).
import type { Language } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { nameOfContact } from '#modules/expos/domain/letters/letters.ts';
import type { ContactPerson } from '#modules/expos/domain/roster.ts';

/** `sent`: read by the other side in its agenda. `shown`: read as a code off a screen. */
export const cardWays = ['sent', 'shown'] as const;
export type CardWay = (typeof cardWays)[number];

type OnCard = Pick<ContactPerson, 'surname' | 'givenName' | 'nameOrder' | 'post' | 'email' | 'phone'>;

/** In a value of a vCard some signs part values, and a line ends. */
const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, String.raw`\n`);

/** As UTF-8 writes a character. */
const bytesOf = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 bytes, no character cut in two; what goes on begins with a space. */
function folded(line: string): string {
  const lines = [''];
  let bytes = 0;
  for (const sign of line) {
    const length = bytesOf(sign);
    if (bytes + length > 75) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += sign;
    bytes += length;
  }
  return lines.join('\r\n');
}

/** One card, with the company as its reader calls it, and where they met. */
export function vcardOf(
  person: OnCard,
  { company, met, language }: { readonly company: string; readonly met: string; readonly language: Language },
): string {
  const [surname, givenName, post] = [person.surname, person.givenName, person.post].map((part) => escaped(inLanguage(part, language)));
  const name = escaped(nameOfContact(person, language));
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${surname};${givenName};;;`,
    // A program that finds no name shows none at all.
    `FN:${name === '' ? escaped(company) : name}`,
    `ORG:${escaped(company)}`,
    post === '' ? '' : `TITLE:${post}`,
    person.email === null ? '' : `EMAIL;TYPE=INTERNET:${escaped(person.email)}`,
    person.phone === null ? '' : `TEL;TYPE=WORK,VOICE:${escaped(person.phone)}`,
    met === '' ? '' : `NOTE:${escaped(met)}`,
    'END:VCARD',
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}
