// The lists that an office brought in: how much of each was recorded, what was not, and the way back.
import { useQuery } from '@tanstack/react-query';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonAnchor, Buttons, TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import type { SheetShown } from '../../contract/sheets.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

export function SheetsBroughtIn({ office, mayEdit }: { readonly office: string; readonly mayEdit: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(outcomesQueries.listOutcomeSheets.queryOptions({ input: { officeId: office } }));
  if (data === undefined || data.entries.length === 0) return null;
  return (
    <Section title={t('outcomes.lists')}>
      <DataTable
        caption={t('outcomes.lists')}
        rows={data.entries}
        rowKey={({ id }) => id}
        rowState={({ undoneAt }) => (undoneAt === null ? undefined : 'quiet')}
        columns={[
          { key: 'name', head: t('outcomes.list_name'), naming: true, cell: ({ name }) => name ?? t('outcomes.list_pasted') },
          { key: 'when', head: t('outcomes.list_when'), cell: ({ broughtInAt }) => formats.dateTime(broughtInAt, ownZone()) },
          {
            key: 'recorded',
            head: t('outcomes.list_recorded'),
            cell: ({ recorded, rows, undoneAt }) => (
              <>
                {t('outcomes.list_recorded_of', { recorded, rows })}
                {undoneAt !== null && <small>{t('outcomes.list_undone')}</small>}
              </>
            ),
          },
          {
            key: 'steps',
            head: t('evidence.actions'),
            silent: true,
            end: true,
            cell: (sheet) => <Steps sheet={sheet} mayEdit={mayEdit} />,
          },
        ]}
      />
    </Section>
  );
}

function Steps({ sheet, mayEdit }: { readonly sheet: SheetShown; readonly mayEdit: boolean }) {
  const { t, language } = useText();
  const { keep, trouble } = useKeeping();
  const { id: sheetId, recorded, rows, undoneAt } = sheet;
  const undo = () =>
    void keep(() => outcomesApi.undoOutcomeSheet({ sheetId }), {
      said: ({ stayed }) => (stayed.length === 0 ? t('outcomes.list_undone_said') : t('outcomes.list_stayed', { count: stayed.length })),
    });
  return (
    <>
      <Buttons>
        {recorded < rows && (
          <ButtonAnchor kind="text" href={`/api/v1/outcome-sheets/${sheetId}/problem-list?format=xlsx&language=${language}`} download>
            {t('outcomes.list_rest')}
          </ButtonAnchor>
        )}
        {mayEdit && undoneAt === null && <TextAction onPress={undo}>{t('outcomes.list_undo')}</TextAction>}
      </Buttons>
      <TroubleNotice trouble={trouble} />
    </>
  );
}
