// On which days an edition is held once a file has been read into it: the file's slots bring their days along.
import { limits } from '#modules/expos/domain/limits.ts';
import { daysBetween } from '#modules/expos/domain/venue-time.ts';
import type { EditionFile, EditionParts, FileEdition } from './edition-file.ts';
import { isDay } from './rules.ts';

type Days = Pick<FileEdition, 'firstDay' | 'lastDay'>;

const isSound = ({ firstDay, lastDay }: Days): boolean =>
  isDay(firstDay) && isDay(lastDay) && firstDay <= lastDay && daysBetween(firstDay, lastDay).length <= limits.editionDays;

/**
 * The edition's days when the parts replace those of `existing`. They stay while they hold every slot of the file. Else they
 * become what the file states; a file that states no others may move them only as a whole, since one slot among others that lies
 * elsewhere is a slip of the pen: that is for the check to tell.
 */
export function daysAfterReading(existing: EditionFile, { edition, slots = [] }: EditionParts): Days {
  const { firstDay, lastDay } = existing.edition;
  const own = { firstDay, lastDay };
  const days = slots.map(({ date }) => date);
  const within = (span: Days, day: string): boolean => span.firstDay <= day && day <= span.lastDay;
  if (!days.every(isDay) || days.every((day) => within(own, day))) return own;
  const stated = edition === undefined ? own : { firstDay: edition.firstDay, lastDay: edition.lastDay };
  if (isSound(stated) && days.some((day) => within(stated, day)) && (stated.firstDay !== firstDay || stated.lastDay !== lastDay))
    return stated;
  const [first = '', last = ''] = [[...days].sort()[0], [...days].sort().at(-1)];
  const whole = { firstDay: first, lastDay: last };
  return isSound(whole) && !days.some((day) => within(own, day)) ? whole : own;
}
