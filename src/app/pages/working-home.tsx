// The first screen of whoever works here, by the kind of their office.
import { Navigate } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { DelegateHome } from '#modules/meetings/ui/agenda/agenda-page.tsx';
import { OrganiserHome } from '#modules/meetings/ui/decisions/decisions-page.tsx';
import { LeadHome } from '#modules/meetings/ui/group/group-home.tsx';
import { AnswersAhead } from '#modules/desk/ui/answers/two-answers.tsx';
import { DeskPage } from '#modules/desk/ui/desk-page.tsx';
import { kindsOf } from '../navigation.ts';

function Invited() {
  const { t } = useText();
  return <Empty heading={t('meetings.invited')}>{t('meetings.invited_text')}</Empty>;
}

export function WorkingHome() {
  const session = useSession();
  if (session === undefined) return <Skeleton lines={6} />;
  // A link opens one place, and that is where its holder is at home.
  if (session.holder === 'link') return <Navigate to="/in" replace />;
  const [leading] = kindsOf(session);
  const [own] = session.offices;
  if (leading === 'organiser') return <OrganiserHome />;
  if (own !== undefined && (leading === 'chamber' || leading === 'company'))
    return (
      <>
        <AnswersAhead officeId={own.id} />
        {leading === 'chamber' ? <LeadHome /> : <DelegateHome />}
      </>
    );
  if (leading === 'register') return <Navigate to="/cities" replace />;
  // Whoever was just invited finds the invitation above, and nothing yet that is for them.
  if (session.offices.length === 0 && session.invitations.length > 0) return <Invited />;
  return <DeskPage />;
}
