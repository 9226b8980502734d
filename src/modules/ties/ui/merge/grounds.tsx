// What speaks for two entries being one city, and what against it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Facts } from '#design/rows.tsx';
import type { DuplicateGround, DuplicateSide } from '../../contract/duplicates.ts';

type Words = ReturnType<typeof useText>['t'];

function useGroundWords(): (ground: DuplicateGround) => string {
  const { t } = useText();
  const formats = useFormats();
  return (ground) => wordsOf(t, formats.languageName, formats.number, ground);
}

const kindWords = {
  municipality: 'cities.kind_municipality',
  region: 'cities.kind_region',
  district: 'cities.kind_district',
  port: 'cities.kind_port',
} as const satisfies Readonly<Record<DuplicateSide['kind'], string>>;

function kindWord(t: Words, kind: unknown): string {
  const known = Object.entries(kindWords).find(([one]) => one === kind);
  return known === undefined ? '' : t(known[1]);
}

function wordsOf(
  t: Words,
  languageName: (tag: string) => string,
  number: (value: number) => string,
  { code, params }: DuplicateGround,
): string {
  const text = (name: string): string => String(params[name] ?? '');
  const count = Number(params['count'] ?? 0);
  switch (code) {
    case 'same_name':
      return t('ties.ground_same_name', { language: languageName(text('language')) });
    case 'near':
    case 'far':
      return t(`ties.ground_${code}`, { kilometres: number(Number(params['kilometres'] ?? 0)) });
    case 'shared_sisters':
    case 'listed_apart':
      return t(`ties.ground_${code}`, { count });
    case 'other_kind':
      return t('ties.ground_other_kind', { one: kindWord(t, params['one']), other: kindWord(t, params['other']) });
    case 'same_wikidata':
      return t('ties.ground_same_wikidata', { item: text('item') });
    case 'other_wikidata':
      return t('ties.ground_other_wikidata', { one: text('one'), other: text('other') });
    case 'also_called':
    case 'nearly_called':
    case 'without_number':
    case 'tied_together':
    case 'said_related':
    case 'other_country':
    case 'two_numbers':
      return t(`ties.ground_${code}`);
  }
}

/** In one line, the weightiest first. */
export function GroundLine({ grounds }: { readonly grounds: readonly DuplicateGround[] }) {
  const words = useGroundWords();
  return grounds.map((ground) => words(ground)).join(' · ');
}

export function Grounds({ grounds }: { readonly grounds: readonly DuplicateGround[] }) {
  const { t } = useText();
  const words = useGroundWords();
  const line = (those: readonly DuplicateGround[]) => those.map((ground) => words(ground)).join(' · ');
  const [good, bad] = [grounds.filter(({ points }) => points > 0), grounds.filter(({ points }) => points < 0)];
  return (
    <Facts
      entries={[
        ...(good.length > 0 ? [{ term: t('ties.speaks_for'), value: line(good) }] : []),
        ...(bad.length > 0 ? [{ term: t('ties.speaks_against'), value: line(bad) }] : []),
      ]}
    />
  );
}
