// Who sees a set: its own office, or everybody once the register office opens it, after being told what becomes visible.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { Action } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Rich, Section } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { referenceApi, referenceQueries } from '../client.ts';
import { isTurning, type ReferenceSet } from '../places/answers.ts';
import { Openness } from './sets-page.tsx';
import '../reference.css';

export function Opening({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const office = useSession()?.offices.find(({ id }) => id === set.office.id);
  const turn = (to: 'open' | 'closed') => {
    const { openReferenceSet, closeReferenceSet } = referenceApi;
    return keep(() => (to === 'open' ? openReferenceSet : closeReferenceSet)({ setId: set.id }));
  };
  return (
    <Section span={6} title={t('reference.seen_by')} aside={<Openness set={set} />}>
      <TroubleNotice trouble={action.trouble} />
      {isTurning(set) ? (
        <Turning set={set} />
      ) : (
        <>
          <p>{t(set.isPublic ? 'reference.open_text' : 'reference.closed_text')}</p>
          {office?.kind !== 'register' && <p className="note">{t('reference.register_office_opens_sets')}</p>}
          {office?.kind === 'register' && <Turn set={set} action={action} onTurn={turn} />}
        </>
      )}
    </Section>
  );
}

function Turning({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const formats = useFormats();
  const { done = 0, of = 0 } = set.openProgress ?? {};
  const figures = { done: formats.number(done), of: formats.number(of) };
  return (
    <div role="status">
      <Progress
        sentence={t(
          set.openness === 'opening' ? (of === 0 ? 'reference.opening_begins' : 'reference.opening_at') : 'reference.closing_at',
          figures,
        )}
        {...(of === 0 ? {} : { value: done, max: of })}
      />
    </div>
  );
}

interface TurnProps {
  readonly set: ReferenceSet;
  readonly action: Pick<Action, 'busy'>;
  readonly onTurn: (to: 'open' | 'closed') => Promise<boolean>;
}

function Turn({ set, action, onTurn }: TurnProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  if (set.ties === 0 && !set.isPublic) return <p className="note">{t('reference.open_after_import')}</p>;
  const [label, title] = set.isPublic
    ? [t('reference.close_set'), t('reference.close_question')]
    : [t('reference.open_set'), t('reference.open_question')];
  return (
    <>
      <Buttons after>
        <Button busy={action.busy} onPress={() => setAsking(true)}>
          {label}
        </Button>
      </Buttons>
      <Confirm
        open={asking}
        onClose={close}
        title={title}
        confirmText={label}
        busy={action.busy}
        onConfirm={() => {
          close();
          void onTurn(set.isPublic ? 'closed' : 'open');
        }}
      >
        {set.isPublic ? <p>{t('reference.close_means')}</p> : <WhatOpens set={set} />}
      </Confirm>
    </>
  );
}

function WhatOpens({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      <p>
        <Rich text={t('reference.becomes_visible', { count: set.ties, number: formats.number(set.ties) })} />
      </p>
      <ul className="pointed">
        <li>{t('reference.visible_ties', { credit: set.credit, licence: set.licence })}</li>
        <li>{t('reference.visible_cities')}</li>
        <li>{t('reference.stays_apart')}</li>
      </ul>
      <p className="after">{t('reference.can_be_closed')}</p>
    </>
  );
}
