// What desks of other cities' ties say was otherwise in what an office entered of them, and what it has answered of that.
import type { OfficeId } from '#kernel/ids.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { otherwiseSaidTo, type OtherwiseNamed } from '#modules/ties/api/replies.ts';
import type { Work } from '#platform/work.ts';
import type { AnsweredShown, AnswerEntry } from '../../contract/answers.ts';
import { cityAmong, shownCity } from './of-outcomes.ts';

export interface OfReplies {
  readonly waiting: readonly AnswerEntry[];
  /** Answered, whenever it was. */
  readonly answered: readonly AnsweredShown[];
}

const answers = { agrees: 'as_they_say', maintains: 'maintained', cannot_say: 'not_known' } as const;

const titleOf = ({ title }: OtherwiseNamed) => (title === null ? null : { ...title });

/** In no order; a word said anew is another one. */
export async function repliesOf(work: Work, office: OfficeId): Promise<OfReplies> {
  const said = await otherwiseSaidTo(work, office);
  if (said.length === 0) return { waiting: [], answered: [] };
  const names = await nameOffices(
    work,
    said.map(({ by }) => by),
  );
  const cities = await citiesByIds(
    work,
    said.flatMap((one) => one.cities),
  );
  const cityOf = ({ by, cities: ids }: OtherwiseNamed) =>
    shownCity(
      cityAmong(
        ids.flatMap((id) => cities.get(id) ?? []),
        office,
        by,
      ),
    );
  return {
    waiting: said
      .filter(({ reply }) => reply === null)
      .map((one): AnswerEntry => ({
        ...{ kind: 'otherwise', key: `otherwise ${one.id} ${one.by} ${one.at.slice(0, 19)}`, at: one.at, city: cityOf(one) },
        ...{ office: { id: one.by, name: { ...names.get(one.by) } }, reminded: 0, tieId: one.tieId, thingId: one.id, thing: one.kind },
        ...{ title: titleOf(one), words: one.words },
      })),
    answered: said.flatMap((one): readonly AnsweredShown[] => {
      if (one.reply === null || one.repliedAt === null) return [];
      const undo = { kind: 'reply' as const, thingId: one.id, tieId: one.tieId, to: one.by };
      const city = cityOf(one)?.name ?? null;
      return [
        {
          key: `otherwise ${one.id} ${one.by}`,
          at: one.repliedAt,
          answer: answers[one.reply],
          city,
          title: titleOf(one),
          attribute: null,
          undo,
        },
      ];
    }),
  };
}
