// Interpreters: which languages, and when they are away.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Ledger, More } from '#design/ledger.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { useAction } from '#client/use-action.ts';
import { paging, usePages, type Cursor } from '#client/use-pages.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Interpreter } from '../../contract/roster.ts';
import { InterpreterForm } from './interpreter-form.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import '#modules/organisations/ui/parts.css';

export function InterpretersPage() {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const edition = useSetupEdition();
  const editionId = edition.id;
  const [open, setOpen] = useState<Interpreter | 'new' | null>(null);
  const pages = usePages(
    queries().expos.listInterpreters.infiniteOptions({
      input: (cursor: Cursor) => ({ editionId, limit: 200, ...(cursor === undefined ? {} : { cursor }) }),
      ...paging,
    }),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const remove = ({ id: interpreterId, version, name, languages, unavailable }: Interpreter) =>
    action.run(async () => {
      await api().expos.removeInterpreter({ editionId, interpreterId }, { context: { ifMatch: version } });
      await refresh();
      const undo = async () => {
        await api().expos.createInterpreter({ editionId, name, languages, unavailable });
        await refresh();
      };
      toast({ text: t('expos.interpreter_removed', { name }), undo });
    });
  const add = <Button onPress={() => setOpen('new')}>{t('expos.add_interpreter')}</Button>;
  return (
    <Section title={t('expos.interpreters')} aside={pages.entries.length > 0 ? add : undefined}>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {pages.error !== null && <Notice kind="refused">{troubleOf(pages.error).message}</Notice>}
      {pages.pending && pages.error === null && <Skeleton />}
      {pages.entries.length > 0 && (
        <InterpreterLedger
          edition={edition}
          interpreters={pages.entries}
          onEdit={setOpen}
          onRemove={(interpreter) => void remove(interpreter)}
        />
      )}
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
      {!pages.pending && pages.entries.length === 0 && (
        <Empty heading={t('expos.no_interpreters')} actions={add}>
          {t('expos.no_interpreters_text')}
        </Empty>
      )}
      {open !== null && <InterpreterForm edition={edition} interpreter={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

interface InterpreterLedgerProps {
  readonly edition: Edition;
  readonly interpreters: readonly Interpreter[];
  readonly onEdit: (interpreter: Interpreter) => void;
  readonly onRemove: (interpreter: Interpreter) => void;
}

function InterpreterLedger({ edition, interpreters, onEdit, onRemove }: InterpreterLedgerProps) {
  const { t } = useText();
  const formats = useFormats();
  const { timeZone } = edition;
  return (
    <Ledger
      caption={t('expos.interpreters')}
      rows={interpreters}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: t('expos.name'), naming: true, cell: ({ name }) => name },
        {
          key: 'languages',
          head: t('expos.languages'),
          cell: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
        },
        {
          key: 'away',
          head: t('expos.away'),
          cell: ({ unavailable }) =>
            unavailable.length === 0 ? (
              <Unknown>{t('expos.none')}</Unknown>
            ) : (
              <ul>
                {unavailable.map(({ startsAt, endsAt, reason }, at) => (
                  <li key={at}>
                    {formats.date(startsAt, timeZone, 'short')} {formats.span(startsAt, endsAt, timeZone)}
                    {reason !== '' && <small>{reason}</small>}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'act',
          head: t('expos.actions'),
          silent: true,
          end: true,
          cell: (interpreter) => (
            <Buttons>
              <TextAction aria-label={t('expos.edit_named', { name: interpreter.name })} onPress={() => onEdit(interpreter)}>
                {t('expos.edit')}
              </TextAction>
              <TextAction aria-label={t('expos.remove_named', { name: interpreter.name })} onPress={() => onRemove(interpreter)}>
                {t('expos.remove')}
              </TextAction>
            </Buttons>
          ),
        },
      ]}
    />
  );
}
