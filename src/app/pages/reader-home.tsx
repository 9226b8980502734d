// The reader's first screen: one field, and what there is to find.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Section, Sentence, Title } from '#design/page.tsx';
import { CityWall } from '#modules/cities/ui/city/wall.tsx';
import { SearchBox } from '#modules/cities/ui/search/box.tsx';

export function ReaderHome() {
  const { t } = useText();
  return (
    <>
      <Title title={t('cities.reader_title')} />
      <SearchBox />
      <Sentence>{t('cities.reader_sentence')}</Sentence>
      <CityWall />
      <Section title={t('expos.open_editions')}>
        <p>
          <Link to="/map">{t('network.map_title')}</Link> <span className="note">{t('network.map_note_short')}</span>
        </p>
        <p>
          <Link to="/editions">{t('expos.editions')}</Link> <span className="note">{t('expos.editions_note')}</span>
        </p>
      </Section>
    </>
  );
}
