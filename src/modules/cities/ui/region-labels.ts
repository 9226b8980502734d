// Asks what the naming policy calls countries and regions now; fetched when it is needed, as the page brings them at first.
import { setRegionLabels } from '#client/language.ts';
import { citiesApi } from './client.ts';

/** Without an answer the labels stay as they are. */
export const asDecided = (): Promise<void> =>
  citiesApi.listRegionLabels().then(
    ({ labels }) => setRegionLabels(labels),
    () => undefined,
  );
