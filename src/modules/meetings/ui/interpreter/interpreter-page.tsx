// /editions/$slug/interpreters/$interpreterId: an interpreter's day as the organiser sees it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { AsWritten } from '#design/named.tsx';
import { Title } from '#design/page.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { Named } from '../edition/names.tsx';
import { InterpreterDay, useInterpreterAgenda } from './interpreter-day.tsx';

export function InterpreterPage() {
  const { slug = '', interpreterId = '' } = useParams({ strict: false });
  const edition = useQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: slug } }), throwOnError: true }).data;
  return edition === undefined ? <Skeleton lines={8} /> : <OfInterpreter slug={slug} ids={{ editionId: edition.id, interpreterId }} />;
}

interface OfInterpreterProps {
  readonly slug: string;
  readonly ids: { readonly editionId: string; readonly interpreterId: string };
}

function OfInterpreter({ slug, ids }: OfInterpreterProps) {
  const { t } = useText();
  const formats = useFormats();
  const agenda = useInterpreterAgenda(ids);
  if (agenda === undefined) return <Skeleton lines={8} />;
  return (
    <div className="narrow">
      <Title
        title={agenda.interpreter.name}
        crumb={
          <>
            <Link to="/editions/$slug/work" params={{ slug }}>
              <Named name={agenda.edition.name} />
            </Link>
            {' · '}
            <Link to="/editions/$slug/setup/interpreters" params={{ slug }}>
              {t('expos.interpreters')}
            </Link>
          </>
        }
        note={formats.list(agenda.interpreter.languages.map((tag) => formats.languageName(tag)))}
      >
        <AsWritten text={agenda.interpreter.name} />
      </Title>
      <InterpreterDay ids={ids} />
    </div>
  );
}
