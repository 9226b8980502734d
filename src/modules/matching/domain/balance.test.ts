// What the lists of all do to the popular: counted on an edition in which everybody wants the same.
import { beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { balanceIn, popularityOf, standingAt } from './balance.ts';
import { indexOf, suggestFor } from './edition-index.ts';
import { unsaid } from './side-fixture.ts';
import type { Side } from './side.ts';
import { standings } from './standing.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const side = (id: string, role: Side['role'], words: string | null, country: string): Side => {
  const text = words === null ? null : { en: { text: words, origin: 'human' as const } };
  return {
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role, country },
    ...(role === 'buyer' ? { need: text } : { offer: text }),
  };
};

test('balanced, nobody is named more often than they can meet, and what it costs is said; the figures of each place add up', () => {
  // Twelve exhibitors answer to all forty buyers, the first two best; an exhibitor can meet twenty-eight.
  const exhibitors = Array.from({ length: 12 }, (_, at) =>
    side(`e${at}`, 'exhibitor', at < 2 ? 'Shore power for ports' : `Shore power for ports, tools of kind ${at}`, at === 0 ? 'MT' : 'DE'),
  );
  const buyers = Array.from({ length: 40 }, (_, at) => side(`b${at}`, 'buyer', 'Shore power for ports', 'CN'));
  const silent = side('b40', 'buyer', null, 'CN');
  const odd = side('b41', 'buyer', 'Olive oil', 'CN');
  const index = indexOf(lexicon, [...exhibitors, ...buyers, silent, odd]);
  const slots = 28;
  const popularity = popularityOf(index, slots);
  const balance = balanceIn(index, popularity, slots);
  const [alone, balanced] = [balance.points[0], balance.points[10]];
  if (alone === undefined || balanced === undefined) expect.fail('no points');
  for (const { named, unnamed, overrun } of balance.points) {
    expect(named).toHaveLength(12);
    expect([named.filter((times) => times === 0).length, named.filter((times) => times > slots).length]).toEqual([unnamed, overrun]);
  }
  expect(alone).toMatchObject({ kept: 1000, overrun: 10, unnamed: 2, few: 2 });
  expect(balanced).toMatchObject({ overrun: 0, unnamed: 0, inVain: 0, few: 2 });
  expect(balanced.kept).toBeLessThan(1000);
  // Who wants fewer meetings than there are slots is overrun sooner, and the lists stay as they are.
  const modest = balanceIn(index, popularity, slots, { e0: 5, e5: 99 }).points[10];
  expect([modest?.overrun, (modest?.inVain ?? 0) > 0, modest?.named]).toEqual([1, true, balanced.named]);
  // By name: as many as the figures count.
  for (const point of balance.points) {
    const standees = standingAt(index, popularity, { slots, share: point.share, most: {} });
    for (const each of standings)
      expect([each, standees.filter((one) => one.standings.includes(each)).length]).toEqual([each, point[each]]);
  }
  expect(balanced.topTenth).toBeLessThan(alone.topTenth);
  expect([balance.smallCountries, balance.smallExhibitors]).toEqual([1, 83]);
  expect(balance.without).toEqual([
    { participantId: 'b40', why: 'silent' },
    { participantId: 'b41', why: 'nobody' },
  ]);
  // A topic in common is told apart from nothing in common.
  const topic = ['t1' as Id<'Topic'>];
  const near = indexOf(lexicon, [
    { ...odd, needTopics: topic },
    { ...side('e13', 'exhibitor', 'Wheelchairs', 'DE'), offerTopics: topic },
  ]);
  expect(balanceIn(near, popularityOf(near, slots), slots).without.map(({ why }) => why)).toEqual(['related', 'related']);
  // The pages of those who want the same name others then, each under the score that it had.
  const namedAt = (share: number, ownId: string) =>
    suggestFor(lexicon, index, { ownId, excluded: [], met: [], role: 'exhibitor', top: 10, share, slots }, popularity).suggestions;
  const all = buyers.flatMap(({ participantId }) => namedAt(100, participantId).map((one) => one.participantId));
  expect(Math.max(...[...Map.groupBy(all, (id) => id).values()].map(({ length }) => length))).toBe(balanced.named[0]);
  const scores = new Map(namedAt(0, 'b0').map(({ participantId, score }) => [participantId, score]));
  for (const { participantId, score } of namedAt(100, 'b0')) expect([undefined, score]).toContain(scores.get(participantId));
});
