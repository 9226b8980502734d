// Registration on the real database: from the public page to a place of one's own, in every order that matters.
import { refuseLater } from '#platform/mail/outbox.ts';
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { createEdition } from '../edition/change-edition.ts';
import { withdrawParticipant } from '../change-participants.ts';
import { editionInput, organiserOf, text } from '../edition-fixture.ts';
import { listDirectory } from '../list-directory.ts';
import { listParticipants } from '../list-participants.ts';
import { registrationsOfPeople } from '../own-contacts.ts';
import { decideRegistration, listRegistrations } from './decide.ts';
import { confirmRegistration, register, withdrawConsent, withdrawRegistration } from './register.ts';
import { sweepRegistrations } from './sweep.ts';
import { changeRegistrationTerms, getRegistrationPage, getRegistrationTerms } from './terms.ts';

const db = await shareTestDatabase();

const posting = { origin: 'https://hansa.example', channels: ['mail' as const] };
/** A week before the edition. */
const now = new Date();
const DAY = 86_400_000;
const dayAfter = (days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
const at =
  <I, O>(use: (work: Work, input: I) => O, when = now) =>
  (work: Work, input: I): O =>
    use({ ...work, now: when }, input);

type Terms = Omit<Asked<'changeRegistrationTerms'>, 'editionId'>;

/** A public edition whose registration is open on these terms, with short ways to register. */
async function opened(name: string, more: Partial<Terms> = {}) {
  const office = await db.foundOffice();
  const fair = organiserOf(db, office);
  const days = { firstDay: dayAfter(7), lastDay: dayAfter(8) };
  const edition = valueOf(await fair.as((work) => createEdition(work, { ...editionInput(office.office, name), ...days })));
  const editionId = edition.id;
  await fair.publish(editionId);
  const terms = async () => {
    const {
      state: _state,
      figures: _figures,
      isPublic: _public,
      version,
      ...given
    } = valueOf(await fair.as((work) => at(getRegistrationTerms)(work, { editionId })));
    return { given, version };
  };
  const change = async (changes: Partial<Terms>) => {
    const { given, version } = await terms();
    return fair.as((work) => changeRegistrationTerms({ ...work, now }, { ...given, ...changes, editionId }, posting), version);
  };
  valueOf(await change({ isOpen: true, ...more }));
  const page = async (when = now) => valueOf(await db.as(null, (work) => at(getRegistrationPage, when)(work, { edition: edition.slug })));
  const ask = async (company: string, more: Partial<Asked<'register'>> = {}, network = company, when = now) => {
    const { version } = await terms();
    const input: Asked<'register'> = {
      ...{
        editionId,
        version,
        language: 'en',
        role: 'buyer',
        name: text(company),
        country: 'DE',
        city: null,
        groupId: null,
        languages: ['en'],
      },
      ...{ offer: null, need: null, offerTopics: [], needTopics: [], markets: [], size: null, standWish: '', consents: ['take_part'] },
      ...{ offerDetails: null, needDetails: null },
      contact: {
        ...{ surname: 'Ho', givenName: 'Ann', nameOrder: 'given_first', post: '', phone: null },
        email: `${company.toLowerCase()}@company.example`,
      },
      ...more,
    };
    return db.as(null, (work) => register({ ...work, now: when }, input, { ...posting, network }));
  };
  const token = async (company: string): Promise<string> => {
    const { rows } = await db.owner.query<{ body: string }>(
      `select body from platform.mail where recipient = $1 and body like '%/registration#%' order by id desc limit 1`,
      [`${company.toLowerCase()}@company.example`],
    );
    return /#(hansa_registration_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail(`no letter to ${company}`);
  };
  const confirm = async (company: string, when = now) => {
    const own = { token: await token(company) };
    return db.as(null, (work) => confirmRegistration({ ...work, now: when }, own, posting));
  };
  const comes = async (company: string, more: Partial<Asked<'register'>> = {}) => {
    valueOf(await ask(company, more));
    return valueOf(await confirm(company));
  };
  const list = async () => valueOf(await fair.as((work) => listRegistrations(work, { editionId, limit: 50 }))).entries;
  const one = async (company: string) =>
    (await list()).find(({ name: called }) => called['en']?.text === company) ?? expect.fail(`${company} is not in the list`);
  const decide = async (company: string, decision: Asked<'decideRegistration'>['decision'], joinTo: string | null = null) => {
    const { id: registrationId, version } = await one(company);
    const input = { editionId, registrationId, decision, joinTo: joinTo as Asked<'decideRegistration'>['joinTo'] };
    return fair.as((work) => decideRegistration({ ...work, now }, input, posting), version);
  };
  const codes = async () =>
    valueOf(await fair.as((work) => listParticipants(work, { editionId, state: 'active', limit: 50 }))).entries.map(({ code }) => code);
  return { fair, editionId, change, page, ask, token, confirm, comes, list, one, decide, codes };
}

const mailsTo = async (company: string): Promise<readonly string[]> =>
  (
    await db.owner.query<{ subject: string }>('select subject from platform.mail where recipient = $1 order by id', [
      `${company.toLowerCase()}@company.example`,
    ])
  ).rows.map(({ subject }) => subject.split(' / ')[0] ?? '');

test('a company registers, confirms, and has a place of its own where nobody decides by hand', async () => {
  const { fair, editionId, page, ask, confirm, codes, one } = await opened('Automatic', { approval: 'automatic' });
  const edition = valueOf(await fair.as(async (work) => at(getRegistrationTerms)(work, { editionId })));
  expect(edition).toMatchObject({ state: 'open', isPublic: true });
  const { fields, consents } = await page();
  expect([fields.languages, consents.map(({ key, needed }) => [key, needed])]).toEqual([
    'needed',
    [
      ['take_part', true],
      ['public_list', false],
      ['follow_up', false],
    ],
  ]);
  // Everything that is missing or not asked is told at once.
  const wrong = await ask('Wrong', { languages: [], consents: ['other'], standWish: 'Corner', contact: { ...person, surname: '' } });
  expect(wrong).toMatchObject({
    refusal: {
      problems: [
        { path: ['contact', 'surname'], code: 'kernel.required' },
        { path: ['languages'], code: 'kernel.required' },
        { path: ['standWish'], code: 'expos.registration_not_asked' },
        { path: ['consents', 'take_part'], code: 'expos.consent_needed' },
        { path: ['consents', 'other'], code: 'expos.consent_unknown' },
      ],
    },
  });
  valueOf(await ask('Alder', { role: 'exhibitor', standWish: 'Near the water', consents: ['take_part', 'public_list'] }));
  expect([await codes(), (await one('Alder')).state]).toEqual([[], 'unconfirmed']);
  const own = valueOf(await confirm('Alder'));
  expect(own).toMatchObject({
    state: 'accepted',
    consents: [{ key: 'take_part', needed: true, withdrawnAt: null }, { key: 'public_list' }],
    entered: { role: 'exhibitor', contact: { surname: person.surname, email: 'alder@company.example' } },
  });
  expect(own.place).toMatch(/^https:\/\/hansa\.example\/in#hansa_link_/);
  expect(await codes()).toEqual(['E01']);
  expect(valueOf(await confirm('Alder'))).toMatchObject({ state: 'accepted', place: null });
  expect(await mailsTo('Alder')).toEqual(['Automatic: please confirm your registration', 'Automatic: Alder is registered']);
  // The words that were read stay, whoever changes the page.
  await expect(db.owner.query(`update expos.registration_consent set purpose = 'Anything'`)).rejects.toThrow(/keeps its words/);
});

const person = {
  surname: 'Ho',
  givenName: 'Ann',
  nameOrder: 'given_first',
  post: '',
  phone: null,
  email: 'wrong@company.example',
} as const;

test('what stands beside the words of an offer is registered with them, read by the organiser and the entry of whoever is accepted', async () => {
  const none = { title: null, goals: [], places: [], from: null, until: null, source: null };
  const { fair, editionId, change, ask, comes, one } = await opened('Beside', { approval: 'automatic' });
  const offerDetails = {
    ...none,
    title: text('Power from the quay'),
    goals: [7 as const],
    places: ['Liverpool'],
    until: '2031-12-31',
  };
  await comes('Quay', { role: 'exhibitor', offer: text('Shore power'), offerDetails, needDetails: none });
  expect(await one('Quay')).toMatchObject({ offerDetails, needDetails: null });
  const { entries } = valueOf(await fair.as((work) => listParticipants(work, { editionId, state: 'active', limit: 50 })));
  expect(entries).toMatchObject([{ offer: text('Shore power'), offerDetails, needDetails: null }]);
  // Where the words are not asked, neither is this; where they must be there, it does not stand for them.
  const { fields } = valueOf(await fair.as((work) => at(getRegistrationTerms)(work, { editionId })));
  valueOf(await change({ fields: { ...fields, offer: 'needed', need: 'left_out' } }));
  expect(await ask('Late', { offerDetails, needDetails: { ...none, goals: [7] } })).toMatchObject({
    refusal: {
      problems: [
        { path: ['offer'], code: 'kernel.required' },
        { path: ['need'], code: 'expos.registration_not_asked' },
      ],
    },
  });
});

test('places are counted by role; the waiting list moves up in its order, by whatever frees a place', async () => {
  const { fair, editionId, page, comes, codes, one, change, token } = await opened('Waiting', { approval: 'automatic', mostBuyers: 1 });
  expect((await comes('First')).state).toBe('accepted');
  expect(await page()).toMatchObject({ state: 'open', roles: [{ full: false }, { role: 'buyer', full: true }] });
  expect(await comes('Second')).toMatchObject({ state: 'waiting', position: 1, place: null });
  expect(await comes('Third')).toMatchObject({ state: 'waiting', position: 2 });
  expect((await comes('Seller', { role: 'exhibitor' })).state).toBe('accepted');
  // A place is freed by the company itself …
  const own = { token: await token('First') };
  expect(valueOf(await db.as(null, (work) => withdrawRegistration({ ...work, now }, own, posting)))).toMatchObject({ state: 'withdrawn' });
  expect([(await one('Second')).state, (await one('Third')).position]).toEqual(['accepted', 1]);
  expect((await one('First')).contact).toBeNull();
  expect(await codes()).toEqual(['B02', 'E01']);
  // … by the organiser …
  const second = (await one('Second')).participantId ?? expect.fail('no participant');
  valueOf(await fair.as((work) => withdrawParticipant({ ...work, now }, { editionId, participantId: second }, posting)));
  expect((await one('Third')).state).toBe('accepted');
  // … or by more places.
  expect((await comes('Fourth')).state).toBe('waiting');
  valueOf(await change({ mostBuyers: 2 }));
  expect((await one('Fourth')).state).toBe('accepted');
});

test('a letter that comes back is seen beside the registration, with the words of the mail server', async () => {
  const { ask, one } = await opened('Bounced');
  valueOf(await ask('Bounced'));
  expect((await one('Bounced')).fault).toBeNull();
  const { rows } = await db.owner.query<{ id: string }>(`select id from platform.mail where recipient = 'bounced@company.example'`);
  await db.owner.query('update platform.mail set sent_at = now() where id = $1', [rows[0]?.id]);
  expect(await refuseLater(db.database, rows[0]?.id ?? '', '550 no such mailbox')).toBe(true);
  expect((await one('Bounced')).fault).toContain('550 no such mailbox');
});

test('an empty form is told all that is missing at once, what was agreed to included', async () => {
  const { ask } = await opened('Empty', { approval: 'automatic' });
  const contact = { surname: '', givenName: '', nameOrder: 'given_first', post: '', phone: null, email: null } as const;
  const refused = await ask('Empty', { name: {}, country: null, contact, languages: [], consents: [] });
  if (refused.ok) expect.fail('it was taken');
  const paths = (refused.refusal.problems ?? []).map(({ path }) => path.join('.'));
  expect(paths).toEqual(expect.arrayContaining(['name', 'country', 'contact.surname', 'contact.email', 'consents.take_part']));
});

test('of two who confirm at one moment one has the last place, the other waits', async () => {
  const { ask, confirm, one, codes } = await opened('Race', { approval: 'automatic', mostBuyers: 1 });
  const two = ['Holly', 'Ivy'];
  for (const company of two) valueOf(await ask(company));
  const states = (await Promise.all(two.map((company) => confirm(company)))).map((own) => valueOf(own).state);
  expect(states.sort()).toEqual(['accepted', 'waiting']);
  expect(await codes()).toHaveLength(1);
  expect((await Promise.all(two.map(one))).map(({ position }) => position).sort()).toEqual([1, null]);
});

test('by hand the organiser accepts, declines and takes it back; what has not left is not sent', async () => {
  const { comes, decide, one, codes } = await opened('By hand', { most: 1 });
  expect((await comes('Beech')).state).toBe('asked');
  await comes('Cedar');
  expect(valueOf(await decide('Beech', 'accept'))).toMatchObject({
    registration: { state: 'accepted', code: 'B01', canUndo: true },
    told: true,
  });
  expect(await decide('Cedar', 'accept')).toMatchObject({ refusal: { code: 'expos.registration_full' } });
  expect(await decide('Beech', 'decline')).toMatchObject({ refusal: { code: 'expos.registration_decided' } });
  expect(valueOf(await decide('Beech', 'undo'))).toMatchObject({ registration: { state: 'asked', canUndo: false }, told: false });
  expect([await codes(), await mailsTo('Beech')]).toEqual([[], ['By hand: please confirm your registration']]);
  expect(await decide('Beech', 'undo')).toMatchObject({ refusal: { code: 'expos.registration_no_undo' } });
  expect(valueOf(await decide('Cedar', 'wait')).registration).toMatchObject({ state: 'waiting', position: 1 });
  expect(valueOf(await decide('Cedar', 'decline'))).toMatchObject({ registration: { state: 'declined' }, told: true });
  await db.owner.query(`update platform.mail set sent_at = now(), attempts = 1 where subject like 'By hand: your registration%'`);
  expect(valueOf(await decide('Cedar', 'undo'))).toMatchObject({ registration: { state: 'waiting' }, told: true });
  // Accepted anew, it is the participant that it was.
  valueOf(await decide('Beech', 'accept'));
  expect([await codes(), (await one('Beech')).code]).toEqual([['B01'], 'B01']);
});

test('who may be there already is said by address and name, is never accepted by itself, and can be joined and parted', async () => {
  const { fair, editionId, ask, comes, list, one, decide, codes } = await opened('Twice', { approval: 'automatic' });
  const contacts = [{ ...person, email: 'desk@dogwood.example', languages: [] }];
  const there = await fair.participant(editionId, 'E07', { name: text('Dogwood Ltd'), country: 'DE', contacts });
  expect((await comes('DOGWOOD', { name: text('dogwood ltd') })).state).toBe('asked');
  valueOf(await ask('Elm', { contact: { ...person, email: 'Desk@Dogwood.example' } }));
  const like = async () => (await list()).map(({ like: all }) => all.map(({ code, by }) => [code, by]));
  expect(await like()).toEqual([[['E07', 'name']], [['E07', 'email']]]);
  expect(valueOf(await decide('dogwood ltd', 'accept', there.id))).toMatchObject({ registration: { isJoined: true, code: 'E07' } });
  const contactsNow = async () =>
    valueOf(await fair.as((work) => listParticipants(work, { editionId, state: 'active', limit: 50 }))).entries[0]?.contacts.map(
      ({ email }) => email,
    );
  expect([await codes(), await contactsNow()]).toEqual([['E07'], ['desk@dogwood.example', 'dogwood@company.example']]);
  valueOf(await decide('dogwood ltd', 'undo'));
  expect([await contactsNow(), (await one('dogwood ltd')).state]).toEqual([['desk@dogwood.example'], 'asked']);
});

test('a consent can be withdrawn: the public list is left at once, without what is needed the registration ends', async () => {
  const { fair, editionId, comes, token, one } = await opened('Consents', { approval: 'automatic' });
  await comes('Fir', { role: 'exhibitor', consents: ['take_part', 'public_list'] });
  const listed = async () =>
    valueOf(await db.as(null, (work) => listDirectory(work, { editionId, limit: 50 }))).entries.map(({ code }) => code);
  expect(await listed()).toEqual(['E01']);
  const take = async (key: string) => {
    const own = { token: await token('Fir'), key };
    return db.as(null, (work) => withdrawConsent({ ...work, now }, own, posting));
  };
  expect(valueOf(await take('public_list')).consents.map(({ key, withdrawnAt }) => [key, withdrawnAt !== null])).toEqual([
    ['take_part', false],
    ['public_list', true],
  ]);
  expect([await listed(), (await one('Fir')).state]).toEqual([[], 'accepted']);
  expect(valueOf(await take('take_part')).state).toBe('withdrawn');
  const gone = valueOf(await fair.as((work) => listParticipants(work, { editionId, state: 'withdrawn', limit: 50 }))).entries;
  expect(gone.map(({ code }) => code)).toEqual(['E01']);
});

test('a registration that was open and is closed by hand says closed, one that nobody has used says not open', async () => {
  const { change, page, ask } = await opened('By hand', {});
  valueOf(await change({ isOpen: false }));
  expect((await page()).state).toBe('not_open');
  valueOf(await change({ isOpen: true }));
  valueOf(await ask('Elder'));
  valueOf(await change({ isOpen: false }));
  expect((await page()).state).toBe('closed');
});

test('a flood is stopped by network and by address; what nobody confirms never counts, and goes', async () => {
  const { ask, confirm, page, list, editionId, change } = await opened('Flood', { most: 1 });
  for (let n = 0; n < 20; n++) valueOf(await ask(`Flood${n}`, {}, 'one network'));
  expect(await ask('Flood20', {}, 'one network')).toMatchObject({ refusal: { kind: 'too_many', code: 'expos.registrations_from_here' } });
  for (let n = 0; n < 3; n++) valueOf(await ask('Same', {}, `network ${n}`));
  expect(await ask('Same', {}, 'another')).toMatchObject({ refusal: { code: 'expos.registrations_of_address' } });
  expect((await page()).state).toBe('open');
  const later = new Date(now.getTime() + 2 * DAY);
  expect(await confirm('Flood3', later)).toMatchObject({ refusal: { code: 'expos.registration_unknown' } });
  await db.owner.query(`update expos.registration set registered_at = $2::timestamptz - interval '1 hour' where edition_id = $1`, [
    editionId,
    now,
  ]);
  expect(valueOf(await db.as(null, (work) => sweepRegistrations({ ...work, now: later })))).toBeGreaterThanOrEqual(23);
  expect(await list()).toEqual([]);
  // And the page says when it opens, and that it is closed.
  const after = (days: number): Date => new Date(now.getTime() + days * DAY);
  valueOf(await change({ opensAt: after(1).toISOString(), closesAt: after(3).toISOString() }));
  expect([(await page()).state, (await page(after(2))).state, (await page(after(4))).state]).toEqual(['opens_on', 'open', 'closed']);
  expect(await ask('Late')).toMatchObject({ refusal: { code: 'expos.registration_closed' } });
});

test('terms refuse all that cannot be at once, and the page of an edition that is private is nowhere', async () => {
  const fair = organiserOf(db, await db.foundOffice());
  const edition = await fair.edition('Private');
  const editionId = edition.id;
  const read = valueOf(await fair.as((work) => getRegistrationTerms(work, { editionId })));
  const { state: _state, figures: _figures, isPublic: _public, version, ...given } = read;
  const changes = { isOpen: true, opensAt: `${dayAfter(2)}T00:00:00Z`, closesAt: `${dayAfter(1)}T00:00:00Z`, consents: [] };
  expect(await fair.as((work) => changeRegistrationTerms(work, { ...given, ...changes, editionId }, posting), version)).toMatchObject({
    refusal: { problems: [{ path: ['closesAt'] }, { path: ['consents'] }, { path: ['isOpen'], code: 'expos.registration_not_public' }] },
  });
  expect(await db.as(null, (work) => getRegistrationPage(work, { edition: edition.slug }))).toMatchObject({
    refusal: { kind: 'not_found' },
  });
  const stranger = await db.foundOffice();
  expect((await db.as(stranger.owner, (work) => getRegistrationTerms(work, { editionId }))).ok).toBe(false);
});

test('a person reads what was registered with their address, and nothing of them is left once they go', async () => {
  const { comes, one } = await opened('Own');
  await comes('Gorse');
  const { owner } = await db.foundOffice();
  await db.owner.query(`update accounts.account set email = 'gorse@company.example' where id = $1`, [owner]);
  const shown = valueOf(await db.as(owner, async (work) => ok(await registrationsOfPeople.show(work))));
  expect(shown).toMatchObject([{ state: 'asked', contact: { surname: 'Ho' }, consents: [{ withdrawnAt: null }] }]);
  valueOf(await db.as(owner, async (work) => ok(await registrationsOfPeople.forget(work))));
  expect(await one('Gorse')).toMatchObject({ contact: null, state: 'asked' });
  const { rows } = await db.owner.query(`select 1 from expos.registration r where r::text ilike '%gorse@company.example%'`);
  expect(rows).toEqual([]);
});
