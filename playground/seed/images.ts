import { deflateSync } from 'zlib';

// Pictures without files: a sky, a horizon and a sun in colours of one's own, written as PNG byte by byte.

type Rgb = [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16)) as Rgb;
const blend = (a: Rgb, b: Rgb, share: number) =>
  a.map((value, index) => Math.round(value + (b[index]! - value) * share)) as Rgb;

const crcOf = (bytes: Buffer) => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const png = (width: number, height: number, colourAt: (x: number, y: number) => Rgb) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);

  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => colourAt(x, y)).flat()])
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

interface Scene {
  sky: [string, string];
  ground: [string, string];
  sun: string;
  /** Where the sun stands and how high the horizon is, as shares of the picture. */
  at: [number, number];
  horizon: number;
}

export const scenes: Record<string, Scene> = {
  'salt-flats': {
    sky: ['#f3c98b', '#f7ead7'],
    ground: ['#dfe6ea', '#9fb1bb'],
    sun: '#ffffff',
    at: [0.72, 0.3],
    horizon: 0.55,
  },
  'salt-road': {
    sky: ['#7fb2d9', '#dcecf7'],
    ground: ['#c9b48a', '#7d6b47'],
    sun: '#fff3c4',
    at: [0.2, 0.25],
    horizon: 0.48,
  },
  'salt-house': {
    sky: ['#b8c4d6', '#eef1f5'],
    ground: ['#6f6357', '#3f3831'],
    sun: '#f6e7b4',
    at: [0.5, 0.35],
    horizon: 0.62,
  },
  'bakery-night': {
    sky: ['#0d1230', '#2b2f5e'],
    ground: ['#5b3a22', '#20130a'],
    sun: '#ffc15e',
    at: [0.35, 0.62],
    horizon: 0.7,
  },
  lighthouse: {
    sky: ['#27364f', '#88a2bf'],
    ground: ['#22504f', '#0f2c30'],
    sun: '#fff7cf',
    at: [0.8, 0.2],
    horizon: 0.6,
  },
  moss: {
    sky: ['#cfe3c4', '#eef6e7'],
    ground: ['#5f8f4a', '#22401d'],
    sun: '#f4ffd9',
    at: [0.4, 0.22],
    horizon: 0.4,
  },
  ferry: {
    sky: ['#9fc0cf', '#e6f0f2'],
    ground: ['#3e7287', '#16384a'],
    sun: '#ffe2a8',
    at: [0.6, 0.4],
    horizon: 0.52,
  },
  workshop: {
    sky: ['#e7d3b8', '#f6ecdd'],
    ground: ['#8a5a33', '#4a2c15'],
    sun: '#fff2d8',
    at: [0.25, 0.3],
    horizon: 0.66,
  },
  rain: {
    sky: ['#5d6b78', '#a9b6c0'],
    ground: ['#46565e', '#242f35'],
    sun: '#dfe7ec',
    at: [0.55, 0.25],
    horizon: 0.58,
  },
  kelp: {
    sky: ['#bfe3df', '#eefaf8'],
    ground: ['#2f7d73', '#0d3b37'],
    sun: '#fdf6d0',
    at: [0.7, 0.28],
    horizon: 0.5,
  },
  bridge: {
    sky: ['#e2a58b', '#f8e0d2'],
    ground: ['#9b3b2e', '#4f1a14'],
    sun: '#fff0d0',
    at: [0.3, 0.34],
    horizon: 0.64,
  },
  press: {
    sky: ['#d9d4cc', '#f3f0ea'],
    ground: ['#2b2a28', '#0f0e0d'],
    sun: '#e8473b',
    at: [0.5, 0.4],
    horizon: 0.72,
  },
  'portrait-ida': {
    sky: ['#f0b9a6', '#fbe6dd'],
    ground: ['#3d5a6c', '#1f323e'],
    sun: '#6b3f2e',
    at: [0.5, 0.42],
    horizon: 0.7,
  },
  'portrait-tomas': {
    sky: ['#b9d2c0', '#e6f1e9'],
    ground: ['#6c4d3d', '#3e2a1f'],
    sun: '#e9c39b',
    at: [0.5, 0.42],
    horizon: 0.7,
  },
  logo: {
    sky: ['#ffffff', '#ffffff'],
    ground: ['#1f6f8b', '#0d3b4f'],
    sun: '#e8a33d',
    at: [0.5, 0.42],
    horizon: 0.55,
  },
};

export const drawScene = ({ sky, ground, sun, at, horizon }: Scene, width = 480, height = 320): Buffer => {
  const [skyTop, skyLow, groundTop, groundLow, disc] = [...sky, ...ground, sun].map(parse) as [
    Rgb,
    Rgb,
    Rgb,
    Rgb,
    Rgb,
  ];

  return png(width, height, (x, y) => {
    const wave = Math.sin((x / width) * 9 + at[0] * 7) * 0.015;
    const [fx, fy] = [x / width, y / height + wave];
    if (fy > horizon) return blend(groundTop, groundLow, (fy - horizon) / (1 - horizon));

    const distance = Math.hypot((fx - at[0]) * (width / height), y / height - at[1]);
    return distance < 0.13 ? disc : blend(skyTop, skyLow, fy / horizon);
  });
};
