// What waits for an office's word besides the figures of outcomes and the words on its ties, for papers that list what is open: the same as its list of answers has.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { AnswerEntry } from '../../contract/answers.ts';
import type { OpenThing } from '../../domain/briefing/open-things.ts';
import { waitingOfThird } from './of-outcomes.ts';
import { repliesOf } from './of-replies.ts';
import { statedTo, waitingOfStated } from './of-stated.ts';

/** What others state where the office has a word, what third parties say of its ties, and what is otherwise in what it entered of others. */
export async function openBesides(work: Work, office: OfficeId) {
  const stated = await waitingOfStated(work, office, await statedTo(work, office));
  const { waiting } = await repliesOf(work, office);
  const third = await waitingOfThird(work, office);
  return [...stated, ...third, ...waiting].flatMap((entry) =>
    entry.kind === 'stated' || entry.kind === 'third' || entry.kind === 'otherwise' ? [entry] : [],
  );
}

/** Those that have to do with a city. */
export const openThingsOf = (entries: Awaited<ReturnType<typeof openBesides>>, city: string): readonly OpenThing[] =>
  entries
    .filter((entry: AnswerEntry) => entry.city?.id === city)
    .map((entry): OpenThing => {
      const { key, at } = entry;
      const since = at.slice(0, 10);
      return {
        key,
        about: 'answer_outcome',
        title: entry.kind === 'third' ? entry.thing.title : entry.title,
        attribute: null,
        turn: 'ours',
        due: null,
        late: false,
        since,
      };
    });
