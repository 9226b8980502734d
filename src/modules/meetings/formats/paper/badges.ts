// Badges: one a participant, for its contact or a name written by hand, and one an interpreter.
import { inPaperOrder, type PaperFacts, type PaperOrder } from '../../domain/paper/paper.ts';
import type { Card } from '#platform/paper/set-cards.ts';
import type { Words } from './words.ts';

const space = { text: ' ', size: 8 };

export function badgeCards(facts: PaperFacts, words: Words, order: PaperOrder): readonly Card[] {
  const head = words.names(facts.edition.name).map((text) => ({ text, size: 10, muted: true }));
  const ofParticipants = inPaperOrder(facts, order, words.first).map((one): Card => {
    const [name = '', ...post] =
      one.contact === null ? words.lines('meetings.paper_badge_blank') : [words.personName(one.contact), one.contact.post];
    const company = words.names(one.name).map((text, at) => ({ text, bold: true, size: at === 0 ? 15 : 12 }));
    const person = [
      { text: name, bold: one.contact !== null, size: one.contact === null ? 14 : 26 },
      ...post.filter((text) => text !== '').map((text) => ({ text, size: 12 })),
    ];
    const country = words.country(one.country);
    return {
      top: [...head, space, ...person, space, ...company],
      foot: [
        ...(country === '' ? [] : [{ text: country, size: 11 }]),
        { text: `${one.code} · ${words.role(one.role)}`, bold: true, size: 14 },
      ],
    };
  });
  const ofInterpreters = facts.extent === 'all' ? facts.interpreters : [];
  return [
    ...ofParticipants,
    ...ofInterpreters.map(({ name }): Card => ({
      top: [...head, space, { text: name, bold: true, size: 26 }],
      foot: [{ text: words.say('meetings.paper_interpreter'), bold: true, size: 14 }],
    })),
  ];
}
