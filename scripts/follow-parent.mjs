// Loaded into the server by scripts/serve.mjs: when the starting process is killed outright, or lets go of it, the server stops in order by itself.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel) {
  // Told to its own listeners, since Windows knows no such signal and would end the process at once; before there are any, it is sent.
  process.on('disconnect', () => process.emit('SIGTERM') || process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
