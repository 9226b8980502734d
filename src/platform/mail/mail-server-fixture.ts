// A mail server of the tests' own on loopback, which keeps what it is sent.
import { createServer, type AddressInfo, type Server } from 'node:net';

export interface MailServer {
  readonly url: string;
  /** The letters, whole with their heads. */
  readonly received: readonly string[];
  readonly close: () => void;
}

/** As much of a mail server as plain mails need. */
export async function mailServer(): Promise<MailServer> {
  const received: string[] = [];
  const server: Server = createServer((socket) => {
    let reading = false;
    let letter = '';
    // A chunk ends where the network likes.
    let half = '';
    socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (half + chunk.toString()).split('\r\n');
      half = lines.pop() ?? '';
      for (const line of lines) {
        if (reading && line !== '.') letter += `${line}\n`;
        else if (reading) {
          received.push(letter);
          reading = false;
          socket.write('250 kept\r\n');
        } else if (line.startsWith('DATA')) {
          letter = '';
          reading = true;
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close: () => server.close() };
}
