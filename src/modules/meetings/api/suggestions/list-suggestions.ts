// Whom a participant should meet: what matching works out, without those it has to do with already.
import { holds } from '#kernel/actor.ts';
import { writing } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import { shownBill } from '#modules/matching/api/cities/show-bill.ts';
import { choicesOf, suggest, type Choices } from '#modules/matching/api/suggest.ts';
import type { Suggested, Wanted } from '#modules/matching/domain/edition-index.ts';
import type { EntryKind } from '#modules/organisations/domain/entry.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mayReadRules } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadAround, loadFull, loadKnownAround, loadMet, loadTakenBack } from '../../store/around.ts';
import { openParticipant } from '../open-edition.ts';
import { rulesOf } from '../requests/request-rules.ts';
import { editionRef, participantRef } from '../show-refs.ts';

/** As many as a person looks through. */
const most = 10;

interface Gathered {
  readonly wanted: Wanted;
  readonly choices: Choices;
  readonly edition: Answer<'listSuggestions'>['edition'];
  readonly participant: Answer<'listSuggestions'>['participant'];
  readonly mayAct: boolean;
  readonly isFull: boolean;
  readonly takenBack: ReadonlyMap<string, Date>;
}

/** Who stays out, without anybody learning why: whoever is asked, refused or placed in either direction, has no room for another meeting, opted out or was set aside. */
async function gather(work: Work, { editionId, participantId }: Asked<'listSuggestions'>): Promise<Result<Gathered>> {
  const opened = await openParticipant(work, editionId, participantId, 'viewer');
  if (!opened.ok) return opened;
  const { scope, participant, edition } = opened.value;
  const choices = await choicesOf(work, editionId, participantId);
  if (!choices.ok) return choices;
  const { rules } = await rulesOf(work, edition);
  const [around, known, full] = await actingFor(work, mayReadRules(edition), async ({ tx }) => [
    await loadAround(tx, scope),
    await loadKnownAround(tx, scope),
    await loadFull(tx, scope),
  ]);
  const { excluded } = choices.value;
  // Of whoever opted out, was set aside or said no it is not told that they are full.
  const isOut = new Set([...excluded, ...around]);
  const wanted: Wanted = {
    ownId: participantId,
    excluded: [...around, ...full, ...excluded],
    barred: { known, full: full.filter((id) => !isOut.has(id)) },
    met: await loadMet(work.tx, scope),
    role: rules.sameSide ? null : participant.role === 'buyer' ? 'exhibitor' : 'buyer',
    top: most,
    share: choices.value.share,
    readsHan: writing[work.actor.language].readsHan,
    slots: edition.slots.length,
  };
  const mayAct = [...participant.offices, edition.organiser].some((office) => holds(work.actor, office, 'editor'));
  const head = { ...editionRef(edition), slug: edition.slug };
  return ok({
    wanted,
    choices: choices.value,
    edition: head,
    participant: participantRef(participant),
    mayAct,
    isFull: full.includes(participantId),
    takenBack: await loadTakenBack(work.tx, scope),
  });
}

type Listing = Awaited<ReturnType<typeof listingsOf>> extends ReadonlyMap<string, infer L> ? L : never;

/** Whether there is anything of it to compare. */
const saysOf = (own: Listing, kind: EntryKind): boolean => {
  const details = own[`${kind}Details`];
  return (
    own[kind] !== null || own[`${kind}Topics`].length > 0 || (details !== null && (details.title !== null || details.goals.length > 0))
  );
};

const refOf = ({ participantId: id, code, name, country, role }: Listing) => participantRef({ id, code, name, country, role });

/** Ten at most, best first. Those set aside are named, so that each can be taken back. */
export async function listSuggestions(transact: Transact, input: Asked<'listSuggestions'>): Promise<Result<Answer<'listSuggestions'>>> {
  const gathered = await transact((work) => gather(work, input));
  if (!gathered.ok) return gathered;
  const { wanted, choices, takenBack, ...head } = gathered.value;
  const { editionId, participantId } = input;
  const none: Suggested = { compared: 0, lapsed: [], suggestions: [], leftOut: null, better: null };
  const found = choices.isOn ? await suggest(transact, editionId, wanted) : ok(none);
  if (!found.ok) return found;
  const { compared, lapsed, suggestions, leftOut, better } = found.value;
  const ids = [participantId, ...choices.aside, ...suggestions.map((one) => one.participantId)];
  const listed = await transact(async (work) => ok(await listingsOf(work, { editionId, participantIds: ids })));
  if (!listed.ok) return listed;
  const listings = listed.value;
  const entries = suggestions.flatMap(({ participantId: id, score, bill }) => {
    const listing = listings.get(id);
    if (listing === undefined) return [];
    const { city, standCode, offer, need, offerTopics, needTopics, markets, size, offerDetails, needDetails } = listing;
    return [
      {
        participant: refOf(listing),
        ...{ city, standCode, offer, need, offerTopics, needTopics, markets, size, offerDetails, needDetails, score },
        bill: shownBill(bill),
        withdrawnAt: takenBack.get(id)?.toISOString() ?? null,
      },
    ];
  });
  const own = listings.get(participantId);
  const says = { offer: own !== undefined && saysOf(own, 'offer'), need: own !== undefined && saysOf(own, 'need') };
  const aside = choices.aside.flatMap((id) => listings.get(id) ?? []).map(refOf);
  return ok({
    ...head,
    isOn: choices.isOn,
    isSuggested: choices.isSuggested,
    isWritten: choices.isWritten,
    says,
    lapsed: lapsed.map((kind) => ({ kind, from: own?.[`${kind}Details`]?.from ?? null, until: own?.[`${kind}Details`]?.until ?? null })),
    compared,
    ...{ leftOut, better },
    entries,
    aside,
  });
}
