// The first question of every command, in syntax that old runtimes can still read: is this Node new enough to start from?

/** What is wrong with a runtime of this version, as one sentence, or null; 18 is enough to fetch the Node 24 that the product runs on. */
export function runtimeProblem(version) {
  const major = Number.parseInt(version, 10);
  if (major >= 18) return null;
  return 'Hansa needs Node.js 18 or newer to start, but this is ' + version + ': install a newer one and try again.';
}

/** Ends the process with a sentence when the runtime is too old. */
export function demandRuntime() {
  const problem = runtimeProblem(process.versions.node);
  if (problem !== null) {
    console.error(problem);
    process.exit(1);
  }
}
