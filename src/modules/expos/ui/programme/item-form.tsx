// An item of the programme: new, or changed.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { CheckField, Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { Named, useNaming } from '#design/named.tsx';
import { citiesQueries } from '#modules/cities/ui/client.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { ProgrammeItemShown } from '../../contract/programme.ts';
import { programmeKinds } from '../../domain/programme/programme.ts';
import { daysBetween } from '../../domain/venue-time.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useSentences } from '../local-problems.ts';
import { clockProblems } from '../slots/draft.ts';
import { itemDraft, lineOfText, sentItem, type ItemDraft } from './item-draft.ts';
import { SpeakersField } from './speakers-field.tsx';

export interface ItemFormProps {
  readonly edition: Edition;
  readonly rooms: readonly { readonly id: string; readonly name: ProgrammeItemShown['title'] }[];
  readonly item: ProgrammeItemShown | null;
  readonly onClose: () => void;
}

/** What is typed, and what it is called. */
const typed = [
  ['kind', 'expos.item_kind'],
  ['title', 'expos.item_title'],
  ['day', 'expos.item_day'],
  ['from', 'expos.item_from'],
  ['until', 'expos.item_until'],
  ['roomId', 'expos.item_room'],
  ['standId', 'expos.item_stand'],
  ['languages', 'expos.item_languages'],
  ['interpretedInto', 'expos.item_interpreted'],
  ['interpreters', 'expos.item_interpreters'],
  ['cities', 'expos.item_cities'],
  ['hosts', 'expos.item_hosts'],
  ['themes', 'expos.item_themes'],
  ['speakers', 'expos.speakers'],
  ['followUp', 'expos.item_followed'],
  ['source', 'expos.item_source'],
] as const;

/** A field as words, where two people saved the same item. */
function shownOf(draft: ItemDraft, key: keyof ItemDraft): string {
  switch (key) {
    case 'title':
      return lineOfText(draft.title);
    case 'speakers':
      return draft.speakers.map(({ name }) => name).join('; ');
    case 'languages':
    case 'interpretedInto':
    case 'interpreters':
    case 'cities':
      return draft[key].join('; ');
    default:
      return draft[key];
  }
}

/** A time that was typed must be one; none at all is "not known". */
const timeProblems = ({ from, until }: ItemDraft) => [
  ...(from.trim() === '' ? [] : clockProblems(['startsAt'], from)),
  ...(until.trim() === '' ? [] : clockProblems(['endsAt'], until)),
];

function useItemForm({ edition, item, onClose }: ItemFormProps) {
  const { t } = useText();
  const sentences = useSentences();
  const { id: editionId, timeZone } = edition;
  return useVersioned<ProgrammeItemShown, ItemDraft>({
    queryKey: exposQueries.key(),
    thing: item,
    draftOf: (read) => itemDraft(read, edition),
    words: typed.map(([key, label]) => ({
      key,
      label: t(label),
      show: (draft) => shownOf(draft, key),
    })),
    read: async ({ id }) => (await exposApi.getProgrammeDraft({ editionId })).items.find((one) => one.id === id),
    write: (_changes, context, mine) =>
      exposApi.updateProgrammeItem({ ...sentItem(mine, timeZone), editionId, itemId: item?.id ?? '' }, { context }),
    create: (draft, context) => exposApi.createProgrammeItem({ ...sentItem(draft, timeZone), editionId }, { context }),
    remove: ({ id: itemId }, context) => exposApi.removeProgrammeItem({ editionId, itemId }, { context }),
    check: (draft) => sentences(timeProblems(draft)),
    said: () => t('expos.item_saved'),
    onKept: onClose,
  });
}

