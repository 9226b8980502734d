// Taking a person out of their entry for good, as they asked; asks first, and there is no way back.
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { Contact } from '../contract.ts';
import { organisationsApi, organisationsQueries } from './client.ts';
import { personName } from './person-name.ts';

export function EraseContact({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(organisationsQueries.key());
  const { id: contactId, organisationId, version: ifMatch } = contact;
  const erase = () =>
    void keep(() => organisationsApi.eraseContact({ contactId, organisationId }, { context: { ifMatch } }), {
      said: t('organisations.contact_erased'),
      after: onClose,
    });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('organisations.erase_contact', { name: personName(contact) })}
      confirmText={t('organisations.erase_short')}
      busy={action.busy}
      onConfirm={erase}
    >
      <p>{t('organisations.erase_contact_text')}</p>
      <TroubleNotice trouble={action.trouble} />
    </Confirm>
  );
}
