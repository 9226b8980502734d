// The place of a speaker, opened by the link in their letter or with an account: what they are down for, whether they come, how they are announced.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { Unknown } from '#design/marks.tsx';
import { Note, Section } from '#design/page.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { zoneName } from '#kernel/zone-names.ts';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { Named, useName } from '../edition/names.tsx';
import { PlaceFrame } from './place-frame.tsx';
import type { PlaceAs } from './places.ts';

type Place = PlaceAs<'speakers'>;
type Item = Place['items'][number];

export function SpeakerPlace({ place }: { readonly place: Place }) {
  const { t, language } = useText();
  const name = useName();
  const [open, setOpen] = useState<Item | null>(null);
  const { edition, items } = place;
  const [first] = items;
  return (
    <PlaceFrame place={place} title={first === undefined ? t('expos.in_speaking') : name(first.name)}>
      <Section
        title={t('expos.in_speaking')}
        id="speaking"
        aside={<Note>{t('expos.in_speaking_note', { organiser: name(edition.organiserName) })}</Note>}
      >
        {items.length > 0 && <Note>{t('meetings.venue_clock', { zone: zoneName(edition.timeZone, language) })}</Note>}
        {items.length === 0 && <p className="muted">{t('expos.in_speaking_none')}</p>}
        {items.map((item) => (
          <OwnItem key={item.id} place={place} item={item} onOpen={() => setOpen(item)} />
        ))}
      </Section>
      {open !== null && <AnswerDialog place={place} item={open} onClose={() => setOpen(null)} />}
    </PlaceFrame>
  );
}

function OwnItem({ place: { edition }, item, onOpen }: { readonly place: Place; readonly item: Item; readonly onOpen: () => void }) {
  const { t, language } = useText();
  const formats = useFormats();
  const name = useName();
  const { title, day, startsAt, endsAt, room, released, comes, topic } = item;
  const said = [item.name, item.post, item.office].map(name).filter((words) => words !== '');
  return (
    <article>
      <h3>
        <Named name={title} />
      </h3>
      <p>
        {formats.day(day, 'text')}{' '}
        {startsAt === null || endsAt === null ? (
          <Unknown>{t('expos.time_unknown')}</Unknown>
        ) : (
          formats.span(startsAt, endsAt, edition.timeZone)
        )}
        {' · '}
        {room === null ? <Unknown>{t('expos.room_unknown_yet')}</Unknown> : <Named name={room} />}
        {!released && <small className="muted"> {t('expos.in_speaking_draft')}</small>}
      </p>
      <p>
        {said.join(writing[language].comma)}
        <br />
        {name(topic) === '' ? <Unknown>{t('expos.in_topic_unknown')}</Unknown> : name(topic)}
      </p>
      <p className={comes === null ? 'attention' : undefined}>{t(`expos.in_comes_${comes ?? 'unsaid'}`)}</p>
      <Button
        kind={comes === null ? 'go' : 'plain'}
        aria-label={`${t(`expos.in_speaking_${comes === null ? 'answer' : 'change'}`)}: ${name(title)}`}
        onPress={onOpen}
      >
        {t(`expos.in_speaking_${comes === null ? 'answer' : 'change'}`)}
      </Button>
    </article>
  );
}

interface AnswerDraft {
  readonly comes: 'yes' | 'no' | '';
  readonly name: MultilingualText;
  readonly post: MultilingualText;
  readonly office: MultilingualText;
  readonly topic: MultilingualText;
}

const texts = ['name', 'post', 'office', 'topic'] as const;

interface AnswerProps {
  readonly place: Place;
  readonly item: Item;
  readonly onClose: () => void;
}

function AnswerDialog({ place, item, onClose }: AnswerProps) {
  const { t } = useText();
  const name = useName();
  const ids = { editionId: place.edition.id, speakerId: place.id, itemId: item.id };
  const form = useVersioned<Item, AnswerDraft>({
    queryKey: exposQueries.key(),
    thing: item,
    draftOf: (read) => ({
      comes: read?.comes ?? '',
      ...{ name: read?.name ?? {}, post: read?.post ?? {}, office: read?.office ?? {}, topic: read?.topic ?? {} },
    }),
    words: [
      { key: 'comes', label: t('expos.in_comes'), show: ({ comes }) => t(`expos.in_comes_${comes === '' ? 'unsaid' : comes}`) },
      ...texts.map((key) => ({ key, label: t(`expos.in_speaker_${key}`), show: (draft: AnswerDraft) => name(draft[key]) })),
    ],
    read: async () => {
      const { entries } = await exposApi.listOwnPlaces({});
      return entries.flatMap((one) => (one.whom === 'speakers' ? one.items : [])).find(({ id }) => id === item.id) ?? item;
    },
    write: async (_changes, context, mine) => {
      const [called = {}, post = {}, office = {}, topic = {}] = texts.map((key) => filledText(mine[key]) ?? {});
      const sent = { name: called, post, office, topic, comes: mine.comes === '' ? ('yes' as const) : mine.comes };
      const kept = await exposApi.answerSpeaking({ ...ids, ...sent }, { context });
      return kept.items.find(({ id }) => id === item.id) ?? item;
    },
    check: ({ comes }) => (comes === '' ? [{ path: ['comes'], message: t('expos.in_comes_missing') }] : []),
    said: () => t('expos.in_speaking_saved'),
    onKept: onClose,
  });
  return (
    <FormDialog
      keepTyped
      title={<Named name={item.title} />}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <ChoiceField
        {...form.field('comes')}
        label={t('expos.in_comes')}
        options={(['yes', 'no'] as const).map((value) => ({ value, text: t(`expos.in_comes_${value}`) }))}
      />
      {texts.map((key) => (
        <MultilingualField
          key={key}
          {...form.field(key)}
          label={t(`expos.in_speaker_${key}`)}
          {...(key === 'name' ? {} : { optional: true })}
          {...(key === 'topic' ? { hint: t('expos.in_speaker_topic_hint') } : {})}
        />
      ))}
    </FormDialog>
  );
}
