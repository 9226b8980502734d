// Who sees the delegation, its names or the itinerary: the word for it, and the dialog in which its office decides after a look.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { later } from '#design/notices/later.tsx';
import type { ShownAudience, WantedAudience } from '#modules/evidence/ui/audience-dialog.tsx';
import type { VisitPart } from '../../domain/visit/audience.ts';
import { tiesApi } from '../client.ts';
import type { VisitOnPage } from './visit-on-page.ts';

const AudienceDialog = later(() => import('#modules/evidence/ui/audience-dialog.tsx'), 'AudienceDialog');

interface PartAudienceProps {
  readonly on: VisitOnPage;
  readonly part: VisitPart;
  readonly audience: ShownAudience;
  readonly version: number;
  /** What everybody would read. */
  readonly preview: ReactNode;
}

export function PartAudience({ on: { tie, visit, exchange, office }, part, audience, version, preview }: PartAudienceProps) {
  const { t } = useText();
  const { refresh, keep } = useKeeping();
  const [open, setOpen] = useState(false);
  if (office === null) return null;
  const set = ({ visibility, sharedWith }: WantedAudience, ifMatch: number) =>
    tiesApi.setVisitAudience({ visitId: visit.visitId, part, visibility, sharedWith: [...sharedWith] }, { context: { ifMatch } });
  const before = { visibility: audience.visibility, sharedWith: audience.sharedWith.map(({ id }) => id) };
  const versionOf = (saved: Awaited<ReturnType<typeof set>>): number =>
    (part === 'itinerary' ? saved.itinerary : saved.delegation)?.version ?? 0;
  const save = async (wanted: WantedAudience) => {
    try {
      const saved = await set(wanted, version);
      await keep(() => Promise.resolve(saved), {
        said: t(`evidence.made_${wanted.visibility}`),
        undo: () => set(before, versionOf(saved)),
      });
    } catch (refused) {
      await refresh();
      throw refused;
    }
  };
  const others = [tie.cities.a, tie.cities.b].flatMap(({ officeId, name }) =>
    officeId === null || officeId === exchange.office ? [] : [{ id: officeId, name }],
  );
  return (
    <span className="noprint">
      <VisibilityMark visibility={audience.visibility} />{' '}
      <TextAction onPress={() => setOpen(true)}>{t(`ties.change_audience_${part}`)}</TextAction>
      {open && (
        <AudienceDialog
          audience={audience}
          owner={exchange.office}
          suggested={others}
          shareNote={t(`ties.audience_note_${part}`)}
          preview={preview}
          onSave={save}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
