// A vitest reporter that tells the parent process every few seconds how far the run is.

const EVERY_MS = 10_000;
/** Beyond so many seconds of its own process a file is named: what `npm test` may cost stands in tests/trust/README.md. */
const DEAR_SECONDS = 15;

export default class ProgressReporter {
  files = 0;
  queued = 0;
  tests = 0;
  failed = 0;
  last = Date.now();

  onTestModuleQueued() {
    this.queued += 1;
  }

  onTestRunStart(specifications) {
    this.queued = specifications.length;
    this.onTestModuleQueued = () => {};
  }

  onTestCaseResult(test) {
    this.tests += 1;
    if (test.result().state === 'failed') {
      this.failed += 1;
      this.say(`failed: ${test.module.relativeModuleId} > ${test.fullName}`);
    }
    this.beat();
  }

  onTestModuleEnd(file) {
    this.files += 1;
    const { cpuSeconds = 0 } = file.meta();
    if (cpuSeconds > DEAR_SECONDS) this.say(`DEAR  ${file.relativeModuleId} worked ${cpuSeconds.toFixed(0)} s`);
    this.beat();
  }

  beat() {
    if (Date.now() - this.last < EVERY_MS) return;
    this.last = Date.now();
    this.say(`${this.files} of ${this.queued} files, ${this.tests} tests so far${this.failed > 0 ? `, ${this.failed} failed` : ''}`);
  }

  say(sentence) {
    process.send?.(sentence);
  }
}
