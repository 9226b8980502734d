// Participants as a table: search, filter, add, open one.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, ButtonLink } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import { useNaming } from '#design/named.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import type { Edition } from '../../contract/edition.ts';
import { participantRoles } from '../../domain/roster.ts';
import { participantsSearch, type ParticipantsSearch } from '../address.ts';
import { exposQueries } from '../client.ts';
import { EditParticipant, ParticipantDialog } from './dialog.tsx';
import { ParticipantTable } from './participant-table.tsx';
import { useSetupEdition } from '../setup-page.tsx';

function useNarrowing() {
  const search = useAddress(participantsSearch);
  const navigate = useNavigate();
  const set = (change: { readonly [K in keyof ParticipantsSearch]: ParticipantsSearch[K] | undefined }) =>
    void navigate({ to: '.', search: participantsSearch({ ...search, ...change }), replace: true, resetScroll: false });
  return { search, set };
}

export function ParticipantsPage() {
  const { t } = useText();
  const edition = useSetupEdition();
  const { search, set } = useNarrowing();
  const [adding, setAdding] = useState(false);
  const { q, role, group, withdrawn, open } = search;
  const pages = usePages(
    exposQueries.listParticipants.infiniteOptions(
      paged({
        editionId: edition.id,
        limit: 100,
        state: withdrawn === true ? ('withdrawn' as const) : ('active' as const),
        ...(q === undefined ? {} : { q }),
        ...(role === undefined ? {} : { role }),
        ...(group === undefined ? {} : { groupId: group }),
      }),
    ),
  );
  const filtered = q !== undefined || role !== undefined || group !== undefined || withdrawn === true;
  const add = () => setAdding(true);
  const all = () => set({ q: undefined, role: undefined, group: undefined, withdrawn: undefined });
  return (
    <Section title={t('expos.participants')} aside={<Counts edition={edition} />}>
      <Filters edition={edition} search={search} onChange={set} onAdd={add} />
      <Paged pages={pages} lines={8} empty={<Nothing edition={edition} filtered={filtered} onAll={all} />}>
        {(entries) => <ParticipantTable edition={edition} participants={entries} onOpen={(id) => set({ open: id })} chosen={open} />}
      </Paged>
      {adding && <ParticipantDialog edition={edition} participant={null} onClose={() => setAdding(false)} />}
      {open !== undefined && <EditParticipant key={open} edition={edition} id={open} onClose={() => set({ open: undefined })} />}
    </Section>
  );
}

function Counts({ edition: { counts } }: { readonly edition: Edition }) {
  const { t } = useText();
  return (
    <p className="note">
      {t('expos.both_counts', {
        exhibitors: t('expos.exhibitor_count', { count: counts.exhibitors }),
        buyers: t('expos.buyer_count', { count: counts.buyers ?? 0 }),
      })}
    </p>
  );
}

interface FiltersProps {
  readonly edition: Edition;
  readonly search: ParticipantsSearch;
  readonly onChange: ReturnType<typeof useNarrowing>['set'];
  readonly onAdd: () => void;
}

function Filters({ edition, search, onChange, onAdd }: FiltersProps) {
  const { t } = useText();
  const naming = useNaming();
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input: { editionId: edition.id, limit: 200 } })).data?.entries ?? [];
  const all = { value: '', text: t('expos.all') };
  return (
    <div className="filters">
      <SearchField
        name="participant-search"
        label={t('expos.search_participants')}
        value={search.q ?? ''}
        onSearch={(q) => onChange({ q })}
      />
      <SelectField
        name="participant-role"
        label={t('expos.role')}
        value={search.role ?? ''}
        onChange={(value) => onChange({ role: participantRoles.find((role) => role === value) })}
        options={[all, ...participantRoles.map((role) => ({ value: role, text: t(`expos.${role}`) }))]}
      />
      {groups.length > 0 && (
        <SelectField
          name="participant-group"
          label={t('expos.group')}
          value={search.group ?? ''}
          onChange={(group) => onChange({ group })}
          options={[all, ...groups.map(({ id, code, name }) => ({ value: id, text: `${code} ${naming(name)}` }))]}
        />
      )}
      <SelectField
        name="participant-state"
        label={t('expos.state')}
        value={search.withdrawn === true ? 'withdrawn' : ''}
        onChange={(value) => onChange({ withdrawn: value === 'withdrawn' ? true : undefined })}
        options={[
          { value: '', text: t('expos.taking_part') },
          { value: 'withdrawn', text: t('expos.withdrawn') },
        ]}
      />
      <div className="end">
        <Button kind="go" onPress={onAdd}>
          {t('expos.add_participant')}
        </Button>
      </div>
    </div>
  );
}

interface NothingProps {
  readonly edition: Edition;
  readonly filtered: boolean;
  readonly onAll: () => void;
}

function Nothing({ edition, filtered, onAll }: NothingProps) {
  const { t } = useText();
  if (filtered)
    return (
      <Empty heading={t('expos.no_participant_fits')} actions={<Button onPress={onAll}>{t('expos.show_all')}</Button>}>
        {t('expos.no_participant_fits_text')}
      </Empty>
    );
  return (
    <Empty
      heading={t('expos.no_participants')}
      actions={
        <ButtonLink to="/editions/$slug/import" params={{ slug: edition.slug }}>
          {t('expos.import_file')}
        </ButtonLink>
      }
    >
      {t('expos.no_participants_text')}
    </Empty>
  );
}
