// The company's own entry, which it corrects or says is right.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { useNaming } from '#design/named.tsx';
import type { Language, MultilingualText } from '#kernel/language.ts';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import type { Participant } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { contactDrafts, ContactsField, sentContacts, type ContactDraft } from '../participants/contacts-field.tsx';
import {
  MarketFields,
  SayingFields,
  marketDraft,
  sentMarket,
  useMarketWords,
  useTopics,
  type MarketDraft,
} from '../market/market-fields.tsx';

interface ProfileDraft extends MarketDraft {
  readonly name: MultilingualText;
  readonly city: string;
  readonly languages: readonly string[];
  readonly contacts: readonly ContactDraft[];
  readonly offer: MultilingualText;
  readonly need: MultilingualText;
}

const draftIn = (language: Language, read: Participant | null): ProfileDraft => ({
  name: read?.name ?? {},
  city: read?.city ?? '',
  languages: read?.languages ?? [],
  contacts: contactDrafts(read?.contacts ?? [], language),
  offer: read?.offer ?? {},
  need: read?.need ?? {},
  ...marketDraft(read),
});

const sentOf = ({ name, city, languages, contacts, offer, need, ...market }: ProfileDraft) => ({
  name: filledText(name) ?? {},
  city: filledLine(city),
  languages: [...languages],
  contacts: sentContacts(contacts),
  offer: filledText(offer),
  need: filledText(need),
  ...sentMarket(market),
});

interface OwnParticipant {
  readonly editionId: string;
  readonly participantId: string;
}

export function ProfileSection({ ids }: { readonly ids: OwnParticipant }) {
  const { t } = useText();
  const data = useRead(exposQueries.getParticipant.queryOptions({ input: ids }));
  return (
    <Section title={t('expos.in_profile')} id="profile" aside={<Note>{t('expos.in_profile_seen')}</Note>}>
      {data === undefined ? <Skeleton lines={6} /> : <ProfileForm ids={ids} participant={data} />}
    </Section>
  );
}

function ProfileForm({ ids, participant }: { readonly ids: OwnParticipant; readonly participant: Participant }) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const confirming = useKeeping(exposQueries.key());
  const topics = useTopics(ids.editionId);
  const marketWords = useMarketWords(topics);
  const form = useVersioned<Participant, ProfileDraft>({
    queryKey: exposQueries.key(),
    thing: participant,
    draftOf: (read) => draftIn(language, read),
    words: [
      { key: 'name', label: t('expos.name'), show: ({ name }) => naming(name) },
      { key: 'city', label: t('expos.city'), show: ({ city }) => city },
      {
        key: 'languages',
        label: t('expos.languages'),
        show: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
      },
      { key: 'offer', label: t('expos.offer'), show: ({ offer }) => naming(offer) },
      { key: 'need', label: t('expos.need'), show: ({ need }) => naming(need) },
      ...marketWords,
      {
        key: 'contacts',
        label: t('expos.contacts'),
        show: ({ contacts }) => formats.list(contacts.map(({ surname, email, phone }) => surname || email || phone)),
      },
    ],
    read: () => exposApi.getParticipant(ids),
    write: (changes, context, mine) => exposApi.answerProfile({ ...changedOf(sentOf(mine), changes), ...ids }, { context }),
    said: () => t('expos.in_profile_saved'),
  });
  const market = { draft: form.draft, onChange: (change: Partial<MarketDraft>) => form.setDraft({ ...form.draft, ...change }) };
  const confirm = () =>
    void confirming.keep(() => exposApi.answerProfile(ids, { context: { ifMatch: participant.version } }), {
      said: t('expos.in_profile_saved'),
    });
  return (
    <>
      <KeepTyped isChanged={form.isChanged}>
        <Form {...formTrouble(form)} onSubmit={() => (form.isChanged ? form.save() : confirm())}>
          <MultilingualField {...form.field('name')} label={t('expos.name')} />
          <TextField {...form.field('city')} label={t('expos.city')} optional />
          <LanguagesField {...form.field('languages')} label={t('expos.languages')} hint={t('expos.languages_hint')} />
          <SayingFields
            kind="offer"
            {...market}
            field={{ ...form.field('offer'), label: t('expos.offer'), hint: t('expos.in_offer_hint'), optional: true }}
          />
          <SayingFields kind="need" {...market} field={{ ...form.field('need'), label: t('expos.need'), optional: true }} />
          <MarketFields topics={topics} {...market} />
          <ContactsField value={form.draft.contacts} onChange={(contacts) => form.setDraft({ ...form.draft, contacts })} />
          <Buttons>
            <Button kind="go" type="submit" busy={form.busy || confirming.busy}>
              {t(form.isChanged ? 'expos.save' : 'expos.in_profile_right')}
            </Button>
            {form.isChanged && (
              <Button kind="text" onPress={form.reset}>
                {t('expos.discard')}
              </Button>
            )}
          </Buttons>
        </Form>
      </KeepTyped>
      <TwoValues clash={form.clash} />
    </>
  );
}
