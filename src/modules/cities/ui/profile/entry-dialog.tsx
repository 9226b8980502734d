// Writing one entry of a profile, in both languages of the interface.
import { writing, type MultilingualText } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, OptionalSelect, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { sentSource, SourceChoice, type ChosenSource } from '#modules/evidence/ui/source-choice.tsx';
import type { ProfileEntry, SoughtShape } from '../../contract/profile.ts';
import { domains, type Domain } from '../../domain/profile/domains.ts';
import type { Goal } from '../../domain/profile/goals.ts';
import { extentOrNull } from '../../domain/profile/extent.ts';
import { isLimited, profileKinds, type ProfileKind } from '../../domain/profile/profile.ts';
import { citiesApi, citiesQueries } from '../client.ts';
import { ExtentFields, extentDraft, sentExtent, useExtentWords, type ExtentDraft } from './extent.tsx';
import { GoalsField } from './goals-field.tsx';
import { openSought, SoughtFields } from './sought-fields.tsx';

interface Draft {
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals: Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  readonly extent: ExtentDraft;
  readonly sought: SoughtShape | null;
  /** null: the one on record stays. */
  readonly source: ChosenSource;
  readonly saidBy: string;
}

const blank: Draft = {
  ...{ kind: 'strength', domain: null, goals: [], title: {}, body: {}, extent: extentDraft(null) },
  ...{ sought: null, source: null, saidBy: '' },
};

function draftOf(entry: ProfileEntry | null): Draft {
  if (entry === null) return blank;
  const { kind, domain, goals, title, body, extent, sought, saidBy } = entry;
  return { kind, domain, goals, title, body, extent: extentDraft(extent), sought, source: null, saidBy: saidBy ?? '' };
}

const filledSought = (sought: SoughtShape): SoughtShape => ({
  ...sought,
  offers: filledText(sought.offers) ?? {},
  contact: filledText(sought.contact) ?? {},
});
const sentOf = ({ source, ...draft }: Draft) => ({
  ...draft,
  ...sentSource(source),
  saidBy: filledLine(draft.saidBy),
  title: filledText(draft.title) ?? {},
  body: filledText(draft.body) ?? {},
  extent: isLimited(draft.kind) ? extentOrNull(sentExtent(draft.extent)) : null,
  sought: draft.sought === null ? null : filledSought(draft.sought),
});

/** Taken back, the source on record is cited again. */
function sourceBefore({ source }: Partial<Draft>, entry: ProfileEntry | null) {
  if (source !== null) return {};
  const before = entry?.source ?? null;
  return { source: before === null ? null : { sourceId: before.id, passage: before.passage, place: before.place } };
}

interface EntryDialogProps {
  readonly cityId: string;
  readonly office: string;
  /** null for a new one. */
  readonly entry: ProfileEntry | null;
  readonly onClose: () => void;
}

function useWords(): readonly FieldWords<Draft>[] {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const extentWords = useExtentWords();
  return [
    { key: 'kind', label: t('cities.entry_kind'), show: ({ kind }) => t(`cities.entry_${kind}`) },
    {
      key: 'domain',
      label: t('cities.domain'),
      show: ({ domain }) => (domain === null ? t('cities.no_domain') : t(`cities.domain_${domain}`)),
    },
    { key: 'goals', label: t('cities.goals'), show: ({ goals: chosen }) => chosen.join(', ') },
    {
      key: 'extent',
      label: t('cities.extent'),
      show: ({ extent }) => extentWords(sentExtent(extent)).join(writing[language].apart),
    },
    { key: 'sought', label: t('cities.sought'), show: ({ sought }) => (sought === null ? '' : formats.day(sought.until)) },
    { key: 'title', label: t('cities.entry_title'), show: ({ title }) => naming(title) },
    { key: 'body', label: t('cities.entry_body'), show: ({ body }) => naming(body) },
    { key: 'source', label: t('evidence.source'), show: ({ source }) => source?.title ?? '' },
    { key: 'saidBy', label: t('evidence.said_by_whom'), show: ({ saidBy }) => saidBy },
  ];
}

export function EntryDialog({ cityId, office, entry, onClose }: EntryDialogProps) {
  const { t } = useText();
  const form = useVersioned<ProfileEntry, Draft>({
    queryKey: citiesQueries.key(),
    thing: entry,
    draftOf,
    words: useWords(),
    read: async ({ id: wanted }) => (await citiesApi.listProfileEntries({ cityId })).entries.find(({ id }) => id === wanted),
    write: (changes, context, mine) =>
      citiesApi.updateProfileEntry(
        { ...changedOf(sentOf(mine), changes), ...sourceBefore(changes, entry), entryId: entry?.id ?? '' },
        { context },
      ),
    create: (draft, context) => citiesApi.createProfileEntry({ ...sentOf(draft), cityId }, { context }),
    remove: ({ id }, context) => citiesApi.discardProfileEntry({ entryId: id }, { context }),
    said: ({ state }) => t(state === 'changed' ? 'cities.saved_unpublished' : 'cities.draft_saved'),
    onKept: onClose,
  });
  return (
    <FormDialog
      wide
      keepTyped
      title={t(entry === null ? 'cities.add_entry' : 'cities.edit_entry')}
      action={form}
      submit={t('cities.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <EntryFields draft={form.draft} onChange={form.setDraft} />
      <SourceChoice {...form.field('source')} office={office} before={entry?.source ?? null} />
      <TextField {...form.field('saidBy')} label={t('evidence.said_by_whom')} hint={t('evidence.said_by_hint')} optional />
      {entry === null && <Note>{t('cities.draft_first')}</Note>}
    </FormDialog>
  );
}

function EntryFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useText();
  const field = bind(draft, onChange);
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const choose = (kind: ProfileKind) =>
    set(kind === 'partner_call' ? { kind, domain: null, sought: draft.sought ?? openSought() } : { kind, sought: null });
  return (
    <>
      <Fields>
        <SelectField
          name="kind"
          label={t('cities.entry_kind')}
          value={draft.kind}
          onChange={choose}
          options={profileKinds.map((kind) => ({ value: kind, text: t(`cities.entry_${kind}`) }))}
        />
        {draft.sought === null && (
          <OptionalSelect
            {...field('domain')}
            label={t('cities.domain')}
            none={t('cities.no_domain')}
            options={domains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) }))}
          />
        )}
      </Fields>
      <MultilingualField {...field('title')} label={t('cities.entry_title')} />
      <MultilingualField {...field('body')} label={t('cities.entry_body')} long />
      {isLimited(draft.kind) && <ExtentFields {...field('extent')} />}
      {draft.sought !== null && <SoughtFields value={draft.sought} onChange={(sought) => set({ sought })} />}
      <details open={draft.goals.length > 0}>
        <summary>{t('cities.goals_choose')}</summary>
        <GoalsField {...field('goals')} />
      </details>
    </>
  );
}
