// The reasons of the prover in words, for the command line; in the product such words live in the texts of a module.

import type { Obstacle } from '../core/pairs/presolve.ts';
import type { Facts } from '../core/model.ts';

type Words = (params: Obstacle['params']) => string;

/** One sentence a reason; people, meetings and slots are called by their ids in the facts. */
export const sentenceOf = (facts: Facts, { code, params }: Obstacle): string => {
  const id = (things: readonly { readonly id: string }[], index: number | undefined): string => things[index ?? -1]?.id ?? '?';
  const person = (index: number | undefined): string => `participant ${id(facts.participants, index)}`;
  const meeting = (index: number | undefined): string => `meeting ${id(facts.meetings, index)}`;
  const slot = (index: number | undefined): string => `slot ${id(facts.slots, index)}`;
  const sentences: Readonly<Record<string, Words>> = {
    'scheduler.no_slot': (p) => `${meeting(p['meeting'])} has no slot left in which both its participants are free and a table is.`,
    'scheduler.crowd': (p) => `${person(p['participant'])} has ${p['count']} meetings that have to share ${p['slots']} slots.`,
    'scheduler.order': (p) => `There is no time for ${meeting(p['earlier'])} to be held before ${meeting(p['later'])}.`,
    'scheduler.tables': (p) => `${p['count']} meetings are fixed in ${slot(p['slot'])}, which has ${p['tables']} tables.`,
    'scheduler.tables_for_people': (p) =>
      `${p['count']} participants cannot but be busy in ${slot(p['slot'])}, which has ${p['tables']} tables for two.`,
    'scheduler.too_few_tables': (p) => `${p['count']} meetings are more than all tables in all slots hold (${p['seats']}).`,
    'scheduler.breaks': (p) =>
      `${person(p['participant'])} cannot hold ${p['count']} meetings with ${p['least']} to ${p['most']} breaks in the slots left to them.`,
  };
  return sentences[code]?.(params) ?? code;
};
