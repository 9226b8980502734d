// Reasons and refusals in words, for the command line; in the product such words live in the texts of a module.

import type { Problem } from '#kernel/result.ts';
import { sentence } from '#kernel/sentence.ts';
import { en } from '../core/dzn/text.en.ts';
import type { Facts } from '../core/model.ts';
import type { Obstacle } from '../core/pairs/presolve.ts';

type Words = (params: Obstacle['params']) => string;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

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
  return capital(sentence);
};

type Say = (params: NonNullable<Problem['params']>) => string;

/** Problems of facts that contradict themselves; ids are those of the instance. */
const sayings: Readonly<Record<string, Say>> = {
  'meetings.facts_no_places': () => 'there are meetings and no table.',
  'meetings.facts_doubled_participant': (p) => `meeting ${p['meeting']} is one of participant ${p['participant']} with itself.`,
  'meetings.facts_order_circle': (p) => `meeting ${p['meeting']} has to be before itself, by way of others.`,
  'meetings.facts_too_many_cells': (p) => `${p['count']} pairs of a thing and a slot are more than ${p['limit']}.`,
  'meetings.facts_pin_unavailable': (p) =>
    `meeting ${p['meeting']} is fixed in slot ${p['slot']}, in which participant ${p['participant']} is away.`,
  'meetings.facts_pin_not_allowed': (p) => `meeting ${p['meeting']} is fixed in slot ${p['slot']}, which is not in its session.`,
  'meetings.facts_pins_clash': (p) => `participant ${p['participant']} has ${p['count']} meetings fixed in slot ${p['slot']}.`,
  'meetings.facts_pins_over_places': (p) => `${p['count']} meetings are fixed in slot ${p['slot']}, which has ${p['capacity']} tables.`,
  'meetings.facts_pins_order': (p) => `meeting ${p['earlier']} has to be before meeting ${p['later']}, and is not fixed before it.`,
};

/** A problem of the input as a sentence. */
export const sentenceOfProblem = ({ code, params = {} }: Problem): string =>
  code in en ? sentence(en, 'en', code, params) : capital(sayings[code]?.(params) ?? `${code} ${JSON.stringify(params)}`);
