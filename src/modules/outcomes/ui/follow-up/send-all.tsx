// Sending what is due with one press, after it was said how many letters go and to how many addresses.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import type { FollowUpShown } from '../../contract/follow-up.ts';
import { isOver, LATE } from '../../domain/follow-up/due.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

export function SendAll({ officeId, entries }: { readonly officeId: string; readonly entries: readonly FollowUpShown[] }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState(0);
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const ready = entries.filter(({ remedy }) => remedy === null);
  const today = new Date().toISOString().slice(0, 10);
  const late = ready.filter((one) => isOver(one, today)).length;
  const addresses = new Set(ready.map(({ sentTo, company }) => sentTo ?? JSON.stringify(company))).size;
  const send = () =>
    void keep(() => outcomesApi.sendFollowUps({ officeId, followUpIds: ready.map(({ id }) => id), confirmed: late === 0 ? [] : [LATE] }), {
      said: ({ letters }) => t('outcomes.fl_sent_now', { count: letters }),
      after: ({ left: notSent }) => {
        setAsking(false);
        setLeft(notSent.length);
      },
    });
  return (
    <>
      {left > 0 && (
        <Notice kind="plain" live>
          {t('outcomes.fl_left', { count: left })}
        </Notice>
      )}
      {ready.length > 0 && (
        <Buttons after>
          <Button kind="go" onPress={() => setAsking(true)}>
            {t('outcomes.fl_send', { count: ready.length })}
          </Button>
        </Buttons>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('outcomes.fl_send', { count: ready.length })}
        confirmText={t('outcomes.fl_send', { count: ready.length })}
        busy={action.busy}
        onConfirm={send}
      >
        <p>{t('outcomes.fl_send_text', { count: ready.length, addresses: t('outcomes.fl_addresses', { count: addresses }) })}</p>
        {late > 0 && <p>{t('outcomes.fl_send_late', { count: late })}</p>}
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </>
  );
}
