// A speaker acts for themselves at an edition: says whether they come and how they are announced.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { linkUntil } from '#modules/accounts/api/links.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Addressee } from '../../domain/addressee.ts';
import type { ProgrammeItem, Speaker, SpeakerId } from '../../domain/programme/programme.ts';
import { saveItem } from '../../store/programme.ts';
import { listSpeakerAnswers, saveSpeakerAnswer } from '../../store/speakers.ts';
import { instantText } from '../instant.ts';
import { current } from '../edition/open-edition.ts';
import { asOwn, audited, whereOf } from '../own-side.ts';
import { loadProgrammeDraft } from './show-programme.ts';

type OwnSpeaking = Answer<'answerSpeaking'>;

const mine = (item: Pick<ProgrammeItem, 'speakers'>, id: SpeakerId): Speaker | undefined =>
  item.speakers.find(({ speakerId }) => speakerId === id);

/** A speaker's own items as the organiser keeps them now; of the others nothing. */
export async function ownItems(
  acting: Work,
  { editionId, id }: { readonly editionId: Addressee['editionId']; readonly id: SpeakerId },
): Promise<OwnSpeaking['items']> {
  const draft = await loadProgrammeDraft(acting, editionId);
  const answers = await listSpeakerAnswers(acting.tx, editionId);
  return draft.items.flatMap((item): OwnSpeaking['items'] => {
    const speaker = mine(item, id);
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
        comes: answers.find((one) => one.speakerId === id && one.itemId === item.id)?.comes ?? null,
      },
    ];
  });
}

/** Enters what the speaker says into the draft of the item; the released programme changes with its next release. */
export async function answerSpeaking(work: Work, input: Asked<'answerSpeaking'>): Promise<Result<OwnSpeaking>> {
  const { editionId, speakerId: id, itemId, comes, name, post, office, topic } = input;
  const until = await linkUntil(work);
  return asOwn(work, { editionId, addresseeId: id }, async (acting, own) => {
    const draft = await loadProgrammeDraft(acting, own.edition.id);
    const item = draft.items.find((one) => one.id === itemId);
    if (item === undefined || mine(item, id) === undefined) return notFound('expos.programme_item_unknown');
    const fresh = current(acting, item);
    if (!fresh.ok) return fresh;
    const said = { name, post, office, topic };
    const speakers = item.speakers.map((one) => (one.speakerId === id ? { ...one, ...said } : one));
    await saveItem(acting.tx, own.scope, { ...item, speakers });
    await saveSpeakerAnswer(acting.tx, own.scope, { speakerId: id, itemId, comes }, acting.now);
    await audited(work, own, { useCase: 'answer-speaking', fields: ['comes', 'speakers'] }, itemId);
    const items = await ownItems(acting, { editionId: own.edition.id, id });
    return ok({ ...(await whereOf(acting, own.edition, until)), whom: 'speakers', id, items });
  });
}
