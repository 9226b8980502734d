// Two invented editions of years ago, called examples, whose organiser shows what became of their results: so that such a page can be looked at.
import { previewPublication, publishEdition } from '#modules/expos/api/edition/publish-edition.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createExpo, listExpos } from '#modules/expos/api/expos.ts';
import { addEntry } from '#modules/outcomes/api/add-entry.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { doubtCodes } from '#modules/outcomes/domain/plausible.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import type { OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { previewFollowThrough, publishFollowThrough } from '#modules/reports/api/follow-through/publish.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Work } from '#platform/work.ts';
import { as, must, words, type DemoMember } from './as-people.ts';

type Words = readonly [en: string, zh: string];

/** What it was announced as, in thousands of renminbi, and what it came to so many months after: the stage with how much, or that it ended. */
interface Result {
  readonly title: Words;
  readonly kind: OutcomeKind;
  readonly stage: 'potential' | 'intended' | 'signed';
  readonly thousands: number | null;
  readonly then?: { readonly months: number; readonly stage: Stage; readonly thousands: number | null };
}

const deal = (title: Words, stage: Result['stage'], thousands: number | null, then?: Result['then']): Result => ({
  ...{ title, kind: 'deal', stage, thousands },
  ...(then === undefined ? {} : { then }),
});
const realised = (months: number, thousands: number | null) => ({ months, stage: 'realised' as const, thousands });
const ended = (months: number) => ({ months, stage: 'lapsed' as const, thousands: null });

const editions: readonly {
  readonly name: Words;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly results: readonly Result[];
}[] = [
  {
    name: ['Example: Harbour Cooperation Forum 2022 (invented)', '示例：港湾合作论坛2022（虚构）'],
    firstDay: '2022-11-08',
    lastDay: '2022-11-09',
    results: [
      deal(['Example: quay lighting', '示例：码头照明'], 'intended', 1800, realised(11, 1800)),
      deal(['Example: mooring sensors', '示例：系泊传感器'], 'intended', 900, ended(10)),
      deal(['Example: pilot boats', '示例：引航艇'], 'potential', 6200),
      deal(['Example: crane training', '示例：起重机培训'], 'signed', 400, realised(5, 400)),
      deal(['Example: cold store', '示例：冷库'], 'potential', null),
    ],
  },
  {
    name: ['Example: Harbour Cooperation Forum 2023 (invented)', '示例：港湾合作论坛2023（虚构）'],
    firstDay: '2023-11-07',
    lastDay: '2023-11-08',
    results: [
      deal(['Example: shore power units', '示例：岸电设备'], 'signed', 2400, realised(5, 2400)),
      deal(['Example: tank inspection', '示例：储罐检测'], 'signed', 800, realised(11, 800)),
      deal(['Example: berth planning software', '示例：泊位计划软件'], 'intended', 3100, realised(20, 1900)),
      deal(['Example: dredging survey', '示例：疏浚测量'], 'intended', 1200, realised(9, 1200)),
      deal(['Example: fenders', '示例：护舷'], 'intended', 700, ended(6)),
      deal(['Example: wind screens', '示例：防风网'], 'intended', 950),
      deal(['Example: ferry refit', '示例：渡轮改装'], 'potential', 14_000, ended(23)),
      deal(['Example: fuel cells', '示例：燃料电池'], 'potential', 9000),
      deal(['Example: container scanners', '示例：集装箱扫描仪'], 'potential', 5200, realised(30, 3000)),
      deal(['Example: route planning', '示例：航线规划'], 'potential', null),
      { title: ['Example: a joint repair yard', '示例：合资修船厂'], kind: 'investment', stage: 'intended', thousands: 30_000 },
      {
        title: ['Example: a training vessel', '示例：实习船'],
        kind: 'project',
        stage: 'signed',
        thousands: null,
        then: realised(14, null),
      },
    ],
  },
];

const entryOf = (stage: Stage, thousands: number | null) => ({
  ...{ stage, amount: thousands === null ? null : String(thousands * 1000), currency: thousands === null ? null : 'CNY', count: null },
  ...{ qualifier: 'exact' as const, countQualifier: 'exact' as const, valueDate: null, note: null, saidBy: null, about: null },
});

/** As of so many months after a day. */
const asOf = (work: Work, day: string, months: number): Work => {
  const now = new Date(`${day}T09:00:00Z`);
  now.setUTCMonth(now.getUTCMonth() + months);
  return { ...work, now };
};

/** Invented amounts are round, and large parts of what little there is. */
async function enterResult(
  work: Work,
  { title, kind, stage, thousands, then }: Result,
  at: { editionId: string; day: string; member: DemoMember },
) {
  const { editionId, day, member } = at;
  const announced = asOf(work, day, 0);
  const { id, version } = must(
    await recordOutcome(announced, {
      ...{ office: member.office, kind, extent: 'single', counted: null, title: words(title), fromCity: null, toCity: null, domain: null },
      ...{ occurred: null, note: null, partOf: null, parties: [] },
      attributions: [{ subjectKind: 'edition', subjectId: editionId, relation: 'result_of' }],
      entry: entryOf(stage, thousands),
      confirmed: [...doubtCodes],
    }),
  );
  if (then !== undefined) {
    const later = { outcomeId: id, ...entryOf(then.stage, then.thousands), confirmed: [...doubtCodes] };
    must(await addEntry(asOf(work, day, then.months), later));
  }
  const expectedVersion = version;
  must(await setOutcomeAudience({ ...work, expectedVersion }, { outcomeId: id, visibility: 'public', sharedWith: [] }));
}

/** Once, as the organiser; each edition with its page. */
export async function loadFollowedEditions({
  database,
  member,
}: {
  readonly database: Database;
  readonly member: DemoMember;
}): Promise<void> {
  const { office, owner } = member;
  const choice = { withSteps: false, withUnlisted: false };
  const known = await as(database, owner, async (work) => must(await listExpos(work, { organiser: office, limit: 1 })).entries.length > 0);
  if (known) return;
  const expo = await as(database, owner, async (work) =>
    must(await createExpo(work, { office, name: words(['Example: Harbour Cooperation Forum', '示例：港湾合作论坛']) })),
  );
  for (const { name, firstDay, lastDay, results } of editions) {
    const editionId = await as(database, owner, async (work) => {
      const days = { firstDay, lastDay, timeZone: 'Asia/Shanghai' };
      const { id } = must(
        await createEdition(work, { office, name: words(name), venue: words(['Shanghai', '上海']), expoId: expo.id, ...days }),
      );
      const { digest } = must(await previewPublication(work, { editionId: id }));
      must(await publishEdition(work, { editionId: id, digest }));
      for (const result of results) await enterResult(work, result, { editionId: id, day: lastDay, member });
      return id;
    });
    const { digest } = await as(database, owner, async (work) => must(await previewFollowThrough(work, { editionId, ...choice })));
    await as(database, owner, async (work) => must(await publishFollowThrough(work, { editionId, digest, ...choice })));
  }
}
