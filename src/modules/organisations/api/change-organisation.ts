// Recording an organisation, correcting it, and deciding who may see it.
import { withGiven } from '#kernel/given.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Organisation } from '../contract.ts';
import type { OrganisationFacts, OrganisationRecord } from '../domain/organisation.ts';
import { mayRecord } from '../policy.ts';
import { countContacts } from '../store/contacts.ts';
import { breaksReference } from '../store/faults.ts';
import { insertOrganisation, updateAudience, updateOrganisationRecord } from '../store/organisations.ts';
import { indexOrganisation } from './index-organisations.ts';
import { openForChange } from './open-organisation.ts';
import { showOrganisation } from './show-organisation.ts';

const publicFields = ['kind', 'name', 'country', 'city', 'website'] as const;

/** Writes, and answers an office that does not exist as a problem of the field that names it. */
async function written(write: () => Promise<OrganisationRecord | null>): Promise<Result<OrganisationRecord>> {
  try {
    const record = await write();
    return record === null ? refuse(stale) : ok(record);
  } catch (fault) {
    if (breaksReference(fault, 'organisation_office_id_fkey'))
      return refuseInput([{ path: ['officeId'], code: 'organisations.office_unknown' }]);
    throw fault;
  }
}

/** Records an organisation for an office of the actor; private until decided otherwise. */
export async function createOrganisation(work: Work, input: Asked<'createOrganisation'>): Promise<Result<Organisation>> {
  const scope = mayRecord(work.actor, input.office);
  if (!scope.ok) return scope;
  const { office: _office, ...facts } = input;
  const id = work.newId<'Organisation'>();
  const created = await written(() => insertOrganisation(work.tx, scope.value, { ...facts, officeId: facts.officeId, id, now: work.now }));
  if (!created.ok) return created;
  await indexOrganisation(work, created.value);
  await audit(work, { useCase: 'create-organisation', office: scope.value.office, subjects: [id], fields: Object.keys(facts) });
  return ok(await showOrganisation(work, created.value));
}

/** Sets the fields that are given; the others stay. */
export async function updateOrganisation(work: Work, input: Asked<'updateOrganisation'>): Promise<Result<Organisation>> {
  const opened = await openForChange(work, input.organisationId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const facts = withGiven<OrganisationFacts>(record, input);
  const updated = await written(() =>
    updateOrganisationRecord(work.tx, scope, { facts, expectedVersion: work.expectedVersion, now: work.now }),
  );
  if (!updated.ok) return updated;
  await indexOrganisation(work, updated.value);
  const { organisationId: _id, ...changed } = input;
  await audit(work, { useCase: 'update-organisation', office: scope.office, subjects: [record.id], fields: Object.keys(changed) });
  return ok(await showOrganisation(work, updated.value));
}

interface Preview {
  version: number;
  becomesPublic: { field: (typeof publicFields)[number]; value: string }[];
  staysPrivate: { contacts: number };
}

/** What everybody could read if the organisation became public, and what stays with the office. */
export async function previewOrganisation(work: Work, input: Asked<'previewOrganisation'>): Promise<Result<Preview>> {
  const opened = await openForChange(work, input.organisationId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const valueOf = (field: (typeof publicFields)[number]): string =>
    field === 'name'
      ? Object.values(record.name)
          .map(({ text }) => text)
          .join(' · ')
      : (record[field] ?? '');
  return ok({
    version: record.version,
    becomesPublic: publicFields.map((field) => ({ field, value: valueOf(field) })).filter(({ value }) => value !== ''),
    staysPrivate: { contacts: await countContacts(work.tx, record.id) },
  });
}

/** Offices named that do not exist, at their place in what was sent. */
async function unknownOffices(work: Work, sharedWith: readonly OfficeId[]): Promise<readonly Problem[]> {
  const known = await nameOffices(work, sharedWith);
  return sharedWith.flatMap((office, at) =>
    known.has(office) ? [] : [{ path: ['sharedWith', at], code: 'organisations.office_unknown' }],
  );
}

/** Decides who may see the organisation; sharing needs at least one office that exists, and only sharing keeps a list. */
export async function setOrganisationAudience(work: Work, input: Asked<'setOrganisationAudience'>): Promise<Result<Organisation>> {
  const opened = await openForChange(work, input.organisationId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const sharedWith = [...new Set(input.sharedWith)].filter((office) => office !== record.ownerOffice);
  if (input.visibility === 'shared' && sharedWith.length === 0)
    return refuseInput([{ path: ['sharedWith'], code: 'organisations.share_with_whom' }]);
  const unknown = await unknownOffices(work, input.sharedWith);
  if (unknown.length > 0) return refuseInput(unknown);
  const audience = { visibility: input.visibility, sharedWith: input.visibility === 'shared' ? sharedWith : [] };
  const updated = await written(() =>
    updateAudience(work.tx, scope, { ...audience, expectedVersion: work.expectedVersion, now: work.now }),
  );
  if (!updated.ok) return updated;
  await indexOrganisation(work, updated.value);
  await audit(work, {
    useCase: 'set-organisation-audience',
    office: scope.office,
    subjects: [record.id],
    fields: ['visibility', 'sharedWith'],
  });
  return ok(await showOrganisation(work, updated.value));
}
