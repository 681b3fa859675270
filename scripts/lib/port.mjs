import net from 'node:net';

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** The wanted port, or the next one that nobody listens on. */
export const freePortFrom = async (wanted, host) => {
  for (let port = wanted; port < wanted + 50; port += 1) if (await isFree(port, host)) return port;
  throw new Error(`No port between ${wanted} and ${wanted + 49} is free`);
};

export { isFree };
