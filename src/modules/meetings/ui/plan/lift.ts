// A cell that is dragged, and what putting its meeting elsewhere would do.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { meetingsQueries } from '../client.ts';
import type { Grid, PlannedMeeting } from '../edition/answers.ts';
import { useBoard, type TargetAt } from './board.tsx';
import { OWN } from './board-lines.ts';
import type { PlanOf } from './changes.ts';
import { bestAt, effectOf } from './options.ts';

/** While a cell is dragged: where its meeting could go. */
export function useLift(on: PlanOf, grid: Grid) {
  const queryClient = useQueryClient();
  const { lines } = useBoard(grid);
  const [meeting, setMeeting] = useState<PlannedMeeting | null>(null);
  const { editionId, planId } = on;
  const lifted = useRef<string | null>(null);
  const take = (meetingId: string | null) => {
    lifted.current = meetingId;
    if (meetingId === null) return setMeeting(null);
    const options = meetingsQueries.getPlannedMeeting.queryOptions({ input: { editionId, planId, meetingId } });
    // Without an answer nothing is marked; dropping still works and is answered by the server.
    queryClient.fetchQuery(options).then(
      (planned) => lifted.current === meetingId && setMeeting(planned),
      () => undefined,
    );
  };
  const targetAt: TargetAt = useCallback(
    (spot) => {
      if (meeting === null) return undefined;
      const option = bestAt(meeting, spot.time);
      if (option === undefined || lines.shutAt(spot)) return undefined;
      const stand = option.place?.kind === 'stand';
      if (stand !== (spot.table === OWN)) return undefined;
      return !stand && lines.meetingsAt(spot).length > 0 ? 'could-clash' : effectOf(option);
    },
    [meeting, lines],
  );
  return { meeting, take, targetAt: meeting === null ? undefined : targetAt };
}
