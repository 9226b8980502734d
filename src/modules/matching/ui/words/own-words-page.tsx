// /office/words: pairs of words that mean the same to an office, typed one by one or pasted as a table; they count for its own suggestions alone.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Fields, TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { formTrouble } from '#client/use-action.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { joinPaste, splitPaste } from '#reading/clipboard.ts';
import { pairProblems, readPairs, wordLimits, type OwnWords, type ReadRow } from '../../domain/words/own-words.ts';
import { matchingApi, matchingQueries } from '../client.ts';

type List = Awaited<ReturnType<(typeof matchingApi)['listOwnWords']>>;

export function OwnWordsPage() {
  const { t } = useText();
  const office = useSession()?.offices[0];
  if (office === undefined)
    return (
      <>
        <Title title={t('matching.words_title')} />
        <Empty heading={t('matching.words_no_office')}>{t('matching.words_no_office_text')}</Empty>
      </>
    );
  return <OfOffice officeId={office.id} />;
}

function OfOffice({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const list = useRead(matchingQueries.listOwnWords.queryOptions({ input: { officeId } }));
  if (list === undefined) return <Skeleton label={t('matching.words_title')} lines={6} />;
  return (
    <>
      <Title title={t('matching.words_title')} note={t('matching.words_note')} />
      <p className="read">{t('matching.words_text')}</p>
      {list.mayEdit && <AddOne officeId={officeId} />}
      {list.mayEdit && <AddTable officeId={officeId} known={list.entries} />}
      <Known officeId={officeId} list={list} />
    </>
  );
}

/** Adds pairs, with the way back. */
function useAdding(officeId: string) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(matchingQueries.key());
  const add = (words: readonly OwnWords[], after: () => void) =>
    keep(
      (context) => matchingApi.addOwnWords({ officeId, words: words.map(({ english, chinese }) => ({ english, chinese })) }, { context }),
      {
        said: t('matching.words_added', { count: words.length }),
        after,
        undo: ({ added }) => matchingApi.removeOwnWords({ officeId, wordIds: added }),
      },
    );
  return { add, action };
}

const blank: OwnWords = { english: '', chinese: '' };

function AddOne({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const [pair, setPair] = useState(blank);
  const { add, action } = useAdding(officeId);
  return (
    <Section title={t('matching.words_add')}>
      <Form {...formTrouble(action)} onSubmit={() => void add([pair], () => setPair(blank))}>
        <Fields>
          <TextField
            name="words.0.english"
            label={t('matching.words_english')}
            value={pair.english}
            onChange={(english) => setPair({ ...pair, english })}
          />
          <TextField
            name="words.0"
            label={t('matching.words_chinese')}
            value={pair.chinese}
            onChange={(chinese) => setPair({ ...pair, chinese })}
          />
        </Fields>
        <Buttons after>
          <Button type="submit" busy={action.busy}>
            {t('matching.words_add_one')}
          </Button>
        </Buttons>
      </Form>
    </Section>
  );
}

interface JudgedRow extends ReadRow {
  /** Why it cannot be added; null where it can. */
  readonly problem: string | null;
}

function AddTable({ officeId, known }: { readonly officeId: string; readonly known: List['entries'] }) {
  const { t, say } = useText();
  const [pasted, setPasted] = useState('');
  const { add, action } = useAdding(officeId);
  const columns = useReadColumns();
  const rows = readPairs(splitPaste(pasted));
  const problems = pairProblems(rows, known);
  const whole = problems.find(({ path }) => path.length === 1);
  const judged = rows.map((row, at): JudgedRow => {
    const found = problems.find(({ path }) => path[1] === at);
    return { ...row, problem: found === undefined ? null : say(found.code, found.params) };
  });
  const good = judged.filter(({ problem }) => problem === null);
  const added = good.slice(0, wordLimits.atOnce);
  // What was refused, or was too much for once, stays to be mended.
  const left = judged.filter((row) => !added.includes(row)).map(({ english, chinese, left: beside }) => [english, chinese, beside]);
  const rest = left.length === 0 ? '' : joinPaste([[t('matching.words_english'), t('matching.words_chinese')], ...left]);
  return (
    <Section title={t('matching.words_paste')} aside={t('matching.words_paste_note')}>
      <KeepTyped isChanged={pasted !== ''}>
        <TextareaField name="table" label={t('matching.words_table')} rows={4} value={pasted} onChange={setPasted} />
        {action.trouble !== null && <TroubleNotice trouble={action.trouble} />}
        {rows.length > 0 && (
          <>
            <DataTable
              caption={t('matching.words_read')}
              showCaption
              rows={judged}
              rowKey={({ number }) => String(number)}
              columns={columns}
            />
            {rows.length > wordLimits.atOnce && <Note>{t('matching.words_at_once', { max: wordLimits.atOnce })}</Note>}
            {whole !== undefined && <Note>{say(whole.code, whole.params)}</Note>}
            <Buttons after>
              {good.length > 0 && whole === undefined && (
                <Button kind="go" busy={action.busy} onPress={() => void add(added, () => setPasted(rest))}>
                  {t('matching.words_add_many', { count: added.length })}
                </Button>
              )}
              <Button kind="text" onPress={() => setPasted('')}>
                {t('design.cancel')}
              </Button>
            </Buttons>
          </>
        )}
      </KeepTyped>
    </Section>
  );
}

function useReadColumns(): readonly Column<JudgedRow>[] {
  const { t } = useText();
  return [
    { key: 'row', head: t('matching.words_row'), cell: ({ number }) => number },
    { key: 'english', head: t('matching.words_english'), naming: true, cell: ({ english }) => english },
    { key: 'chinese', head: t('matching.words_chinese'), cell: ({ chinese }) => <span lang="zh">{chinese}</span> },
    {
      key: 'state',
      head: t('matching.words_state'),
      cell: ({ problem, left }) => (
        <>
          {problem ?? t('matching.words_good')}
          {left !== '' && <small>{t('matching.words_left', { words: left })}</small>}
        </>
      ),
    },
  ];
}

function Known({ officeId, list }: { readonly officeId: string; readonly list: List }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(matchingQueries.key());
  const remove = ({ id, english, chinese }: List['entries'][number]) =>
    void keep(() => matchingApi.removeOwnWords({ officeId, wordIds: [id] }), {
      said: t('matching.words_removed'),
      undo: () => matchingApi.addOwnWords({ officeId, words: [{ english, chinese }] }),
    });
  if (list.entries.length === 0)
    return (
      <Section title={t('matching.words_known')}>
        <Empty heading={t('matching.words_empty')}>{t('matching.words_empty_text')}</Empty>
      </Section>
    );
  return (
    <Section title={t('matching.words_known')} count={list.entries.length}>
      {action.trouble !== null && <TroubleNotice trouble={action.trouble} />}
      <DataTable
        caption={t('matching.words_known')}
        rows={list.entries}
        rowKey={({ id }) => id}
        columns={[
          { key: 'english', head: t('matching.words_english'), naming: true, cell: ({ english }) => <span lang="en">{english}</span> },
          { key: 'chinese', head: t('matching.words_chinese'), cell: ({ chinese }) => <span lang="zh">{chinese}</span> },
          ...(list.mayEdit
            ? [
                {
                  key: 'actions',
                  head: t('evidence.actions'),
                  silent: true,
                  end: true,
                  cell: (pair: List['entries'][number]) => (
                    <TextAction onPress={() => remove(pair)}>{t('matching.words_remove')}</TextAction>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
