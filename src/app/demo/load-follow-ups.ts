// Invented parts of the deals of April 2019, called examples and kept by Liverpool's desk alone: asked for three years later, and answered in every way there is.
import type { OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { answerFollowUp, stopFollowUps } from '#modules/outcomes/api/follow-up/answer.ts';
import { holdFollowUps, listFollowUps, sendFollowUps } from '#modules/outcomes/api/follow-up/ask.ts';
import { planFollowUpsOf } from '#modules/outcomes/api/follow-up/plan.ts';
import { listOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import type { Asked } from '#modules/outcomes/contract.ts';
import { addContact } from '#modules/organisations/api/change-contacts.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { readOutbox, sendAsOf } from '#platform/mail/outbox.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import { as, must, on, words, type RegisterSetting } from './as-people.ts';

type Words = readonly [en: string, zh: string];
type Answered = Pick<Asked<'answerFollowUp'>, 'answer'> & Partial<Asked<'answerFollowUp'>>;

interface Example {
  readonly title: Words;
  readonly company: Words;
  readonly amount: string;
  /** Null: nobody is on record there who could be written to. */
  readonly email: string | null;
  readonly becomes: Answered | 'silent' | 'stopped' | 'held' | 'due';
}

const example = ([en, zh]: Words): Words => [`Example: ${en} (invented)`, `示例：${zh}（虚构）`];

const examples: readonly Example[] = [
  {
    ...{ title: ['dock lighting controls', '码头照明控制系统'], company: ['Tidewell Systems', '潮井系统公司'], amount: '240000' },
    email: 'office@tidewell.example',
    becomes: { answer: 'kept', amount: '255000', currency: 'GBP', anyway: 'no', saidBy: 'Ann Lee' },
  },
  {
    ...{ title: ['hull coating licence', '船体涂层技术许可'], company: ['Brightcoat', '亮壳涂料公司'], amount: '600000' },
    email: 'office@brightcoat.example',
    becomes: { answer: 'partly', amount: '150000', currency: 'GBP', differs: ['less', 'later'], anyway: 'later' },
  },
  {
    ...{ title: ['student flats', '学生公寓'], company: ['Quayside Homes', '码头住宅公司'], amount: '6000000' },
    email: 'office@quayside.example',
    becomes: { answer: 'not', anyway: 'cannot_say' },
  },
  {
    ...{ title: ['training of crane drivers', '起重机司机培训'], company: ['Liftwork', '升程培训公司'], amount: '90000' },
    email: 'office@liftwork.example',
    becomes: { answer: 'cannot_say', note: 'Whoever dealt with it has left.' },
  },
  {
    ...{ title: ['harbour sensors', '港口传感器'], company: ['Saltmark', '盐标科技公司'], amount: '310000' },
    ...{ email: 'office@saltmark.example', becomes: 'silent' },
  },
  {
    ...{ title: ['music software', '音乐软件'], company: ['Merseysound', '默西之声公司'], amount: '75000' },
    ...{ email: 'office@merseysound.example', becomes: 'stopped' },
  },
  {
    ...{ title: ['medical imaging', '医学影像'], company: ['Northlight Imaging', '北光影像公司'], amount: '1200000' },
    ...{ email: 'office@northlight.example', becomes: 'held' },
  },
  {
    ...{ title: ['rope testing', '缆绳检测'], company: ['Ropewalk', '缆道检测公司'], amount: '48000' },
    ...{ email: 'office@ropewalk.example', becomes: 'due' },
  },
  {
    ...{ title: ['tea imports', '茶叶进口'], company: ['Albert Tea', '阿尔伯特茶业'], amount: '180000' },
    ...{ email: null, becomes: 'due' },
  },
];

/** Three years on, when they were asked for; and when they answered. */
const [asked, answered] = [new Date('2022-05-03T09:00:00Z'), new Date('2022-05-12T14:20:00Z')];

async function enter(
  work: Work,
  office: OfficeId,
  whole: Asked<'recordOutcome'>['partOf'],
  { title, company, amount, email }: Example,
): Promise<void> {
  const facts = {
    office,
    kind: 'company' as const,
    name: words(example(company)),
    country: 'GB',
    city: null,
    website: null,
    officeId: null,
  };
  const { id: organisationId } = must(await createOrganisation(work, facts));
  const person = {
    surname: 'Lee',
    givenName: 'Ann',
    nameOrder: 'given_first' as const,
    title: null,
    post: null,
    languages: ['en'],
    fromDate: null,
  };
  if (email !== null) must(await addContact(work, { ...person, organisationId, email }));
  const nothing = { fromCity: null, toCity: null, domain: null, occurred: null, note: null, counted: null };
  const entry = {
    stage: 'potential' as const,
    amount,
    currency: 'GBP',
    count: null,
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
  };
  must(
    await recordOutcome(work, {
      ...{ office, kind: 'deal', extent: 'single', title: words(example(title)), partOf: whole, attributions: [], ...nothing },
      parties: [{ organisationId, cityId: null, name: null, role: 'partner', share: null }],
      entry: { ...entry, valueDate: on('2019-04'), note: null, saidBy: null, about: null },
      confirmed: ['outcomes.may_be_same'],
    }),
  );
}

/** Enters the examples, asks for them as Liverpool's desk and answers as their companies. */
export async function loadFollowUps({ database, people, origin }: RegisterSetting): Promise<void> {
  const { owner, office } = people.liverpool;
  const isNew = await as(database, owner, async (work) => {
    const { entries } = must(await listOutcomes(work, { ownerOffice: office, limit: 200 }));
    const whole = entries.find(({ kind, extent, occurred }) => kind === 'deal' && extent === 'aggregate' && occurred?.text === '2019-04');
    if (whole === undefined || entries.some(({ partOf }) => partOf === whole.id)) return false;
    for (const one of examples) await enter(work, office, whole.id, one);
    return true;
  });
  if (!isNew) return;
  await planFollowUpsOf(database, { now: asked });
  await as(database, owner, async (work) => {
    const at = { ...work, now: asked };
    const { entries } = must(await listFollowUps(at, { officeId: office, which: 'due', limit: 200 }));
    const idsOf = (of: (becomes: Example['becomes']) => boolean) =>
      examples
        .filter(({ becomes }) => of(becomes))
        .flatMap(({ title }) => entries.find((one) => one.title['en']?.text === example(title)[0])?.id ?? []);
    const sent = idsOf((becomes) => becomes !== 'held' && becomes !== 'due');
    must(await sendFollowUps(at, { officeId: office, followUpIds: sent }, { origin }));
    must(await holdFollowUps(at, { officeId: office, followUpIds: idsOf((becomes) => becomes === 'held'), held: true }));
  });
  const outbox = await readOutbox(database, 1000);
  const letters = outbox.filter(({ recipient }) => examples.some(({ email }) => email === recipient));
  for (const { email, becomes } of examples) {
    const token = /#(hansa_followup_[\w-]{43})/.exec(letters.find(({ recipient }) => recipient === email)?.body ?? '')?.[1];
    if (token === undefined) continue;
    const plain = {
      amount: null,
      currency: null,
      qualifier: 'exact' as const,
      differs: [],
      anyway: null,
      note: null,
      saidBy: null,
      language: 'en' as const,
    };
    const act = async (work: Work): Promise<null> => {
      const at = { ...work, now: answered };
      if (becomes === 'stopped') must(await stopFollowUps(at, { token, covers: 'company' }));
      else if (typeof becomes !== 'string') must(await answerFollowUp(at, { ...plain, ...becomes, token }, null));
      return null;
    };
    must(await inWork(database, nobody(), async (work) => ok(await act(work))));
  }
  // They went out then: a letter that was answered does not wait to leave.
  const ids = letters.map(({ id }) => id);
  if (ids.length > 0) await sendAsOf(database, ids, asked);
  // What has come due of others since then, as the job of every morning finds it.
  await planFollowUpsOf(database, { now: new Date() });
}
