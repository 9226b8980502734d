// One tie enters the register: the other city is chosen, and the tie is opened.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Dialog } from '#design/dialog.tsx';
import { Notice } from '#design/notice.tsx';
import { Note } from '#design/page.tsx';
import type { CityOfTie } from '../contract/shapes.ts';
import { CityChooser, type ChosenCity } from './city-chooser.tsx';

interface KeepTieDialogProps {
  readonly office: string;
  readonly city: CityOfTie;
  readonly onClose: () => void;
}

export function KeepTieDialog({ office, city, onClose }: KeepTieDialogProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const action = useAction();
  const keep = (chosen: ChosenCity) =>
    void action.run(async () => {
      const withCityId = chosen.cityId ?? (await api().cities.addCity({ office, geonamesId: chosen.geonamesId ?? 0 })).id;
      const { slug } = await api().ties.keepTie({ office, cityId: city.id, withCityId });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
      onClose();
      await navigate({ to: '/ties/$slug', params: { slug } });
    });
  return (
    <Dialog open wide onClose={onClose} title={t('ties.add_tie')}>
      <Note>{t('ties.add_tie_note')}</Note>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.problems[0]?.message ?? action.trouble.message}
        </Notice>
      )}
      <CityChooser except={city.id} onChoose={keep} />
    </Dialog>
  );
}
