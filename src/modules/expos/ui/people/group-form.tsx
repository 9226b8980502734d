// A delegation or trading group: new, or changed.
import type { MultilingualText } from '#kernel/language.ts';
import { findInPages } from '#client/use-pages.ts';
import { useText } from '#client/language.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { useNaming } from '#design/named.tsx';
import { officeChoice, OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { GroupId } from '../../domain/edition.ts';
import type { Group } from '../../contract/roster.ts';
import { runsInCircle } from '../../domain/group.ts';
import { groupKinds, type GroupKind } from '../../domain/roster.ts';
import { exposApi, exposQueries } from '../client.ts';

interface GroupDraft {
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: MultilingualText;
  readonly parentId: string;
  readonly leadOffice: OfficeChoice | null;
}

const blank: GroupDraft = { code: '', kind: 'delegation', name: {}, parentId: '', leadOffice: null };

function draftOf(group: Group | null): GroupDraft {
  if (group === null) return blank;
  const { code, kind, name, parentId, leadOffice, leadOfficeName } = group;
  return { code, kind, name, parentId: parentId ?? '', leadOffice: officeChoice(leadOffice, leadOfficeName) };
}

const sentOf = ({ code, kind, name, parentId, leadOffice }: GroupDraft) => ({
  ...{ code, kind, name: filledText(name) ?? {}, parentId: parentId === '' ? null : parentId, leadOffice: leadOffice?.id ?? null },
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
  const naming = useNaming();
  const form = useVersioned<Group, GroupDraft>({
    queryKey: exposQueries.key(),
    thing: group,
    draftOf,
    words: useWords(groups),
    read: ({ id }) => findInPages((page) => exposApi.listGroups({ editionId, ...page }), id),
    write: (changes, context, mine) =>
      exposApi.updateGroup({ ...changedOf(sentOf(mine), changes), editionId, groupId: group?.id ?? '' }, { context }),
    create: (draft, context) => exposApi.createGroup({ ...sentOf(draft), editionId }, { context }),
    remove: ({ id: groupId }, context) => exposApi.removeGroup({ editionId, groupId }, { context }),
    said: ({ code }) => t(group === null ? 'expos.group_added' : 'expos.group_saved', { code }),
    onKept: onClose,
  });
  const parentOf = (of: GroupId) => groups.find(({ id }) => id === of)?.parentId ?? null;
  // Neither itself nor what is part of it.
  const mayHold = ({ id }: Group): boolean => group === null || !runsInCircle(group.id, (of) => (of === group.id ? id : parentOf(of)));
  const others = groups.filter(mayHold).map(({ id, code, name }) => ({ value: id, text: `${code} ${naming(name)}` }));
  return (
    <FormDialog
      wide
      title={group === null ? t('expos.add_group') : t('expos.edit_named', { name: group.code })}
      action={form}
      submit={t('expos.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <Fields>
        <TextField {...form.field('code')} label={t('expos.code')} short />
        <SelectField
          {...form.field('kind')}
          label={t('expos.group_kind')}
          options={groupKinds.map((kind) => ({ value: kind, text: t(`expos.kind_${kind}`) }))}
        />
      </Fields>
      <MultilingualField {...form.field('name')} label={t('expos.name')} />
      <SelectField {...form.field('parentId')} label={t('expos.part_of')} options={[{ value: '', text: t('expos.none') }, ...others]} />
      <OfficeField {...form.field('leadOffice')} label={t('expos.lead_office')} hint={t('expos.lead_office_hint')} none={t('expos.none')} />
    </FormDialog>
  );
}
