// Links on paper for all who have no address: made with one press, each once, and printed a sheet a company.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { needTextsIn, useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { InLanguage } from '#design/in-language.tsx';
import { AsWritten } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { QrCode } from '#design/qr-code.tsx';
import { languages } from '#kernel/language.ts';
import { useNaming } from '#design/named.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Addressees } from '../../domain/addressee.ts';
import { exposApi, exposQueries } from '../client.ts';

type Made = Awaited<ReturnType<(typeof exposApi)['makeLinks']>>;

export function PaperLinks({ edition, whom, count }: { readonly edition: Edition; readonly whom: Addressees; readonly count: number }) {
  const { t } = useText();
  const [made, setMade] = useState<Made | null>(null);
  const { keep, ...action } = useKeeping(exposQueries.key());
  if (count === 0 && made === null) return null;
  const make = () =>
    void keep(
      async (context) => {
        // What is printed at once is in all languages by then.
        await Promise.all(languages.map(needTextsIn));
        return exposApi.makeLinks({ editionId: edition.id, whom }, { context });
      },
      { after: setMade },
    );
  return (
    <Section title={t('expos.paper_links')}>
      {made === null ? (
        <>
          <p>{t('expos.paper_links_text')}</p>
          <Buttons>
            <Button busy={action.busy} onPress={make}>
              {t('expos.paper_links_make', { count })}
            </Button>
          </Buttons>
          <TroubleNotice trouble={action.trouble} />
        </>
      ) : (
        <>
          <p role="status">{t('expos.paper_links_made', { count: made.links.length })}</p>
          <Buttons>
            <Button kind="go" onPress={() => window.print()}>
              {t('expos.link_print')}
            </Button>
            <Button kind="text" onPress={() => setMade(null)}>
              {t('expos.paper_links_put_away')}
            </Button>
          </Buttons>
          <Note>{t('expos.paper_links_once')}</Note>
          <Sheets edition={edition} made={made} />
        </>
      )}
    </Section>
  );
}

/** On the screen the first of them; printed, all. */
function Sheets({ edition, made }: { readonly edition: Edition; readonly made: Made }) {
  const { t } = useText();
  const naming = useNaming();
  return (
    <div className="paperlinks">
      {made.links.map(({ id, code, name, address }) => (
        <article key={id}>
          {languages
            .flatMap((language) => name[language]?.text ?? [])
            .filter((text, at, all) => all.indexOf(text) === at)
            .map((text) => (
              <h3 key={text}>
                <AsWritten text={text} />
              </h3>
            ))}
          <p className="note">{code}</p>
          <InBoth edition={edition} until={made.until} />
          <QrCode text={address} label={t('expos.link_for', { name: naming(name) })} />
          <p>
            <code>{address}</code>
          </p>
        </article>
      ))}
    </div>
  );
}

interface SheetWordsProps {
  readonly edition: Edition;
  /** When the link ends. */
  readonly until: string;
}

/** What a sheet says, in every language: nobody knows which of them its reader reads. */
export function InBoth(props: SheetWordsProps) {
  return languages.map((language) => (
    <InLanguage key={language} language={language}>
      <SheetWords {...props} />
    </InLanguage>
  ));
}

function SheetWords({ edition, until }: SheetWordsProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return (
    <>
      <p>{t('expos.link_paper', { edition: naming(edition.name) })}</p>
      <p className="note">{t('expos.paper_link_until', { date: formats.date(until, edition.timeZone) })}</p>
    </>
  );
}
