// Two cities with offices of their own, and others without: what tests of ties begin with.
import { addCity } from '#modules/cities/api/add-city.ts';
import { answerAdoption, askAdoption } from '#modules/cities/api/adopt-city.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Transact } from '#platform/work.ts';
import type { TieCityId } from '../domain/tie.ts';

export interface TieWorld {
  readonly register: TestOffice;
  readonly liverpool: TestOffice;
  readonly shanghai: TestOffice;
  readonly city: (name: string) => TieCityId;
  readonly add: (name: string, country: string, chinese?: string) => Promise<TieCityId>;
  readonly transactAs: (office: TestOffice) => Transact;
}

/** Founds the offices and records Liverpool and Shanghai as theirs; other cities are added by name. */
export async function openTieWorld(db: TestDatabase): Promise<TieWorld> {
  const [register, liverpool, shanghai] = [
    await db.foundOffice({ kind: 'register' }),
    await db.foundOffice({ kind: 'city' }),
    await db.foundOffice({ kind: 'city' }),
  ];
  const ids = new Map<string, TieCityId>();
  const add = async (name: string, country: string, chinese?: string): Promise<TieCityId> => {
    const words = [['en', name], ...(chinese === undefined ? [] : [['zh-Hans', chinese]])] as const;
    const names = words.map(([language = '', text = '']) => ({ language, text, kind: 'official' as const, origin: 'human' as const }));
    const added = valueOf(
      await db.as(register.owner, (work) =>
        addCity(work, { office: register.office, names, country, confirmed: ['cities.may_be_same'] }, null),
      ),
    );
    ids.set(name, added.id);
    return added.id;
  };
  for (const [name, country, chinese, office] of [
    ['Liverpool', 'GB', '利物浦', liverpool],
    ['Shanghai', 'CN', '上海', shanghai],
  ] as const) {
    const cityId = await add(name, country, chinese);
    const asked = valueOf(await db.as(office.owner, (work) => askAdoption(work, { cityId, office: office.office, note: null })));
    valueOf(await db.as(register.owner, (work) => answerAdoption(work, { adoptionId: asked.id, approved: true })));
  }
  return {
    register,
    liverpool,
    shanghai,
    city: (name) => ids.get(name) ?? ('' as TieCityId),
    add,
    transactAs:
      ({ owner }) =>
      (use) =>
        db.as(owner, use),
  };
}
