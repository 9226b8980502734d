// The topics of an edition: its own list in both languages, begun with the usual areas of an exhibition and grown from there.
import { useRef, useState } from 'react';
import { formTrouble } from '#client/use-action.ts';
import { useText } from '#client/language.ts';
import { sameValue } from '#client/merge-changes.ts';
import { useRead } from '#client/use-read.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { rowsOf, rowWords, type RowFields } from '#design/fields/row-fields.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section } from '#design/page.tsx';
import { useNaming } from '#design/named.tsx';
import { forEachLanguage, languages, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import type { Edition } from '../../contract/edition.ts';
import { limits } from '../../domain/limits.ts';
import { usualTopics } from '../../domain/topic.ts';
import { CellField } from '../cell-field.tsx';
import { exposApi, exposQueries } from '../client.ts';
import { EntryTable, type EntryColumn } from '../entry-table.tsx';
import { useSetupEdition } from '../setup-page.tsx';

type TopicList = Awaited<ReturnType<(typeof exposApi)['listTopics']>>;

interface Sent {
  readonly id?: string;
  readonly name: MultilingualText;
}

interface TopicDraft extends Record<Language, string> {
  readonly key: string;
  readonly id: string | null;
  readonly named: number;
}

const draftsOf = (read: TopicList): readonly TopicDraft[] =>
  read.entries.map(({ id, name, named }) => ({
    ...{ key: id, id, named: named ?? 0 },
    ...forEachLanguage((tag) => name[tag]?.text ?? ''),
  }));

const blank: Readonly<Record<Language, string>> = forEachLanguage(() => '');

/** A row in which nothing stands is none. */
const sentOf = (drafts: readonly TopicDraft[]): RowFields<Sent> =>
  Object.fromEntries(
    drafts.flatMap(({ id, key, ...draft }) => {
      const words = languages.filter((tag) => draft[tag].trim() !== '');
      if (words.length === 0) return [];
      const name = Object.fromEntries(words.map((tag) => [tag, { text: draft[tag].trim(), origin: 'human' as const }]));
      return [[key, { ...(id === null ? {} : { id }), name }] as const];
    }),
  );

/** /editions/$slug/setup/topics */
export function TopicsPage() {
  const edition = useSetupEdition();
  const list = useRead(exposQueries.listTopics.queryOptions({ input: { editionId: edition.id } }));
  return list === undefined ? <Skeleton lines={6} /> : <TopicsEditor edition={edition} list={list} />;
}

function TopicsEditor({ edition, list }: { readonly edition: Edition; readonly list: TopicList }) {
  const { t } = useText();
  const naming = useNaming();
  const [drafts, setDrafts] = useState(() => draftsOf(list));
  const nextKey = useRef(0);
  const topics = sentOf(drafts);
  const inBoth = ({ name }: Sent): string =>
    Object.values(name)
      .map(({ text }) => text)
      .join(' · ');
  // A topic that somebody else took out meanwhile, and is kept all the same, is a new one.
  const known = useRef(list);
  const note = (read: TopicList): TopicList => (known.current = read);
  const form = useVersioned<TopicList, RowFields<Sent>>({
    queryKey: exposQueries.key(),
    thing: list,
    draftOf: (read) => (read === null ? {} : sentOf(draftsOf(read))),
    words: rowWords([sentOf(draftsOf(list)), topics], { label: ({ name }) => naming(name), show: inBoth, gone: t('design.row_gone') }),
    read: async () => note(await exposApi.listTopics({ editionId: edition.id })),
    write: async (_, context, kept) => {
      const isKnown = (id: string) => known.current.entries.some((topic) => topic.id === id);
      const sent = rowsOf(kept).map(({ id, name }) =>
        id !== undefined && isKnown(id) ? { id, name: { ...name } } : { name: { ...name } },
      );
      const saved = note(await exposApi.replaceTopics({ editionId: edition.id, topics: sent }, { context }));
      setDrafts(draftsOf(saved));
      return saved;
    },
    said: ({ entries }) => t('expos.topics_saved', { count: entries.length }),
  });
  const changed = !sameValue(topics, form.base);
  const add = (names: readonly Readonly<Record<Language, string>>[]) =>
    setDrafts([...drafts, ...names.map((name) => ({ ...name, key: `new-${nextKey.current++}`, id: null, named: 0 }))]);
  const headOf = (tag: Language): string => t('expos.topic_in', { language: t(`design.language_${writing[tag].suffix}`) });
  const columns = languages.map((tag): EntryColumn<TopicDraft> => ({
    head: headOf(tag),
    cell: (draft, at, set) => (
      <CellField
        name={`topics.${at}.name.${tag}`}
        lang={tag}
        label={t('expos.of_row', { label: headOf(tag), number: at + 1 })}
        value={draft[tag]}
        onChange={(words) => set({ [tag]: words })}
      />
    ),
  }));
  const usual = <Button onPress={() => add(usualTopics)}>{t('expos.topics_usual', { count: usualTopics.length })}</Button>;
  return (
    <Section title={t('expos.topics')} count={list.entries.length}>
      <Note>{t('expos.topics_text')}</Note>
      {drafts.length === 0 && (
        <Empty heading={t('expos.no_topics')} actions={usual}>
          {t('expos.no_topics_text')}
        </Empty>
      )}
      <KeepTyped isChanged={changed}>
        <Form {...formTrouble(form)} onSubmit={() => form.save(topics)}>
          {drafts.length > 0 && (
            <EntryTable
              caption={t('expos.topics')}
              className="datatable stack entry wordy"
              drafts={drafts}
              onChange={setDrafts}
              columns={[
                ...columns,
                {
                  head: t('expos.topic_named'),
                  className: 'num',
                  cell: ({ named }) => <span className="plainvalue">{named}</span>,
                },
              ]}
              removeWords={(_, at) => t('expos.remove_topic', { number: at + 1 })}
            />
          )}
          <Buttons after>
            {(changed || form.busy) && (
              <Button kind="go" type="submit" busy={form.busy}>
                {t('expos.save')}
              </Button>
            )}
            {drafts.length < limits.topics && <Button onPress={() => add([blank])}>{t('expos.add_topic')}</Button>}
            {changed && (
              <Button
                kind="text"
                onPress={() => {
                  setDrafts(draftsOf(list));
                  form.clear();
                }}
              >
                {t('expos.discard')}
              </Button>
            )}
          </Buttons>
        </Form>
      </KeepTyped>
      <TwoValues clash={form.clash} />
    </Section>
  );
}
