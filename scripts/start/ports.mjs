import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** Whether nothing listens on a port of this machine, on either loopback. */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/**
 * @param {{ name: string, port: number, option: string }[]} wanted
 * @returns {Promise<string[]>} one sentence for each port that is taken
 */
export async function takenPorts(wanted) {
  const sentences = [];
  for (const { name, port, option } of wanted) {
    if (!(await isFree(port))) {
      sentences.push(
        `Port ${port}, wanted for the ${name}, is taken by another program (perhaps an earlier npm start). End that program (find it with: lsof -i :${port}), or choose another port: npm start -- --${option} ${
          port + 1
        }`,
      );
    }
  }
  return sentences;
}
