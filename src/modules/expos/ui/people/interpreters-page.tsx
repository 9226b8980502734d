// Interpreters: which languages, and when they are away.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten } from '#design/named.tsx';
import { Link } from '@tanstack/react-router';
import { nameOfContact } from '../../domain/letters/letters.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { exposApi, exposQueries } from '../client.ts';
import { KeptList } from '../kept-list.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import { InterpreterForm } from './interpreter-form.tsx';

export function InterpretersPage() {
  const { t, language } = useText();
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
      putBack={({ name, languages, unavailable, longestMinutes, restMinutes, contact }) =>
        exposApi.createInterpreter({
          editionId,
          name,
          languages,
          unavailable,
          longestMinutes,
          restMinutes,
          ...(contact === null ? {} : { contact }),
        })
      }
      removedWords={({ name }) => t('expos.interpreter_removed', { name })}
      form={(interpreter, onClose) => <InterpreterForm {...{ edition, interpreter, onClose }} />}
      columns={[
        {
          key: 'name',
          head: t('expos.name'),
          naming: true,
          cell: ({ id: interpreterId, name }) => (
            <Link to="/editions/$slug/interpreters/$interpreterId" params={{ slug: edition.slug, interpreterId }}>
              {name}
            </Link>
          ),
        },
        {
          key: 'contact',
          head: t('expos.reached'),
          cell: ({ contact }) =>
            contact === null ? (
              <Unknown />
            ) : (
              <>
                <AsWritten text={nameOfContact(contact, language)} />
                <small>{[contact.email, contact.phone].filter((part) => part !== null).join(' ')}</small>
              </>
            ),
        },
        {
          key: 'languages',
          head: t('expos.languages'),
          cell: ({ languages }) => (
            <>
              {languages.length === 0 ? <Unknown /> : formats.list(languages.map((tag) => formats.languageName(tag)))}
              {languages.length === 1 && <small className="attention">{t('expos.interpreter_one_language')}</small>}
            </>
          ),
        },
        {
          key: 'away',
          head: t('expos.away'),
          cell: ({ unavailable, saidAway }) =>
            unavailable.length + saidAway.length === 0 ? (
              <Unknown>{t('expos.none')}</Unknown>
            ) : (
              <ul>
                {unavailable.map(({ startsAt, endsAt, reason }) => (
                  <li key={`o${startsAt}`}>
                    {formats.date(startsAt, timeZone, 'short')} {formats.span(startsAt, endsAt, timeZone)}
                    {reason !== '' && (
                      <small>
                        <AsWritten text={reason} />
                      </small>
                    )}
                  </li>
                ))}
                {saidAway.map(({ startsAt, endsAt }) => (
                  <li key={`i${startsAt}`}>
                    {formats.date(startsAt, timeZone, 'short')} {formats.span(startsAt, endsAt, timeZone)}
                    <small>{t('expos.away_by_own_word')}</small>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
