// What offices find at the head of a tie's page: who sees what, or that the tie is not in their register yet.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { Tie } from '../contract/shapes.ts';
import { TieAudienceDialog } from './tie-audience-dialog.tsx';

/** For offices that could keep the tie but do not yet. */
export function KeepNotice() {
  const { t } = useText();
  return (
    <Notice kind="plain" actions={<ButtonLink to="/desk">{t('ties.to_desk')}</ButtonLink>}>
      {t('ties.not_in_register')}
    </Notice>
  );
}

interface OfficeBarProps {
  readonly tie: Tie;
  readonly office: string;
  readonly mayEdit: boolean;
  /** Links to what the public reads, files and prints. */
  readonly report: ReactNode;
}

export function OfficeBar({ tie, office, mayEdit, report }: OfficeBarProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const kept = tie.kept.find((known) => known.office === office);
  return (
    <div className="noprint spaced">
      <Buttons>
        {mayEdit && <Button onPress={() => setOpen(true)}>{t('ties.who_sees')}</Button>}
        {kept !== undefined && <VisibilityMark visibility={kept.visibility} />}
        {report}
        {tie.ownSide !== null && (
          <ButtonLink
            kind="text"
            to="/cities/$slug/matches"
            params={{ slug: tie.cities[tie.ownSide].slug }}
            search={{ with: tie.cities[tie.ownSide === 'a' ? 'b' : 'a'].slug }}
          >
            {t('ties.to_matches')}
          </ButtonLink>
        )}
      </Buttons>
      {open && <TieAudienceDialog tie={tie} office={office} onClose={() => setOpen(false)} />}
    </div>
  );
}
