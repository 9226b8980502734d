// Beginning a hand-over, and taking that back: both are asked about before.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { HandoverShown } from '../../contract/handover.ts';
import { deskApi } from '../client.ts';

export function Begin({ officeId, words }: { readonly officeId: string; readonly words: string }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const [asks, setAsks] = useState(false);
  const begin = () => {
    setAsks(false);
    void keep(
      ({ idempotencyKey }) =>
        deskApi.beginHandover(
          { officeId, toAccount: null, restAccount: null, startsOn: new Date(Date.now()).toISOString().slice(0, 10), words: null },
          { context: { idempotencyKey } },
        ),
      { said: t('desk.handover_begun') },
    );
  };
  return (
    <>
      <Buttons after>
        <Button kind="go" busy={action.busy} onPress={() => setAsks(true)}>
          {words}
        </Button>
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        title={t('desk.handover_begin_ask')}
        confirmText={t('desk.handover_begin')}
        onConfirm={begin}
      >
        <p>{t('desk.handover_begin_means')}</p>
      </Confirm>
    </>
  );
}

export function Cancel({ officeId, handover }: { readonly officeId: string; readonly handover: HandoverShown }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const [asks, setAsks] = useState(false);
  const cancel = () => {
    setAsks(false);
    void keep(() => deskApi.cancelHandover({ officeId, handoverId: handover.id }, { context: { ifMatch: handover.version } }), {
      said: t('desk.handover_cancelled'),
    });
  };
  return (
    <>
      <Button kind="text" busy={action.busy} onPress={() => setAsks(true)}>
        {t('desk.handover_cancel')}
      </Button>
      <TroubleNotice trouble={action.trouble} />
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        title={t('desk.handover_cancel_ask')}
        confirmText={t('desk.handover_cancel')}
        onConfirm={cancel}
      >
        <p>{t('desk.handover_cancel_means')}</p>
      </Confirm>
    </>
  );
}
