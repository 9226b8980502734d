// Offices that ask the person to join: above every page until answered.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { chooseText } from '#kernel/language.ts';
import { accountsQueries } from './client.ts';
import { useSession } from './session.ts';

export function Invitations() {
  const { t, language } = useText();
  const session = useSession();
  const toast = useToast();
  const queryClient = useQueryClient();
  const settled = {
    onError: (error: unknown) => toast({ text: troubleOf(error).message }),
    onSettled: () => void queryClient.invalidateQueries(),
  };
  const accept = useMutation(accountsQueries.acceptInvitation.mutationOptions(settled));
  const decline = useMutation(accountsQueries.declineInvitation.mutationOptions(settled));
  return (session?.invitations ?? []).map(({ office: officeId, name, role }) => (
    <Notice
      key={officeId}
      actions={
        <>
          <Button busy={accept.isPending} onPress={() => accept.mutate({ officeId })}>
            {t('accounts.accept')}
          </Button>
          <Button kind="text" busy={decline.isPending} onPress={() => decline.mutate({ officeId })}>
            {t('accounts.decline')}
          </Button>
        </>
      }
    >
      {t('accounts.invitation_of', { office: chooseText(name, language).text, role: t(`accounts.role_${role}`) })}
    </Notice>
  ));
}
