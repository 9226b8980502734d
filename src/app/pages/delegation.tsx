// Where letters lead whoever acts for several companies: the group that they lead, else the agendas that are theirs.
import { DelegateHome } from '#modules/meetings/ui/agenda/agenda-page.tsx';
import { LeadHome } from '#modules/meetings/ui/group/group-home.tsx';

export const Delegation = () => <LeadHome none={<DelegateHome />} />;
