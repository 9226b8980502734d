// Who a cell means: a participant by its code, or by its name in any language where only one has it.
import { type FileParticipant, type FileText } from '../../domain/event-file.ts';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Codes of participants behind codes and names; a name that several share leads to none. */
export function participantFinder(participants: readonly FileParticipant[]): (text: string) => string {
  const codes = new Set(participants.map((p) => p.code));
  const byName = new Map<string, string | null>();
  for (const p of participants) {
    for (const name of new Set(Object.values(p.name).map(folded))) byName.set(name, byName.has(name) ? null : p.code);
  }
  return (text) => (codes.has(text) ? text : (byName.get(folded(text)) ?? text));
}

/** Codes for participants that a file names without one: that of the same name in the edition, else the next free `E01` or `B01`. */
export function codeGiver(
  existing: readonly FileParticipant[],
  taken: ReadonlySet<string>,
): (name: FileText, role: FileParticipant['role']) => string {
  const find = participantFinder(existing);
  const used = new Set(taken);
  const next = { exhibitor: 1, buyer: 1 };
  return (name, role) => {
    const known = Object.values(name)
      .map(find)
      .find((code) => existing.some((p) => p.code === code) && !used.has(code));
    let code = known ?? '';
    while (code === '' || used.has(code)) code = `${role === 'exhibitor' ? 'E' : 'B'}${String(next[role]++).padStart(2, '0')}`;
    used.add(code);
    return code;
  };
}
