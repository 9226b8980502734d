// How agreements and exchanges become what callers read.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { documentsByIds } from '#modules/evidence/api/documents.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { AgreementShown, ExchangeShown } from '../../contract/shapes.ts';
import type { AgreementId } from '../../domain/happenings.ts';
import type { AgreedItem, Agreement, Exchange, Owned, Party } from '../../domain/records.ts';
import { exchangeWords } from './read-exchange-words.ts';
import { visibleItems } from '../../store/agreed-items.ts';
import { visibleAgreements } from '../../store/agreements.ts';

/** The offices of a tie's two cities, in the order of its sides; null where a city has none here. */
export interface SideOffices {
  readonly a: OfficeId | null;
  readonly b: OfficeId | null;
}

/** Whom it is shared with is the owner's business alone. */
const ownedBy = (work: Work, names: OfficeNames, { office, visibility, sharedWith }: Owned) => ({
  office,
  officeName: namedText(names.get(office)),
  visibility,
  sharedWith: holds(work.actor, office, 'viewer') ? [...sharedWith] : [],
  mayEdit: holds(work.actor, office, 'editor'),
});

const namedText = (text: MultilingualText | undefined): Record<string, MultilingualText[string]> | null =>
  text === undefined ? null : { ...text };

/** How parties of agreements, or of anything else that has some, are named to this actor. */
export async function partiesOf(
  work: Work,
  agreements: readonly Pick<Agreement, 'parties'>[],
): Promise<(party: Party) => AgreementShown['parties'][number]> {
  const parties = agreements.flatMap((agreement) => agreement.parties);
  const ids = (kind: Party['kind']): readonly string[] =>
    parties.flatMap((party) => (party.kind === kind && 'id' in party ? [party.id] : []));
  const [cities, organisations] = await Promise.all([citiesByIds(work, ids('city')), nameOrganisations(work, ids('organisation'))]);
  return (party) => {
    if (party.kind === 'named') return { kind: party.kind, id: null, name: { und: { text: party.name, origin: 'human' } } };
    const name = party.kind === 'city' ? cities.get(party.id)?.name : organisations.get(party.id);
    return { kind: party.kind, id: name === undefined ? null : party.id, name: namedText(name) };
  };
}

type ItemShown = AgreementShown['items'][number];

/** Items with what each side says of them and what proves it; an earlier item that the actor may not see is not named. */
export async function showItems(work: Work, items: readonly AgreedItem[], sides: SideOffices): Promise<ItemShown[]> {
  const said = items.flatMap(({ id, states }) => states.map((state) => ({ id, ...state })));
  const documentIds = said.flatMap(({ documentId }) => documentId ?? []);
  const carriedFrom = items.flatMap((item) => item.carriedFrom ?? []);
  const [sourceOf, documents, carried] = await Promise.all([
    citedSources(work, said),
    documentsByIds(work, documentIds),
    visibleItems(work.tx, carriedFrom),
  ]);
  return items.map((item) => {
    const by = (office: OfficeId | null) => item.states.find((one) => one.office === office);
    const proof = (office: OfficeId | null): ItemShown['evidence']['a'] => {
      const known = by(office);
      if (known === undefined || (known.sourceId === null && known.documentId === null)) return null;
      const document = known.documentId === null ? null : (documents.get(known.documentId) ?? null);
      return { source: sourceOf({ id: item.id, sourceId: known.sourceId }), document };
    };
    const { states: _states, sharedWith: _told, enteredAt: _at, ...facts } = item;
    return {
      ...facts,
      text: { ...item.text },
      carriedFrom: item.carriedFrom !== null && carried.has(item.carriedFrom) ? item.carriedFrom : null,
      states: { a: by(sides.a)?.state ?? null, b: by(sides.b)?.state ?? null },
      evidence: { a: proof(sides.a), b: proof(sides.b) },
    };
  });
}

/** Agreements with their items, as this actor reads them. */
export async function showAgreements(
  work: Work,
  agreements: readonly Agreement[],
  { items, sides }: { readonly items: readonly AgreedItem[]; readonly sides: SideOffices },
): Promise<AgreementShown[]> {
  const officeIds = agreements.map(({ office }) => office);
  const documentIds = agreements.flatMap(({ documentId }) => documentId ?? []);
  const linkedIds = agreements.flatMap(({ frameId, followsId }) => [frameId ?? [], followsId ?? []].flat());
  const [names, partyOf, sourceOf, documents, linked, shownItems] = await Promise.all([
    nameOffices(work, officeIds),
    partiesOf(work, agreements),
    citedSources(work, agreements),
    documentsByIds(work, documentIds),
    visibleAgreements(work.tx, linkedIds),
    showItems(work, items, sides),
  ]);
  const seen = (id: AgreementId | null): AgreementId | null => (id !== null && linked.has(id) ? id : null);
  return agreements.map((agreement) => {
    const { sourceId: _source, documentId, sharedWith: _told, ...facts } = agreement;
    return {
      ...facts,
      ...ownedBy(work, names, agreement),
      ...{ domains: [...facts.domains], title: { ...facts.title }, parties: facts.parties.map(partyOf) },
      ...{ frameId: seen(facts.frameId), followsId: seen(facts.followsId) },
      ...{ languages: [...facts.languages], signatories: [...facts.signatories] },
      // By when an office means to renew is its own business.
      renewBy: holds(work.actor, facts.office, 'viewer') ? facts.renewBy : null,
      source: sourceOf(agreement),
      document: documentId === null ? null : (documents.get(documentId) ?? null),
      items: shownItems.filter(({ agreementId }) => agreementId === facts.id),
    };
  });
}

/** Exchanges as this actor reads them. */
export async function showExchanges(work: Work, exchanges: readonly Exchange[]): Promise<ExchangeShown[]> {
  const said = await exchangeWords(
    work,
    exchanges.map(({ id }) => id),
  );
  const officeIds = [...exchanges, ...[...said.values()].flat()].map(({ office }) => office);
  const [names, sourceOf] = await Promise.all([nameOffices(work, officeIds), citedSources(work, exchanges)]);
  return exchanges.map((exchange) => {
    const { sourceId: _source, sharedWith: _told, office: _office, visibility: _visibility, enteredAt: _at, ...facts } = exchange;
    const owned = ownedBy(work, names, exchange);
    const words = (said.get(exchange.id) ?? []).map(({ exchangeId: _of, at: _said, ...word }) => ({
      ...word,
      officeName: namedText(names.get(word.office)),
    }));
    return { ...facts, domains: [...facts.domains], title: { ...facts.title }, ...owned, source: sourceOf(exchange), words };
  });
}
