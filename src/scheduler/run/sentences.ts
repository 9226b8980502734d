// The reasons of the prover in words, for the command line; in the product such words live in the texts of a module.

import type { Obstacle } from '../core/pairs/presolve.ts';
import type { Facts } from '../core/model.ts';

type Words = (params: Obstacle['params']) => string;

/** One sentence a reason; people, meetings and slots are called by their ids in the facts. */
export const sentenceOf = (facts: Facts, { code, params }: Obstacle): string => {
  const times = (count: number | undefined, thing: string): string => `${count ?? 0} ${thing}${count === 1 ? '' : 's'}`;
  const id = (things: readonly { readonly id: string }[], index: number | undefined): string => things[index ?? -1]?.id ?? '?';
  const person = (index: number | undefined): string => `participant ${id(facts.participants, index)}`;
  const meeting = (index: number | undefined): string => `meeting ${id(facts.meetings, index)}`;
  const slot = (index: number | undefined): string => `slot ${id(facts.slots, index)}`;
  const sentences: Readonly<Record<string, Words>> = {
    'scheduler.no_slot': (p) => `${meeting(p['meeting'])} has no slot left in which both its participants are free and a table is.`,
    'scheduler.crowd': (p) =>
      `${person(p['participant'])} has ${times(p['count'], 'meeting')} that have to share ${times(p['slots'], 'slot')}.`,
    'scheduler.order': (p) => `There is no time for ${meeting(p['earlier'])} to be held before ${meeting(p['later'])}.`,
    'scheduler.tables': (p) => `${times(p['count'], 'meeting')} are fixed in ${slot(p['slot'])}, which has ${times(p['tables'], 'table')}.`,
    'scheduler.tables_for_people': (p) =>
      `${p['count']} participants cannot but be busy in ${slot(p['slot'])}, which has ${times(p['tables'], 'table')} for two.`,
    'scheduler.too_few_tables': (p) => `${p['count']} meetings are more than all tables in all slots hold (${p['seats']}).`,
    'scheduler.breaks': (p) =>
      `${person(p['participant'])} cannot hold ${p['count']} meetings with ${p['least']} to ${p['most']} breaks in the slots left to them.`,
  };
  const sentence = sentences[code]?.(params) ?? code;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};
