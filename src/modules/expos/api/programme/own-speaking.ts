// A speaker acts for themselves at an edition: says whether they come and how they are announced, wants no more letters.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { linkUntil, revokeLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionRecord } from '../../domain/edition.ts';
import type { ProgrammeItem, Speaker } from '../../domain/programme/programme.ts';
import type { EditionScope } from '../../domain/scope.ts';
import { mayActForOwn, mayChange } from '../../policy.ts';
import { lockEdition } from '../../store/editions.ts';
import { saveItem } from '../../store/programme.ts';
import { listSpeakerAnswers, listSpeakersOf, saveSpeakerAnswer, writeNoSpeakerLetters, type SpeakerRow } from '../../store/speakers.ts';
import { instantText } from '../instant.ts';
import { current, findEdition } from '../open-edition.ts';
import { loadProgrammeDraft } from './show-programme.ts';

type OwnSpeaker = Answer<'answerSpeaking'>;

interface Own {
  readonly edition: EditionRecord;
  readonly scope: EditionScope;
}

const ownRows = (work: Work): Promise<readonly SpeakerRow[]> =>
  listSpeakersOf(
    work.tx,
    work.actor.memberships.map(({ office }) => office),
  );

/** Runs `use` on the organiser's rows of the edition at which the caller is this speaker. */
function asOwn<T>(work: Work, row: SpeakerRow, use: (acting: Work, own: Own) => Promise<Result<T>>): Promise<Result<T>> {
  return actAs(work, { offices: [row.organiser], writes: true }, async (acting) => {
    const edition = await findEdition(acting, row.editionId);
    if (!edition.ok) return edition;
    const scope = mayChange(acting.actor, edition.value);
    return scope.ok ? use(acting, { edition: edition.value, scope: scope.value }) : scope;
  });
}

/** The caller's own row as this speaker; what is not theirs is as if it were not there. */
async function openOwn(
  work: Work,
  { editionId, speakerId }: { readonly editionId: string; readonly speakerId: string },
): Promise<Result<SpeakerRow>> {
  const row = (await ownRows(work)).find((one) => one.id === speakerId && one.editionId === editionId);
  return row !== undefined && mayActForOwn(work.actor, { officeId: row.office }).ok ? ok(row) : notFound('expos.speaker_unknown');
}

const mine = (item: Pick<ProgrammeItem, 'speakers'>, { id }: SpeakerRow): Speaker | undefined =>
  item.speakers.find(({ speakerId }) => speakerId === id);

/** Their own items as the organiser keeps them now; of the others nothing. */
async function showOwn(acting: Work, { edition }: Own, row: SpeakerRow, until: Date | null): Promise<Result<OwnSpeaker>> {
  const draft = await loadProgrammeDraft(acting, edition.id);
  const answers = await listSpeakerAnswers(acting.tx, edition.id);
  const names = await nameOffices(acting, [edition.organiser]);
  const { id, slug, name, venue, timeZone, firstDay, lastDay } = edition;
  const items = draft.items.flatMap((item): OwnSpeaker['items'] => {
    const speaker = mine(item, row);
    if (speaker === undefined) return [];
    const told = draft.release?.content.find((one) => one.id === item.id);
    const room = draft.rooms.find((one) => one.id === item.roomId);
    return [
      {
        ...{ id: item.id, version: item.version, kind: item.kind, title: { ...item.title }, day: item.day },
        startsAt: item.start === null ? null : instantText(item.start),
        endsAt: item.end === null ? null : instantText(item.end),
        room: room === undefined ? null : { ...room.name },
        released: told !== undefined && told.day === item.day && told.start === item.start && told.end === item.end,
        ...{ name: { ...speaker.name }, post: { ...speaker.post }, office: { ...speaker.office }, topic: { ...speaker.topic } },
        comes: answers.find((one) => one.speakerId === row.id && one.itemId === item.id)?.comes ?? null,
      },
    ];
  });
  return ok({
    edition: {
      id,
      slug,
      name: { ...name },
      venue: { ...venue },
      timeZone,
      firstDay,
      lastDay,
      organiserName: { ...names.get(edition.organiser) },
    },
    speakerId: row.id,
    items,
    linkUntil: until === null ? null : instantText(until),
  });
}

/** Where the caller speaks, newest first. */
export async function listOwnSpeaking(work: Work): Promise<Result<Answer<'listOwnSpeaking'>>> {
  const until = await linkUntil(work);
  const entries: OwnSpeaker[] = [];
  for (const row of await ownRows(work)) {
    const entry = await asOwn(work, row, (acting, own) => showOwn(acting, own, row, until));
    if (entry.ok) entries.push(entry.value);
  }
  return ok({ entries: entries.sort((a, b) => (a.edition.firstDay < b.edition.firstDay ? 1 : -1)) });
}

/** Enters what the speaker says into the draft of the item; the released programme changes with its next release. */
export async function answerSpeaking(work: Work, input: Asked<'answerSpeaking'>): Promise<Result<OwnSpeaker>> {
  const opened = await openOwn(work, input);
  if (!opened.ok) return opened;
  const row = opened.value;
  const { itemId, comes, name, post, office, topic } = input;
  const until = await linkUntil(work);
  return asOwn(work, row, async (acting, own) => {
    await lockEdition(acting.tx, own.scope);
    const draft = await loadProgrammeDraft(acting, own.edition.id);
    const item = draft.items.find(({ id }) => id === itemId);
    if (item === undefined || mine(item, row) === undefined) return notFound('expos.programme_item_unknown');
    const fresh = current(acting, item);
    if (!fresh.ok) return fresh;
    const said = { name, post, office, topic };
    const speakers = item.speakers.map((one) => (one.speakerId === row.id ? { ...one, ...said } : one));
    await saveItem(acting.tx, own.scope, { ...item, speakers });
    await saveSpeakerAnswer(acting.tx, own.scope, { speakerId: row.id, itemId, comes }, acting.now);
    const subjects = [own.edition.id, itemId];
    await audit(work, {
      useCase: 'answer-speaking',
      office: row.office ?? row.organiser,
      subjects,
      fields: ['comes', 'speakers'],
    });
    return showOwn(acting, own, row, until);
  });
}

/** No letter goes to this speaker any more, and their links end. */
export async function declineSpeakerLetters(
  work: Work,
  input: Asked<'declineSpeakerLetters'>,
): Promise<Result<Answer<'declineSpeakerLetters'>>> {
  const opened = await openOwn(work, input);
  if (!opened.ok) return opened;
  const { id, office, organiser } = opened.value;
  return asOwn(work, opened.value, async (acting, { edition, scope }) => {
    await writeNoSpeakerLetters(acting.tx, scope, id, acting.now);
    if (office !== null) await revokeLinks(acting, office);
    await audit(work, { useCase: 'stop-own-letters', office: office ?? organiser, subjects: [edition.id, id], fields: ['letters'] });
    return ok({ speakerId: id });
  });
}
