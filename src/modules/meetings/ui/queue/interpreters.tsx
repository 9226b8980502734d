// Who interprets in the live queue: how many of each language are present, and each of them, who come later, stay until an hour or go.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { languageName } from '../../domain/planning/sentences.ts';
import { HereUntil, useWhereabouts } from './here-until.tsx';
import { useVenueMoment, type Board, type BoardProps, type Tell } from './tell.ts';

type Line = Board['languages'][number];
type Interpreter = Board['interpreters'][number];

export function Interpreters(props: BoardProps & { readonly tell: Tell }) {
  const { t } = useText();
  if (props.board.interpreters.length === 0) return null;
  return (
    <Section title={t('meetings.queue_interpreters')} count={props.board.interpreters.length}>
      <Languages {...props} />
      <Each {...props} />
    </Section>
  );
}

function Languages({ board, edition, now }: BoardProps) {
  const { t, language: reader } = useText();
  const moment = useVenueMoment(edition.timeZone, now);
  const isBefore = Date.parse(board.opensAt) > now;
  const here = isBefore ? t('meetings.interpreters_at', { time: moment(board.opensAt) }) : t('meetings.interpreters_here');
  return (
    <DataTable
      caption={t('meetings.queue_interpreters')}
      rows={board.languages}
      rowKey={({ language }) => language}
      keepColumns
      columns={[
        { key: 'language', head: t('meetings.language'), naming: true, cell: ({ language }) => languageName(language, reader) },
        { key: 'here', head: here, end: true, cell: ({ here }) => here },
        ...(isBefore ? [] : [{ key: 'free', head: t('meetings.interpreters_free'), end: true, cell: ({ free }: Line) => free }]),
      ]}
    />
  );
}

function Each({ board, edition, tell }: BoardProps & { readonly tell: Tell }) {
  const { t, language } = useText();
  const formats = useFormats();
  const whereabouts = useWhereabouts(edition.timeZone);
  const [asked, setAsked] = useState<Interpreter | null>(null);
  const comes = ({ id: interpreterId, name }: Interpreter) =>
    tell({ kind: 'interpreterComes', interpreterId }, t('meetings.interpreter_came_said', { name }), {
      kind: 'interpreterGoes',
      interpreterId,
    });
  const goes = ({ id: interpreterId, name, until }: Interpreter) =>
    tell({ kind: 'interpreterGoes', interpreterId }, t('meetings.interpreter_went_said', { name }), {
      ...{ kind: 'interpreterComes', interpreterId },
      ...(until === null ? {} : { until }),
    });
  return (
    <>
      <Rows
        entries={board.interpreters.map((one) => ({
          key: one.id,
          when: one.name,
          what: whereabouts(one),
          detail: formats.list(one.languages.map((tag) => languageName(tag, language))),
          end: (
            <span className="btns">
              {one.state === 'gone' || one.state === 'expected' ? (
                <Button onPress={() => comes(one)}>{t('meetings.interpreter_comes')}</Button>
              ) : (
                <>
                  <Button kind="text" onPress={() => setAsked(one)}>
                    {t('meetings.interpreter_stays')}
                  </Button>
                  <Button kind="text" onPress={() => goes(one)}>
                    {t('meetings.interpreter_goes')}
                  </Button>
                </>
              )}
            </span>
          ),
        }))}
        wide
      />
      {asked !== null && (
        <HereUntil
          title={t('meetings.interpreter_stays_title', { name: asked.name })}
          on={{ timeZone: edition.timeZone, opensAt: board.opensAt, until: asked.until }}
          tell={(until) =>
            tell({ kind: 'interpreterComes', interpreterId: asked.id, until }, t('meetings.interpreter_came_said', { name: asked.name }))
          }
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
