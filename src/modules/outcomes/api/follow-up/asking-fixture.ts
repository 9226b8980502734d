// An edition of Liverpool's office, whose announced deals are asked for: companies on record with an address, and the letters that go out.
import type { Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { addContact } from '#modules/organisations/api/change-contacts.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { readOutbox } from '#platform/mail/outbox.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { deals, entry, openTie, text, type TieFixture } from '../outcomes-fixture.ts';
import { recordOutcome } from '../record-outcome.ts';
import { openFollowUp, readPaper, answerFollowUp, resumeFollowUps, stopFollowUps } from './answer.ts';
import { listFollowUps, sendFollowUps } from './ask.ts';
import { planFollowUpsOf } from './plan.ts';
import type { Asked } from '../../contract.ts';
import type { Which } from '../../store/asking.ts';

export const origin = 'https://hansa.example';

/** Works at an instant. */
const at =
  (now: Date) =>
  <T>(use: (work: Work) => Promise<Result<T>>) =>
  (work: Work) =>
    use({ ...work, now });

/** What the holder of a letter's link can do. */
function holding(db: TestDatabase) {
  const open = (token: string, now: Date) =>
    db.as(
      null,
      at(now)((work) => openFollowUp(work, { token })),
    );
  const answer = async (token: string, now: Date, said: Partial<Asked<'answerFollowUp'>>) => {
    const input: Asked<'answerFollowUp'> = {
      ...{ token, answer: 'kept', amount: null, currency: null, differs: [], anyway: null, note: null, saidBy: null, language: 'en' },
      qualifier: 'exact',
      ...said,
    };
    const paper = await readPaper((use) => db.as(null, at(now)(use)), input);
    return paper.ok
      ? db.as(
          null,
          at(now)((work) => answerFollowUp(work, input, paper.value)),
        )
      : paper;
  };
  const stop = (token: string, now: Date, covers: 'deal' | 'company') =>
    db.as(
      null,
      at(now)((work) => stopFollowUps(work, { token, covers })),
    );
  const resume = (token: string, now: Date) =>
    db.as(
      null,
      at(now)((work) => resumeFollowUps(work, { token })),
    );
  return { open, answer, stop, resume };
}

export async function openAsking(db: TestDatabase) {
  const tie: TieFixture = await openTie(db);
  const { liverpool, shanghai } = tie;
  const editionOf = async ({ owner, office }: TestOffice) =>
    valueOf(await db.as(owner, (work) => createEdition(work, editionInput(office, `Forum of ${office}`))));
  const [edition, theirs] = [await editionOf(liverpool), await editionOf(shanghai)];
  /** A company on record of an office, with an address where one is given. */
  const company = async (by: TestOffice, name: string, email: string | null): Promise<string> => {
    const { id } = valueOf(await db.as(by.owner, (work) => createOrganisation(work, { ...organisation(by, name) })));
    if (email !== null) valueOf(await db.as(by.owner, (work) => addContact(work, { ...person, organisationId: id, email })));
    return id;
  };
  /** One intended deal of £240,000 of April 2024 with a company. */
  const deal = async (by: TestOffice, name: string, organisationId: string | null, facts: Partial<Asked<'recordOutcome'>> = {}) =>
    valueOf(
      await db.as(by.owner, (work) =>
        recordOutcome(
          work,
          deals(tie, by.office, {
            ...{
              extent: 'single',
              title: text(name),
              attributions: [{ subjectKind: 'edition', subjectId: (by === shanghai ? theirs : edition).id, relation: 'result_of' }],
            },
            parties: organisationId === null ? [] : [{ organisationId, cityId: null, name: null, role: 'partner', share: null }],
            entry: entry({ stage: 'intended', amount: '240000', currency: 'GBP', valueDate: { text: '2024-04', qualifier: 'exact' } }),
            ...facts,
          }),
        ),
      ),
    ).id;
  const plan = (now: Date) => planFollowUpsOf(db.database, { now });
  const list = async (by: TestOffice, which: Which) =>
    valueOf(await db.as(by.owner, (work) => listFollowUps(work, { officeId: by.office, which, limit: 200 })));
  const send = async (by: TestOffice, now: Date, ids?: readonly string[]) => {
    const due = ids ?? (await list(by, 'due')).entries.map(({ id }) => id);
    return valueOf(
      await db.as(
        by.owner,
        at(now)((work) =>
          sendFollowUps(work, { officeId: by.office, followUpIds: due as Asked<'sendFollowUps'>['followUpIds'] }, { origin }),
        ),
      ),
    );
  };
  const letters = async () => readOutbox(db.database, 1000);
  /** The secret in the newest letter to an address. */
  const tokenTo = async (email: string): Promise<string> => {
    const letter = (await letters()).find(({ recipient }) => recipient === email);
    return /#(hansa_followup_[\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? '';
  };
  return { tie, edition, company, deal, plan, list, send, letters, tokenTo, ...holding(db) };
}

const organisation = ({ office }: TestOffice, name: string) => ({
  ...{ office, kind: 'company' as const, name: text(name), country: 'GB', city: null, website: null, officeId: null },
});
const person = {
  ...{ surname: 'Lee', givenName: 'Ann', nameOrder: 'given_first' as const, title: null, post: null, languages: ['en'], fromDate: null },
};
