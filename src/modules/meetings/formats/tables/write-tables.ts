// Lays the facts of an edition out as sheets with headings in the reader's language.
import { languages, type Language } from '#kernel/language.ts';
import { saysWho } from '#modules/expos/domain/contacts.ts';
import type { Cell } from '#platform/files/sheets.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';
import type { EditionFile, FileContact, FileText } from '../../domain/file/edition-file.ts';
import { languageHead, layouts, writtenWord, type TableLayout } from '../../domain/file/layout.ts';
import { topicFinder } from '../../domain/file/topics.ts';
import { detailCells } from './details.ts';
import { kindWords, meetsAtWords, nameOrderWords, rectangleWords, roleWords, sizeWords, wishWords } from './words.ts';

/** A fact's cells by field; a text in languages is one cell per language. */
type Fields = Readonly<Record<string, Cell | FileText | null>>;

const list = (values: readonly (string | number)[]): string => values.join(', ');

/** The first contact of each participant stands in its own row, the further ones in a sheet of theirs. */
const firstContacts = (contacts: EditionFile['contacts']): ReadonlyMap<string, FileContact> =>
  new Map(contacts.toReversed().map((contact) => [contact.participant, contact]));

const contactCells = (contact: FileContact | undefined, language: Language): Fields =>
  contact === undefined
    ? {}
    : {
        ...{ surname: contact.surname, givenName: contact.givenName, post: contact.post, email: contact.email, phone: contact.phone },
        nameOrder: writtenWord(nameOrderWords.of[contact.nameOrder], language),
        contactLanguages: list(contact.languages),
      };

const rowsOf: { readonly [T in TableLayout['table']]: (edition: EditionFile, language: Language) => readonly Fields[] } = {
  edition: ({ edition }) => [{ ...edition }],
  slots: ({ slots }) => slots.map((slot) => ({ ...slot })),
  tables: ({ tables }) => tables.map((table) => ({ ...table, closedSlots: list(table.closedSlots) })),
  stands: ({ stands }) => stands.map((stand) => ({ ...stand, closedSlots: list(stand.closedSlots) })),
  halls: ({ halls }) => halls.map((hall) => ({ ...hall })),
  walks: ({ walks }) => walks.map((walk) => ({ ...walk })),
  rectangles: ({ rectangles }, language) => rectangles.map((one) => ({ ...one, kind: writtenWord(rectangleWords.of[one.kind], language) })),
  groups: ({ groups }, language) => groups.map((group) => ({ ...group, kind: writtenWord(kindWords.of[group.kind], language) })),
  topics: ({ topics }) => topics.map(({ name }) => ({ name })),
  participants: ({ participants, contacts, topics }, language) => {
    const first = firstContacts(contacts);
    const find = topicFinder(topics);
    // A word may hold a comma or an "and" itself: what parts them may not.
    const named = (keys: readonly string[]): string => keys.map((key) => find(key)?.name[language] ?? key).join('; ');
    return participants.map(({ offerDetails, needDetails, ...p }) => ({
      ...p,
      ...detailCells('offer', offerDetails),
      ...detailCells('need', needDetails),
      ...contactCells(first.get(p.code), language),
      role: writtenWord(roleWords.of[p.role], language),
      languages: list(p.languages),
      offerTopics: named(p.offerTopics),
      needTopics: named(p.needTopics),
      markets: list(p.markets),
      size: p.size === null ? '' : writtenWord(sizeWords.of[p.size], language),
      meetsAt: writtenWord(meetsAtWords.of[p.meetsAt], language),
    }));
  },
  contacts: ({ contacts }, language) => {
    const first = new Set(firstContacts(contacts).values());
    return contacts.filter((one) => !first.has(one)).map((one) => ({ participant: one.participant, ...contactCells(one, language) }));
  },
  interpreters: ({ interpreters }, language) =>
    interpreters.map((one) => ({
      ...one,
      languages: list(one.languages),
      nameOrder: saysWho(one) ? writtenWord(nameOrderWords.of[one.nameOrder], language) : '',
    })),
  unavailable: ({ unavailable }) =>
    unavailable.map(({ who, away, reason }) => ({
      participant: who.kind === 'participant' ? who.code : null,
      interpreter: who.kind === 'interpreter' ? who.name : null,
      slot: away.kind === 'slot' ? away.slot : null,
      ...(away.kind === 'span' ? { date: away.date, start: away.start, end: away.end } : {}),
      reason,
    })),
  requests: ({ requests, fixed }, language) => {
    const slots = new Map(fixed.map((f) => [f.meeting, f.slot]));
    return requests.map((request) => {
      const fixedSlot = request.meeting === null ? undefined : slots.get(request.meeting);
      return { ...request, wish: writtenWord(wishWords.of[request.wish], language), fixedSlot: fixedSlot ?? null };
    });
  },
  orders: ({ orders }) => orders.map((order) => ({ ...order })),
};

const isText = (value: Cell | FileText | null | undefined): value is FileText => typeof value === 'object' && value !== null;

interface WrittenColumn {
  readonly field: string;
  readonly tag: string | null;
  readonly heading: string;
}

/** One written sheet of a table: English and Chinese names always have their columns, other languages where they occur. */
function writeTable(layout: TableLayout, edition: EditionFile, language: Language): WrittenSheet {
  const facts = rowsOf[layout.table](edition, language);
  const columns = layout.columns.flatMap((column): WrittenColumn[] => {
    if (column.alsoElsewhere === true) return [];
    if (column.perLanguage !== true) return [{ field: column.field, tag: null, heading: writtenWord(column.heads, language) }];
    const tags = new Set<string>(languages);
    for (const fact of facts) {
      const text = fact[column.field];
      if (isText(text)) for (const tag of Object.keys(text)) tags.add(tag);
    }
    return [...tags].map((tag) => ({ field: column.field, tag, heading: languageHead(column, tag, language) }));
  });
  const cellOf = (fact: Fields, field: string, tag: string | null): Cell => {
    const value = fact[field];
    if (isText(value)) return tag === null ? '' : (value[tag] ?? '');
    return value ?? '';
  };
  return {
    name: writtenWord(layout.names, language),
    header: columns.map((column) => column.heading),
    rows: facts.map((fact) => columns.map((column) => cellOf(fact, column.field, column.tag))),
  };
}

/** All sheets of an edition with the table that each holds; reading them gives the same facts. */
export const writeTables = (
  edition: EditionFile,
  language: Language,
): { readonly table: TableLayout['table']; readonly sheet: WrittenSheet }[] =>
  layouts.map((layout) => ({ table: layout.table, sheet: writeTable(layout, edition, language) }));
