// Badges, with the code that is scanned at the door: one for each contact of a participant, or for a name written by hand where it has none, one an interpreter, and one a speaker.
import { doorCodeOf } from '../../domain/door/door-code.ts';
import { inPaperOrder, type PaperFacts, type PaperOrder } from '../../domain/paper/paper.ts';
import type { Card } from '#platform/paper/set-cards.ts';
import { speakerCards } from './programme-sheets.ts';
import type { Words } from './words.ts';

const space = { text: ' ', size: 8 };

export function badgeCards(facts: PaperFacts, words: Words, order: PaperOrder): readonly Card[] {
  const head = words.names(facts.edition.name).map((text) => ({ text, size: 10, muted: true }));
  const ofParticipants = inPaperOrder(facts, order, words.first).flatMap((one) => {
    const company = words.names(one.name).map((text, at) => ({ text, bold: true, size: at === 0 ? 15 : 12 }));
    const country = words.country(one.country);
    const foot = [
      ...(country === '' ? [] : [{ text: country, size: 11 }]),
      { text: `${one.code} · ${words.role(one.role)}`, bold: true, size: 14 },
    ];
    const people = one.contacts.map((person) => [
      ...words.personNames(person).map((text, at) => ({ text, bold: true, size: at === 0 ? 26 : 18 })),
      ...(person.post === '' ? [] : [{ text: words.typed(person.post), size: 12 }]),
    ]);
    const byHand = words.lines('meetings.paper_badge_blank').map((text) => ({ text, size: 14 }));
    return (people.length === 0 ? [byHand] : people).map((person): Card => ({
      top: [...head, space, ...person, space, ...company],
      foot,
      code: doorCodeOf(one.id),
    }));
  });
  const ofInterpreters = facts.extent === 'all' ? facts.interpreters : [];
  return [
    ...ofParticipants,
    ...ofInterpreters.map(({ id, name }): Card => ({
      top: [...head, space, { text: name, bold: true, size: 26 }],
      foot: [{ text: words.say('meetings.paper_interpreter'), bold: true, size: 14 }],
      code: doorCodeOf(id),
    })),
    ...speakerCards(facts, words, [...head, space]),
  ];
}
