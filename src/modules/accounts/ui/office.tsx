// An office: who belongs to it, and what was changed. Owners invite, change roles and read the log.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button } from '#design/button.tsx';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { DataTable } from '#design/data-table.tsx';
import { Section, Title } from '#design/page.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { languageFor, chooseText, languages, writing } from '#kernel/language.ts';
import { AuditLog } from './log/audit-log.tsx';
import { Keys } from './keys.tsx';
import { accountsApi, accountsQueries } from './client.ts';
import { useSession } from './session.ts';
import { keepsMail } from './ways-in.ts';
import { Webhooks } from './webhooks.tsx';

type Members = Awaited<ReturnType<(typeof accountsApi)['listMembers']>>['entries'];
type Member = Members[number];
type Role = Member['role'];

const roles: readonly Role[] = ['owner', 'editor', 'viewer'];

export function OfficePage() {
  const { t, language } = useText();
  const session = useSession();
  const office = session?.offices[0];
  if (office === undefined) return <Skeleton />;
  const governs = office.role === 'owner';
  return (
    <>
      <Title title={chooseText(office.name, language).text} note={t(`accounts.role_${office.role}`)} />
      <MemberList officeId={office.id} governs={governs} />
      {governs && <Keys officeId={office.id} />}
      {governs && <Webhooks officeId={office.id} />}
      {governs ? <AuditLog officeId={office.id} /> : <p className="note">{t('accounts.audit_for_owners')}</p>}
    </>
  );
}

function MemberList({ officeId, governs }: { readonly officeId: string; readonly governs: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const members = useQuery(accountsQueries.listMembers.queryOptions({ input: { officeId } }));
  const change = useMemberChange(officeId);
  if (members.data === undefined) return <Skeleton />;
  const actions = (member: Member) => (
    <>
      {member.disabled !== 'operator' && (
        <Button kind="text" onPress={() => change.disabled(member)}>
          {t(member.disabled === null ? 'accounts.disable_member' : 'accounts.enable_member')}
        </Button>
      )}{' '}
      <Button kind="text" onPress={() => setLeaving(member)}>
        {t('accounts.remove_member')}
      </Button>
    </>
  );
  const standing = ({ accepted, disabled }: Member): string | null =>
    disabled === 'operator'
      ? t('accounts.disabled_by_operator')
      : disabled === 'office'
        ? t('accounts.disabled')
        : accepted
          ? null
          : t('accounts.not_accepted');
  return (
    <Section
      title={t('accounts.members')}
      count={members.data.entries.length}
      aside={governs && <Button onPress={() => setInviting(true)}>{t('accounts.invite')}</Button>}
    >
      <DataTable<Member>
        caption={t('accounts.members')}
        rows={members.data.entries}
        rowKey={(member) => member.account}
        columns={[
          {
            key: 'name',
            head: t('accounts.name'),
            naming: true,
            cell: (member) => {
              const words = standing(member);
              return words === null ? member.name : `${member.name} ${t('design.in_brackets', { words })}`;
            },
          },
          { key: 'email', head: t('accounts.email'), cell: (member) => member.email },
          {
            key: 'role',
            head: t('accounts.role'),
            cell: (member) =>
              governs ? <RoleChoice member={member} onChoose={(role) => change.role(member, role)} /> : t(`accounts.role_${member.role}`),
          },
          { key: 'since', head: t('accounts.member_since'), cell: (member) => formats.date(member.since, ownZone(), 'table') },
          ...(governs ? [{ key: 'actions', head: t('accounts.member_actions'), silent: true, end: true, cell: actions }] : []),
        ]}
      />
      <Invite officeId={officeId} open={inviting} onClose={() => setInviting(false)} />
      <Confirm
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('accounts.remove_member')}
        confirmText={t('accounts.remove_member')}
        onConfirm={() => {
          if (leaving !== null) change.remove(leaving);
          setLeaving(null);
        }}
      >
        {t('accounts.remove_member_hint', { name: leaving?.name ?? '' })}
      </Confirm>
    </Section>
  );
}

/** Changes a role or ends a membership, says what happened, and offers the way back where there is one. */
function useMemberChange(officeId: string) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: accountsQueries.key() });
  const setRole = async (member: Member, role: Role): Promise<void> => {
    await accountsApi.changeRole({ officeId, accountId: member.account, role });
    await refresh();
  };
  const setDisabled = async (member: Member, disabled: boolean): Promise<void> => {
    const input = { officeId, accountId: member.account };
    await (disabled ? accountsApi.disableMember(input) : accountsApi.enableMember(input));
    await refresh();
  };
  const told = (work: Promise<unknown>, words: string, undo?: () => Promise<void>): void =>
    void work
      .then(
        () => toast({ text: words, ...(undo === undefined ? {} : { undo }) }),
        (error: unknown) => toast({ text: troubleOf(error).message }),
      )
      .finally(() => void refresh());
  return {
    role: (member: Member, role: Role) =>
      told(setRole(member, role), t('accounts.role_changed', { name: member.name }), () => setRole(member, member.role)),
    disabled: (member: Member) => {
      const disables = member.disabled === null;
      const words = t(disables ? 'accounts.member_disabled' : 'accounts.member_enabled', { name: member.name });
      told(setDisabled(member, disables), words, () => setDisabled(member, !disables));
    },
    remove: (member: Member) =>
      told(accountsApi.removeMember({ officeId, accountId: member.account }), t('accounts.member_removed', { name: member.name })),
  };
}

function RoleChoice({ member, onChoose }: { readonly member: Member; readonly onChoose: (role: Role) => void }) {
  const { t } = useText();
  return (
    <select
      className="in"
      aria-label={t('accounts.role_of', { name: member.name })}
      value={member.role}
      onChange={(event) => onChoose(event.target.value as Role)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`accounts.role_${role}`)}
        </option>
      ))}
    </select>
  );
}

function Invite({ officeId, open, onClose }: { readonly officeId: string; readonly open: boolean; readonly onClose: () => void }) {
  const { t, language } = useText();
  const { keep, ...action } = useKeeping(accountsQueries.key());
  const isKept = keepsMail(useSession());
  const submit = (entries: FormData) =>
    void keep(
      () =>
        accountsApi.inviteMember({
          officeId,
          email: textOf(entries, 'email'),
          name: textOf(entries, 'name'),
          role: textOf(entries, 'role') as Role,
          language: languageFor(textOf(entries, 'language')) ?? 'en',
        }),
      { said: ({ name }) => t(isKept ? 'accounts.invited_kept' : 'accounts.invited', { name }), after: onClose },
    );
  return (
    <Dialog open={open} onClose={onClose} title={t('accounts.invite')}>
      <Form {...formTrouble(action)} onSubmit={submit}>
        {isKept && <Notice kind="plain">{t('accounts.invitation_kept')}</Notice>}
        <TextField name="name" label={t('accounts.name')} />
        <TextField name="email" type="email" label={t('accounts.email')} />
        <SelectField
          name="role"
          label={t('accounts.role')}
          hint={t('accounts.role_hint')}
          defaultValue="editor"
          options={roles.map((role) => ({ value: role, text: t(`accounts.role_${role}`) }))}
        />
        <SelectField
          name="language"
          label={t('accounts.mail_language')}
          defaultValue={language}
          options={languages.map((value) => ({ value, text: writing[value].name }))}
        />
        <p className="btns">
          <Button kind="go" type="submit" busy={action.busy}>
            {t('accounts.invite')}
          </Button>
        </p>
      </Form>
    </Dialog>
  );
}
