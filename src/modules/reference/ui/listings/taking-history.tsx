// What the office has taken over from a set, the last first; each time can be undone as one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { More } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { referenceQueries } from '../client.ts';
import type { Taken } from '../places/answers.ts';
import { useUndoTaking, useWorkedNames } from './taking.ts';

interface TakingHistoryProps {
  readonly setId: string;
  readonly office: string;
}

/** Nothing where the office has taken nothing over. */
export function TakingHistory({ setId, office }: TakingHistoryProps) {
  const { t } = useText();
  const formats = useFormats();
  const [asked, setAsked] = useState<Taken | null>(null);
  const pages = usePages(referenceQueries.listReferenceTakings.infiniteOptions(paged({ setId, office, limit: 5 })));
  if (pages.error !== null) return <Notice kind="refused">{troubleOf(pages.error).message}</Notice>;
  if (pages.entries.length === 0) return null;
  return (
    <Section title={t('reference.takings')}>
      <Rows
        wide
        label={t('reference.takings')}
        entries={pages.entries.map((taken) => ({
          key: taken.id,
          when: formats.entryDay(taken.takenAt),
          what: t('reference.ties_taken_over', { count: taken.ties }),
          ...(taken.undoneAt === null
            ? {
                end: (
                  <Button kind="text" onPress={() => setAsked(taken)}>
                    {t('reference.undo_taking')}
                    <span className="hidden">
                      {t('design.in_brackets', {
                        words: `${formats.entryDay(taken.takenAt)} ${t('reference.ties_taken_over', { count: taken.ties })}`,
                      })}
                    </span>
                  </Button>
                ),
              }
            : { detail: t('reference.taking_undone_on', { day: formats.entryDay(taken.undoneAt) }) }),
        }))}
      />
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
      {asked !== null && <UndoTaking taken={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

/** Says what will happen and what stays, by name, before it is done. */
function UndoTaking({ taken, onClose }: { readonly taken: Taken; readonly onClose: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const action = useAction();
  const undo = useUndoTaking();
  const namesOf = useWorkedNames();
  const { data } = useQuery(referenceQueries.getReferenceTaking.queryOptions({ input: { takingId: taken.id }, staleTime: 0 }));
  const confirm = () =>
    void action.run(async () => {
      const said = await undo(taken.id);
      onClose();
      toast({ text: said });
    });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('reference.undo_taking_question')}
      confirmText={t('reference.undo_taking_of', { count: (data?.standing ?? taken.ties) - (data?.worked.length ?? 0) })}
      busy={action.busy || data === undefined}
      onConfirm={confirm}
    >
      <p>{t('reference.undo_taking_means')}</p>
      {data === undefined ? (
        <Skeleton lines={1} />
      ) : (
        <p>
          {data.worked.length === 0
            ? t('reference.none_worked_on')
            : t('reference.worked_on_stay', { count: data.worked.length, names: namesOf(data.worked) })}
        </p>
      )}
      {action.trouble !== null && <Notice kind="refused">{action.trouble.message}</Notice>}
    </Confirm>
  );
}
