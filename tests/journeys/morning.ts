// A small edition of its own for journeys that change a schedule: few enough meetings that each can be counted.
import { ask, dayFromNow, openEdition, planAndRelease } from './prepare.ts';
import type { Reader } from './reader.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface Schedule {
  readonly slots: readonly { readonly id: string }[];
  readonly places: readonly { readonly id: string; readonly code: string }[];
  readonly participants: readonly { readonly id: string; readonly code: string }[];
  readonly cells: readonly {
    readonly meetingId: string;
    readonly slot: number;
    readonly place: number;
    readonly a: number;
    readonly b: number;
    readonly pinned: boolean;
  }[];
}

const named = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });

/** A morning in two days: four half hours, three tables, three exhibitors who each wish to meet three buyers, all of it released. */
export async function releasedMorning(
  { context }: Reader,
  name: readonly [string, string],
): Promise<{ readonly id: string; readonly slug: string }> {
  const day = dayFromNow(2);
  const edition = await openEdition(context, { name, firstDay: day });
  const at = `/editions/${edition.id}`;
  const change = async (path: string, data: object): Promise<void> => {
    const { version } = await ask<Versioned>(context, at);
    await ask(context, `${at}${path}`, { method: 'PUT', data, version });
  };
  const instant = (minutes: number): string =>
    new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
  await change('/slots', { slots: [0, 30, 60, 90].map((from) => ({ startsAt: instant(from), endsAt: instant(from + 30), session: 1 })) });
  await change('/tables', { tables: [1, 2, 3].map((number) => ({ number })) });
  const add = (code: string, role: string): Promise<Versioned> =>
    ask(context, `${at}/participants`, {
      method: 'POST',
      data: { code, role, name: named(`Company ${code}`, `${code}公司`), languages: ['en'] },
    });
  const exhibitors = [await add('E01', 'exhibitor'), await add('E02', 'exhibitor'), await add('E03', 'exhibitor')];
  const buyers = [await add('B01', 'buyer'), await add('B02', 'buyer'), await add('B03', 'buyer')];
  const requests = exhibitors.flatMap((from) => buyers.map((to) => ({ fromId: from.id, toId: to.id, wish: 'want' })));
  await ask(context, `${at}/requests`, { method: 'POST', data: { requests } });
  await planAndRelease(context, edition.id);
  return edition;
}
