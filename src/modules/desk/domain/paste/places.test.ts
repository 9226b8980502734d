import { expect, test } from 'vitest';
import { amongNamesakes, isWrittenOtherwise, placeMeant, type GazetteerAnswer, type GazetteerChoice } from './places.ts';
import type { CityChoice } from './verdicts.ts';

const inCountry = { hasCountry: true };

const place = (geonamesId: number, population: number): GazetteerChoice => ({ geonamesId, name: 'Springfield', country: 'US', population });
const answer = (given: Partial<GazetteerAnswer>): GazetteerAnswer => ({
  meant: null,
  called: [],
  nearly: [],
  isToldByRegion: false,
  otherBody: null,
  ...given,
});
const held = (geonamesId: number | null): CityChoice => ({
  cityId: `held ${String(geonamesId)}`,
  geonamesId,
  name: '斯普林菲尔德',
  country: 'US',
});
const numbers = (match: ReturnType<typeof placeMeant>) => ('choices' in match ? match.choices.map(({ geonamesId }) => geonamesId) : []);

const inUs = { name: 'Springfield', country: 'US' };

test('a city of the register is taken where it is likely by its size, too, or where the gazetteer knows no other of its name', () => {
  const one = { state: 'one', city: held(1) } as const;
  expect(amongNamesakes(one, answer({}), inCountry)).toEqual(one);
  expect(amongNamesakes(one, answer({ meant: place(1, 9) }), inCountry)).toEqual(one);
  expect(amongNamesakes(one, answer({ called: [place(1, 40_000), place(2, 10_000)] }), inCountry)).toEqual(one);
  expect(amongNamesakes(one, answer({ called: [place(2, 9), place(3, 9)], otherBody: 'region' }), inCountry)).toEqual(one);
});

test('beside namesakes of its size, or a greater one, it is one of several to choose from', () => {
  const one = { state: 'one', city: held(1) } as const;
  const asked = amongNamesakes(one, answer({ called: [place(2, 40_000), place(1, 20_000)] }), inCountry);
  expect(asked).toMatchObject({ state: 'several', isLikely: false });
  expect(numbers(asked)).toEqual([2, 1]);
  const dwarfed = amongNamesakes(one, answer({ meant: place(2, 900_000), called: [place(1, 9)] }), inCountry);
  expect(dwarfed).toMatchObject({ state: 'several', isLikely: false, choices: [{ cityId: null, geonamesId: 2 }, held(1)] });
});

test('a region that is written decides, whatever the register holds', () => {
  const told = answer({ meant: place(2, 9), isToldByRegion: true });
  expect(amongNamesakes({ state: 'one', city: held(1) }, told, inCountry)).toMatchObject({
    state: 'one',
    city: { cityId: null, geonamesId: 2 },
  });
  expect(amongNamesakes({ state: 'several', choices: [held(1), held(2)] }, told, inCountry)).toEqual({ state: 'one', city: held(2) });
});

test('a city recorded by hand is the one of its name that a region tells, where no other is worth mention; else it is asked', () => {
  const one = { state: 'one', city: held(null) } as const;
  expect(amongNamesakes(one, answer({ meant: place(2, 900_000), isToldByRegion: true, called: [place(3, 9)] }), inCountry)).toEqual(one);
  const asked = amongNamesakes(one, answer({ meant: place(2, 90), isToldByRegion: true, called: [place(3, 80)] }), inCountry);
  expect([asked.state, numbers(asked)]).toEqual(['several', [2, null]]);
});

test('of several in the register the one that dwarfs the others is taken, and those that it does not hold are offered, too', () => {
  const several = { state: 'several', choices: [held(1), held(2)] } as const;
  expect(amongNamesakes(several, answer({ meant: place(2, 900_000), called: [place(1, 9)] }), inCountry)).toEqual({
    state: 'one',
    city: held(2),
  });
  expect(numbers(amongNamesakes(several, answer({ called: [place(3, 90), place(1, 80), place(2, 70)] }), inCountry))).toEqual([3, 1, 2]);
});

