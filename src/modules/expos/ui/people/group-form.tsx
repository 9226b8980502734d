// A delegation or trading group: new, or changed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MultilingualText } from '#kernel/language.ts';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { officeChoice, OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble, useAction } from '#client/use-action.ts';
import { useGuardedSave, type FieldWords } from '#client/use-guarded-save.ts';
import type { Group } from '../../contract/roster.ts';
import { groupKinds, type GroupKind } from '../../domain/roster.ts';

interface GroupDraft {
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: MultilingualText;
  readonly parentId: string;
  readonly leadOffice: OfficeChoice | null;
}

const draftOf = ({ code, kind, name, parentId, leadOffice, leadOfficeName }: Group): GroupDraft => ({
  code,
  kind,
  name,
  parentId: parentId ?? '',
  leadOffice: officeChoice(leadOffice, leadOfficeName),
});
const blank: GroupDraft = { code: '', kind: 'delegation', name: {}, parentId: '', leadOffice: null };

const sentOf = ({ code, kind, name, parentId, leadOffice }: Partial<GroupDraft>) => ({
  ...(code === undefined ? {} : { code }),
  ...(kind === undefined ? {} : { kind }),
  ...(name === undefined ? {} : { name: filledText(name) ?? {} }),
  ...(parentId === undefined ? {} : { parentId: parentId === '' ? null : parentId }),
  ...(leadOffice === undefined ? {} : { leadOffice: leadOffice?.id ?? null }),
});

export interface GroupFormProps {
  readonly editionId: string;
  readonly group: Group | null;
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}

function useWords(groups: readonly Group[]): readonly FieldWords<GroupDraft>[] {
  const { t } = useText();
  const naming = useNaming();
  return [
    { key: 'code', label: t('expos.code'), show: ({ code }) => code },
    { key: 'kind', label: t('expos.group_kind'), show: ({ kind }) => t(`expos.kind_${kind}`) },
    { key: 'name', label: t('expos.name'), show: ({ name }) => naming(name) },
    {
      key: 'parentId',
      label: t('expos.part_of'),
      show: ({ parentId }) => groups.find(({ id }) => id === parentId)?.code ?? t('expos.none'),
    },
    {
      key: 'leadOffice',
      label: t('expos.lead_office'),
      show: ({ leadOffice }) => (leadOffice === null ? t('expos.none') : naming(leadOffice.name)),
    },
  ];
}

export function GroupForm({ editionId, group, groups, onClose }: GroupFormProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen] = useState(() => ({ version: group?.version ?? 0, fields: group === null ? blank : draftOf(group) }));
  const [draft, setDraft] = useState(seen.fields);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const creating = useAction();
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const guarded = useGuardedSave<GroupDraft, Group>({
    words: useWords(groups),
    read: async () => {
      const { entries } = await api().expos.listGroups({ editionId, limit: 200 });
      const now = entries.find(({ id }) => id === group?.id);
      return now === undefined ? seen : { version: now.version, fields: draftOf(now) };
    },
    write: async (changes, ifMatch) => {
      const saved = await api().expos.updateGroup({ ...sentOf(changes), editionId, groupId: group?.id ?? '' }, { context: { ifMatch } });
      await refresh();
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null) toast({ text: t('expos.group_saved', { code: saved.code }), undo });
    },
  });
  const create = () =>
    creating.run(async () => {
      const { code, kind, name } = draft;
      const made = await api().expos.createGroup(
        { ...sentOf(draft), code, kind, name: filledText(name) ?? {}, editionId },
        { context: { idempotencyKey } },
      );
      await refresh();
      onClose();
      const undo = async () => {
        await api().expos.removeGroup({ editionId, groupId: made.id }, { context: { ifMatch: made.version } });
        await refresh();
      };
      toast({ text: t('expos.group_added', { code }), undo });
    });
  const action = group === null ? creating : guarded;
  return (
    <>
      <Dialog open onClose={onClose} wide title={group === null ? t('expos.add_group') : t('expos.edit_named', { name: group.code })}>
        <Form {...formTrouble(action)} onSubmit={() => (group === null ? void create() : guarded.save(seen, draft))}>
          <GroupFields draft={draft} onChange={setDraft} others={groups.filter(({ id }) => id !== group?.id)} />
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('expos.save')}
            </Button>
            <Button kind="text" onPress={onClose}>
              {t('design.cancel')}
            </Button>
          </Buttons>
        </Form>
      </Dialog>
      <TwoValues clash={guarded.clash} />
    </>
  );
}

interface GroupFieldsProps {
  readonly draft: GroupDraft;
  readonly onChange: (draft: GroupDraft) => void;
  readonly others: readonly Group[];
}

function GroupFields({ draft, onChange, others }: GroupFieldsProps) {
  const { t } = useText();
  const naming = useNaming();
  const set = (change: Partial<GroupDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Fields>
        <TextField name="code" label={t('expos.code')} short value={draft.code} onChange={(code) => set({ code })} />
        <SelectField
          name="kind"
          label={t('expos.group_kind')}
          value={draft.kind}
          onChange={(value) => set({ kind: groupKinds.find((kind) => kind === value) ?? draft.kind })}
          options={groupKinds.map((kind) => ({ value: kind, text: t(`expos.kind_${kind}`) }))}
        />
      </Fields>
      <MultilingualField name="name" label={t('expos.name')} value={draft.name} onChange={(name) => set({ name })} />
      <SelectField
        name="parentId"
        label={t('expos.part_of')}
        value={draft.parentId}
        onChange={(parentId) => set({ parentId })}
        options={[
          { value: '', text: t('expos.none') },
          ...others.map(({ id, code, name }) => ({ value: id, text: `${code} ${naming(name)}` })),
        ]}
      />
      <OfficeField
        name="leadOffice"
        label={t('expos.lead_office')}
        hint={t('expos.lead_office_hint')}
        none={t('expos.none')}
        value={draft.leadOffice}
        onChange={(leadOffice) => set({ leadOffice })}
      />
    </>
  );
}
