// Who of a list is who of another: by name in any language, however it is written.
import type { FileParticipant, FileText } from './edition-file.ts';
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

/** Those that share a name but for its legal form, by their indexes: every group of two or more. */
export function sharingNames(participants: readonly Pick<FileParticipant, 'name'>[]): readonly (readonly number[])[] {
  const groupOf = new Map<string, number[]>();
  participants.forEach(({ name }, index) => {
    const texts = Object.values(name).map(withoutLegalForm);
    const group = texts.map((text) => groupOf.get(text)).find((known) => known !== undefined) ?? [];
    group.push(index);
    for (const text of texts) if (!groupOf.has(text)) groupOf.set(text, group);
  });
  return [...new Set(groupOf.values())].filter(({ length }) => length > 1);
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
