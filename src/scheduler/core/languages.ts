// When a meeting needs an interpreter, and who can interpret it.

import type { Facts } from './model.ts';

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((language) => b.includes(language));

const languagesOf = (facts: Facts, participant: number): readonly string[] => facts.participants[participant]?.languages ?? [];

/** Two participants of the meeting who keep it from having one language in common; null when all share one or a language is not known. */
export const strangersIn = (facts: Facts, meeting: number): readonly [number, number] | null => {
  const participants = facts.meetings[meeting]?.participants ?? [];
  const [first, second] = participants;
  // Most meetings are of two who share one: those cost nothing more.
  if (participants.length === 2 && meet(languagesOf(facts, first ?? -1), languagesOf(facts, second ?? -1))) return null;
  if (first === undefined || participants.some((participant) => languagesOf(facts, participant).length === 0)) return null;
  let common = languagesOf(facts, first);
  for (const participant of participants) {
    const left = common.filter((language) => languagesOf(facts, participant).includes(language));
    if (left.length === 0) {
      const partner = participants.find((other) => !meet(languagesOf(facts, other), languagesOf(facts, participant)));
      return [partner ?? first, participant];
    }
    common = left;
  }
  return null;
};

/** Whether the resource shares a language with each participant of the meeting. */
export const canInterpret = (facts: Facts, resource: number, meeting: number): boolean => {
  const languages = facts.resources[resource]?.languages ?? [];
  return (facts.meetings[meeting]?.participants ?? []).every((participant) => {
    const spoken = languagesOf(facts, participant);
    return spoken.length === 0 || meet(languages, spoken);
  });
};

/** The languages between which a meeting needs an interpreter, e.g. `'ja, zh'`: the first of each participant, without repeats. */
export const languagesNeeded = (facts: Facts, meeting: number): string => {
  const firsts = (facts.meetings[meeting]?.participants ?? []).flatMap((participant) => languagesOf(facts, participant).slice(0, 1));
  return [...new Set(firsts)].sort().join(', ');
};