export function ItemForm(props: ItemFormProps) {
  const { edition, rooms, item, onClose } = props;
  const { t } = useText();
  const formats = useFormats();
  const form = useItemForm(props);
  const { draft, setDraft } = form;
  const set = (change: Partial<ItemDraft>) => setDraft({ ...draft, ...change });
  const naming = useNaming();
  const days = daysBetween(edition.firstDay, edition.lastDay);
  return (
    <FormDialog
      wide
      keepTyped
      title={item === null ? t('expos.add_item') : <Named text={item.title} quiet />}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <Fields>
        <SelectField
          {...form.field('kind')}
          label={t('expos.item_kind')}
          options={programmeKinds.map((kind) => ({ value: kind, text: t(`expos.programme_${kind}`) }))}
        />
        <SelectField
          {...form.field('day')}
          label={t('expos.item_day')}
          options={days.map((day) => ({ value: day, text: formats.day(day) }))}
        />
      </Fields>
      <MultilingualField {...form.field('title')} label={t('expos.item_title')} />
      <Fields>
        <TextField {...form.field('from')} name="startsAt" label={t('expos.item_from')} hint={t('expos.item_time_hint')} optional short />
        <TextField {...form.field('until')} name="endsAt" label={t('expos.item_until')} optional short />
        <SelectField
          {...form.field('roomId')}
          label={t('expos.item_room')}
          options={[{ value: '', text: t('expos.room_unknown_yet') }, ...rooms.map(({ id, name }) => ({ value: id, text: naming(name) }))]}
        />
      </Fields>
      <SpeakersField editionId={edition.id} value={draft.speakers} onChange={(speakers) => set({ speakers })} />
      <Fields>
        <TextareaField {...form.field('hosts')} label={t('expos.item_hosts')} hint={t('expos.item_lines_hint')} optional />
        <TextareaField {...form.field('themes')} label={t('expos.item_themes')} optional />
      </Fields>
      <LanguagesField {...form.field('languages')} label={t('expos.item_languages')} optional />
      <LanguagesField {...form.field('interpretedInto')} label={t('expos.item_interpreted')} optional />
      <Interpreters editionId={edition.id} value={draft.interpreters} onChange={(interpreters) => set({ interpreters })} />
      <CitiesField value={draft.cities} onChange={(cities) => set({ cities })} />
      <StandField editionId={edition.id} value={draft.standId} onChange={(standId) => set({ standId })} />
      <TextareaField {...form.field('followUp')} label={t('expos.item_followed')} hint={t('expos.item_follow_hint')} optional />
      <TextField {...form.field('source')} label={t('expos.item_source')} optional />
    </FormDialog>
  );
}

interface Chosen {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

function Interpreters({ editionId, value, onChange }: Chosen & { readonly editionId: string }) {
  const { t } = useText();
  const known = useQuery(exposQueries.listInterpreters.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  if (known.length === 0) return null;
  return (
    <fieldset>
      <legend className="lbl">{t('expos.item_interpreters')}</legend>
      {known.map(({ id, name }) => (
        <CheckField
          key={id}
          name={`interpreter.${id}`}
          label={name}
          checked={value.includes(id)}
          onChange={(checked) => onChange(checked ? [...value, id] : value.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  );
}

function StandField({
  editionId,
  value,
  onChange,
}: {
  readonly editionId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText();
  const stands = useQuery(exposQueries.listStands.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  if (stands.length === 0) return null;
  const options = [
    { value: '', text: t('expos.none') },
    ...stands.map(({ id, code, hall }) => ({ value: String(id), text: `${code} ${hall}`.trim() })),
  ];
  return <SelectField name="standId" label={t('expos.item_stand')} value={value} onChange={onChange} options={options} />;
}

function CitiesField({ value, onChange }: Chosen) {
  const { t } = useText();
  return (
    <fieldset>
      <legend className="lbl">{t('expos.item_cities')}</legend>
      <p className="note">{t('expos.item_cities_hint')}</p>
      {value.map((city) => (
        <CityLine key={city} city={city} onDrop={() => onChange(value.filter((one) => one !== city))} />
      ))}
      <ChooseCity name="cities" label={t('expos.add_city')} onChoose={({ id }) => onChange([...new Set([...value, id])])} />
    </fieldset>
  );
}

function CityLine({ city, onDrop }: { readonly city: string; readonly onDrop: () => void }) {
  const { t } = useText();
  const data = useQuery(citiesQueries.getCity.queryOptions({ input: { city } })).data;
  return (
    <Buttons>
      <span>{data === undefined ? '…' : <Named text={data.name} quiet />}</span>
      <TextAction onPress={onDrop}>{t('expos.remove')}</TextAction>
    </Buttons>
  );
}
