// The reader's first screen: one field, ties worth reading, and the way to everything else.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Columns, Section, Sentence, Title } from '#design/page.tsx';
import { CityWall } from '#modules/cities/ui/city/wall.tsx';
import { SearchBox } from '#modules/cities/ui/search/box.tsx';
import { TiesToRead } from '#modules/reports/ui/ties-to-read.tsx';

export function ReaderHome() {
  const { t } = useText();
  const [showsCities, setShowsCities] = useState(false);
  return (
    <>
      <Title title={t('cities.reader_title')} />
      <SearchBox />
      <Sentence>{t('cities.reader_sentence')}</Sentence>
      <TiesToRead />
      <Columns>
        <div className="c4">
          <Section title={<Link to="/challenges">{t('cities.told_title')}</Link>}>
            <p className="note">{t('cities.told_note')}</p>
          </Section>
        </div>
        <div className="c4">
          <Section title={<Link to="/editions">{t('expos.editions')}</Link>}>
            <p className="note">{t('expos.editions_note')}</p>
          </Section>
        </div>
        <div className="c4">
          <Section title={<Link to="/map">{t('network.map_title')}</Link>}>
            <p className="note">{t('network.map_note_short')}</p>
          </Section>
        </div>
      </Columns>
      {/* A hundred names are no way in: they are opened by whoever wants them, and asked for only then. */}
      <details className="spaced" onToggle={(event) => setShowsCities(event.currentTarget.open)}>
        <summary>{t('cities.all_cities')}</summary>
        {showsCities && <CityWall />}
      </details>
    </>
  );
}
