// Counters for operators in Prometheus' text form.
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { statementsAsked } from '../postgres/preparing-client.ts';

export interface Metrics {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly request: (seen: {
    readonly method: string;
    readonly operation: string;
    readonly status: number;
    readonly seconds: number;
  }) => void;
  readonly fault: () => void;
  /** A public page was drawn, or sent without what it says: because drawing failed, or because too many were under way. */
  readonly page: (result: 'drawn' | 'failed' | 'busy', seconds: number) => void;
}

/** One registry per server, so that two in one process (tests) do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'hansa_request_seconds',
    help: 'Duration of requests',
    labelNames: ['method', 'operation', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  new Counter({
    name: 'hansa_statements_total',
    help: 'Statements sent to the database',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(statementsAsked());
    },
  });
  const faults = new Counter({ name: 'hansa_faults_total', help: 'Faults with an incident id', registers: [registry] });
  const pages = new Histogram({
    name: 'hansa_pages_drawn_seconds',
    help: 'Public pages drawn on the server, by result: drawn, failed, busy',
    labelNames: ['result'],
    buckets: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    page: (result, took) => pages.observe({ result }, took),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    request: ({ method, operation, status, seconds: took }) => seconds.observe({ method, operation, status: String(status) }, took),
    fault: () => faults.inc(),
  };
}
