// What became of an import that has ended, the way on, and the way back.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceImport, ReferenceSet } from '../places/answers.ts';
import { useChangeWords } from './change-words.ts';
import { useCodeWords } from '../code-words.ts';

interface ImportEndedProps {
  readonly set: ReferenceSet;
  readonly one: ReferenceImport;
}

export function ImportEnded({ set, one }: ImportEndedProps) {
  const { t } = useText();
  const words = useCodeWords();
  const formats = useFormats();
  const { failure, state } = one;
  const left = state === 'done' ? (one.counts?.rowsLeftOut ?? 0) : 0;
  return (
    <>
      <Notice
        live
        kind={state === 'failed' ? 'refused' : state === 'done' ? 'draft' : 'plain'}
        heading={<Heading one={one} />}
        actions={
          state === 'done' ? (
            <>
              <ButtonLink kind="go" to="/reference/$set" params={{ set: set.id }}>
                {t('reference.see_ties')}
              </ButtonLink>
              {one.isCurrent && <Undo one={one} />}
            </>
          ) : undefined
        }
      >
        {failure !== null && <p>{words(failure.code, failure.params)}</p>}
        {left > 0 && <p>{t('reference.rows_were_left_out', { count: left, number: formats.number(left) })}</p>}
        {state === 'done' && !set.isPublic && <p>{t('reference.apart_until_opened')}</p>}
      </Notice>
      <Buttons>
        <ReadAgain set={set} one={one} />
        <ButtonLink kind="text" to="/reference/$set/import" params={{ set: set.id }}>
          {t('reference.another_file')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function Heading({ one }: Pick<ImportEndedProps, 'one'>) {
  const { t } = useText();
  const words = useChangeWords();
  if (one.state !== 'done' || one.counts === null) return t(`reference.state_${one.state}`);
  const what = words(one.counts.changes);
  return what === null ? t('reference.state_done_unchanged') : t('reference.state_done_with', { what });
}

/** Takes the whole import back, once it has been asked whether that is meant. */
function Undo({ one }: Pick<ImportEndedProps, 'one'>) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const [asking, setAsking] = useState(false);
  const undo = () => void keep(() => referenceApi.undoReferenceImport({ importId: one.id }), { after: () => setAsking(false) });
  return (
    <>
      <Button busy={action.busy} onPress={() => setAsking(true)}>
        {t('reference.undo_import')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('reference.undo_question')}
        confirmText={t('reference.undo_import')}
        busy={action.busy}
        onConfirm={undo}
      >
        <p>{t('reference.undo_means')}</p>
        {action.trouble !== null && <Notice kind="refused">{action.trouble.message}</Notice>}
      </Confirm>
    </>
  );
}

function ReadAgain({ set, one }: ImportEndedProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const again = () =>
    void keep(() => referenceApi.repeatReferenceImport({ importId: one.id }), {
      after: ({ id }) => navigate({ to: '/reference/$set/import', params: { set: set.id }, search: { import: id } }),
    });
  return (
    <>
      <Button busy={action.busy} onPress={again}>
        {t('reference.read_same_again')}
      </Button>
      {action.trouble !== null && <span className="err">{action.trouble.message}</span>}
    </>
  );
}
