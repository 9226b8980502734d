// Writing one entry of a profile, in both languages of the interface.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MultilingualText } from '#kernel/language.ts';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useGuardedSave, type FieldWords } from '#client/use-guarded-save.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import type { ProfileEntry, SoughtShape } from '../../contract/profile.ts';
import { domains, type Domain } from '../../domain/profile/domains.ts';
import { goals, goalsIn, type Goal } from '../../domain/profile/goals.ts';
import { profileKinds, type ProfileKind } from '../../domain/profile/profile.ts';
import { ManyField } from '../many-field.tsx';
import { openSought, SoughtFields } from './sought-fields.tsx';

interface Draft {
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals: Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  readonly sought: SoughtShape | null;
}

const blank: Draft = { kind: 'strength', domain: null, goals: [], title: {}, body: {}, sought: null };
const draftOf = ({ kind, domain, goals, title, body, sought }: ProfileEntry): Draft => ({
  ...{ kind, domain, goals, title, body, sought },
});
const filledSought = (sought: SoughtShape): SoughtShape => ({
  ...sought,
  offers: filledText(sought.offers) ?? {},
  contact: filledText(sought.contact) ?? {},
});
const sentOf = (draft: Partial<Draft>) => ({
  ...draft,
  ...(draft.title === undefined ? {} : { title: filledText(draft.title) ?? {} }),
  ...(draft.body === undefined ? {} : { body: filledText(draft.body) ?? {} }),
  ...(draft.sought == null ? {} : { sought: filledSought(draft.sought) }),
});

interface EntryDialogProps {
  readonly cityId: string;
  /** null for a new one. */
  readonly entry: ProfileEntry | null;
  readonly onClose: () => void;
}

export function EntryDialog({ cityId, entry, onClose }: EntryDialogProps) {
  return entry === null ? <NewEntry cityId={cityId} onClose={onClose} /> : <EditEntry entry={entry} onClose={onClose} />;
}

function NewEntry({ cityId, onClose }: Pick<EntryDialogProps, 'cityId' | 'onClose'>) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [draft, setDraft] = useState(blank);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const add = () =>
    action.run(async () => {
      await api().cities.createProfileEntry({ ...draft, ...sentOf(draft), cityId }, { context: { idempotencyKey } });
      await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      toast({ text: t('cities.draft_saved') });
      onClose();
    });
  return (
    <Dialog open wide onClose={onClose} title={t('cities.add_entry')}>
      <KeepTyped>
        <Form {...formTrouble(action)} onSubmit={() => void add()}>
          <EntryFields draft={draft} onChange={setDraft} />
          <p className="note">{t('cities.draft_first')}</p>
          <SaveButtons busy={action.busy} onClose={onClose} />
        </Form>
      </KeepTyped>
    </Dialog>
  );
}

function useWords(): readonly FieldWords<Draft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return [
    { key: 'kind', label: t('cities.entry_kind'), show: ({ kind }) => t(`cities.entry_${kind}`) },
    {
      key: 'domain',
      label: t('cities.domain'),
      show: ({ domain }) => (domain === null ? t('cities.no_domain') : t(`cities.domain_${domain}`)),
    },
    { key: 'goals', label: t('cities.goals'), show: ({ goals: chosen }) => chosen.join(', ') },
    { key: 'sought', label: t('cities.sought'), show: ({ sought }) => (sought === null ? '' : formats.day(sought.until)) },
    { key: 'title', label: t('cities.entry_title'), show: ({ title }) => naming(title) },
    { key: 'body', label: t('cities.entry_body'), show: ({ body }) => naming(body) },
  ];
}

function EditEntry({ entry, onClose }: { readonly entry: ProfileEntry; readonly onClose: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen] = useState({ version: entry.version, fields: draftOf(entry) });
  const [draft, setDraft] = useState(seen.fields);
  const guarded = useGuardedSave<Draft, ProfileEntry>({
    words: useWords(),
    read: async () => {
      const { entries } = await api().cities.listProfileEntries({ cityId: entry.cityId });
      const now = entries.find(({ id }) => id === entry.id) ?? entry;
      return { version: now.version, fields: draftOf(now) };
    },
    write: async (changes, version) => {
      const saved = await api().cities.updateProfileEntry({ ...sentOf(changes), entryId: entry.id }, { context: { ifMatch: version } });
      await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null)
        toast({ text: t(saved.state === 'changed' ? 'cities.saved_unpublished' : 'cities.draft_saved'), undo });
    },
  });
  return (
    <>
      <Dialog open wide onClose={onClose} title={t('cities.edit_entry')}>
        <KeepTyped>
          <Form {...formTrouble(guarded)} onSubmit={() => guarded.save(seen, draft)}>
            <EntryFields draft={draft} onChange={setDraft} />
            <SaveButtons busy={guarded.busy} onClose={onClose} />
          </Form>
        </KeepTyped>
      </Dialog>
      <TwoValues clash={guarded.clash} />
    </>
  );
}

function EntryFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useText();
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
          onChange={(value) => choose(profileKinds.find((kind) => kind === value) ?? draft.kind)}
          options={profileKinds.map((kind) => ({ value: kind, text: t(`cities.entry_${kind}`) }))}
        />
        {draft.sought === null && (
          <SelectField
            name="domain"
            label={t('cities.domain')}
            value={draft.domain ?? ''}
            onChange={(value) => set({ domain: domains.find((domain) => domain === value) ?? null })}
            options={[
              { value: '', text: t('cities.no_domain') },
              ...domains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) })),
            ]}
          />
        )}
      </Fields>
      <MultilingualField name="title" label={t('cities.entry_title')} value={draft.title} onChange={(title) => set({ title })} />
      <MultilingualField name="body" label={t('cities.entry_body')} long value={draft.body} onChange={(body) => set({ body })} />
      {draft.sought !== null && <SoughtFields value={draft.sought} onChange={(sought) => set({ sought })} />}
      <details open={draft.goals.length > 0}>
        <summary>{t('cities.goals_choose')}</summary>
        <ManyField
          name="goals"
          label={t('cities.goals')}
          options={goals.map((number) => ({
            value: String(number),
            text: t('cities.goal_numbered', { number, name: t(`cities.goal_${number}`) }),
          }))}
          value={draft.goals.map(String)}
          onChange={(chosen) => set({ goals: [...goalsIn(chosen.map(Number))] })}
        />
      </details>
    </>
  );
}

function SaveButtons({ busy, onClose }: { readonly busy: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Buttons>
      <Button kind="go" type="submit" busy={busy}>
        {t('cities.save')}
      </Button>
      <Button kind="text" onPress={onClose}>
        {t('design.cancel')}
      </Button>
    </Buttons>
  );
}
