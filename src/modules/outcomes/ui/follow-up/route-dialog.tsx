// By which way a question goes: to the company itself, or through an office that stands nearer to it.
import { useState } from 'react';
import { formTrouble } from '#client/use-action.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Dialog } from '#design/notices/dialog.tsx';
import { OfficeField, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import type { FollowUpShown } from '../../contract/follow-up.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

interface RouteDialogProps {
  readonly officeId: string;
  readonly entry: FollowUpShown;
  readonly onClose: () => void;
}

/** The route as the API takes it: no office means the company itself. */
export const routeTo = (office: OfficeChoice | null) =>
  office === null ? ({ route: 'company', throughOffice: null } as const) : ({ route: 'through', throughOffice: office.id } as const);

export function RouteDialog({ officeId, entry, onClose }: RouteDialogProps) {
  const { t } = useText();
  const [office, setOffice] = useState<OfficeChoice | null>(entry.through);
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const save = () =>
    void keep(() => outcomesApi.routeFollowUps({ officeId, followUpIds: [entry.id], ...routeTo(office) }), {
      said: t('outcomes.fl_route_saved'),
      after: onClose,
    });
  return (
    <Dialog open onClose={onClose} title={t('outcomes.fl_route')}>
      <Form {...formTrouble(action)} onSubmit={save}>
        <OfficeField
          name="throughOffice"
          label={t('outcomes.fl_route_office')}
          none={t('outcomes.fl_way_company')}
          without={[officeId]}
          withoutKinds={['company']}
          value={office}
          onChange={setOffice}
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('outcomes.fl_save')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
