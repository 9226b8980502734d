// The clock of an agenda.
import { useEffect, useState } from 'react';

/** UTC milliseconds, renewed every fifteen seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
