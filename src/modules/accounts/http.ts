// Binds the accounts contract to its use cases.
import { implement } from '@orpc/server';
import type { MultilingualText } from '#kernel/language.ts';
import { ok } from '#kernel/result.ts';
import { answer, type HttpContext } from '#platform/http/procedure.ts';
import { readOutbox } from '#platform/mail/outbox.ts';
import type { Database } from '#platform/postgres/database.ts';
import { acceptInvitation, declineInvitation } from './api/answer-invitation.ts';
import { getSession, updateAccount } from './api/get-session.ts';
import { claimOffice, joinByLink } from './api/links.ts';
import { listAudit } from './api/list-audit.ts';
import { listOffices } from './api/list-offices.ts';
import { changeRole, disableMember, enableMember, inviteMember, listMembers, removeMember } from './api/manage-members.ts';
import { foundOfficeFromPage, inviteFirstOwner, listFoundedOffices } from './api/operator.ts';
import { getOwnData } from './api/own-data.ts';
import { createKey, listKeys, revokeKey } from './api/programs/keys.ts';
import {
  createWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  renewWebhookSecret,
  restartWebhook,
  sendAgain,
  tryWebhook,
} from './api/programs/webhooks.ts';
import { accounts } from './contract.ts';

interface Setting {
  readonly database: Database;
  readonly origin: string;
  readonly demo: boolean;
  /** What the institution is called that signs people in; null where there is none. */
  readonly institution: MultilingualText | null;
  readonly mails: boolean;
  /** The server's own, from which those of webhooks are derived. */
  readonly secret: string;
}

/** The router of accounts; `demo` opens the outbox to everybody, and only then. */
export function accountsRouter({ database, origin, demo, institution, mails, secret }: Setting) {
  const os = implement(accounts).$context<HttpContext>();
  return os.router({
    getSession: os.getSession.handler(
      answer(async (work) => {
        const session = await getSession(work);
        return session.ok ? ok({ ...session.value, demo, institution, mails }) : session;
      }),
    ),
    updateAccount: os.updateAccount.handler(answer(updateAccount)),
    getOwnData: os.getOwnData.handler(answer(getOwnData)),
    claimOffice: os.claimOffice.handler(answer((work, input) => claimOffice(work, input, origin))),
    joinByLink: os.joinByLink.handler(answer(joinByLink)),
    listOffices: os.listOffices.handler(answer(listOffices)),
    listFoundedOffices: os.listFoundedOffices.handler(answer(listFoundedOffices)),
    foundOffice: os.foundOffice.handler(answer((work, input) => foundOfficeFromPage(work, input, origin))),
    inviteFirstOwner: os.inviteFirstOwner.handler(answer((work, input) => inviteFirstOwner(work, input, origin))),
    listMembers: os.listMembers.handler(answer(listMembers)),
    inviteMember: os.inviteMember.handler(answer((work, input) => inviteMember(work, input, origin))),
    acceptInvitation: os.acceptInvitation.handler(answer(acceptInvitation)),
    declineInvitation: os.declineInvitation.handler(answer(declineInvitation)),
    changeRole: os.changeRole.handler(answer(changeRole)),
    removeMember: os.removeMember.handler(answer(removeMember)),
    disableMember: os.disableMember.handler(answer(disableMember)),
    enableMember: os.enableMember.handler(answer(enableMember)),
    listKeys: os.listKeys.handler(answer(listKeys)),
    createKey: os.createKey.handler(answer(createKey)),
    revokeKey: os.revokeKey.handler(answer(revokeKey)),
    listWebhooks: os.listWebhooks.handler(answer(listWebhooks)),
    createWebhook: os.createWebhook.handler(answer((work, input) => createWebhook(work, input, secret))),
    renewWebhookSecret: os.renewWebhookSecret.handler(answer((work, input) => renewWebhookSecret(work, input, secret))),
    restartWebhook: os.restartWebhook.handler(answer(restartWebhook)),
    removeWebhook: os.removeWebhook.handler(answer(removeWebhook)),
    tryWebhook: os.tryWebhook.handler(answer(tryWebhook)),
    listDeliveries: os.listDeliveries.handler(answer(listDeliveries)),
    sendAgain: os.sendAgain.handler(answer(sendAgain)),
    listAudit: os.listAudit.handler(answer(listAudit)),
    listDemoMail: os.listDemoMail.handler(
      answer(async () => {
        const mails = demo ? await readOutbox(database, 50) : [];
        return ok({ entries: mails.map((m) => ({ ...m, writtenAt: m.writtenAt.toISOString(), sentAt: m.sentAt?.toISOString() ?? null })) });
      }),
    ),
  });
}
