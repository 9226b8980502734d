// Who carries a tie, as this actor reads it.
import { holds } from '#kernel/actor.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { CarrierShown, HolderShown } from '../../contract/carriers.ts';
import type { Carrier, Holder } from '../../domain/carriers.ts';
import { loadHolders } from '../../store/carriers.ts';

export const showHolder = (work: Work, { carrierId: _carrier, ...holder }: Holder): HolderShown => ({
  ...holder,
  mayEdit: holds(work.actor, holder.office, 'editor'),
});

/** Carriers with the people in their posts as far as the actor's offices keep them; organisations that are not shared have no name. */
export async function showCarriers(work: Work, carriers: readonly Carrier[]): Promise<CarrierShown[]> {
  const ids = carriers.map(({ id }) => id);
  const officeIds = carriers.map(({ office }) => office);
  const organisationIds = carriers.flatMap(({ organisationId }) => organisationId ?? []);
  const [sourceOf, offices, organisations, holders] = await Promise.all([
    citedSources(work, carriers),
    nameOffices(work, officeIds),
    nameOrganisations(work, organisationIds),
    loadHolders(work.tx, ids),
  ]);
  return carriers.map((carrier) => {
    const name = carrier.organisationId === null ? undefined : organisations.get(carrier.organisationId);
    const office = offices.get(carrier.office);
    const { sourceId: _source, ...facts } = carrier;
    return {
      ...facts,
      source: sourceOf(carrier),
      organisationId: name === undefined ? null : carrier.organisationId,
      organisationName: name === undefined ? null : { ...name },
      officeName: office === undefined ? null : { ...office },
      // Whom it is shared with is the owner's business alone.
      sharedWith: holds(work.actor, carrier.office, 'viewer') ? [...carrier.sharedWith] : [],
      mayEdit: holds(work.actor, carrier.office, 'editor'),
      holders: holders.filter(({ carrierId }) => carrierId === carrier.id).map((holder) => showHolder(work, holder)),
    };
  });
}
