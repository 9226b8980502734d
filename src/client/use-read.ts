// What a page cannot be drawn without.
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';

/** What was asked for, undefined until it is there; a failure is the page's as a whole, unless an earlier answer still stands. */
export function useRead<T, R = T, K extends QueryKey = QueryKey>(options: UseQueryOptions<T, Error, R, K>): R | undefined {
  const { data, error } = useQuery(options);
  if (error !== null && data === undefined) throw error;
  return data;
}