test('a city recorded by hand may be any of its name', () => {
  const one = { state: 'one', city: held(null) } as const;
  expect(amongNamesakes(one, answer({ meant: place(2, 900_000) }), inCountry)).toEqual(one);
  expect(numbers(amongNamesakes(one, answer({ called: [place(2, 90), place(3, 80)] }), inCountry))).toEqual([2, 3, null]);
});

test('a name in the other Chinese script is taken where the place dwarfs its namesakes, and is likely where it is clearly greater', () => {
  const near = (...sizes: readonly number[]) => answer({ nearly: sizes.map((size, at) => ({ ...place(at, size), steps: 0 })) });
  expect(placeMeant(near(80, 10), inUs, [])).toMatchObject({ state: 'one', city: { geonamesId: 0 } });
  expect(placeMeant(near(79, 10), inUs, [])).toMatchObject({ state: 'none', isLikely: true });
  expect(placeMeant(near(39, 10), inUs, [])).toMatchObject({ state: 'none', isLikely: false });
  expect(placeMeant(near(80, 10), { ...inUs, country: null }, [])).toMatchObject({ state: 'none', isLikely: false });
});

test('without a country one of several is meant where it dwarfs the others, else none is likely, one of the register neither', () => {
  const [great, small] = [place(1, 4_800_000), place(2, 1_200_000)];
  const alone = { name: 'Santiago', country: null };
  expect(placeMeant(answer({ called: [great, small] }), alone, [])).toMatchObject({ state: 'several', isLikely: false });
  expect(placeMeant(answer({ called: [great, small] }), { ...alone, country: 'CL' }, [])).toMatchObject({ isLikely: true });
  expect(placeMeant(answer({ called: [small] }), alone, [])).toMatchObject({ state: 'one' });
  expect(placeMeant(answer({ called: [great, place(3, 240_000)] }), alone, [])).toMatchObject({ state: 'one', city: { geonamesId: 1 } });
  const one = { state: 'one', city: held(1) } as const;
  expect(amongNamesakes(one, answer({ called: [great, small] }), { hasCountry: false })).toMatchObject({
    state: 'several',
    isLikely: false,
  });
  expect(amongNamesakes(one, answer({ called: [great] }), { hasCountry: false })).toEqual(one);
});

test('what is only written alike is chosen in the country that is written, and for one slip in six letters', () => {
  const chosen = (name: string, country: string | null, steps: number) => {
    const match = placeMeant(answer({ nearly: [{ ...place(1, 90_000), steps }] }), { name, country }, []);
    return match.state === 'none' && match.isLikely;
  };
  const asked = [chosen('Coloqne', 'DE', 1), chosen('Coloqne', null, 1), chosen('TOTAL', null, 1), chosen('Total', 'ID', 1)];
  expect([...asked, chosen('Colognnee', 'DE', 2)]).toEqual([true, false, false, false, false]);
});

test('a prefecture that is not on record is proposed as it is written, behind what is written alike; without a country it is only asked about', () => {
  const hyogo = { name: 'Hyogo Prefecture', country: 'JP' };
  const fresh = { cityId: null, geonamesId: null, ...hyogo, body: 'region' };
  expect(placeMeant(answer({ otherBody: 'region' }), hyogo, [])).toEqual({ state: 'none', choices: [fresh], isLikely: true });
  const alike = { ...held(1), country: 'JP' };
  const beside = (city: CityChoice) => placeMeant(answer({ otherBody: 'region' }), hyogo, [city]);
  expect(beside(alike)).toEqual({ state: 'none', choices: [alike, fresh], isLikely: false });
  expect(beside(held(1))).toEqual({ state: 'none', choices: [fresh, held(1)], isLikely: true });
  expect(placeMeant(answer({ otherBody: 'region' }), { ...hyogo, country: null }, [])).toEqual({ state: 'none', choices: [] });
});

test('what was written is told beside the city where it is another word, not another spelling of it', () => {
  const told = [
    ['曼谷', 'Bangkok'],
    ['Bombay', 'Mumbai'],
    ['Bonn; Kiel', 'Bonn'],
  ] as const;
  const alike = [
    [' GOTEBORG', 'Göteborg'],
    ['上海', '上海'],
    ['', 'Bonn'],
  ] as const;
  expect([...told, ...alike].map(([cell, name]) => isWrittenOtherwise(cell, name))).toEqual([true, true, true, false, false, false]);
});
