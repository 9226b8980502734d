// Who of a list is who of another: by name in any language, however it is written.
import type { FileContact, FileParticipant, FileText } from './edition-file.ts';
import { saysAlike } from './same.ts';

/** A name as it is compared: width, case and blanks of no account, nor any blank beside a Chinese character. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What companies of many countries write behind their names, as it is folded. */
const LEGAL_FORM =
  /\s(?:ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|company|pte|pty|gmbh|ag|kg|bv|nv|sa|sas|sarl|srl|spa|ab|as|oy|oyj|kk|sp z oo)$|(?:股份有限公司|有限责任公司|有限公司|股份公司|公司|株式会社)$|\s*\(?集团\)?$/u;

/** A company's name without its legal form, which is written in many ways or left out. */
export function withoutLegalForm(name: string): string {
  let bare = foldedName(name.replace(/[.,，·]+/gu, '')).replace(/\s*&\s*/g, ' and ');
  for (;;) {
    const shorter = bare.replace(LEGAL_FORM, '').trim();
    if (shorter === bare || shorter === '') return bare;
    bare = shorter;
  }
}

/** Whether two names have a text in common, in whatever language. */
export function sharesName(one: FileText, other: FileText): boolean {
  const texts = new Set(Object.values(one).map(foldedName));
  return Object.values(other).some((text) => texts.has(foldedName(text)));
}

export type SharedBy = 'name' | 'email' | 'phone';

interface Sharing {
  /** Indexes of participants, ascending. */
  readonly group: readonly number[];
  /** By what each of them is tied to another. */
  readonly by: readonly SharedBy[];
}

/** Fewer digits are an extension, and tell nobody apart. */
const PHONE_DIGITS = 7;

/** By what a participant may be known as another: its names but for the legal form, and how its people are reached. */
function marksOf(
  { name }: Pick<FileParticipant, 'name'>,
  people: readonly Pick<FileContact, 'email' | 'phone'>[],
): readonly (readonly [SharedBy, string])[] {
  const phones = people
    .map(({ phone }) => phone?.replaceAll(/\D/g, '').replace(/^0+/, '') ?? '')
    .filter(({ length }) => length >= PHONE_DIGITS);
  return [
    ...Object.values(name).map((text) => ['name', withoutLegalForm(text)] as const),
    ...people.flatMap(({ email }) => (email === null || email === '' ? [] : [['email', email.toLowerCase()] as const])),
    ...phones.map((phone) => ['phone', phone] as const),
  ];
}

/** Those that may be one company: every group of two or more that share a name but for its legal form, an e-mail address or a telephone. */
export function mayBeOne(
  participants: readonly Pick<FileParticipant, 'code' | 'name'>[],
  contacts: readonly FileContact[],
): readonly Sharing[] {
  const peopleOf = Map.groupBy(contacts, ({ participant }) => participant);
  const firstOf = new Map<string, number>();
  const groupOf = participants.map((_, index) => [index]);
  const byOf = new Map<readonly number[], Set<SharedBy>>();
  participants.forEach((one, index) => {
    for (const [by, text] of marksOf(one, peopleOf.get(one.code) ?? [])) {
      const key = `${by} ${text}`;
      const [group, other] = [groupOf[index] ?? [], groupOf[firstOf.get(key) ?? index] ?? []];
      if (!firstOf.has(key)) firstOf.set(key, index);
      else if (firstOf.get(key) !== index) {
        const joined = group === other ? group : [...other, ...group].sort((a, b) => a - b);
        byOf.set(joined, new Set([...(byOf.get(other) ?? []), ...(byOf.get(group) ?? []), by]));
        for (const member of joined) groupOf[member] = joined;
      }
    }
  });
  return [...new Set(groupOf)].flatMap((group) => (group.length < 2 ? [] : [{ group, by: [...(byOf.get(group) ?? [])] }]));
}

export interface PeopleChanges {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** How many come, change and go. Where a code passes to another company, one goes and one comes; unless `byCode`, which only renames it. */
export function peopleChanges(before: readonly FileParticipant[], after: readonly FileParticipant[], byCode: boolean): PeopleChanges {
  const standing = new Map(before.map((one) => [one.code, one]));
  let [added, changed, kept] = [0, 0, 0];
  for (const one of after) {
    const was = standing.get(one.code);
    if (was === undefined || (!byCode && !sharesName(was.name, one.name))) {
      added++;
      continue;
    }
    kept++;
    if (!saysAlike(was, one)) changed++;
  }
  return { added, changed, gone: before.length - kept };
}
