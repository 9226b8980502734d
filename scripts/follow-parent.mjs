// Loaded into the server by scripts/serve.mjs: when the starting process is killed outright, the server stops in order by itself.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
