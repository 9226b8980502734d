// What stands around the place of a company, an interpreter or a speaker alike: which edition, by which way letters come, and the link that opened it.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Title } from '#design/page.tsx';
import { LetterWaySection } from '#modules/expos/ui/company/letter-way.tsx';
import { useEditionDays } from '#modules/expos/ui/edition/words.tsx';
import { Named, useName } from '../edition/names.tsx';
import { LinkSection } from './link-section.tsx';
import type { Place } from './places.ts';

interface PlaceFrameProps {
  readonly place: Place;
  readonly title: string;
  /** The title as it stands in the page, where that is not its words alone. */
  readonly shown?: ReactNode;
  readonly children: ReactNode;
}

export function PlaceFrame({ place, title, shown, children }: PlaceFrameProps) {
  const { t } = useText();
  const name = useName();
  const days = useEditionDays();
  const { edition, whom, linkUntil } = place;
  const ids = { editionId: edition.id, addresseeId: place.id };
  return (
    <div className={whom === 'participants' ? undefined : 'narrow'}>
      <Title
        title={title}
        crumb={
          <>
            <Named name={edition.name} /> <span className="muted">{days(edition)}</span>
          </>
        }
        note={linkUntil === null ? undefined : t('expos.in_by_link')}
      >
        {shown}
      </Title>
      {children}
      <LetterWaySection ids={ids} organiser={name(edition.organiserName)} zone={edition.timeZone} />
      {linkUntil !== null && <LinkSection place={place} until={linkUntil} />}
    </div>
  );
}
