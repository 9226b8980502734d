// Who a cell means: a participant by its code, or by its name in any language where only one has it.
import { type FileParticipant, type FileText } from '../../domain/file/edition-file.ts';
import { foldedName, sharesName, withoutLegalForm } from '../../domain/file/same-people.ts';

type Role = FileParticipant['role'];

/** A code as it is compared: width, case, blanks and the noughts that a spreadsheet drops are of no account: `ｅ００３` is E003, `7` is 007. */
export const foldedCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, '');

/** The code that a text means among those known: itself, else the only one that is written otherwise alone; what means none stays as it is. */
export function codeFinder(codes: Iterable<string>): (text: string) => string {
  const known = new Set(codes);
  const byFold = new Map<string, string | null>();
  for (const code of known) byFold.set(foldedCode(code), byFold.has(foldedCode(code)) ? null : code);
  return (text) => (known.has(text) ? text : (byFold.get(foldedCode(text)) ?? text));
}

/** Codes of participants behind codes and names; a name that several share leads to none. */
export function participantFinder(participants: readonly FileParticipant[]): (text: string) => string {
  const codes = new Set(participants.map((p) => p.code));
  const codeOf = codeFinder(codes);
  const byName = new Map<string, string | null>();
  for (const p of participants) {
    for (const name of new Set(Object.values(p.name).map(foldedName))) byName.set(name, byName.has(name) ? null : p.code);
  }
  return (text) => (codes.has(codeOf(text)) ? codeOf(text) : (byName.get(foldedName(text)) ?? text));
}

/** A name that was read as that of a participant who writes it otherwise. */
export interface ReadAlike {
  readonly text: string;
  readonly code: string;
  readonly name: string;
}

/** Whom the cells of a sheet mean: as `find` says, else the only participant whose name differs by its legal form alone. */
export function participantsMeant(participants: readonly FileParticipant[], find: (text: string) => string) {
  const codes = new Set(participants.map(({ code }) => code));
  const byBare = new Map<string, { readonly code: string; readonly name: string } | null>();
  for (const { code, name } of participants)
    for (const text of Object.values(name)) {
      const [key, other] = [withoutLegalForm(text), byBare.get(withoutLegalForm(text))];
      if (key !== '') byBare.set(key, other === undefined || other?.code === code ? { code, name: text } : null);
    }
  const read = new Map<string, ReadAlike>();
  const meant = (text: string): { readonly code: string; readonly name: string } | null =>
    codes.has(find(text)) ? null : (byBare.get(withoutLegalForm(text)) ?? null);
  return {
    isKnown: (text: string): boolean => codes.has(find(text)) || meant(text) !== null,
    codeOf: (text: string): string => {
      const one = meant(text);
      if (one !== null) read.set(text, { text, ...one });
      return one?.code ?? find(text);
    },
    /** Those of whom that was so. */
    readAlike: (): readonly ReadAlike[] => [...read.values()],
  };
}

/** The next free `E01` or `B01`, again and again. */
function nextCodes(used: Set<string>): (role: Role) => string {
  const next = { exhibitor: 1, buyer: 1 };
  return (role) => {
    let code = '';
    while (code === '' || used.has(code)) code = `${role === 'exhibitor' ? 'E' : 'B'}${String(next[role]++).padStart(2, '0')}`;
    used.add(code);
    return code;
  };
}

/** Codes for participants that a file names without one: that of the same name in the edition, else the next free `E01` or `B01`. */
export function codeGiver(
  existing: readonly FileParticipant[],
  taken: ReadonlySet<string>,
): (name: FileText, role: FileParticipant['role']) => string {
  const find = participantFinder(existing);
  const used = new Set(taken);
  const nextCode = nextCodes(used);
  return (name, role) => {
    const known = Object.values(name)
      .map(find)
      .find((code) => existing.some((p) => p.code === code) && !used.has(code));
    if (known === undefined) return nextCode(role);
    used.add(known);
    return known;
  };
}

/** A row of a list of participants before it is known who is meant; without a code it is '', without a role null. */
interface Stated {
  readonly code: string;
  readonly name: FileText;
  readonly role: Role | null;
}

/** A running number of a list says nothing of who is meant. */
const RUNNING = /^\d+$/;

/**
 * Codes of rows that are added to those on record: that of the same company, by code and name, by name alone, by code alone
 * where its role is the same; a code that means another company already gives way to the next free one.
 * A code that the rows themselves state twice stays, for the check to tell.
 */
export function codesWhenAdded(existing: readonly FileParticipant[], rows: readonly Stated[]): readonly string[] {
  const known = new Map(existing.map((p) => [p.code, p]));
  const times = new Map<string, number>();
  for (const { code } of rows) times.set(code, (times.get(code) ?? 0) + 1);
  const taken = new Set<string>();
  const codes: (string | undefined)[] = rows.map(({ code }) => (code !== '' && (times.get(code) ?? 0) > 1 ? code : undefined));
  const settle = (codeOf: (row: Stated) => string | undefined): void =>
    rows.forEach((row, at) => {
      const code = codes[at] === undefined ? codeOf(row) : undefined;
      if (code === undefined || taken.has(code)) return;
      codes[at] = code;
      taken.add(code);
    });
  const finders = new Map(
    ([null, 'exhibitor', 'buyer'] as const).map((role) => [
      role,
      participantFinder(role === null ? existing : existing.filter((p) => p.role === role)),
    ]),
  );
  settle(({ code, name }) => (sharesName(known.get(code)?.name ?? {}, name) ? code : undefined));
  settle(({ name, role }) =>
    Object.values(name)
      .map((text) => finders.get(role)?.(text) ?? text)
      .find((code) => known.has(code) && !taken.has(code)),
  );
  settle(({ code, role }) => {
    const own = known.get(code);
    return own !== undefined && !RUNNING.test(code) && (role === null || role === own.role) ? code : undefined;
  });
  settle(({ code }) => (code === '' || known.has(code) ? undefined : code));
  const nextCode = nextCodes(new Set([...known.keys(), ...times.keys(), ...taken]));
  return rows.map(({ role }, at) => codes[at] ?? nextCode(role ?? 'exhibitor'));
}
