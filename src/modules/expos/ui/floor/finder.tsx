// Where somebody is and where they want to go, in this hall or another; a company is found by any of its names.
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useText } from '#client/language.ts';
import { PickField, type PickOption } from '#design/fields/pick-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { exposQueries } from '../client.ts';
import { useHallWords } from '../places/hall-words.ts';
import type { FloorSearch } from './floor-search.ts';
import { hallNamed, type HallPlan, type ShownHall } from './shown-hall.ts';

interface FinderProps {
  readonly editionId: string;
  readonly plan: HallPlan;
  readonly shown: ShownHall;
  readonly search: FloorSearch;
  readonly go: (change: FloorSearch) => void;
}

/** Stands and tables of other halls that are read along, so that they are found from here; more would be a long read for a phone. */
const mostElsewhere = 600;

const allNames = (name: MultilingualText): string =>
  Object.values(name)
    .map(({ text }) => text)
    .join(' ');

/** Tables and stands of a hall, as they are picked. */
function useOptionsOf() {
  const { t } = useText();
  const naming = useNaming();
  return ({ rectangles, stands }: ShownHall): readonly PickOption[] => [
    ...rectangles.flatMap(({ kind, code }) =>
      kind === 'table' && code !== null ? [{ value: `table-${code}`, text: t('expos.table_named', { code }) }] : [],
    ),
    ...stands.map(({ code, exhibitors }): PickOption => {
      const value = `stand-${code}`;
      const at = t('expos.stand_named', { code });
      const [lead, ...others] = exhibitors;
      if (lead === undefined) return { value, text: at };
      const also = exhibitors.map((one) => allNames(one.name)).join(' ');
      return { value, text: `${at} · ${naming(lead.name)}${others.length > 0 ? ` +${others.length}` : ''}`, also };
    }),
  ];
}

/** The other halls, with what stands in them where that is little enough to be read along. */
function useElsewhere({ editionId, plan, shown }: Pick<FinderProps, 'editionId' | 'plan' | 'shown'>): readonly {
  readonly code: string;
  readonly hall: ShownHall | null;
}[] {
  const others = plan.halls.filter(({ code }) => code !== shown.hall.code);
  const enabled = others.reduce((sum, { stands, tables }) => sum + stands + tables, 0) <= mostElsewhere;
  const read = useQueries({
    queries: others.map(({ code }) => ({
      ...exposQueries.getHallPlan.queryOptions({ input: { editionId, hall: code } }),
      staleTime: 300_000,
      throwOnError: false,
      enabled,
    })),
  });
  return others.map(({ code }, at) => ({ code, hall: read[at]?.data?.shown ?? null }));
}

export function Finder({ editionId, plan, shown, search, go }: FinderProps) {
  const { t } = useText();
  const hallWords = useHallWords();
  const optionsOf = useOptionsOf();
  const elsewhere = useElsewhere({ editionId, plan, shown });
  const here = useMemo(() => optionsOf(shown), [shown, optionsOf]);
  const halls = elsewhere.map(({ code, hall }): PickOption => {
    const also = hall === null ? [] : optionsOf(hall).map((one) => `${one.text} ${one.also ?? ''}`);
    return { value: hallNamed(code), text: hallWords(code), also: also.join(' ') };
  });
  const beyond = elsewhere.flatMap(({ code, hall }) =>
    (hall === null ? [] : optionsOf(hall)).map((one) => ({
      hall: code,
      to: one.value,
      option: { ...one, value: `${code} ${one.value}`, text: `${one.text} · ${hallWords(code)}` },
    })),
  );
  const goTo = (value: string) => {
    const other = beyond.find(({ option }) => option.value === value);
    go(other === undefined ? { to: value } : { hall: other.hall, to: other.to, from: hallNamed(shown.hall.code) });
  };
  return (
    <div className="floorways noprint">
      <PickField
        name="floor-from"
        label={t('expos.floor_from')}
        hint={t(halls.length === 0 ? 'expos.floor_from_hint' : 'expos.floor_from_hint_halls')}
        optional
        options={[...here, ...halls]}
        value={search.from ?? ''}
        onChange={(from) => go({ from })}
      />
      <PickField
        name="floor-to"
        label={t('expos.floor_to')}
        hint={t('expos.floor_to_hint')}
        options={[...here, ...beyond.map(({ option }) => option)]}
        value={search.to ?? ''}
        onChange={goTo}
      />
    </div>
  );
}
