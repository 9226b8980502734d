// Loaded before the server (--import): its clock is set by the benchmark, and runs on from there.
const Real = Date;
let base = Number(process.env['HANSA_BENCH_CLOCK'] ?? Real.now());
let set = performance.now();
const now = (): number => Math.floor(base + (performance.now() - set));

class BenchDate extends Real {
  constructor(...parts: readonly unknown[]) {
    if (parts.length === 0) super(now());
    else super(...(parts as ConstructorParameters<DateConstructor>));
  }
  static override now(): number {
    return now();
  }
}
globalThis.Date = BenchDate as DateConstructor;

process.on('message', (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('clock' in message) || typeof message.clock !== 'number') return;
  base = message.clock;
  set = performance.now();
  process.send?.({ clock: base });
});
// The benchmark's line to the clock keeps nobody from ending.
process.channel?.unref();
