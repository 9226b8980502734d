// What is said of a cell that should name a participant and names none: that several have the name, or who is called nearly so.
import { likeness } from '#modules/cities/domain/locate/name.ts';
import type { FileParticipant } from './edition-file.ts';
import { quoted } from './problems.ts';
import type { Complaint } from './rules.ts';
import { unknown } from './rule-frame.ts';
import { withoutLegalForm } from './same-people.ts';

/** Of so many texts the nearest participant is looked for: a file of the wrong edition has thousands. */
const LOOKED_UP = 100;
/** So many codes are named of those that share a name. */
const NAMED = 5;

interface Called {
  readonly code: string;
  readonly name: string;
  readonly bare: string;
}

/** How near a text is to a name: the one within the other, or nearly the same letters; 0 for anything else. */
function nearness(text: string, { bare }: Called): number {
  const [shorter, longer] = text.length < bare.length ? [text, bare] : [bare, text];
  const isPart = (shorter.length >= 4 || /\p{Script=Han}{2}/u.test(shorter)) && longer.includes(shorter);
  return Math.max(isPart ? 0.5 + shorter.length / longer.length / 2 : 0, likeness(text, bare));
}

/** Complaints about texts that are no code of theirs, each worked out once. */
export function unknownAmong(participants: readonly FileParticipant[]): (text: string) => Complaint {
  let called: readonly Called[] | null = null;
  const known = new Map<string, Complaint>();
  const complaintOf = (text: string): Complaint => {
    called ??= participants.flatMap(({ code, name }) =>
      [...new Set(Object.values(name))].map((one) => ({ code, name: one, bare: withoutLegalForm(one) })),
    );
    const bare = withoutLegalForm(text);
    if (bare === '') return unknown(text);
    const sharing = [...new Set(called.filter((one) => one.bare === bare).map(({ code }) => code))];
    const value = quoted(text);
    if (sharing.length > 1) {
      const codes = `${sharing.slice(0, NAMED).join(', ')}${sharing.length > NAMED ? ', …' : ''}`;
      return { code: 'meetings.file_name_shared', params: { value, codes, count: sharing.length } };
    }
    const near = called
      .map((one) => ({ ...one, points: nearness(bare, one) }))
      .filter(({ points }) => points > 0)
      .toSorted((a, b) => b.points - a.points);
    // Two that are equally near say nothing of which is meant.
    const [best, next] = [near[0], near.find(({ code }) => code !== near[0]?.code)];
    return best === undefined || next?.points === best.points
      ? unknown(text)
      : { code: 'meetings.file_name_near', params: { value, near: quoted(best.name), known: best.code } };
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const complaint = known.size < LOOKED_UP ? complaintOf(text) : unknown(text);
    if (known.size < LOOKED_UP) known.set(text, complaint);
    return complaint;
  };
}
