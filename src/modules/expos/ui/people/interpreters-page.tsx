// Interpreters: which languages, and when they are away.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import { exposApi, exposQueries } from '../client.ts';
import { KeptList } from '../kept-list.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import { InterpreterForm } from './interpreter-form.tsx';

export function InterpretersPage() {
  const { t } = useText();
  const formats = useFormats();
  const edition = useSetupEdition();
  const { id: editionId, timeZone } = edition;
  const pages = usePages(exposQueries.listInterpreters.infiniteOptions(paged({ editionId, limit: 200 })));
  return (
    <KeptList
      title={t('expos.interpreters')}
      queryKey={exposQueries.key()}
      pages={pages}
      nameOf={({ name }) => name}
      words={{ add: t('expos.add_interpreter'), empty: t('expos.no_interpreters'), emptyText: t('expos.no_interpreters_text') }}
      remove={({ id: interpreterId }, context) => exposApi.removeInterpreter({ editionId, interpreterId }, { context })}
      putBack={({ name, languages, unavailable }) => exposApi.createInterpreter({ editionId, name, languages, unavailable })}
      removedWords={({ name }) => t('expos.interpreter_removed', { name })}
      form={(interpreter, onClose) => <InterpreterForm {...{ edition, interpreter, onClose }} />}
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
      ]}
    />
  );
}
