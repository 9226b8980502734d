import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { ensureOrganisations } from '#modules/organisations/api/ensure-organisations.ts';
import { getOrganisation } from '#modules/organisations/api/open-organisation.ts';
import { knownEntries } from '#modules/organisations/api/record-entries.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { ParticipantFacts, ParticipantRecord } from '../domain/participant.ts';

type OrganisationId = ParticipantRecord['organisationId'];
type Named = Pick<ParticipantFacts, 'name' | 'country' | 'city' | 'officeId' | 'offer' | 'need' | 'offerDetails' | 'needDetails'>;
type Wanted = Pick<Asked<'createParticipant'>, 'organisationId' | 'name' | 'country' | 'city' | 'officeId'>;

/**
 * Which organisation a new participant is, and how it is named at the edition: one on record by id, else one by name,
 * found in the office's own records or recorded there.
 * Refuses `expos.organisation_unknown`, `expos.organisation_or_name`.
 */
export async function resolveOrganisation(
  work: Work,
  office: OfficeId,
  { organisationId, name, country, city, officeId }: Wanted,
): Promise<Result<Named & { readonly organisationId: OrganisationId; readonly created: boolean }>> {
  if (organisationId !== undefined) {
    const found = await getOrganisation(work, { organisationId });
    if (!found.ok) return refuseInput([{ path: ['organisationId'], code: 'expos.organisation_unknown' }]);
    // What it brought and sought last is taken over, unless something else is said.
    const known = await knownEntries(work, found.value.id);
    return ok({
      organisationId: found.value.id,
      offer: known.get('offer')?.text ?? null,
      need: known.get('need')?.text ?? null,
      offerDetails: known.get('offer')?.details ?? null,
      needDetails: known.get('need')?.details ?? null,
      created: false,
      name: name ?? found.value.name,
      country: country === undefined ? found.value.country : country,
      city: city === undefined ? found.value.city : city,
      officeId: officeId === undefined ? found.value.officeId : officeId,
    });
  }
  if (name === undefined) return refuseInput([{ path: ['organisationId'], code: 'expos.organisation_or_name' }]);
  const named = { name, country: country ?? null, city: city ?? null };
  const ensured = await ensureOrganisations(work, { office, named: [named] });
  if (!ensured.ok) return ensured;
  const [id] = ensured.value.ids;
  if (id === undefined) return refuseInput([{ path: ['organisationId'], code: 'expos.organisation_unknown' }]);
  return ok({
    ...named,
    ...{ offer: null, need: null, offerDetails: null, needDetails: null },
    organisationId: id,
    created: ensured.value.created.includes(id),
    officeId: officeId ?? null,
  });
}
