// How many requests each may make: by role, and by group where a group has a limit of its own.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import type { RequestRules } from '../edition/answers.ts';
import { useName } from '../edition/names.tsx';

type Quota = RequestRules['quotas'][number];

/** A limit while it is typed; of a role, of a group, or of what only a program set. */
export interface QuotaDraft extends Pick<Quota, 'groupId' | 'role'> {
  readonly most: string;
  readonly mostMusts: string;
}

const roles = ['exhibitor', 'buyer'] as const;

const sameWhom = (a: Pick<Quota, 'groupId' | 'role'>, b: Pick<Quota, 'groupId' | 'role'>): boolean =>
  a.groupId === b.groupId && a.role === b.role;

/** Both roles always, then what else is set. */
export function quotaDrafts({ quotas }: RequestRules): readonly QuotaDraft[] {
  const typed = (quota: Quota): QuotaDraft => ({ ...quota, most: String(quota.most), mostMusts: quota.mostMusts?.toString() ?? '' });
  const ofRoles = roles.map((role): QuotaDraft => {
    const set = quotas.find((one) => sameWhom(one, { groupId: null, role }));
    return set === undefined ? { groupId: null, role, most: '', mostMusts: '' } : typed(set);
  });
  return [...ofRoles, ...quotas.filter((one) => !ofRoles.some((known) => sameWhom(one, known))).map(typed)];
}

/** As sent, with their places among the drafts: one without a number is no limit. */
export const sentQuotas = (drafts: readonly QuotaDraft[]): Quota[] =>
  drafts
    .filter(({ most }) => most !== '')
    .map(({ most, mostMusts, ...whom }) => ({ ...whom, most: Number(most), mostMusts: mostMusts === '' ? null : Number(mostMusts) }));

interface QuotaFieldsProps {
  readonly editionId: string;
  readonly value: readonly QuotaDraft[];
  readonly onChange: (value: readonly QuotaDraft[]) => void;
}

export function QuotaFields({ editionId, value, onChange }: QuotaFieldsProps) {
  const { t } = useText();
  const name = useName();
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  const labelOf = ({ groupId, role }: QuotaDraft): string => {
    if (groupId === null) return t(role === null ? 'meetings.rules_most_everybody' : `meetings.rules_most_${role}`);
    const group = groups.find(({ id }) => id === groupId);
    const named = group === undefined ? '…' : name(group.name);
    return role === null
      ? t('meetings.rules_most_group', { group: named })
      : t('meetings.rules_most_group_role', { group: named, who: t(`meetings.rules_of_${role}`) });
  };
  const free = groups.filter(({ id }) => !value.some((one) => sameWhom(one, { groupId: id, role: null })));
  // Fields are named by their places in what is sent, which leaves out those without a number.
  const placeOf = (at: number): number => value.slice(0, at).filter(({ most }) => most !== '').length;
  return (
    <>
      {value.map((quota, at) => {
        const set = (change: Partial<QuotaDraft>) => onChange(value.map((one) => (one === quota ? { ...one, ...change } : one)));
        const isEmpty = quota.most === '';
        const path = isEmpty ? `limit.${at}` : `quotas.${placeOf(at)}`;
        return (
          <Fields key={`${quota.groupId ?? ''} ${quota.role ?? ''}`}>
            <TextField
              name={`${path}.most`}
              type="number"
              label={labelOf(quota)}
              optional
              value={quota.most}
              onChange={(most) => set({ most })}
            />
            <TextField
              name={`${path}.mostMusts`}
              type="number"
              label={t('meetings.rules_most_musts')}
              optional
              value={quota.mostMusts}
              onChange={(mostMusts) => set({ mostMusts })}
            />
            {(quota.groupId !== null || quota.role === null) && (
              <Buttons>
                <TextAction
                  aria-label={`${t('meetings.rules_remove_limit')}: ${labelOf(quota)}`}
                  onPress={() => onChange(value.filter((one) => one !== quota))}
                >
                  {t('meetings.rules_remove_limit')}
                </TextAction>
              </Buttons>
            )}
          </Fields>
        );
      })}
      {free.length > 0 && (
        <SelectField
          name="limitOfGroup"
          label={t('meetings.rules_add_group')}
          hint={t('meetings.rules_add_group_hint')}
          value=""
          onChange={(groupId) => {
            if (groupId !== '') onChange([...value, { groupId, role: null, most: '', mostMusts: '' }]);
          }}
          options={[
            { value: '', text: t('meetings.choose') },
            ...free.map(({ id, name: called }) => ({ value: String(id), text: name(called) })),
          ]}
        />
      )}
    </>
  );
}
